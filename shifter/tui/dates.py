"""Days as people write them."""

from datetime import date, datetime, timedelta

from shifter.core.days import long_day, plain_day

_A_WHILE = timedelta(days=9)
_WEEK = 7
_EVENING = 17
_NIGHT = timedelta(hours=4)
"""What lies this long after midnight is still of the evening before."""


def short_day(day: date) -> str:
    """`Thu 19 Nov`."""
    return f"{day:%a} {shortest_day(day)}"


def shortest_day(day: date) -> str:
    """`19 Nov`."""
    return f"{day.day} {day:%b}"


def day_ahead(today: date) -> str:
    """An example of a day that is still to come: `28 November`."""
    return plain_day(today + _A_WHILE, today)


def till_then(moment: datetime, today: date) -> str:
    """Until when, for a wall clock's moment that is ahead: `tonight`, `tomorrow`, `Saturday`."""
    day = (moment - _NIGHT).date()
    days = (day - today).days
    if days <= 0:
        return "tonight" if moment.hour >= _EVENING or moment.date() > day else f"{moment:%H:%M}"
    if days == 1:
        return "tomorrow"
    return f"{day:%A}" if days < _WEEK else plain_day(day, today)


def at_that_time(moment: datetime, today: date) -> str:
    """When, for a wall clock's moment that is ahead: `tonight`, `tomorrow`, `on Saturday`."""
    then = till_then(moment, today)
    if then in ("tonight", "tomorrow"):
        return then
    return f"at {then}" if ":" in then else f"on {then}"


def day_forms(day: date) -> tuple[str, ...]:
    """The day in words, longest first, for a place that may be narrow."""
    return (long_day(day), short_day(day), shortest_day(day))
