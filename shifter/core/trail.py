"""The trail of an idea: everything that ever happened to it, newest first."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, NamedTuple

from shifter.core.records import Shift, Stage

Happening = Literal["shift", "stage", "note", "found", "output", "joined"]


class TrailEntry(NamedTuple):
    """One thing that happened, on a shift day and at an instant (UTC).

    `id` is the row it stands in. `stage` is where a move went. `of` names the idea that it
    happened to, where that was merged into this one. `text` is what people wrote: a shift, a note,
    what was found, an output and what came of it, or the name of an idea that joined; `about` is
    the question that was answered or the step that was taken, what was behind the idea that joined,
    or what a dead end taught.
    """

    kind: Happening
    id: str
    day: date
    at: datetime
    text: str = ""
    about: str | None = None
    stage: Stage | None = None
    of: str | None = None
    shift: Shift | None = None


def newest_first(entries: Iterable[TrailEntry]) -> tuple[TrailEntry, ...]:
    """By shift day, then by instant; what was written later comes first where these are one."""
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.at, entry.id), reverse=True))
