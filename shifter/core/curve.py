"""The strength of the habit through time, as points of a curve."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple
from shifter.core.rest import RestDays
from shifter.core.strength import after_active, after_empty


class StrengthPoint(NamedTuple):
    """The strength at the end of an active day, 0 to 1."""

    day: date
    strength: float


def strength_points(active: Iterable[date], rest: RestDays) -> list[StrengthPoint]:
    """The strength after each active day; `active` holds each of them once, in order."""
    points: list[StrengthPoint] = []
    strength = 0.0
    for day in active:
        if points:
            strength = after_empty(strength, rest.counted_between(points[-1].day, day))
        strength = after_active(strength)
        points.append(StrengthPoint(day, strength))
    return points


def strength_as_of(
    days: Iterable[date], known: Sequence[StrengthPoint], rest: RestDays
) -> tuple[float, ...]:
    """The strength as of each of these days; if it is empty, the day itself does not count yet.

    `known` are the active days in order, beginning with the last one before the first of `days`.
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
    """Up to `most` days evenly spread from the first to the last, both included."""
    days = (last - first).days
    if days < most:
        return [first + timedelta(days=number) for number in range(days + 1)]
    return [first + timedelta(days=round(number * days / (most - 1))) for number in range(most)]
