"""Backups are whole files with their data, of the moment they were taken, and never half there."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shifter.errors import FileTrouble
from shifter.paths import backup_folder
from shifter.store import backups, sittings
from shifter.store.connection import VERSION
from shifter.store.partials import partial_beside
from shifter.store.restoring import restore
from shifter.store.soundness import first_damage
from shifter.store.store import Store

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
NOW = datetime(2026, 11, 19, 7, 58)


def add_person(store: Store, name: str) -> None:
    with store.transaction("added somebody", datetime(2026, 11, 19, tzinfo=UTC)) as writer:
        writer.insert("person", {"name": name})


def people(file: str | Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY name")]


def from_dump(file: Path, dump: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def folder_of(file: Path) -> list[str]:
    return sorted(os.listdir(backup_folder(str(file))))


def test_a_backup_is_the_file_of_that_moment(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    backup = backups.take(str(file), NOW)
    add_person(store, "Bo")
    assert people(backup.path) == ["Ana"]
    assert first_damage(backup.path, thorough=True) is None
    assert backups.all_backups(str(file)) == [backup]
    assert backup.name == "2026-11-19-075800"


def test_two_of_the_same_second_are_both_there(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    taken = {backups.take(str(file), NOW).path for _ in range(3)}
    assert {backup.path for backup in backups.all_backups(str(file))} == taken
    assert len(taken) == 3


def test_what_is_being_written_is_not_in_it_half(file: Path, store: Store) -> None:
    with store.transaction("added", datetime(2026, 11, 19, tzinfo=UTC)) as writer:
        writer.insert("person", {"name": "Ana"})
        assert people(backups.take(str(file), NOW).path) == []


@pytest.mark.parametrize("dump", SCHEMAS[:-1], ids=lambda path: path.stem)
def test_a_migration_keeps_what_was_before_it(file: Path, dump: Path) -> None:
    from_dump(file, dump)
    version = int(dump.stem)
    Store(str(file)).close()
    ((path, _, before_version),) = backups.all_backups(str(file))
    assert before_version == VERSION
    with closing(sqlite3.connect(path)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (version,)
        assert kept.execute("SELECT count(*) FROM shift").fetchone() == (2,)
    Store(str(file)).close()
    assert len(folder_of(file)) == 1


def test_a_new_file_has_nothing_to_back_up(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    assert not Path(backup_folder(str(file))).exists()


def test_without_a_backup_there_is_no_migration(file: Path) -> None:
    from_dump(file, SCHEMAS[0])
    before = file.read_bytes()
    Path(backup_folder(str(file))).write_text("in the way")
    with pytest.raises(FileTrouble, match="backup was not taken"):
        Store(str(file))
    assert file.read_bytes() == before


def test_thinning_out_keeps_what_came_before_a_migration(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    backups.take(str(file), NOW - timedelta(days=900), before_version=2)
    for day in range(40):
        backups.take(str(file), NOW - timedelta(days=day))
    backups.thin_out(str(file))
    left = backups.all_backups(str(file))
    assert [backup.before_version for backup in left] == [*[None] * (len(left) - 1), 2]
    assert len(left) < 15


_DIE_BEFORE_IT_HAS_ITS_NAME = """
import os, sys
from datetime import datetime
from shifter.store import backups, copying, restoring
copying.first_damage = lambda *_, **__: os._exit(9)
if sys.argv[2:]:
    restoring.restore(*sys.argv[1:], datetime(2026, 11, 19))
else:
    backups.take(sys.argv[1], datetime(2026, 11, 19))
