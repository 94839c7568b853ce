"""A backup takes the data file's place, the previous file is kept, and nothing is in between."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from shifter.errors import FileTrouble, Refused
from shifter.store import backups
from shifter.store.connection import VERSION
from shifter.store.restoring import restore
from shifter.store.store import Store

NOW = datetime(2026, 11, 19, 7, 58)


def add_person(store: Store, name: str) -> None:
    with store.transaction("added somebody", datetime(2026, 11, 19, tzinfo=UTC)) as writer:
        writer.insert("person", {"name": name})


def people(file: str | Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY name")]


@pytest.fixture
def backup(file: Path) -> str:
    """A backup with Ana in it; the file itself has Bo as well."""
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
        taken = backups.take(str(file), NOW)
        add_person(store, "Bo")
    return taken.path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_backup_is_in_use_and_the_file_of_before_is_kept(file: Path, backup: str) -> None:
    aside = restore(str(file), backup, NOW)
    assert aside is not None
    assert people(file) == people(backup) == ["Ana"]
    assert people(aside) == ["Ana", "Bo"]
    assert names(file.parent) == ["shifter.db", Path(aside).name, "shifter.db-backups"]


def test_what_was_set_aside_can_be_brought_back(file: Path, backup: str) -> None:
    first = restore(str(file), backup, NOW)
    assert first is not None
    second = restore(str(file), first, NOW)
    assert people(file) == ["Ana", "Bo"]
    assert second not in (None, first)


def test_whoever_had_the_file_open_writes_nothing_to_the_one_set_aside(
    file: Path, backup: str
) -> None:
    with closing(Store(str(file))) as store:
        aside = restore(str(file), backup, NOW)
        with pytest.raises(FileTrouble, match="moved or replaced"):
            add_person(store, "Cem")
        with pytest.raises(FileTrouble, match="moved or replaced"):
            store.rows("SELECT name FROM person")
    assert aside is not None
    assert people(aside) == ["Ana", "Bo"]


def test_a_file_that_is_being_written_is_not_replaced(
    file: Path, backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shifter.store.patience.LONGEST", 0)
    monkeypatch.setattr("shifter.store.restoring.Patience", lambda: lambda attempt: attempt())
    with closing(Store(str(file))) as store:
        with store.transaction("added", datetime(2026, 11, 19, tzinfo=UTC)) as writer:
            writer.insert("person", {"name": "Cem"})
            with pytest.raises(FileTrouble, match="in use"):
                restore(str(file), backup, NOW)
        add_person(store, "Dana")
    assert people(file) == ["Ana", "Bo", "Cem", "Dana"]
    assert names(file.parent) == ["shifter.db", "shifter.db-backups"]


def garble(file: Path) -> None:
    file.write_bytes(b"\xa5" * file.stat().st_size)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def of_a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


@pytest.mark.parametrize("spoil", [garble, empty, Path.unlink, of_a_newer_version])
def test_a_file_that_cannot_be_opened_is_replaced_and_kept_as_it_was(
    file: Path, backup: str, spoil: Callable[[Path], None]
) -> None:
    spoil(file)
    before = file.read_bytes() if file.exists() else b""
    with pytest.raises(FileTrouble):
        Store(str(file))
    aside = restore(str(file), backup, NOW)
    assert people(file) == ["Ana"]
    assert (Path(aside).read_bytes() if aside else b"") == before


_DIE_WHILE_WRITING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE person SET name = 'half written'")
connection.execute("CREATE TABLE filler AS WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT hex(randomblob(99)) FROM n")
os._exit(9)
"""


def test_a_journal_left_behind_spoils_nothing(file: Path, backup: str) -> None:
    """What was cut short is taken back in the file set aside, never in the one restored."""
    subprocess.run([sys.executable, "-c", _DIE_WHILE_WRITING, file], check=False)
    journal = file.with_name("shifter.db-journal")
    assert journal.exists()
    aside = restore(str(file), backup, NOW)
    assert not journal.exists()
    assert aside is not None
    assert people(file) == ["Ana"]
    assert people(aside) == ["Ana", "Bo"]


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_company_of_a_damaged_file_goes_aside_with_it(file: Path, backup: str, suffix: str) -> None:
    garble(file)
    company = file.with_name(f"shifter.db{suffix}")
    company.write_bytes(b"left behind")
    aside = restore(str(file), backup, NOW)
    assert not company.exists()
    assert Path(f"{aside}{suffix}").read_bytes() == b"left behind"
    assert people(file) == ["Ana"]


