"""When somebody does their shifts, in one sentence."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Hours = Mapping[tuple[int, int], int]
"""Shifts by weekday (Monday is 0) and hour of the wall clock."""

_FEWEST = 12
_MOST = 0.55
"""The share of all shifts that counts as most of them."""

_FAVOURITE = 0.3
_CLEARLY = 1.4
_WORK_DAYS = range(5)
_WEEKEND = range(5, 7)
_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


class Span(NamedTuple):
    """Hours from `start` up to, but not including, `end`; it may run past midnight."""

    start: int
    end: int
    words: str

    def holds(self, hour: int) -> bool:
        """Whether the hour belongs to it."""
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end


# The narrowest that holds most of the shifts is the one to name. The day begins at four.
_SPANS = (
    Span(4, 7, "before seven"),
    Span(4, 9, "before nine"),
    Span(7, 10, "between seven and ten"),
    Span(11, 14, "around noon"),
    Span(20, 4, "late in the evening"),
    Span(4, 12, "in the morning"),
    Span(12, 18, "in the afternoon"),
    Span(17, 23, "in the evening"),
    Span(18, 4, "after six"),
)


def habit(hours: Hours) -> str | None:
    """`mostly Tuesdays, before nine`; None where there are too few shifts to tell."""
    total = sum(hours.values())
    if total < _FEWEST:
        return None
    days = _weekdays(by_weekday(hours), total)
    span = _span(by_hour(hours), total)
    if days and span:
        return f"mostly {days}, {span}"
    if days:
        return f"mostly {days}, at any hour"
    return f"on any day, mostly {span}" if span else "on any day, at any hour"


def by_weekday(hours: Hours) -> tuple[int, ...]:
    """The shifts of each weekday, from Monday on."""
    counts = [0] * 7
    for (weekday, _), shifts in hours.items():
        counts[weekday] += shifts
    return tuple(counts)


def by_hour(hours: Hours) -> tuple[int, ...]:
    """The shifts of each hour, from midnight on."""
    counts = [0] * 24
    for (_, hour), shifts in hours.items():
        counts[hour] += shifts
    return tuple(counts)


def _weekdays(counts: Sequence[int], total: int) -> str | None:
    """The one or two weekdays that stand out, else weekends or working days, else none."""
    first, second, third = sorted(range(7), key=lambda day: (-counts[day], day))[:3]
    if counts[first] >= _FAVOURITE * total and counts[first] >= _CLEARLY * counts[second]:
        return _WEEKDAYS[first]
    both = counts[first] + counts[second]
    if both >= _MOST * total and counts[second] >= _CLEARLY * counts[third]:
        earlier, later = sorted((first, second))
        return f"{_WEEKDAYS[earlier]} and {_WEEKDAYS[later]}"
    if sum(counts[day] for day in _WEEKEND) >= _MOST * total:
        return "weekends"
    if sum(counts[day] for day in _WORK_DAYS) == total:
        return "working days"
    return None


def _span(counts: Sequence[int], total: int) -> str | None:
    for span in _SPANS:
        if sum(counts[hour] for hour in range(24) if span.holds(hour)) >= _MOST * total:
            return span.words
    return None