"""


def begin_and_die(*paths: str) -> None:
    subprocess.run([sys.executable, "-c", _DIE_BEFORE_IT_HAS_ITS_NAME, *paths], check=False)


def half_done(file: Path) -> list[Path]:
    return list(file.parent.rglob("*.partial"))


def test_what_a_killed_restore_left_goes_with_the_next_backup(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    begin_and_die(str(file), backups.take(str(file), NOW).path)
    assert len(half_done(file)) == 1
    backups.take(str(file), NOW)
    assert half_done(file) == []


def test_what_a_killed_restore_left_goes_with_the_next_restore(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    backup = backups.take(str(file), NOW).path
    begin_and_die(str(file), backup)
    assert len(half_done(file)) == 1
    restore(str(file), backup, NOW)
    assert half_done(file) == []


def test_what_a_killed_backup_left_goes_with_the_next(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    begin_and_die(str(file))
    assert len(half_done(file)) == 1
    backups.take(str(file), NOW)
    assert folder_of(file) == ["2026-11-19-075800.db"]


def test_what_is_about_to_be_finished_stays(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    with partial_beside(str(file)) as partial:
        backups.take(str(file), NOW)
        assert Path(partial).exists()
    assert half_done(file) == []


def test_what_another_program_downloads_there_stays(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    download = file.with_name("shifter-1.0.zip.partial")
    download.touch()
    backups.take(str(file), NOW)
    assert download.exists()


def garble_a_page(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[4096 * 5 : 4096 * 6] = b"\xa5" * 4096
    file.write_bytes(whole)


def test_a_damaged_file_gives_no_backup_and_the_last_good_one_is_offered(file: Path) -> None:
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    backups.take(str(file), NOW)
    garble_a_page(file)
    garbled = Path(backup_folder(str(file))) / "2026-11-20-080000.db"
    garbled.write_bytes(file.read_bytes())
    before = file.read_bytes()
    with pytest.raises(FileTrouble, match="damaged") as refusal:
        backups.take(str(file), NOW)
    assert "Thursday 19 November 2026, 07:58" in refusal.value.message
    assert "restore 2026-11-19-075800" in refusal.value.message
    assert file.read_bytes() == before
    assert folder_of(file) == ["2026-11-19-075800.db", garbled.name]


def empty_it(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("lose", [empty_it, Path.unlink])
def test_a_file_that_was_lost_is_not_taken_for_a_new_one(
    file: Path, lose: Callable[[Path], None]
) -> None:
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    backups.take(str(file), NOW)
    lose(file)
    with pytest.raises(FileTrouble, match="restore 2026-11-19-075800"):
        Store(str(file))
    assert not file.exists() or file.read_bytes() == b""


def test_a_sitting_that_was_killed_is_noticed_by_the_next(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    begin = f"from shifter.store import sittings; print(sittings.begin({str(file)!r}))"

    def begun_elsewhere() -> str:
        return subprocess.run(
            [sys.executable, "-c", begin], capture_output=True, check=True, text=True
        ).stdout

    assert begun_elsewhere() == "False\n"
    assert begun_elsewhere() == "True\n"
    assert sittings.begin(str(file))
    assert not sittings.begin(str(file))
    sittings.end(str(file))
    assert folder_of(file) == []


def test_the_mark_of_a_killed_sitting_goes_though_another_process_has_its_number(
    file: Path, store: Store
) -> None:
    add_person(store, "Ana")
    folder = Path(backup_folder(str(file)))
    folder.mkdir()
    (folder / f"open-{os.getppid()}").touch()
    assert sittings.begin(str(file))
    sittings.end(str(file))
    assert folder_of(file) == []


def test_the_mark_of_a_sitting_that_goes_on_stays(file: Path, store: Store) -> None:
    add_person(store, "Ana")
    open_for_long = (
        f"from shifter.store import sittings; sittings.begin({str(file)!r}); print(1); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", open_for_long],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert not sittings.begin(str(file))
        assert f"open-{other.pid}" in folder_of(file)
        other.kill()
    assert sittings.begin(str(file))
    sittings.end(str(file))
    assert folder_of(file) == []


def test_a_read_only_folder_takes_no_backup_and_says_so(guest_folder: Path) -> None:
    file = guest_folder / "shifter.db"
    with closing(Store(str(file))) as store:
        add_person(store, "Ana")
    guest_folder.chmod(0o500)
    assert not sittings.begin(str(file))
    with pytest.raises(FileTrouble, match="backup was not taken") as refusal:
        backups.take(str(file), NOW)
    assert str(guest_folder) in refusal.value.message
    assert os.listdir(guest_folder) == ["shifter.db"]