def test_a_file_in_wal_mode_is_taken_in_whole(file: Path, backup: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    aside = restore(str(file), backup, NOW)
    assert aside is not None
    assert people(aside) == ["Ana", "Bo"]
    assert names(file.parent) == ["shifter.db", Path(aside).name, "shifter.db-backups"]


def a_damaged_one(file: Path, _: str) -> str:
    other = file.with_name("damaged.db")
    whole = file.read_bytes()
    other.write_bytes(whole[: len(whole) // 2])
    return str(other)


def a_letter(file: Path, _: str) -> str:
    letter = file.with_name("letter.txt")
    letter.write_text("Dear Ana,\n" * 100)
    return str(letter)


def an_empty_one(file: Path, _: str) -> str:
    other = file.with_name("empty.db")
    other.touch()
    return str(other)


def another_programs(file: Path, _: str) -> str:
    other = file.with_name("other.db")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    return str(other)


def a_newer_one(_: Path, backup: str) -> str:
    of_a_newer_version(Path(backup))
    return backup


def the_file_itself(file: Path, _: str) -> str:
    link = file.with_name("link.db")
    link.symlink_to(file)
    return str(link)


@pytest.mark.parametrize(
    "source",
    [a_damaged_one, a_letter, an_empty_one, another_programs, a_newer_one, the_file_itself],
)
def test_what_is_no_good_takes_nobodys_place(
    file: Path, backup: str, source: Callable[[Path, str], str]
) -> None:
    path = source(file, backup)
    before = {each.name: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}
    with pytest.raises((FileTrouble, Refused)) as refusal:
        restore(str(file), path, NOW)
    assert path in refusal.value.message
    after = {each.name: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}
    assert after == before


def test_another_programs_file_is_not_moved_out_of_its_place(file: Path, backup: str) -> None:
    kept = shutil.copy(backup, file.with_name("kept.db"))
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = file.read_bytes()
    with pytest.raises(FileTrouble, match="another program"):
        restore(str(file), str(kept), NOW)
    assert file.read_bytes() == before


def test_behind_a_link_the_file_itself_is_replaced(file: Path, backup: str) -> None:
    link = file.parent.parent / "link.db"
    link.symlink_to(file)
    restore(str(link), backup, NOW)
    assert link.is_symlink()
    assert people(file) == ["Ana"]
    assert os.path.realpath(link) == str(file)


@pytest.fixture
def one_name_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk can't give a file a second name."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("one_name_only")
def test_a_disk_that_is_full_leaves_no_part_of_the_file_aside(
    file: Path, backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(_: object, target: BinaryIO) -> None:
        target.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfileobj", half)
    with pytest.raises(FileTrouble, match="No space left"):
        restore(str(file), backup, NOW)
    assert names(file.parent) == ["shifter.db", "shifter.db-backups"]
    assert people(file) == ["Ana", "Bo"]


@pytest.mark.usefixtures("one_name_only")
@pytest.mark.parametrize("spoil", [None, garble])
def test_without_a_second_name_the_file_of_before_is_copied(
    file: Path, backup: str, spoil: Callable[[Path], None] | None
) -> None:
    if spoil is not None:
        spoil(file)
    before = file.read_bytes()
    aside = restore(str(file), backup, NOW)
    assert aside is not None
    assert Path(aside).read_bytes() == before
    assert names(file.parent) == ["shifter.db", Path(aside).name, "shifter.db-backups"]
    assert people(file) == ["Ana"]


_ADD_CEM = """
import sys
from datetime import UTC, datetime
from shifter.errors import FileTrouble
from shifter.store.patience import Patience
from shifter.store.store import Store
try:
    store = Store(sys.argv[1], Patience(0))
    with store.transaction("added somebody", datetime(2026, 11, 19, tzinfo=UTC)) as writer:
        writer.insert("person", {"name": "Cem"})
except FileTrouble as refusal:
    print(refusal.title)
else:
    print("added")
"""


@pytest.mark.parametrize("can_link", [True, False])
def test_just_before_the_file_is_replaced_nobody_else_writes_to_it(
    file: Path,
    backup: str,
    can_link: bool,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not can_link:
        request.getfixturevalue("one_name_only")
    replace, told = os.replace, []

    def and_another_process(source: str, target: str) -> None:
        if target == str(file):
            command = [sys.executable, "-c", _ADD_CEM, target]
            told.append(subprocess.check_output(command, text=True))
        replace(source, target)

    monkeypatch.setattr(os, "replace", and_another_process)
    restore(str(file), backup, NOW)
    assert told == ["The file is in use\n"]
    assert people(file) == ["Ana"]
