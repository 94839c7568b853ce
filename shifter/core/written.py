"""The words and figures in which people write a day and a time, without regard to now.

Understood are ISO 8601, `now`, `today`, `yesterday`, `tomorrow`, `2 days ago`, `in a week`,
weekdays, `last monday`, and dates with the month's name, each but `now` with or without a time.
Dates in figures alone, such as 3/4/2025, mean different days in different countries and are
refused.
"""

import re
from datetime import date, time, timedelta
from typing import NamedTuple

from shifter.core.text import for_terminal, quoted
from shifter.core.weeks import WEEKDAYS
from shifter.errors import Refused, WrongUsage

FIRST_YEAR = 1900
LAST_YEAR = 2199
"""Years beyond these are typing slips, and near the ends of what a date can hold."""

FIRST_DAY = date(FIRST_YEAR, 1, 1) - timedelta(days=1)
LAST_DAY = date(LAST_YEAR, 12, 31) + timedelta(days=1)
"""The days that a written one may turn into: a small hour counts for the day before, and elsewhere
it may be another day already."""


class FromToday(NamedTuple):
    """A shift day, counted from today."""

    days: int


class Weekday(NamedTuple):
    """A weekday, Monday 0: the nearest that fits, or the first `onward` from today, 1 or -1."""

    number: int
    onward: int = 0


class Yearless(NamedTuple):
    """A day of the year."""

    month: int
    day: int


class Written(NamedTuple):
    """A day and a time as somebody wrote them; a part that was left out is None.

    A time that was written with an offset from UTC has it as its zone.
    """

    day: FromToday | Weekday | Yearless | date | None
    clock: time | None


NOON = time(12)

WAYS = "yesterday, monday, 22 November or 2026-11-22"
"""A few ways to write a day that is not ahead."""

OR_WITH_A_TIME = ", each with or without 14:30"
"""What follows such ways where the time of day matters."""

_LONGEST = 80
_NEAR = {
    "today": FromToday(0),
    "yesterday": FromToday(-1),
    "tomorrow": FromToday(1),
    "day before yesterday": FromToday(-2),
    "day after tomorrow": FromToday(2),
}
_SIDES = {"last": -1, "this": 0, "next": 1}
_FEW = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_UNITS = {"day": 1, "week": 7}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SHORTEST_NAME = 3
_ALIKE = 0.85
"""How similar a typing slip is to the name that was meant, 0 to 1."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-?w\d\d-?\d", re.ASCII)
_ISO_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{8}|\d{4}-?w\d\d-?\d)t"
    r"(?P<clock>(?:[01]\d|2[0-3])(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?"
    r"(?:z|[+-]\d\d(?::?[0-5]\d)?)?)",
    re.ASCII,
)
_CLOCK_AT_END = re.compile(
    r"(?:^|,? at |, | )"
    r"(?P<hour>[01]?\d|2[0-3])(?P<rest>:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?: ?(?P<half>am|pm))?"
    r" ?(?P<offset>z|[+-]\d\d(?::?[0-5]\d)?)?$",
    re.ASCII,
)
_LIKE_A_CLOCK = re.compile(
    r"(?:^|,? at |, | |(?<=\d)t)(?P<clock>\d{1,2}(?::\d+)+(?: ?[ap]m)?|\d{1,2} ?[ap]m)$", re.ASCII
)
_COUNTED = re.compile(
    r"(?P<ahead>in )?(?P<number>\d{1,3}|[a-z]+) (?P<unit>day|week)s?(?P<back> ago)?", re.ASCII
)
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?(?P<month>[a-z]{3,9})\.?"
    r"(?:(?:, |[ ,-])(?P<year>\d{4}))?",
    re.ASCII,
)
_MONTH_DAY = re.compile(
    r"(?P<month>[a-z]{3,9})\.?[ -]?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:(?:, |[ ,-])(?P<year>\d{4}))?",
    re.ASCII,
)


def read(text: str, ways: str = WAYS) -> Written:
    """What `text` says. Raises `WrongUsage` where it can't be read as one certain day or time.

    `ways` are a few that fit, for that answer. Raises `Refused` for a year that shifter does not
    keep.
    """
    line = " ".join(text.split()).lower()
    if not line or len(line) > _LONGEST:
        raise unreadable(text, ways)
    if line == "now":
        return Written(FromToday(0), None)
    try:
        written = _read_iso_moment(line) or _read_spoken(line)
    except ValueError:
        written = None
    if written is None:
        raise _wrong_time(line) or unreadable(text, ways)
    return written


def unreadable(text: str, ways: str) -> WrongUsage:
    """The answer to what can't be read, with the ways to write it that fit."""
    shown = " ".join(for_terminal(text).split())[:_LONGEST]
    asked = f"{quoted(shown)} could not be read as a day." if shown else "No day is written here."
    meant = _meant(shown.lower())
    return WrongUsage("Which day?", f"{asked} {meant or f'Try {ways}.'}")


