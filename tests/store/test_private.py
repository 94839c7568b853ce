"""The log is a diary: what shifter makes for it can be read by its owner alone."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.paths import data_file
from shifter.store import backups
from shifter.store.restoring import restore
from shifter.store.store import Store

NOW = datetime(2026, 11, 19, 7, 58)


@pytest.fixture(autouse=True, params=[0o000, 0o022, 0o077], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path | str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def write(file: Path) -> None:
    with closing(Store(str(file))) as store:
        now = datetime(2026, 11, 19, tzinfo=UTC)
        with store.transaction("added somebody", now) as writer:
            writer.insert("person", {"name": "Ana"})


def test_a_new_file_and_the_folders_made_for_it_are_the_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / "data"))
    file = Path(data_file())
    write(file)
    assert mode(file) == 0o600
    for folder in file.parents:
        if folder == tmp_path:
            break
        assert mode(folder) == 0o700, folder
    assert mode(Path(backups.take(str(file), NOW).path).parent) == 0o700


def test_a_file_behind_a_link_is_as_private(tmp_path: Path) -> None:
    link, file = tmp_path / "link.db", tmp_path / "shifter.db"
    link.symlink_to(file)
    write(link)
    assert mode(file) == 0o600


def test_what_stands_beside_it_while_it_is_written_is_as_private(file: Path) -> None:
    write(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("UPDATE person SET name = 'Bo'")
        beside = [path for path in file.parent.iterdir() if path.name.startswith(f"{file.name}-")]
        assert len(beside) == 2
        assert {mode(path) for path in beside} == {0o600}


def test_a_file_and_a_folder_that_are_there_keep_their_modes(file: Path) -> None:
    file.touch()
    file.chmod(0o640)
    file.parent.chmod(0o750)
    write(file)
    assert (mode(file), mode(file.parent)) == (0o640, 0o750)


def test_what_a_restore_sets_aside_is_the_owners_alone(file: Path) -> None:
    write(file)
    kept = backups.take(str(file), NOW)
    file.chmod(0o644)
    aside = restore(str(file), kept.path, NOW)
    assert aside is not None
    assert mode(aside) == mode(file) == 0o600
