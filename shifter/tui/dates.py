"""Days as people write them."""

from datetime import date, timedelta

_A_WHILE = timedelta(days=9)


def long_day(day: date) -> str:
    """`Thursday 19 November`."""
    return f"{day:%A} {day.day} {day:%B}"


def short_day(day: date) -> str:
    """`Thu 19 Nov`."""
    return f"{day:%a} {day.day} {day:%b}"


def plain_day(day: date, today: date) -> str:
    """`3 November`, with the year where it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def day_ahead(today: date) -> str:
    """An example of a day that is still to come: `28 November`."""
    return plain_day(today + _A_WHILE, today)


def day_forms(day: date) -> tuple[str, ...]:
    """The day in words, longest first, for a place that may be narrow."""
    return (long_day(day), short_day(day), f"{day.day} {day:%b}")
