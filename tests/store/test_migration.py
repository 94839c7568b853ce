import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shifter.store.connection import APPLICATION_ID, VERSION
from shifter.store.derived import rebuild
from shifter.store.store import Store
from tests.companion.rows import derived

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))

# SQLite's own, and the ledger of sqlite-utils.
_NOT_OURS = {"sqlite_sequence", "_sqlite_migrations"}


def schema(store: Store) -> set[tuple[object, ...]]:
    return set(store.rows("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def tables(store: Store) -> Iterator[str]:
    for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if name not in _NOT_OURS:
            yield str(name)


def applied(store: Store) -> list[tuple[object, ...]]:
    return list(store.rows("SELECT * FROM _sqlite_migrations"))


def from_dump(file: Path, dump: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def test_every_table_is_strict(store: Store) -> None:
    lax = store.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
    assert set(tables(store)).isdisjoint({str(name) for (name,) in lax})


def test_a_new_file_has_its_marks_and_keeps_references_whole(store: Store) -> None:
    assert store.row("PRAGMA application_id") == (APPLICATION_ID,)
    assert store.row("PRAGMA user_version") == (VERSION,)
    assert store.row("PRAGMA foreign_keys") == (1,)
    assert store.rows("PRAGMA foreign_key_check") == []
    assert store.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_commit_survives_a_power_cut_and_leaves_one_file(store: Store, file: Path) -> None:
    assert store.row("PRAGMA journal_mode") == ("delete",)
    assert store.row("PRAGMA synchronous") == (3,)
    assert [path.name for path in file.parent.iterdir()] == ["shifter.db"]


def test_what_people_make_can_be_brought_together_with_another_copy(store: Store) -> None:
    """Keys that no two devices share, and who changed what when: nothing is erased."""
    for table in ("shift", "idea", "idea_stage", "person", "prompt", "rest_day", "offer", "pocket"):
        columns = {str(row[1]): row for row in store.rows(f"PRAGMA table_info({table})")}
        assert columns["id"][2] == "TEXT", table
        assert columns.keys() >= {"created", "updated", "deleted", "device"}, table
        indexes = store.rows(f"SELECT \"unique\", origin FROM pragma_index_list('{table}')")
        assert [origin for unique, origin in indexes if unique] == ["pk"], table


def test_opening_twice_migrates_once(file: Path) -> None:
    with closing(Store(str(file))) as first:
        made, done = schema(first), applied(first)
    before = file.read_bytes()
    with closing(Store(str(file))) as second:
        assert (schema(second), applied(second)) == (made, done)
    assert file.read_bytes() == before


@pytest.mark.parametrize("dump", SCHEMAS, ids=lambda path: path.stem)
def test_an_old_file_becomes_what_a_new_one_is(tmp_path: Path, file: Path, dump: Path) -> None:
    from_dump(file, dump)
    with closing(Store(str(file))) as old, closing(Store(str(tmp_path / "new.db"))) as new:
        assert schema(old) == schema(new)
        assert old.row("PRAGMA user_version") == (VERSION,)
        assert old.rows("PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("dump", SCHEMAS, ids=lambda path: path.stem)
def test_the_derived_rows_of_an_old_file_are_what_a_recount_gives(file: Path, dump: Path) -> None:
    from_dump(file, dump)
    Store(str(file)).close()
    migrated = derived(file)
    with closing(sqlite3.connect(file)) as connection:
        rebuild(connection)
        connection.commit()
    assert migrated == derived(file)
    assert len(migrated["day_total"]) == 2


@pytest.mark.parametrize("dump", SCHEMAS, ids=lambda path: path.stem)
def test_an_old_file_keeps_what_was_in_it(file: Path, dump: Path) -> None:
    from_dump(file, dump)
    with closing(Store(str(file))) as store:
        assert store.rows("SELECT text, day, note FROM shift ORDER BY id") == [
            ("Emailed Ana about the kiln", "2026-11-18", "She said\nyes"),
            ("Named Ana as an inspiration", "2026-11-19", None),
        ]
        assert store.rows("SELECT name, stage FROM idea") == [("Pottery", "hunch")]
        assert store.row("SELECT count(*) FROM change") == (5,)
        assert store.rows("SELECT day, shifts FROM day_total ORDER BY day") == [
            ("2026-11-18", 1),
            ("2026-11-19", 1),
        ]


def test_there_is_a_schema_kept_of_every_version() -> None:
    assert [int(path.stem) for path in SCHEMAS] == list(range(1, VERSION + 1))


_OPEN_AT_THE_WORD = """
import sys
from datetime import UTC, datetime
from shifter.store.derived import rebuild
from shifter.store.store import Store
from tests.companion.rows import derived
print("ready", flush=True)
sys.stdin.readline()
store = Store(sys.argv[1])
with store.transaction("added somebody", datetime.now(UTC)) as writer:
    writer.insert("person", {"name": sys.argv[2]})
store.close()
"""


def test_four_processes_may_make_the_file_at_once(file: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN_AT_THE_WORD, str(file), f"person {number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        _, complaints = process.communicate(timeout=60)
        assert (process.returncode, complaints) == (0, "")
    with closing(Store(str(file))) as store:
        names = store.rows("SELECT name FROM person ORDER BY name")
        assert names == [(f"person {number}",) for number in range(4)]
        assert len(applied(store)) == len(SCHEMAS)
