"""Putting rows that were found on pages into the tables of a new file, which decides what fits."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shifter.store.salvage.pages import LEAF, Pages, Row

_SCHEMA_ROOT, _SCHEMA_COLUMNS = 1, 5


class Table(NamedTuple):
    """A table of the new file. `number_column` is the place of a column that is the row's number.

    `strictness` counts its rules: a row that two tables would take belongs to the stricter one.
    """

    name: str
    columns: tuple[str, ...]
    number_column: int | None
    strictness: int

    def take(self, new: sqlite3.Connection, row: Row) -> bool:
        """Add a row unless it breaks a rule of the table; one that is there already stays."""
        number, values = row
        if len(values) > len(self.columns):
            return False
        if self.number_column is not None:
            values[self.number_column] = number
        names = ", ".join(f'"{name}"' for name in self.columns[: len(values)])
        marks = ", ".join("?" * len(values))
        try:
            new.execute(
                f'INSERT INTO "{self.name}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING',
                values,
            )
        except (sqlite3.Error, OverflowError):
            return False
        return True


def tables_of(new: sqlite3.Connection) -> dict[str, Table]:
    """The tables of what people made, and of its history; all others are computed again."""
    found = new.execute(
        "SELECT name, sql FROM sqlite_master AS master WHERE type = 'table' AND EXISTS "
        "(SELECT 1 FROM pragma_table_info(master.name) AS its WHERE its.name = 'device')"
    ).fetchall()
    return {name: _table(new, name, sql) for name, sql in found}


def _table(new: sqlite3.Connection, name: str, sql: str) -> Table:
    columns = new.execute(f'PRAGMA table_info("{name}")').fetchall()
    number_column = next((c[0] for c in columns if c[5] and c[2] == "INTEGER"), None)
    strictness = sql.count("CHECK") - sql.count("<> ''")
    return Table(name, tuple(c[1] for c in columns), number_column, strictness)


def fill(new: sqlite3.Connection, pages: Pages) -> None:
    """Put every row that can be read where it belongs.

    A page belongs to the table whose tree leads to it, if that takes its rows. Pages that no tree
    leads to any more are dealt out row by row.
    """
    tables = tables_of(new)
    claimed = _claimed(pages)
    astray = [
        number
        for number in range(1, pages.count + 1)
        if number not in claimed and pages.kind(number) == LEAF
    ]
    for number, name in claimed.items():
        table = tables.get(name)
        if table is not None and not _took_any(new, table, pages.rows(number)):
            astray.append(number)
    free = pages.free()
    homes = dict(new.execute('SELECT "row", "table" FROM change').fetchall())
    for number in astray:
        if number not in free:
            for row in pages.rows(number):
                _deal_out(new, tables, homes, row)


def _claimed(pages: Pages) -> dict[int, str]:
    """Which table each leaf page belongs to, by the trees."""
    claimed = dict.fromkeys(pages.leaves(_SCHEMA_ROOT), "sqlite_master")
    for leaf in list(claimed):
        for _, (kind, name, _of, root, *_sql) in _of_five(pages.rows(leaf)):
            if kind == "table" and isinstance(name, str) and isinstance(root, int):
                for number in pages.leaves(root):
                    claimed.setdefault(number, name)
    return claimed


def _of_five(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if len(row[1]) == _SCHEMA_COLUMNS)


def _took_any(new: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> bool:
    return any([table.take(new, row) for row in rows])  # noqa: C419 - every row is to be tried


def _deal_out(
    new: sqlite3.Connection, tables: dict[str, Table], homes: dict[str, str], row: Row
) -> None:
    """Give a row to the table that its changes name, else to the strictest one that takes it."""
    first = row[1][0]
    home = homes.get(first) if isinstance(first, str) else None
    known = [tables[home]] if home in tables else []
    length = len(row[1])
    others = sorted(
        tables.values(), key=lambda table: (len(table.columns) != length, -table.strictness)
    )
    for table in (*known, *others):
        if table.take(new, row):
            return


def revive(new: sqlite3.Connection) -> None:
    """Make rows that were lost once more, out of the history of their changes."""
    tables = tables_of(new)
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for table, id, before, after, created, undone_at in new.execute(
        'SELECT "table", "row", before, after, created, undone_at FROM change ORDER BY sequence'
    ).fetchall():
        key = table, id
        if before is None:
            rows[key] = {**json.loads(after), "deleted": undone_at}
        elif key in rows and undone_at is None:
            rows[key] |= {**json.loads(after), "updated": created}
    for (name, _), row in rows.items():
        if name in tables:
            columns = tables[name].columns
            values = [row.get(column) for column in columns]
            tables[name].take(new, (0, values))  # type: ignore[arg-type]  # JSON has these alone
