"""Which day a moment counts for, and how a day is written."""

from datetime import date, datetime, timedelta

ROLLOVERS = (0, 4, 5, 6)
"""The hours at which a shift day may end; any other runs backwards in some time zone."""


def shift_day(wall: datetime, rollover: int) -> date:
    """The day that `wall`, a wall clock without a zone, counts for.

    Before the rollover hour it is still the day before. Only the wall clock is looked at, so days
    of 23 or 25 hours change nothing.
    """
    day = wall.date()
    return day - timedelta(days=1) if wall.hour < rollover else day


def plain_day(day: date, today: date) -> str:
    """`3 November`, with the year where it is not this one."""
    return f"{day.day} {day:%B}{other_year(day, today)}"


def other_year(day: date, today: date) -> str:
    """The year after a blank, where it is not this one; else nothing."""
    return "" if day.year == today.year else f" {day.year}"


def long_day(day: date) -> str:
    """`Thursday 19 November`."""
    return f"{day:%A} {day.day} {day:%B}"


def whole_day(day: date) -> str:
    """`31 October 2026`."""
    return f"{day.day} {day:%B %Y}"
