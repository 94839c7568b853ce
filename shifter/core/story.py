"""What the Story tells: everything that ever happened, the newest first."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from shifter.core.records import Shift, Stage

EntryKind = Literal["shift", "stage", "joined", "note", "found", "output", "rest", "return"]

Told = Literal["shift", "stage", "deadend", "found", "note", "output", "rest", "return"]
"""What the Story can be narrowed to."""

TOLD_WORDS: dict[Told, str] = {
    "shift": "shifts",
    "stage": "moves",
    "deadend": "dead ends",
    "found": "findings",
    "note": "notes",
    "output": "outputs",
    "rest": "rest days",
    "return": "returns",
}


class StoryEntry(NamedTuple):
    """One thing that happened.

    `number` puts the entries in order, the newest highest, for as long as nothing changes. `id` is
    the row that it stands in; for a rest day and a return the day. `text` is what people wrote,
    for a dead end what it taught and for an idea that joined another its name; `about` is the
    question that was answered, what came of an output, or what a dead end spared. `stage` is where
    a move went, `idea` the name of the idea that it happened to.
    """

    number: int
    kind: EntryKind
    id: str
    day: date
    text: str = ""
    about: str | None = None
    stage: Stage | None = None
    idea: str | None = None
    shift: Shift | None = None


class StoryFilter(NamedTuple):
    """What is wanted of the Story; idea and person by name, both days included."""

    words: str = ""
    idea: str | None = None
    person: str | None = None
    told: Told | None = None
    little_yes: bool = False
    since: date | None = None
    until: date | None = None


EVERYTHING = StoryFilter()


class Sum(NamedTuple):
    """What a day adds up to."""

    shifts: int
    little_yeses: int


class StoryPage(NamedTuple):
    """Some entries that follow each other, the newest first, and whether there are more beyond.

    `days` are the active days of all the weeks that the entries lie in; none where only a part of
    the Story is wanted.
    """

    entries: tuple[StoryEntry, ...]
    has_newer: bool
    has_older: bool
    days: Mapping[date, Sum]


class StoryView(NamedTuple):
    """The Story at one moment; `total` counts all shifts."""

    day: date
    week_start: int
    page: StoryPage
    total: int


FOUND_MOST = 1000
"""Counting what was found stops here."""
