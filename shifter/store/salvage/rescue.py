"""Salvaging a damaged data file: a new one with every row that can be read."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime

from shifter.core.examination import Salvage
from shifter.core.moment import to_text
from shifter.errors import FileTrouble
from shifter.store.connection import VERSION, open_existing
from shifter.store.derived import rebuild
from shifter.store.identity import new_id
from shifter.store.partials import partial_beside
from shifter.store.salvage.filling import fill, revive, tables_of
from shifter.store.salvage.pages import Pages
from shifter.store.salvage.standing_in import referring_column, stand_in
from shifter.store.schema import lay_out
from shifter.store.settings import unsound_settings
from shifter.store.soundness import unreadable_dates
from shifter.store.troubles import trouble
from shifter.store.writer import Writer
from shifter.whole_files import sync_folder

# What the file remembers for itself stands on pages of another kind.
_SHIPPED = "prompt"
_SMALL = ("state", "at_hand", "timer")


def salvage(
    path: str, target: str, refill: Callable[[Writer], None], now: datetime
) -> Salvage | None:
    """Write what can be read of the file at `path` to a new one; None where there is nothing.

    `refill` puts back what ships with shifter. Raises FileTrouble where the file can't be read at
    all, or the new one not be written. The file at `path` is only read.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise FileTrouble("Nothing was salvaged", f"{path}: {error.strerror}.") from error
    try:
        with partial_beside(target) as partial:
            with closing(sqlite3.connect(partial, isolation_level=None)) as new:
                new.execute("BEGIN IMMEDIATE")
                writer = Writer(new, "salvage", new_id(), to_text(now))
                rows = _filled(new, content, path, writer, refill)
                new.execute("COMMIT")
            if not any(count for table, count in rows.items() if table != _SHIPPED):
                return None
            os.replace(partial, target)
            sync_folder(os.path.dirname(target) or ".")
    except sqlite3.Error as error:
        raise trouble(error, target) from error
    except OSError as error:
        raise FileTrouble("Nothing was salvaged", f"{target}: {error.strerror}.") from error
    return Salvage(target, rows, lost(path, rows))


def _filled(
    new: sqlite3.Connection,
    content: bytes,
    path: str,
    writer: Writer,
    refill: Callable[[Writer], None],
) -> dict[str, int]:
    version = int.from_bytes(content[60:64])
    lay_out(new, version if 1 <= version <= VERSION else VERSION)
    fill(new, Pages(content))
    for table, _, wrong in list(unreadable_dates(new)):
        new.execute(f'DELETE FROM "{table}" WHERE {wrong}')
    for name in unsound_settings(new):
        new.execute("DELETE FROM setting WHERE id = ?", (name,))
    revive(new)
    rows = {name: _count(new, name) for name in tables_of(new)}
    _copy_small_tables(new, path)
    lay_out(new, VERSION)
    refill(writer)
    stand_in(new, writer)
    gone = _let_go_of_what_is_lost(new)
    rebuild(new)
    return {name: count - gone.get(name, 0) for name, count in rows.items()}


def _copy_small_tables(new: sqlite3.Connection, path: str) -> None:
    for table in _SMALL:
        with suppress(sqlite3.Error), closing(open_existing(path)) as damaged:
            for row in damaged.execute(f"SELECT * FROM {table}").fetchall():
                marks = ", ".join("?" * len(row))
                new.execute(f"INSERT INTO {table} VALUES ({marks})", row)
    # The next start looks at what ships again.
    new.execute("DELETE FROM state WHERE id LIKE 'catalogue_%'")


def _let_go_of_what_is_lost(new: sqlite3.Connection) -> dict[str, int]:
    """Clear each reference to a row that is not there; a row that can't do without one goes too.

    Returns how many rows of each table went.
    """
    gone: dict[str, int] = {}
    while astray := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, _, other, which in {(row[0], None, *row[2:]) for row in astray}:
            column = referring_column(new, table, which)
            dangling = f'"{column}" NOT IN (SELECT id FROM "{other}")'
            try:
                new.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE {dangling}')
            except sqlite3.IntegrityError:
                deleted = new.execute(f'DELETE FROM "{table}" WHERE {dangling}').rowcount
                gone[table] = gone.get(table, 0) + deleted
    return gone


def count_rows(path: str) -> dict[str, int]:
    """How many rows each table of a sound file has, as a salvage counts them."""
    with closing(open_existing(path)) as connection:
        return {name: _count(connection, name) for name in tables_of(connection)}


def lost(path: str, rows: dict[str, int]) -> int | None:
    """How many rows a damaged file must have had beside these; None where nobody can tell.

    What a damaged table can't tell any more, one of its indexes often can.
    """
    missing = 0
    for table, came in rows.items():
        known: list[int] = []
        with suppress(sqlite3.Error), closing(open_existing(path)) as damaged:
            look = f"SELECT name FROM pragma_index_list('{table}') WHERE NOT partial"
            indexes = [f'INDEXED BY "{name}"' for (name,) in damaged.execute(look).fetchall()]
            for how in ("NOT INDEXED", *indexes):
                with suppress(sqlite3.Error):
                    known.append(_count(damaged, table, how))
        if not known:
            return None
        missing += max(0, max(known) - came)
    return missing


def _count(connection: sqlite3.Connection, table: str, how: str = "") -> int:
    found: int = connection.execute(f'SELECT count(*) FROM "{table}" {how}').fetchone()[0]
    return found
