"""Keeps a file of the present version as SQL, to prove that every later version opens it.

Run as `python -m tests.store.keep_schema` once a migration is finished, before it is released.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shifter.store import ideas
from shifter.store.connection import APPLICATION_ID, VERSION
from shifter.store.identity import device
from shifter.store.store import Store

if TYPE_CHECKING:
    from shifter.store.writer import Value

SCHEMAS = Path(__file__).parent / "schemas"

_MORNING = datetime(2026, 11, 19, 6, 58, tzinfo=UTC)


def fill(store: Store) -> None:
    """A day and a half of somebody's log."""
    with store.transaction("added the idea “Pottery”", _MORNING) as writer:
        pottery = ideas.add(writer, "Pottery", None, date(2026, 11, 18))
    with store.transaction("logged “Emailed Ana about the kiln”", _MORNING) as writer:
        ana = ideas.add_person(writer, "Ana")
        shift: dict[str, Value] = {
            "text": "Emailed Ana about the kiln",
            "done_at": "2026-11-18T06:58:00.000Z",
            "offset": 3600,
            "zone": "Europe/Berlin",
            "day": "2026-11-18",
            "minutes": 10,
            "idea": pottery,
            "person": ana,
            "little_yes": 1,
            "note": "She said\nyes",
        }
        writer.insert("shift", shift)
    with store.transaction("logged “Named Ana as an inspiration”", _MORNING) as writer:
        named: dict[str, Value] = {
            "text": "Named Ana as an inspiration",
            "done_at": "2026-11-19T06:58:00.000Z",
            "day": "2026-11-19",
            "minutes": 2,
            "idea": None,
            "little_yes": 0,
            "note": None,
        }
        writer.insert("shift", {**shift, **named})


def as_sql(file: Path) -> str:
    """The whole file, with its marks, which SQLite leaves out of a dump."""
    with closing(sqlite3.connect(file)) as connection:
        index = _set_aside_index(connection)
        *lines, commit = connection.iterdump()
    return "\n".join(
        [
            f"-- A file as version {VERSION} wrote it. Never edited.",
            f"PRAGMA application_id = {APPLICATION_ID};",
            f"PRAGMA user_version = {VERSION};",
            *lines,
            *index,
            commit,
            "",
        ]
    )


def _set_aside_index(connection: sqlite3.Connection) -> list[str]:
    """Take the index of words out, which a dump can't hold; back comes how it is made again."""
    kept = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document'"
    ).fetchall()
    (table,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DROP TABLE search")
    rebuild = "INSERT INTO search (search) VALUES ('rebuild');"
    return [f"{table};", rebuild, *(f"{sql};" for _, sql in kept)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "shifter.db"
        with closing(Store(str(new))) as store:
            fill(store)
        text = as_sql(new)
        # Whose machine it was made on is nobody's business.
        for quote in "'\"":
            text = text.replace(f"{quote}{device()}{quote}", f"{quote}kettle{quote}")
        (SCHEMAS / f"{VERSION:03}.sql").write_text(text, encoding="utf-8")
