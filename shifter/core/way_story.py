"""The long version of "I made a career change": every small thing that it was made of."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from shifter.core.records import Shift, Stage

if TYPE_CHECKING:
    from shifter.core.ideas_view import TheWay

_BECAME: dict[Stage, str] = {
    "hunch": "{name} was a hunch.",
    "exploring": "{name} was worth exploring.",
    "project": "{name} became a project.",
    "dead_end": "{name}: not this way.",
    "yes": "{name}: yes.",
}


class Move(NamedTuple):
    """An idea went to another stage."""

    day: date
    name: str
    stage: Stage


def story(way: "TheWay", log: Iterable[Shift], moves: Iterable[Move]) -> str:
    """The way as a text to keep, the oldest first; `log` and `moves` are in that order."""
    moved: dict[date, list[str]] = {}
    for move in moves:
        moved.setdefault(move.day, []).append(_BECAME[move.stage].format(name=move.name))
    done = {day: list(shifts) for day, shifts in groupby(log, key=lambda shift: shift.day)}
    lines = [*_beginning(way), ""]
    month = None
    for day in sorted({*moved, *done}):
        if day > way.last:
            break
        if (day.year, day.month) != month:
            month = day.year, day.month
            lines += [f"{day:%B %Y}", ""]
        lines.append(f"{day:%A} {day.day} {day:%B}")
        lines += [line for shift in done.get(day, ()) for line in _told(shift)]
        lines += [f"          {line}" for line in moved.get(day, ())]
        lines.append("")
    return "\n".join([*lines, *_end(way)]) + "\n"


def counted(number: int, one: str, several: str | None = None) -> str:
    """`1 shift`, `1,234 shifts`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def figures_of(way: "TheWay") -> list[str]:
    """What the way adds up to, each in a few words; what there was none of is left out."""
    told = (
        (way.shifts, "shift", None),
        (way.people, "person", "people"),
        (way.little_yeses, "Little Yes", "Little Yeses"),
        (len(way.ruled_out), "path ruled out", "paths ruled out"),
    )
    return [counted(number, one, several) for number, one, several in told if number]


def _beginning(way: "TheWay") -> Iterator[str]:
    yield "I made a career change."
    yield ""
    days = counted((way.last - way.first).days + 1, "day")
    yield f"It took {days}, a few minutes at a time, and it led to {way.idea.name}."
    figures = figures_of(way)
    if figures:
        yield f"{', '.join(figures)}: here they are."


def _told(shift: Shift) -> Iterator[str]:
    at = shift.done_at + timedelta(seconds=shift.offset)
    about = [part for part in (shift.idea, f"with {shift.person}" if shift.person else "") if part]
    beside = f"  ({', '.join(about)})" if about else ""
    yield f"  {at:%H:%M}{' ✦ ' if shift.little_yes else '   '}{shift.text}{beside}"
    for line in (shift.note or "").splitlines():
        yield f"          ▎ {line}"


def _end(way: "TheWay") -> Iterator[str]:
    if way.ruled_out:
        yield f"Ruled out on the way, with thanks: {', '.join(way.ruled_out)}."
    if way.others:
        yield f"Company on the way: {', '.join(way.others)}."
    yield f"{way.last.day} {way.last:%B %Y}: {way.idea.name}."