def _wrong_time(line: str) -> WrongUsage | None:
    """The answer to a day with what can't be a time after it; None where the day is no better."""
    match = _LIKE_A_CLOCK.search(line)
    before = line[: match.start()] if match else ""
    try:
        if match is None or (before and _read_day(before) is None):
            return None
    except (ValueError, Refused):
        return None
    return WrongUsage(
        "What time?", f"“{match['clock']}” is no time of the day. Try 14:30 or 2:30 pm."
    )


def _meant(line: str) -> str:
    """`Did you mean monday?`; empty where nothing that can be read comes near."""
    from difflib import get_close_matches

    names = (*_NEAR, *WEEKDAYS, *_MONTHS)
    near = ((word, get_close_matches(word, names, n=1, cutoff=_ALIKE)) for word in line.split())
    likely = " ".join(found[0] if found else word for word, found in near)
    try:
        is_readable = likely != line and _read_spoken(likely) is not None
    except (ValueError, Refused):
        return ""
    return f"Did you mean {likely}?" if is_readable else ""


def _read_iso_moment(line: str) -> Written | None:
    match = _ISO_MOMENT.fullmatch(line)
    if match is None:
        return None
    return Written(_iso_day(match["day"]), time.fromisoformat(match["clock"].upper()))


def _read_spoken(line: str) -> Written | None:
    """A day, a time, or a day and then a time."""
    match = _CLOCK_AT_END.search(line)
    if match is None or not (match["rest"] or match["half"]):
        day = _read_day(line)
        return None if day is None else Written(day, None)
    clock = _read_clock(match)
    if match.start() == 0:
        return Written(None, clock)
    day = _read_day(line[: match.start()])
    return None if day is None else Written(day, clock)


def _read_clock(match: re.Match[str]) -> time:
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= NOON.hour:
            raise ValueError
        hour = hour % NOON.hour + (NOON.hour if match["half"] == "pm" else 0)
    offset = (match["offset"] or "").upper()
    return time.fromisoformat(f"{hour:02}{match['rest'] or ':00'}{offset}")


def _read_day(words: str) -> FromToday | Weekday | Yearless | date | None:
    near = _NEAR.get(words.removeprefix("the ")) or _read_counted(words)
    if near is not None:
        return near
    side, _, name = words.rpartition(" ")
    weekday = _number_of(name.rstrip("."), WEEKDAYS)
    if weekday is not None and (not side or side in _SIDES):
        return Weekday(weekday, _SIDES.get(side, 0))
    if _ISO_DAY.fullmatch(words):
        return _iso_day(words)
    match = _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words)
    return None if match is None else _month_day(match)


def _read_counted(words: str) -> FromToday | None:
    """`2 days ago`, `a week ago`, `in three days`."""
    match = _COUNTED.fullmatch(words)
    if match is None or bool(match["ahead"]) == bool(match["back"]):
        return None
    number = match["number"]
    if not number.isdigit() and number not in _FEW:
        return None
    days = (_FEW.get(number) or int(number)) * _UNITS[match["unit"]]
    return FromToday(-days if match["back"] else days)


def _iso_day(words: str) -> date:
    _check_year(int(words[:4]))
    return date.fromisoformat(words.upper())


def _month_day(match: re.Match[str]) -> Yearless | date | None:
    month = _number_of(match["month"], _MONTHS)
    if month is None:
        return None
    day = int(match["day"])
    if match["year"] is not None:
        _check_year(int(match["year"]))
        return date(int(match["year"]), month + 1, day)
    # A leap year has every day that there is.
    leap_day = date(2000, month + 1, day)
    return Yearless(leap_day.month, leap_day.day)


def _number_of(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names `word` is or begins, with three letters or more."""
    if len(word) < _SHORTEST_NAME:
        return None
    return next((n for n, name in enumerate(names) if name.startswith(word)), None)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(
            "That year is far away",
            f"shifter keeps days from {FIRST_YEAR} to {LAST_YEAR}; check {year}.",
        )
