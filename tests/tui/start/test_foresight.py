"""What is made ready for the next start, while nothing else is going on."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from shifter import paths
from shifter.companion import Companion
from shifter.companion.foresight import Foreseen
from shifter.tui.app import ShifterApp
from shifter.tui.keys import early_keys
from shifter.tui.start.foresight import Foresight
from tests.tui.stage import Stage, press, settle

WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN EXCLUSIVE')"


def is_let_in(file: Path) -> bool:
    """Whether another process could write to the file now."""
    asked = subprocess.run([sys.executable, "-c", WRITE, file], capture_output=True, check=False)
    assert asked.returncode == 0 or b"database is locked" in asked.stderr
    return asked.returncode == 0


def is_there(path: str) -> bool:
    return Path(path).exists()


async def test_whoever_reads_the_data_file_meanwhile_still_holds_off_other_processes(
    stage: Stage,
) -> None:
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        assert isinstance(pilot.app, ShifterApp)
        assert is_let_in(stage.file)
        with closing(sqlite3.connect(stage.file, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM shift").fetchall()
            await Foresight(str(stage.file)).look(pilot.app)
            assert is_there(paths.pictures_file())
            assert not is_let_in(stage.file)
        assert is_let_in(stage.file)


async def test_nothing_is_made_ready_while_somebody_types(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = monotonic()
    async with stage.app().run_test() as pilot:
        await press(pilot, "?")
        assert isinstance(pilot.app, ShifterApp)
        await press(pilot, "escape")
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun)
        await Foresight(str(stage.file)).look(pilot.app)
        assert not is_there(paths.pictures_file())
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun + 3600)
        await Foresight(str(stage.file)).look(pilot.app)
        assert is_there(paths.pictures_file())


async def test_a_key_breaks_off_what_is_made_ready_and_it_is_done_later(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, days = monotonic(), Companion.foreseen
    asked: list[int] = []

    def typed_meanwhile(companion: Companion, ahead: int) -> list[Foreseen]:
        asked.append(ahead)
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun)
        return days(companion, ahead)

    async with stage.app().run_test() as pilot:
        await press(pilot, "?", "escape")
        assert isinstance(pilot.app, ShifterApp)
        monkeypatch.setattr(Companion, "foreseen", typed_meanwhile)
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun + 3600)
        foresight = Foresight(str(stage.file))
        await foresight.look(pilot.app)
        assert asked == [0]
        assert not is_there(paths.pictures_file())
        monkeypatch.setattr(Companion, "foreseen", days)
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun + 3600)
        await foresight.look(pilot.app)
        assert is_there(paths.pictures_file())
