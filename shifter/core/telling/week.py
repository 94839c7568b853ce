"""A week in short: what was done, what lit up, what was ruled out, and a text to send."""

from datetime import date
from itertools import islice
from typing import NamedTuple

from shifter.core.number_words import counted, summed_up
from shifter.core.records import Shift
from shifter.core.story import StoryEntry
from shifter.core.text import stopless

_MOST = 3
"""Lines of each kind in the text that is sent."""


class Week(NamedTuple):
    """A week from its first day to its last, its shifts and what lit up in order of time.

    `ruled_out` are the dead ends at its end, with what they taught; `moved` the ideas that moved
    along, as far as they came.
    """

    first: date
    last: date
    done: tuple[Shift, ...]
    ruled_out: tuple[StoryEntry, ...]
    moved: tuple[StoryEntry, ...]

    @property
    def lit(self) -> tuple[Shift, ...]:
        """The Little Yeses."""
        return tuple(shift for shift in self.done if shift.little_yes)

    @property
    def active_days(self) -> int:
        """The days on which anything was done."""
        return len({shift.day for shift in self.done})

    @property
    def by_idea(self) -> tuple[tuple[str, int], ...]:
        """How many shifts each idea had, the most first; what belongs to none is left out."""
        ideas = [shift.idea for shift in self.done if shift.idea]
        return tuple(sorted(((idea, ideas.count(idea)) for idea in {*ideas}), key=_most_first))

    @property
    def went_to(self) -> tuple[tuple[str, int], ...]:
        """The same with what went elsewhere as the last, where there is something of both."""
        elsewhere = sum(shift.idea is None for shift in self.done)
        if not self.by_idea or not elsewhere:
            return self.by_idea
        return (*self.by_idea, ("elsewhere", elsewhere))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not (self.done or self.ruled_out or self.moved)


def week_of(first: date, last: date, entries: tuple[StoryEntry, ...]) -> Week:
    """The week out of its entries, the oldest first."""
    moves = _last_of_each([entry for entry in entries if entry.kind == "stage"])
    return Week(
        first,
        last,
        tuple(entry.shift for entry in entries if entry.shift is not None),
        tuple(entry for entry in moves if entry.stage == "dead_end"),
        tuple(entry for entry in moves if entry.stage in ("exploring", "project", "yes")),
    )


NOTHING = "Nothing is written in this week, and that is fine."
"""What an empty week says."""


def in_one_line(week: Week) -> str:
    """`9 shifts on 5 days, 2 Little Yeses, 1 path ruled out`; nothing is told of what was not."""
    told = []
    if week.done:
        told.append(summed_up(len(week.done), week.active_days, len(week.lit)))
    if week.ruled_out:
        told.append(counted(len(week.ruled_out), "path ruled out", "paths ruled out"))
    return ", ".join(told)


def what_it_taught(dead_end: StoryEntry) -> str:
    """`Law: I fall asleep`, or the name alone where nothing was written."""
    name = stopless(dead_end.idea or "")
    return f"{name}: {dead_end.text}" if dead_end.text else name


def span(first: date, last: date) -> str:
    """`16 to 22 November`, `30 November to 6 December`."""
    month = "" if first.month == last.month else f" {first:%B}"
    return f"{first.day}{month} to {last.day} {last:%B}"


def to_send(week: Week) -> str:
    """A few lines for somebody who keeps one company; nothing that was not written is said."""
    told = in_one_line(week)
    lines = [f"My week, {span(week.first, week.last)}{f': {told}' if told else ''}."]
    lines += [f"The Yes: {move.idea}" for move in week.moved if move.stage == "yes"]
    lines += [f"✦ {shift.whole_text}" for shift in islice(week.lit, _MOST)]
    for dead_end in islice(week.ruled_out, _MOST):
        told = what_it_taught(dead_end)
        lines.append(f"Ruled out {told}" if dead_end.text else f"Ruled out {told}.")
    if not week.lit and week.done:
        lines.append(f"The last of it: {week.done[-1].whole_text}")
    return "\n".join(lines) + "\n"


def _last_of_each(moves: list[StoryEntry]) -> list[StoryEntry]:
    """Where each idea stood in the end; what came back was not ruled out."""
    last = {move.idea: number for number, move in enumerate(moves)}
    return [moves[number] for number in sorted(last.values())]


def _most_first(counted_idea: tuple[str, int]) -> tuple[int, str]:
    idea, shifts = counted_idea
    return -shifts, idea
