"""What the board reads from the derived rows, of the whole log or of one idea."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from shifter.core.curve import StrengthPoint
from shifter.core.quick_typing import get_args
from shifter.core.records import Kind, Run
from shifter.store import cell
from shifter.store.store import Row, Store

_LONGEST_RUNS = 5


def active_days(store: Store, idea: str, until: date) -> list[date]:
    """The days with a shift on an idea, in order."""
    rows = store.rows(
        "SELECT day FROM day_idea WHERE idea = ? AND day <= ? ORDER BY day",
        (idea, until.isoformat()),
    )
    return [cell.day(day) for (day,) in rows]


def by_day(store: Store, idea: str, first: date, last: date) -> dict[date, tuple[int, int, int]]:
    """Shifts, minutes and Little Yeses on an idea of each active day in a span."""
    rows = store.rows(
        "SELECT day, shifts, minutes, little_yeses FROM day_idea "
        "WHERE idea = ? AND day BETWEEN ? AND ?",
        (idea, first.isoformat(), last.isoformat()),
    )
    return {
        cell.day(day): (cell.number(shifts), cell.number(minutes), cell.number(yeses))
        for day, shifts, minutes, yeses in rows
    }


def totals(store: Store, idea: str, until: date) -> tuple[int, int, int]:
    """Shifts, minutes and Little Yeses on an idea."""
    row = store.row(
        "SELECT sum(shifts), sum(minutes), sum(little_yeses) FROM day_idea "
        "WHERE idea = ? AND day <= ?",
        (idea, until.isoformat()),
    )
    shifts, minutes, yeses = row or (0, 0, 0)
    return cell.number(shifts), cell.number(minutes), cell.number(yeses)


def people(store: Store, idea: str) -> int:
    """How many people came along with an idea."""
    return store.number("SELECT count(*) FROM idea_person WHERE idea = ?", (idea,))


def hours(store: Store, idea: str | None) -> Mapping[tuple[int, int], int]:
    """Shifts by weekday, Monday 0, and hour of the wall clock."""
    rows = (
        store.rows("SELECT weekday, hour, shifts FROM weekday_hour")
        if idea is None
        else store.rows("SELECT weekday, hour, shifts FROM idea_hour WHERE idea = ?", (idea,))
    )
    return {
        (cell.number(day), cell.number(hour)): cell.number(shifts) for day, hour, shifts in rows
    }


def kinds(store: Store, idea: str | None) -> dict[Kind, int]:
    """Shifts by the kind of their prompt; those without one are left out."""
    rows = (
        store.rows(
            "SELECT kind, sum(shifts) FROM prompt_total "
            "JOIN prompt ON prompt.id = prompt_total.prompt GROUP BY kind"
        )
        if idea is None
        else store.rows(
            "SELECT kind, sum(shifts) FROM idea_prompt "
            "JOIN prompt ON prompt.id = idea_prompt.prompt WHERE idea = ? GROUP BY kind",
            (idea,),
        )
    )
    counts = {str(kind): cell.number(shifts) for kind, shifts in rows}
    known: tuple[Kind, ...] = get_args(Kind)
    return {kind: counts[kind] for kind in known if kind in counts}


def longest_runs(store: Store, until: date, last: Run) -> tuple[Run, ...]:
    """The longest runs, the earlier first of equal ones; `last` is the latest, up to `until`."""
    rows = store.rows(
        'SELECT length, start, "end" FROM run WHERE "end" <= ? AND start <> ? '
        "ORDER BY length DESC, start LIMIT ?",
        (until.isoformat(), last.start.isoformat(), _LONGEST_RUNS),
    )
    return longest([*(_run(row) for row in rows), last])


def longest(runs: list[Run]) -> tuple[Run, ...]:
    """The longest of these runs, as many as are told."""
    return tuple(sorted(runs, key=lambda run: (-run.length, run.start))[:_LONGEST_RUNS])


def last_points(store: Store, until: date) -> list[StrengthPoint]:
    """The last two active days, in order."""
    rows = store.rows(
        "SELECT day, strength FROM day_total WHERE day <= ? ORDER BY day DESC LIMIT 2",
        (until.isoformat(),),
    )
    return [_point(row) for row in reversed(rows)]


def points_up_to(store: Store, days: Sequence[date]) -> list[StrengthPoint]:
    """For each of these days the last active day up to it, without repeats and in order."""
    rows = store.rows(
        "SELECT DISTINCT day_total.day, strength FROM json_each(?) AS wanted JOIN day_total "
        "ON day_total.day = (SELECT max(day) FROM day_total WHERE day <= wanted.value) "
        "ORDER BY day_total.day",
        (json.dumps([day.isoformat() for day in days]),),
    )
    return [_point(row) for row in rows]


def _point(row: Row) -> StrengthPoint:
    day, strength = row
    return StrengthPoint(cell.day(day), float(strength or 0))


def _run(row: Row) -> Run:
    length, start, end = row
    return Run(cell.number(length), cell.day(start), cell.day(end))
