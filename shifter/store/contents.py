"""What is in a data file of any version, without opening it for good."""

import sqlite3
from contextlib import closing
from datetime import date

from shifter.core.contents import Contents
from shifter.store.connection import open_existing, recognised
from shifter.store.patience import Patience
from shifter.store.troubles import trouble


def contents(path: str) -> Contents:
    """What is in the file; raises FileTrouble where it can't be read or is not shifter's."""
    try:
        with closing(open_existing(path)) as connection:
            return Patience()(lambda: _contents(connection, path))
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def _contents(connection: sqlite3.Connection, path: str) -> Contents:
    version = recognised(connection, path)
    if not version:
        return Contents(0, 0, 0, 0, None, None)
    shifts, ideas, people = (
        connection.execute(f"SELECT count(*) FROM {table} WHERE deleted IS NULL").fetchone()[0]
        for table in ("shift", "idea", "person")
    )
    newest = connection.execute(
        "SELECT day, text FROM shift WHERE deleted IS NULL ORDER BY day DESC, done_at DESC LIMIT 1"
    ).fetchone()
    day, text = newest or (None, None)
    return Contents(version, shifts, ideas, people, day and _day(day), text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # damaged, which `soundness` tells
        return None
