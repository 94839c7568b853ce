"""The strength of the habit through time, as points of a curve, and the runs beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Run
from shifter.core.rest import RestDays
from shifter.core.strength import after_active, after_empty


class StrengthPoint(NamedTuple):
    """The strength at the end of an active day, 0 to 1."""

    day: date
    strength: float


class Walk(NamedTuple):
    """What active days come to: their runs, and the strength after each of them."""

    runs: list[Run]
    points: list[StrengthPoint]


def walk(active: Iterable[date], rest: RestDays, grace: int) -> Walk:
    """Runs and strength in one pass; `active` holds each active day once, in order."""
    found = Walk([], [])
    before = start = None
    length, score = 0, 0.0
    for day in active:
        if before is None or start is None:
            start = day
        else:
            empty = rest.counted_between(before, day)
            score = after_empty(score, empty)
            if empty > grace:
                found.runs.append(Run(length, start, before))
                length, start = 0, day
        length += 1
        score = after_active(score)
        found.points.append(StrengthPoint(day, score))
        before = day
    if before is not None and start is not None:
        found.runs.append(Run(length, start, before))
    return found


def strength_as_of(
    days: Iterable[date], known: Sequence[StrengthPoint], rest: RestDays
) -> tuple[float, ...]:
    """The strength as of each of these days; a day that is empty itself does not count yet.

    `known` are the active days in order, from the last one before the first of `days` on.
    """
    active = [point.day for point in known]
    found = []
    for day in days:
        index = bisect_right(active, day) - 1
        if index < 0:
            found.append(0.0)
        else:
            last = known[index]
            found.append(after_empty(last.strength, rest.counted_between(last.day, day)))
    return tuple(found)


def spread(first: date, last: date, most: int) -> list[date]:
    """Up to `most` days evenly spread from the first to the last, both among them."""
    days = (last - first).days
    if days < most:
        return [first + timedelta(days=number) for number in range(days + 1)]
    return [first + timedelta(days=round(number * days / (most - 1))) for number in range(most)]
