"""The turning points of a story, drawn out of its own numbers, and what it adds up to."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from shifter.core.days import whole_day
from shifter.core.records import Run, Shift, Stage
from shifter.core.story import StoryEntry

_LANDINGS = (10, 50, 100, 250, 500)
_THOUSAND = 1000
_FULL_DAY = 3
"""The fewest shifts of the fullest day for it to be worth a word."""
_LONG_RUN = 5
_ALL_LIGHTS = 24
"""With more Little Yeses than this, only the first one of each idea is a turn."""

MOVED: dict[Stage, str] = {
    "hunch": "{idea} was a hunch",
    "exploring": "{idea} was worth exploring",
    "project": "{idea} became a project",
    "dead_end": "{idea}: not this way",
    "yes": "{idea}: yes",
}
"""A move of an idea in words, by the stage it went to."""


class TurningPoint(NamedTuple):
    """A day on which something turned, with a glyph and some words."""

    day: date
    glyph: str
    text: str


class Gathered(NamedTuple):
    """What a story adds up to. `ruled_out` are the ideas that were a dead end at its end."""

    first: date | None
    shifts: int
    people: int
    little_yeses: int
    ruled_out: tuple[str, ...]
    yes: tuple[str, date] | None
    turning_points: tuple[TurningPoint, ...]


class _Gathering:
    """Reads the entries one after another and remembers only what may turn out to matter."""

    def __init__(self, before: int) -> None:
        self.first: date | None = None
        self.shifts = 0
        self.people: set[str] = set()
        self.lights: list[Shift] = []
        self.stages: dict[str, tuple[Stage, date]] = {}
        self.points: list[TurningPoint] = []
        self.by_day: Counter[date] = Counter()
        self._before = before

    def read(self, entry: StoryEntry) -> None:
        self.first = self.first or entry.day
        if entry.shift is not None:
            self._shift(entry.shift)
        elif entry.kind == "stage" and entry.stage is not None and entry.idea is not None:
            self.stages.pop(entry.idea, None)  # the one that moved last is the last of all
            self.stages[entry.idea] = entry.stage, entry.day
            if entry.stage != "hunch":
                glyph = {"dead_end": "┫", "yes": "★"}.get(entry.stage, "◇")
                self._turn(entry.day, glyph, MOVED[entry.stage].format(idea=entry.idea))
        elif entry.kind == "output":
            self._turn(entry.day, "✓", f"{entry.text}, for {entry.idea}")

    def _shift(self, shift: Shift) -> None:
        self.shifts += 1
        self.by_day[shift.day] += 1
        number = self._before + self.shifts
        if number == 1:
            self._turn(shift.day, "●", f"The first shift: {shift.whole_text}")
        elif number in _LANDINGS or number % _THOUSAND == 0:
            self._turn(shift.day, "●", f"Shift {number:,}: {shift.whole_text}")
        if shift.person:
            self.people.add(shift.person)
        if shift.little_yes:
            self.lights.append(shift)

    def _turn(self, day: date, glyph: str, text: str) -> None:
        self.points.append(TurningPoint(day, glyph, text))


def gather(
    entries: Iterable[StoryEntry], *, before: int = 0, longest: Run | None = None
) -> Gathered:
    """Read the entries, the oldest first.

    `before` is how many shifts there were before the first of them, `longest` the longest run.
    """
    gathering = _Gathering(before)
    for entry in entries:
        gathering.read(entry)
    points = [*gathering.points, *_lights(gathering.lights), *_records(gathering.by_day, longest)]
    ended = {idea: stage for idea, (stage, _) in gathering.stages.items()}
    yeses = [(idea, day) for idea, (stage, day) in gathering.stages.items() if stage == "yes"]
    return Gathered(
        gathering.first,
        gathering.shifts,
        len(gathering.people),
        len(gathering.lights),
        tuple(idea for idea, stage in ended.items() if stage == "dead_end"),
        yeses[-1] if yeses else None,
        tuple(sorted(points, key=lambda point: point.day)),
    )


def _lights(lights: list[Shift]) -> Iterable[TurningPoint]:
    seen: set[str | None] = set()
    for shift in lights:
        if len(lights) <= _ALL_LIGHTS or shift.idea not in seen:
            yield TurningPoint(shift.day, "✦", shift.whole_text)
        seen.add(shift.idea)


def _records(by_day: Counter[date], longest: Run | None) -> Iterable[TurningPoint]:
    day, shifts = max(by_day.items(), key=lambda each: each[1], default=(date.min, 0))
    if shifts >= _FULL_DAY:
        yield TurningPoint(day, "▲", f"The fullest day: {shifts:,} shifts")
    if longest is not None and longest.length >= _LONG_RUN:
        until = f"until {whole_day(longest.end)}"
        yield TurningPoint(
            longest.start, "▲", f"The longest run begins: {longest.length:,} days, {until}"
        )
