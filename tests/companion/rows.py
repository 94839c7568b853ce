"""What stands in a data file, read past shifter."""

import sqlite3
from contextlib import closing
from pathlib import Path

Rows = frozenset[tuple[object, ...]]

# When and where a row was written says nothing about what it says.
_BOOKKEEPING = {"created", "updated", "deleted", "device"}

# What this one file remembers for itself: neither made by people nor derived from what they made.
_ASIDE = {
    "change",
    "state",
    "at_hand",
    "timer",
    "phrase",
    "weighing",
    "_sqlite_migrations",
    "sqlite_sequence",
}

# The index of words, which keeps them in tables of its own.
_INDEX = "search"


def lines(file: Path, section: str) -> set[object]:
    """What the phrases of a section say."""
    return {text for (text,) in table(file, f"SELECT text FROM phrase WHERE section = '{section}'")}


def people_made(file: Path) -> dict[str, Rows]:
    """Every row that people made and that was not deleted, without when it was written."""
    with closing(sqlite3.connect(file)) as connection:
        rows = {
            table: _living(connection, table, columns)
            for table, columns in _tables(connection).items()
            if "deleted" in columns and table != "offer"
        }
        # What became of a pick is somebody's doing; that it was shown is not. A smaller one may
        # get smaller still, so that only the rung tells them apart.
        answered = connection.execute(
            "SELECT prompt, rung, outcome, shift FROM offer WHERE deleted IS NULL AND outcome IN "
            "('done', 'skipped', 'smaller', 'pocketed', 'retired')"
        )
        return {**rows, "offer": frozenset(answered.fetchall())}


def derived(file: Path) -> dict[str, Rows]:
    """Every derived row."""
    with closing(sqlite3.connect(file)) as connection:
        return {
            table: frozenset(connection.execute(f"SELECT * FROM {table}").fetchall())
            for table, columns in _tables(connection).items()
            if "deleted" not in columns
        }


def everything(file: Path) -> list[str]:
    """The whole file as SQL."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def table(file: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of one query."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table that is not set aside."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})").fetchall()]
        for (name,) in names
        if name not in _ASIDE and not name.startswith(_INDEX)
    }


def _living(connection: sqlite3.Connection, table: str, columns: list[str]) -> Rows:
    kept = ", ".join(f'"{column}"' for column in columns if column not in _BOOKKEEPING)
    return frozenset(
        connection.execute(f"SELECT {kept} FROM {table} WHERE deleted IS NULL").fetchall()
    )
