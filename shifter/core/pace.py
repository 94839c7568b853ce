"""Roughly when the next landing will be reached, in words that say no more than is known."""

from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple

LATELY = 28
"""The days whose pace is looked at, today among them."""

_FEWEST_DAYS = 7
_FEWEST_ACTIVE = 3
_FARTHEST = 550  # days

_SOON = (
    (1.5, "in a day or two"),
    (4.5, "in a few days"),
    (10.5, "in a week or so"),
    (17.5, "in about two weeks"),
)
_BEYOND = 24.5
_MONTH_PARTS_UNTIL = 75
_MONTHS_UNTIL = 330


class Lately(NamedTuple):
    """The last four weeks: the shifts and the active days in them.

    `known` are the days since the first shift, both ends counted, however long ago it was.
    """

    shifts: int
    active_days: int
    known: int


def when_reached(remaining: int, lately: Lately, today: date) -> str | None:
    """When so many more shifts will be done as things go; None where that can't be said.

    Nothing can be said after only a few days, nor of what is more than a year and a half away. With
    less than four weeks to go by, no month is named.
    """
    if lately.known < _FEWEST_DAYS or lately.active_days < _FEWEST_ACTIVE:
        return None
    days = remaining * min(LATELY, lately.known) / lately.shifts
    if days > _FARTHEST:
        return None
    for most, words in _SOON:
        if days <= most:
            return words
    if lately.known < LATELY:
        return "in a few weeks" if days <= 2 * LATELY else None
    if days <= _BEYOND:
        return "in about three weeks"
    return _by(today + timedelta(days=round(days)), days, today)


def _by(day: date, days: float, today: date) -> str:
    if days <= _MONTH_PARTS_UNTIL:
        return f"by {_part(day)} {day:%B}"
    if days <= _MONTHS_UNTIL:
        return f"around {day:%B}"
    return "in a year or so" if day.year == today.year + 1 else f"in {day.year}"


def _part(day: date) -> str:
    """The third of its month: `early`, `mid` or `late`."""
    for last, part in ((10, "early"), (20, "mid")):
        if day.day <= last:
            return part
    return "late"
