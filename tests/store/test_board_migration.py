"""The counts that the board reads are there for shifts that were logged before it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

from shifter.store.derived import rebuild
from shifter.store.store import Store
from shifter.store.tallies import TABLES

OLDEST = Path(__file__).parent / "schemas" / "001.sql"


def counts(connection: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    return {name: set(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in TABLES}


def test_an_old_file_gets_the_counts_that_a_rebuild_gives(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OLDEST.read_text(encoding="utf-8"))
    Store(str(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        migrated = counts(connection)
        rebuild(connection)
        assert migrated == counts(connection)
        assert migrated["idea_hour"]
        assert migrated["idea_person"]
