"""A file that is no longer the one that was opened is noticed before anything is written."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.errors import FileTrouble
from shifter.store.patience import Patience
from shifter.store.store import Store

NOW = datetime(2026, 11, 19, 7, 58, tzinfo=UTC)


def add_person(store: Store, name: str) -> None:
    with store.transaction("added somebody", NOW) as writer:
        writer.insert("person", {"name": name})


def replace_it(file: Path) -> None:
    copy = file.with_name("copy.db")
    shutil.copy(file, copy)
    copy.replace(file)


def delete_it(file: Path) -> None:
    file.unlink()


def move_it(file: Path) -> None:
    file.rename(file.with_name("moved.db"))


def put_a_folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


def empty_its_folder(file: Path) -> None:
    shutil.rmtree(file.parent)


@pytest.mark.parametrize(
    "meddle", [replace_it, delete_it, move_it, put_a_folder_there, empty_its_folder]
)
def test_nothing_is_written_once_the_file_is_another(
    file: Path, store: Store, meddle: Callable[[Path], None]
) -> None:
    add_person(store, "Ana")
    meddle(file)
    root = file.parents[1]
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for _ in range(2):
        with pytest.raises(FileTrouble, match="moved or replaced"):
            add_person(store, "Bo")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_file_that_came_back_is_written_again(file: Path, store: Store) -> None:
    away = file.with_name("away.db")
    file.rename(away)
    with pytest.raises(FileTrouble):
        add_person(store, "Ana")
    away.rename(file)
    add_person(store, "Bo")
    assert store.rows("SELECT name FROM person") == [("Bo",)]


def test_what_takes_the_files_place_while_it_is_waited_for_is_what_is_written(
    file: Path, store: Store
) -> None:
    """A restore holds the file, and lets go of it once another stands in its place."""
    store.close()
    restoring = sqlite3.connect(file, isolation_level=None)
    restoring.execute("BEGIN EXCLUSIVE")

    def finish(_seconds: float) -> None:
        replace_it(file)
        restoring.close()

    with closing(Store(str(file), Patience(meanwhile=finish))) as opened:
        add_person(opened, "Ana")
    with closing(sqlite3.connect(file)) as found:
        assert found.execute("SELECT name FROM person").fetchall() == [("Ana",)]


def test_a_file_changed_in_place_by_another_connection_is_still_the_same(
    file: Path, store: Store
) -> None:
    with closing(Store(str(file))) as other:
        add_person(other, "Ana")
    os.utime(file)
    add_person(store, "Bo")
    assert store.rows("SELECT name FROM person ORDER BY name") == [("Ana",), ("Bo",)]


def test_what_others_wrote_is_told_once(file: Path, store: Store) -> None:
    assert not store.changed_elsewhere()
    add_person(store, "Ana")
    assert not store.changed_elsewhere()
    with closing(Store(str(file))) as other:
        add_person(other, "Bo")
        assert store.changed_elsewhere()
        assert not store.changed_elsewhere()
        assert not other.changed_elsewhere()
