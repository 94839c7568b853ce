"""The rules of the log once more, the slow and plain way, to check the program against.

Nothing of shifter is used here: every figure is counted again from the shifts for every question.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


class Entry(NamedTuple):
    """A shift as the oracle knows it; `day` is settled once, when it is logged."""

    text: str
    instant: datetime
    day: date
    minutes: int | None
    little_yes: bool
    person: str | None


class Rules(NamedTuple):
    grace: int = 1
    rest_weekdays: frozenset[int] = frozenset({5, 6})
    week_start: int = 0


class Log(NamedTuple):
    entries: tuple[Entry, ...] = ()
    marked: frozenset[date] = frozenset()
    # Each idea's stages, oldest first: the day it was reached, and whether it is a dead end.
    stages: tuple[tuple[str, date, bool], ...] = ()


def instant_of(wall: datetime, zone: str) -> datetime:
    """A wall clock's time in a zone: the first of two, forward over a gap."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def shift_day(instant: datetime, zone: str, rollover: int) -> date:
    wall = instant.astimezone(ZoneInfo(zone))
    return wall.date() - ONE_DAY if wall.hour < rollover else wall.date()


def is_rest(day: date, log: Log, rules: Rules) -> bool:
    return day.weekday() in rules.rest_weekdays or day in log.marked


def misses_between(first: date, last: date, log: Log, rules: Rules) -> int:
    """Days strictly between that are not rest days."""
    day, misses = first + ONE_DAY, 0
    while day < last:
        misses += not is_rest(day, log, rules)
        day += ONE_DAY
    return misses


def active_days(log: Log, as_of: date) -> list[date]:
    return sorted({entry.day for entry in log.entries if entry.day <= as_of})


def runs(log: Log, rules: Rules, as_of: date) -> list[list[date]]:
    found: list[list[date]] = []
    for day in active_days(log, as_of):
        if found and misses_between(found[-1][-1], day, log, rules) <= rules.grace:
            found[-1].append(day)
        else:
            found.append([day])
    return found


def current(log: Log, rules: Rules, as_of: date) -> dict[str, object]:
    found = runs(log, rules, as_of)
    if not found or misses_between(found[-1][-1], as_of, log, rules) > rules.grace:
        return {"length": 0, "start": None, "end": None, "state": "none"}
    run = found[-1]
    if run[-1] == as_of:
        state = "done"
    elif is_rest(as_of, log, rules):
        state = "rest"
    elif misses_between(run[-1], as_of + ONE_DAY, log, rules) > rules.grace:
        state = "last_call"
    else:
        state = "open"
    return {"state": state, **described(run)}


def longest(log: Log, rules: Rules, as_of: date) -> list[dict[str, object]]:
    """Every run that no other is longer than."""
    found = runs(log, rules, as_of)
    most = max((len(run) for run in found), default=0)
    if not most:
        return [{"length": 0, "start": None, "end": None}]
    return [described(run) for run in found if len(run) == most]


def described(run: list[date]) -> dict[str, object]:
    return {"length": len(run), "start": run[0].isoformat(), "end": run[-1].isoformat()}


def strength(log: Log, rules: Rules, as_of: date) -> float:
    active = active_days(log, as_of)
    if not active:
        return 0.0
    m, s, day = 0.5 ** (1 / 13), 0.0, active[0]
    while day <= as_of:
        if day in active:
            s = s * m + (1 - m)
        elif day < as_of and not is_rest(day, log, rules):
            s = s * m
        day += ONE_DAY
    return s


def week(day: date, week_start: int) -> date:
    """The first day of the week that holds this one."""
    while day.weekday() != week_start:
        day -= ONE_DAY
    return day


def totals(log: Log, first: date, last: date) -> dict[str, int]:
    entries = [entry for entry in log.entries if first <= entry.day <= last]
    return {
        "shifts": len(entries),
        "minutes": sum(entry.minutes or 0 for entry in entries),
        "days": len({entry.day for entry in entries}),
    }


def next_landing(total: int) -> int:
    landings: list[int] = [10, 25, *range(50, total + 100, 50)]
    return min(landing for landing in landings if landing > total)


def ruled_out(log: Log, as_of: date) -> int:
    latest = {idea: dead_end for idea, day, dead_end in log.stages if day <= as_of}
    return list(latest.values()).count(True)


def streak(log: Log, rules: Rules, as_of: date) -> dict[str, object]:
    """Every field of `shifter streak --json` but `longest` and `strength`."""
    entries = [entry for entry in log.entries if entry.day <= as_of]
    start, a_week = week(as_of, rules.week_start), timedelta(days=7)
    return {
        "as_of": as_of.isoformat(),
        "current": current(log, rules, as_of),
        "total": len(entries),
        "minutes": sum(entry.minutes or 0 for entry in entries),
        "active_days": len(active_days(log, as_of)),
        "returns": max(0, len(runs(log, rules, as_of)) - 1),
        "little_yeses": sum(entry.little_yes for entry in entries),
        "this_week": totals(log, start, as_of),
        "last_week_to_date": totals(log, start - a_week, as_of - a_week),
        "last_week": totals(log, start - a_week, start - ONE_DAY),
        "people": len({entry.person for entry in entries if entry.person}),
        "ruled_out": ruled_out(log, as_of),
        "landing": next_landing(len(entries)),
    }


def days(log: Log, rules: Rules, until: date) -> Iterator[dict[str, object]]:
    """Every row of `shifter days --json`, from the first shift on."""
    levels = {0: 0, 1: 1, 2: 2, 3: 3, 4: 3}
    day = min(entry.day for entry in log.entries)
    while day <= until:
        entries = [entry for entry in log.entries if entry.day == day]
        yield {
            "day": day.isoformat(),
            "shifts": len(entries),
            "minutes": sum(entry.minutes or 0 for entry in entries),
            "little_yeses": sum(entry.little_yes for entry in entries),
            "rest": is_rest(day, log, rules),
            "level": levels.get(len(entries), 4),
        }
        day += ONE_DAY
