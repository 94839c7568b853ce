"""Every single call that writes fails once: the command is refused whole, or it is done."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import PROJECT, Shell

SOURCE = Path(__file__).with_name("failing_disk.c")
OLD = Path(__file__).parents[1] / "store" / "schemas" / "001.sql"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("gcc") is None,
    reason="the failing disk is a library that gcc builds, preloaded as Linux does it",
)


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets a call fail."""
    library = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE], check=True)
    return library


@pytest.fixture
def folder(shell: Shell, tmp_path: Path) -> Path:
    """A folder with a file in which something was logged, edited and undone, and a backup."""
    folder = tmp_path / "before"
    folder.mkdir()
    shell.clock.set("2020-01-01T08:00:00")
    shell.file = folder / "shifter.db"
    shell.ok("log", "Emailed Ana @ana #", "--note", "about the kiln")
    shell.ok("backup")
    shell.ok("export", str(tmp_path / "export.json"))
    shell.ok("log", "Called Bo")
    shell.ok("log", "Undone")
    shell.ok("undo")
    return folder


def failed(disk: Path, folder: Path, reason: str, *words: str) -> Any:
    finished = subprocess.run(
        [sys.executable, "-m", "tests.cli.failing_disk", folder, reason, *words],
        env={**os.environ, "LD_PRELOAD": str(disk)},
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    found = json.loads(finished.stdout)
    assert found["faults"] == []
    return found


def test_each_failing_write_refuses_a_shift_whole(disk: Path, folder: Path) -> None:
    found = failed(disk, folder, "ENOSPC", "log", "Wrote to Cem")
    assert found["refused"] > 20


@pytest.mark.long
@pytest.mark.parametrize("reason", ["ENOSPC", "EIO"])
@pytest.mark.parametrize(
    "command",
    [
        "log Wrote",
        "edit Bo --note nothing",
        "undo",
        "redo",
        "idea add Pottery",
        "prompt add Call",
        "rest 2026-12-24",
        "settings grace 2",
        "pick",
        "done",
        "backup",
        "restore 2020-01-01-080000",
        "import export.json",
        "doctor",
    ],
)
def test_each_failing_write_refuses_each_command_whole(
    disk: Path, folder: Path, command: str, reason: str
) -> None:
    words = command.split()
    if words[0] == "import":
        words[1] = str(folder.with_name("export.json"))
        with closing(sqlite3.connect(folder / "shifter.db")) as connection:
            connection.execute("UPDATE shift SET note = 'older', updated = '2019'")
            connection.commit()
    if words[0] == "edit":
        with closing(sqlite3.connect(folder / "shifter.db")) as connection:
            look = "SELECT id FROM shift WHERE text = 'Called Bo'"
            (words[1],) = connection.execute(look).fetchone()
    if words[0] == "doctor":
        with closing(sqlite3.connect(folder / "shifter.db")) as connection:
            connection.execute("UPDATE day_total SET total_shifts = 77")
            connection.commit()
    found = failed(disk, folder, reason, *words)
    assert found["calls"] > 5


@pytest.mark.long
@pytest.mark.parametrize("reason", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("of_version_1", [False, True], ids=["a new file", "an old file"])
def test_each_failing_write_refuses_the_making_of_a_file(
    disk: Path, folder: Path, reason: str, *, of_version_1: bool
) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    if of_version_1:
        with closing(sqlite3.connect(folder / "shifter.db")) as connection:
            connection.executescript(OLD.read_text(encoding="utf-8"))
    found = failed(disk, folder, reason, "log", "Wrote to Cem")
    assert found["refused"] > 100
