"""The derived rows: kept up to date from the first changed day on, and computable again whole."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from shifter.core.records import Run, Settings
from shifter.core.rest import RestDays
from shifter.core.runs import joins
from shifter.core.strength import after_active, after_empty
from shifter.store import tallies
from shifter.store.documents import days_of_names, rebuild_documents, refresh_documents
from shifter.store.figures import STANDING, Standing, standing_of
from shifter.store.settings import read_settings
from shifter.store.writer import Touched, Value

ShiftRow = Mapping[str, Value]

_FIGURES = ("day_total", "run", "day_idea", "idea_total", "person_total")


def refresh(connection: sqlite3.Connection, touched: Touched) -> None:
    """Bring every derived row up to what a transaction changed."""
    told = touched.told_days | days_of_names(connection, touched.told_names)
    refresh_documents(connection, told | _refresh_figures(connection, touched))
    if touched.offers or touched.rules or any(before for before, _ in touched.shifts):
        # Loaded late: a shift that is logged teaches the pick nothing.
        from shifter.store import learning

        learning.refresh(connection, touched)
    if touched.prompts:
        from shifter.store.prompts import sort_out

        sort_out(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Throw every derived row away and compute all of them from the log."""
    from shifter.store import learning
    from shifter.store.prompts import sort_out

    _rebuild_figures(connection)
    rebuild_documents(connection)
    learning.rebuild(connection)
    sort_out(connection)


def recount(connection: sqlite3.Connection) -> list[str]:
    """Compute all of them again inside a transaction; returns the tables that were wrong."""
    from shifter.store import learning
    from shifter.store.prompts import sort_out

    tables = (*_FIGURES, *tallies.TABLES, *learning.EXACT_TABLES, "prompts_alike")

    def rows() -> dict[str, set[tuple[Value, ...]]]:
        return {name: set(connection.execute(f"SELECT * FROM {name}")) for name in tables}

    before = rows()
    _rebuild_figures(connection)
    learning.rebuild(connection)
    sort_out(connection)
    after = rows()
    wrong = [name for name in tables if before[name] != after[name]]
    return [*wrong, *rebuild_documents(connection)]


def _refresh_figures(connection: sqlite3.Connection, touched: Touched) -> set[str]:
    """Count what changed; returns the days on which a run now begins, or no longer does."""
    for before, after in touched.shifts:
        _count(connection, before, -1)
        _count(connection, after, +1)
    days = {str(row["day"]) for pair in touched.shifts for row in pair if row is not None}
    _recount_days(connection, days)
    _date_people(connection, touched.shifts)
    first = min([*days, *touched.rest_days], default=None)
    if {"rest_weekdays", "grace"}.intersection(touched.rules):
        first = ""
    return set() if first is None else _rebuild_from(connection, first)


def _rebuild_figures(connection: sqlite3.Connection) -> None:
    for table in (*_FIGURES, *tallies.TABLES):
        connection.execute(f"DELETE FROM {table}")
    cursor = connection.execute("SELECT * FROM shift WHERE deleted IS NULL")
    names = [column[0] for column in cursor.description]
    touched = Touched.nothing()
    touched.shifts.extend((None, dict(zip(names, row, strict=True))) for row in cursor.fetchall())
    touched.rules.append("grace")
    _refresh_figures(connection, touched)


def _count(connection: sqlite3.Connection, shift: ShiftRow | None, sign: int) -> None:
    """Add a shift to what is counted beside the days, or take it out again."""
    if shift is None or shift["deleted"] is not None:
        return
    tallies.tally(connection, shift, sign)
    if shift["person"] is not None:
        connection.execute(
            "INSERT INTO person_total VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET shifts = shifts + excluded.shifts",
            (shift["person"], sign, shift["day"]),
        )
    if shift["idea"] is None:
        return
    figures = (sign, sign * int(shift["minutes"] or 0), sign * int(shift["little_yes"] or 0))
    added = (
        "ON CONFLICT DO UPDATE SET shifts = shifts + excluded.shifts, "
        "minutes = minutes + excluded.minutes, "
        "little_yeses = little_yeses + excluded.little_yeses"
    )
    connection.execute(
        f"INSERT INTO day_idea (day, idea, shifts, minutes, little_yeses) "
        f"VALUES (?, ?, ?, ?, ?) {added}",
        (shift["day"], shift["idea"], *figures),
    )
    connection.execute(
        "DELETE FROM day_idea WHERE idea = ? AND day = ? AND shifts = 0",
        (shift["idea"], shift["day"]),
    )
    connection.execute(
        f"INSERT INTO idea_total VALUES (?, ?, ?, ?) {added}", (shift["idea"], *figures)
    )
    connection.execute("DELETE FROM idea_total WHERE idea = ? AND shifts = 0", (shift["idea"],))


