"""What the long version is made of, whatever it is written as: chapters by month, and the turns."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from shifter.core.number_words import front_row, summed_up
from shifter.core.records import Shift
from shifter.core.story import StoryEntry
from shifter.core.telling.turning_points import MOVED, TurningPoint


class Chapter(NamedTuple):
    """A month and what happened in it, the oldest first."""

    month: date
    entries: tuple[StoryEntry, ...]

    @property
    def days(self) -> Iterator[tuple[date, tuple[StoryEntry, ...]]]:
        """Day by day."""
        for day, entries in groupby(self.entries, key=lambda entry: entry.day):
            yield day, tuple(entries)

    @property
    def adds_up_to(self) -> str:
        """`24 shifts on 14 days, 3 Little Yeses`; empty for a month without any."""
        shifts = [entry.shift for entry in self.entries if entry.shift]
        if not shifts:
            return ""
        days = len({shift.day for shift in shifts})
        return summed_up(len(shifts), days, sum(shift.little_yes for shift in shifts))


class LongVersion(NamedTuple):
    """The whole of it. `chapters` are made as they are read, since a life may be long."""

    title: str
    opening: tuple[str, ...]
    turning_points: tuple[TurningPoint, ...]
    chapters: Callable[[], Iterable[Chapter]]
    closing: tuple[str, ...]
    towers: tuple[str, ...] = ()
    """Pictures of the board as SVG, for what can show them."""


class Told(NamedTuple):
    """One entry in words: the time on the wall, a glyph, the text, what is beside and below it."""

    time: str
    glyph: str
    text: str
    beside: str = ""
    quoted: str = ""


def told(entry: StoryEntry) -> Told:
    """An entry in words, each part as it was typed."""
    if entry.shift is not None:
        return _shift(entry.shift)
    if entry.kind == "stage" and entry.stage is not None:
        spared = f"It spared {entry.about}" if entry.about else ""
        below = "\n".join(part for part in (entry.text, spared) if part)
        return Told("", "◇", f"{MOVED[entry.stage].format(idea=entry.idea)}.", quoted=below)
    if entry.kind == "found":
        return Told("", "=", f"Found out: {entry.text}", entry.idea or "", entry.about or "")
    if entry.kind == "output":
        came = f": {entry.about}" if entry.about else ""
        return Told("", "✓", f"{entry.text}{came}", entry.idea or "")
    if entry.kind == "note":
        return Told("", "", f"On {entry.idea}:", quoted=entry.text)
    return Told("", "◇", _happened(entry))


def _shift(shift: Shift) -> Told:
    about = (shift.idea, shift.with_whom)
    return Told(
        f"{shift.wall:%H:%M}",
        "✦" if shift.little_yes else "",
        shift.whole_text,
        ", ".join(part for part in about if part),
        shift.said or "",
    )


def _happened(entry: StoryEntry) -> str:
    if entry.kind == "joined":
        return f"{entry.text} became a part of {entry.idea}."
    return "A rest day." if entry.kind == "rest" else "Back again."


def figures_in_words(
    shifts: int, people: int, little_yeses: int, ruled_out: int
) -> tuple[str, ...]:
    """What it adds up to, each in a few words; what there was none of is left out."""
    figures = front_row(shifts, people, little_yeses, ruled_out)
    return tuple(f"{number:,} {word}" for number, word in figures)
