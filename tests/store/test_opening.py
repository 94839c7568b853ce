"""Whatever stands where the data file should be is opened, or refused in words and left alone."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.companion.safekeeping import Safekeeping
from shifter.errors import FileTrouble
from shifter.paths import data_file
from shifter.store.connection import APPLICATION_ID, VERSION, is_up_to_date
from shifter.store.contents import contents as contents_of
from shifter.store.store import Store

NOW = datetime(2026, 11, 19, 7, 58, tzinfo=UTC)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def add_person(store: Store, name: str) -> None:
    with store.transaction("added somebody", NOW) as writer:
        writer.insert("person", {"name": name})


def run(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def another_programs(file: Path) -> None:
    run(file, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('milk')")


def another_programs_before_its_first_table(file: Path) -> None:
    run(file, "PRAGMA application_id = 7", "CREATE TABLE t (x)", "DROP TABLE t")


def another_programs_in_wal_mode(file: Path) -> None:
    run(file, "PRAGMA journal_mode = WAL", "CREATE TABLE note (text)")


def of_a_newer_version(file: Path) -> None:
    Store(str(file)).close()
    run(file, f"PRAGMA user_version = {VERSION + 1}")


def text(file: Path) -> None:
    file.write_text("Dear diary,\n" * 1000, encoding="utf-8")


def a_few_bytes(file: Path) -> None:
    file.write_bytes(b"\x00\xff\x07")


def a_header_and_nothing_else(file: Path) -> None:
    Store(str(file)).close()
    file.write_bytes(file.read_bytes()[:100])


def a_header_and_noise(file: Path) -> None:
    Store(str(file)).close()
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))


def cut_short(file: Path) -> None:
    Store(str(file)).close()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def a_folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    "make",
    [
        another_programs,
        another_programs_before_its_first_table,
        another_programs_in_wal_mode,
        of_a_newer_version,
        text,
        a_few_bytes,
        a_header_and_nothing_else,
        a_header_and_noise,
        a_folder,
    ],
)
def test_what_is_no_data_file_is_refused_in_words_and_left_alone(
    file: Path, make: Callable[[Path], None]
) -> None:
    make(file)
    before = contents(file.parent)
    with pytest.raises(FileTrouble) as refusal:
        Store(str(file))
    assert str(file) in refusal.value.message
    assert refusal.value.message.endswith(".")
    assert "\n" not in str(refusal.value)
    assert contents(file.parent) == before


def test_a_file_that_was_cut_short_is_never_written(file: Path) -> None:
    cut_short(file)
    before = contents(file.parent)
    with pytest.raises(FileTrouble, match="damaged"), closing(Store(str(file))) as store:
        add_person(store, "Ana")
    assert contents(file.parent) == before


def test_a_pipe_is_told_and_nobody_waits_for_it(file: Path) -> None:
    os.mkfifo(file)
    for look in (Store, contents_of, Safekeeping(str(file)).back_up):
        with pytest.raises(FileTrouble, match="a device or a pipe"):
            look(str(file))
    assert not is_up_to_date(str(file))
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("name", [":memory:", "file:log?mode=memory", "50%25 done#2"])
def test_no_name_means_anything_but_a_file(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    with closing(Store(name)) as store:
        add_person(store, "Ana")
    with closing(Store(name)) as store:
        assert store.rows("SELECT name FROM person") == [("Ana",)]
    assert contents_of(name).people == contents_of(f"/{file.parent}/{name}").people == 1
    assert contents(file.parent).keys() == {name}


def test_a_missing_file_is_made_and_so_is_the_folder_of_its_own_place() -> None:
    file = Path(data_file())
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    assert contents(file.parent).keys() == {"shifter.db"}


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="is not there"):
        Store(str(tmp_path / "a" / "b" / "shifter.db"))
    assert contents(tmp_path) == {}


def test_an_empty_file_is_a_new_one(file: Path) -> None:
    file.touch()
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
        assert store.row("SELECT name FROM person") == ("Ana",)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(FileTrouble) as refusal:
        Store(str(tmp_path / "data" / "shifter.db"))
    assert str(tmp_path / "data") in refusal.value.message
    assert contents(tmp_path) == {"data": b"in the way"}


def test_a_data_file_tells_other_programs_whose_it_is(file: Path) -> None:
    Store(str(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert file.read_bytes()[68:72] == b"shft"


def test_a_file_in_use_for_too_long_is_told(file: Path) -> None:
    with closing(Store(str(file))) as store, closing(sqlite3.connect(file)) as other:
        store.patience.seconds = 0
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileTrouble, match="in use"):
            add_person(store, "Ana")
        other.rollback()
        add_person(store, "Bo")
        assert store.rows("SELECT name FROM person") == [("Bo",)]


def test_a_read_only_file_can_be_read_and_says_why_it_is_not_written(guest_folder: Path) -> None:
    file = guest_folder / "shifter.db"
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    file.chmod(0o400)
    before = contents(guest_folder)
    with closing(Store(str(file))) as store:
        assert store.row("SELECT name FROM person") == ("Ana",)
        with pytest.raises(FileTrouble, match="read-only"):
            add_person(store, "Bo")
    assert contents(guest_folder) == before


def test_a_file_in_a_read_only_folder_says_why_it_is_not_written(guest_folder: Path) -> None:
    file = guest_folder / "shifter.db"
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    before = contents(guest_folder)
    guest_folder.chmod(0o500)
    with closing(Store(str(file))) as store:
        assert store.row("SELECT name FROM person") == ("Ana",)
        with pytest.raises(FileTrouble) as refusal:
            add_person(store, "Bo")
    assert str(file) in refusal.value.message
    assert contents(guest_folder) == before


def test_a_read_only_folder_takes_no_new_file_and_no_new_folder(guest_folder: Path) -> None:
    guest_folder.chmod(0o500)
    for path in (guest_folder / "shifter.db", guest_folder / "below" / "shifter.db"):
        with pytest.raises(FileTrouble) as refusal:
            Store(str(path))
        assert str(path.parent) in refusal.value.message
    assert contents(guest_folder) == {}


def test_an_unreadable_file_is_told_with_what_makes_it_readable(guest_folder: Path) -> None:
    file = guest_folder / "shifter.db"
    Store(str(file)).close()
    file.chmod(0o000)
    with pytest.raises(FileTrouble, match="you may not read it") as refusal:
        Store(str(file))
    assert f"“chmod u+rw {file}”" in refusal.value.message


def test_a_folder_that_may_not_be_entered_is_told_and_not_that_there_is_no_file(
    guest_folder: Path,
) -> None:
    inside = guest_folder / "inside"
    inside.mkdir()
    file = inside / "shifter.db"
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
        for folder in (inside, guest_folder):
            folder.chmod(0o000)
            for meet in (lambda: store.row("SELECT 1"), store.reopen, lambda: Store(str(file))):
                with pytest.raises(FileTrouble, match="can't be entered") as refusal:
                    meet()
                assert f"“chmod u+rwx {folder}”" in refusal.value.message
            folder.chmod(0o700)
        add_person(store, "Bo")
        assert store.rows("SELECT name FROM person ORDER BY name") == [("Ana",), ("Bo",)]


def test_a_folder_that_may_not_be_entered_has_backups_for_all_that_is_known(
    guest_folder: Path,
) -> None:
    safekeeping = Safekeeping(str(guest_folder / "shifter.db"))
    guest_folder.chmod(0o000)
    for meet in (
        safekeeping.back_up,
        safekeeping.all_backups,
        lambda: safekeeping.named("any"),
        lambda: safekeeping.restore("any"),
    ):
        with pytest.raises(FileTrouble, match="can't be entered"):
            meet()
