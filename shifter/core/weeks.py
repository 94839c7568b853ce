"""Weeks as spans of days, both ends included. `first` is the weekday they start on, Monday 0."""

from datetime import date, timedelta

WEEK = timedelta(days=7)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def week_start(day: date, first: int) -> date:
    """The first day of the week that `day` lies in."""
    return day - timedelta(days=(day.weekday() - first) % 7)


def this_week(today: date, first: int) -> tuple[date, date]:
    """This week so far."""
    return week_start(today, first), today


def last_week(today: date, first: int) -> tuple[date, date]:
    """The whole of last week."""
    start = week_start(today, first)
    return start - WEEK, start - timedelta(days=1)


def last_week_to_date(today: date, first: int) -> tuple[date, date]:
    """Last week up to the weekday that today is: what this week can fairly stand beside."""
    return week_start(today, first) - WEEK, today - WEEK


def latest_weeks(today: date, first: int, number: int) -> list[date]:
    """The first days of so many weeks, the oldest first; the last of them is this week."""
    this = week_start(today, first)
    return [this - back * WEEK for back in range(number - 1, -1, -1)]
