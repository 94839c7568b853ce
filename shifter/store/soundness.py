"""Whether a database is whole, as far as SQLite can tell."""

import sqlite3
from contextlib import closing

from shifter.store.connection import open_existing
from shifter.store.patience import Patience
from shifter.store.troubles import trouble


def first_damage(path: str, *, thorough: bool = False) -> str | None:
    """The first thing that is wrong with a file, in SQLite's words; None if it is whole.

    A quick look reads every page and holds every row against its table's rules; a thorough one
    compares each index with its table as well. Raises FileTrouble where the file can't be looked at
    for another reason.
    """
    look = "integrity_check" if thorough else "quick_check"
    try:
        with closing(open_existing(path)) as connection:
            return Patience()(lambda: _first_damage(connection, look))
    except sqlite3.Error as error:
        if is_damage(error):
            return str(error)
        raise trouble(error, path) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite found the file itself wrong, rather than the disk or who holds it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _first_damage(connection: sqlite3.Connection, look: str) -> str | None:
    ((said,),) = connection.execute(f"PRAGMA {look}(1)").fetchall()
    if said != "ok":
        return str(said)
    astray = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"a row of {astray[0]} refers to nothing in {astray[2]}" if astray else None
