"""Weeks of shifts in short notation, and the moments they stand for.

A week is seven words, Monday first. Each letter is a shift: in the morning, over lunch, in the
afternoon, the evening or the night. `.` is a day without any, `-` one that was marked as rest,
`-a` a marked one with a shift in the afternoon.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

# From when to when, in minutes since midnight.
_WORKING_DAY = {
    "m": (7 * 60 + 5, 8 * 60 + 20),
    "l": (12 * 60 + 5, 13 * 60 + 10),
    "a": (15 * 60, 17 * 60),
    "e": (18 * 60 + 40, 20 * 60 + 50),
    "n": (21 * 60 + 10, 22 * 60 + 20),
}
_WEEKEND = {**_WORKING_DAY, "m": (9 * 60 + 10, 10 * 60 + 30), "a": (14 * 60 + 20, 17 * 60 + 30)}
_SATURDAY = 5
_RIGHT_AFTER = (11, 19)


class Day(NamedTuple):
    """A day, the wall-clock moments of its shifts in order, and whether it was marked as rest."""

    day: date
    moments: tuple[datetime, ...]
    rest: bool


def read_weeks(weeks: Iterable[str], monday: date, chance: Random) -> list[Day]:
    """Every day of some weeks, the first of which begins on `monday`."""
    words = [word for week in weeks for word in week.split()]
    days = [monday + timedelta(days=number) for number in range(len(words))]
    return [
        Day(day, _moments(day, word.strip("-."), chance), word.startswith("-"))
        for day, word in zip(days, words, strict=True)
    ]


def _moments(day: date, letters: str, chance: Random) -> tuple[datetime, ...]:
    hours = _WEEKEND if day.weekday() >= _SATURDAY else _WORKING_DAY
    moments: list[datetime] = []
    for position, letter in enumerate(letters):
        if letter == letters[position - 1 : position]:
            moment = moments[-1] + timedelta(minutes=chance.randint(*_RIGHT_AFTER))
        else:
            midnight = datetime.combine(day, time.min)
            moment = midnight + timedelta(minutes=chance.randint(*hours[letter]))
        moments.append(moment + timedelta(seconds=chance.randrange(60)))
    return tuple(moments)
