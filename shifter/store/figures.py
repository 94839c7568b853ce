"""The derived figures of days and runs."""

from datetime import date

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Run, Totals
from shifter.core.rest import RestDays
from shifter.store import cell
from shifter.store.store import Row, Store

STANDING = (
    "SELECT day, run_start, run_length, strength, total_shifts, total_minutes, "
    "total_little_yeses, active_days, returns, longest_length, longest_start, longest_end "
    "FROM day_total"
)


class Standing(NamedTuple):
    """Every cumulative figure as of the end of one active day."""

    day: date
    run: Run
    longest: Run
    strength: float
    shifts: int
    minutes: int
    little_yeses: int
    active_days: int
    returns: int


def standing(store: Store, as_of: date) -> Standing | None:
    """The figures of the last active day up to `as_of`; None before the first shift."""
    row = store.row(f"{STANDING} WHERE day <= ? ORDER BY day DESC LIMIT 1", (as_of.isoformat(),))
    return None if row is None else standing_of(row)


def standing_of(row: Row) -> Standing:
    """The figures in a row of `STANDING`."""
    day, run_start, run_length, strength, shifts, minutes, little_yeses, *rest = row
    active_days, returns, length, start, end = rest
    return Standing(
        cell.day(day),
        Run(cell.number(run_length), cell.day(run_start), cell.day(day)),
        Run(cell.number(length), cell.day(start), cell.day(end)),
        float(strength or 0),
        cell.number(shifts),
        cell.number(minutes),
        cell.number(little_yeses),
        cell.number(active_days),
        cell.number(returns),
    )


def totals(store: Store, first: date, last: date) -> Totals:
    """What a span of days adds up to, both ends included."""
    row = store.row(
        "SELECT coalesce(sum(shifts), 0), coalesce(sum(minutes), 0), count(*) "
        "FROM day_total WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return Totals(*(cell.number(value) for value in row)) if row else Totals(0, 0, 0)


def by_day(store: Store, first: date, last: date) -> dict[date, tuple[int, int, int]]:
    """Shifts, minutes and Little Yeses of each active day in a span, both ends included."""
    rows: list[Row] = store.rows(
        "SELECT day, shifts, minutes, little_yeses FROM day_total WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return {
        cell.day(day): (cell.number(shifts), cell.number(minutes), cell.number(yeses))
        for day, shifts, minutes, yeses in rows
    }


def first_day(store: Store) -> date | None:
    """The first active day."""
    row = store.row("SELECT min(day) FROM day_total")
    return cell.day_if_any(row[0]) if row else None


def people(store: Store, as_of: date) -> int:
    """How many people had come along by then."""
    return store.number(
        "SELECT count(*) FROM person_total WHERE first_day <= ?", (as_of.isoformat(),)
    )


def rest_days(store: Store, first: date, last: date) -> RestDays:
    """The weekly rest days, and the marked ones of a span."""
    rows = store.rows(
        "SELECT DISTINCT day FROM rest_day WHERE day BETWEEN ? AND ? AND deleted IS NULL",
        (first.isoformat(), last.isoformat()),
    )
    return RestDays(store.settings().rest_weekdays, frozenset(cell.day(day) for (day,) in rows))


def marked_rests(store: Store) -> int:
    """How many times rest was marked; days that follow each other are one time."""
    return store.number(
        "SELECT count(DISTINCT day) FROM rest_day WHERE deleted IS NULL AND date(day, '-1 day') "
        "NOT IN (SELECT day FROM rest_day WHERE deleted IS NULL)"
    )


def marked_rest_days(store: Store, first: date, last: date) -> dict[date, list[str]]:
    """The ids of the marks of each marked day in a span; two machines may have marked one day."""
    marks: dict[date, list[str]] = {}
    for id, day in store.rows(
        "SELECT id, day FROM rest_day WHERE day BETWEEN ? AND ? AND deleted IS NULL",
        (first.isoformat(), last.isoformat()),
    ):
        marks.setdefault(cell.day(day), []).append(str(id))
    return marks