def _date_people(
    connection: sqlite3.Connection,
    shifts: Iterable[tuple[ShiftRow | None, ShiftRow]],
) -> None:
    """Find the first day of everybody whose shifts changed; without any, they are not counted."""
    people = {row["person"] for pair in shifts for row in pair if row is not None} - {None}
    for person in people:
        connection.execute("DELETE FROM person_total WHERE person = ? AND shifts = 0", (person,))
        connection.execute(
            "UPDATE person_total SET first_day = "
            "(SELECT min(day) FROM shift WHERE person = :person AND deleted IS NULL) "
            "WHERE person = :person",
            {"person": person},
        )


def _recount_days(connection: sqlite3.Connection, days: Iterable[str]) -> None:
    for day in days:
        shifts, minutes, little_yeses = connection.execute(
            "SELECT count(*), coalesce(sum(minutes), 0), coalesce(sum(little_yes), 0) "
            "FROM shift WHERE day = ? AND deleted IS NULL",
            (day,),
        ).fetchone()
        if not shifts:
            connection.execute("DELETE FROM day_total WHERE day = ?", (day,))
            continue
        connection.execute(
            "INSERT INTO day_total VALUES (?, ?, ?, ?, '', 0, 0, 0, 0, 0, 0, 0, 0, '', '') "
            "ON CONFLICT DO UPDATE SET shifts = excluded.shifts, minutes = excluded.minutes, "
            "little_yeses = excluded.little_yeses",
            (day, shifts, minutes, little_yeses),
        )


def _rebuild_from(connection: sqlite3.Connection, first: str) -> set[str]:
    """Compute the cumulative figures again for every active day from `first` on.

    Returns the days on which a run begins and did not before, or did and no longer does.
    """
    settings = read_settings(connection)
    standing = _standing_before(connection, first)
    rest = _rest_since(connection, settings, standing.day.isoformat() if standing else "")
    # The run that goes on, or ended, before the first changed day is written again as well.
    first_run = standing.run.start.isoformat() if standing else ""
    runs = {standing.run.start: standing.run} if standing else {}
    rows = connection.execute(
        "SELECT day, shifts, minutes, little_yeses FROM day_total WHERE day >= ? ORDER BY day",
        (first,),
    ).fetchall()
    updates: list[tuple[Value, ...]] = []
    for day, *counts in rows:
        standing = _after(standing, date.fromisoformat(day), counts, rest, settings.grace)
        runs[standing.run.start] = standing.run
        updates.append((*_columns(standing), day))
    connection.executemany(
        "UPDATE day_total SET run_start = ?, run_length = ?, strength = ?, total_shifts = ?, "
        "total_minutes = ?, total_little_yeses = ?, active_days = ?, returns = ?, "
        "longest_length = ?, longest_start = ?, longest_end = ? WHERE day = ?",
        updates,
    )
    starts = {
        start
        for (start,) in connection.execute(
            "DELETE FROM run WHERE start >= ? RETURNING start", (first_run,)
        )
    }
    connection.executemany(
        'INSERT INTO run (start, "end", length) VALUES (?, ?, ?)',
        [(run.start.isoformat(), run.end.isoformat(), run.length) for run in runs.values()],
    )
    begun = {start.isoformat() for start in runs}
    # The first run of all is no return, and which one that is may have changed.
    first_of_all = {min(each) for each in (starts, begun) if each and not first_run}
    return (starts ^ begun) | first_of_all


def _after(
    before: Standing | None, day: date, counts: list[int], rest: RestDays, grace: int
) -> Standing:
    """The figures as of an active day, which follow from those of the one before it."""
    shifts, minutes, little_yeses = counts
    if before is None:
        run = Run(1, day, day)
        return Standing(day, run, run, after_active(0.0), shifts, minutes, little_yeses, 1, 0)
    goes_on = joins(before.day, day, rest, grace)
    run = Run(before.run.length + 1, before.run.start, day) if goes_on else Run(1, day, day)
    empty = rest.counted_between(before.day, day)
    return Standing(
        day,
        run,
        run if run.length > before.longest.length else before.longest,
        after_active(after_empty(before.strength, empty)),
        before.shifts + shifts,
        before.minutes + minutes,
        before.little_yeses + little_yeses,
        before.active_days + 1,
        before.returns + (not goes_on),
    )


def _columns(standing: Standing) -> tuple[Value, ...]:
    run, longest = standing.run, standing.longest
    return (
        run.start.isoformat(),
        run.length,
        standing.strength,
        standing.shifts,
        standing.minutes,
        standing.little_yeses,
        standing.active_days,
        standing.returns,
        longest.length,
        longest.start.isoformat(),
        longest.end.isoformat(),
    )


def _standing_before(connection: sqlite3.Connection, first: str) -> Standing | None:
    rows = connection.execute(
        f"{STANDING} WHERE day < ? ORDER BY day DESC LIMIT 1", (first,)
    ).fetchall()
    return standing_of(rows[0]) if rows else None


def _rest_since(connection: sqlite3.Connection, settings: Settings, day: str) -> RestDays:
    marked = connection.execute(
        "SELECT DISTINCT day FROM rest_day WHERE day > ? AND deleted IS NULL", (day,)
    ).fetchall()
    return RestDays(
        settings.rest_weekdays,
        frozenset(date.fromisoformat(marked_day) for (marked_day,) in marked),
    )
