"""Every test gets a home, a file and a clock of its own."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from tests.cli.shell import PROJECT, Launch, Shell
from tests.standing_clock import StandingClock


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    for variable in ("SHIFTER_DB", "NO_COLOR", "TZ"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def clock() -> StandingClock:
    """Thursday 19 November 2026, in the morning."""
    return StandingClock("2026-11-19T07:58:00")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], clock: StandingClock, tmp_path: Path) -> Shell:
    return Shell(capsys, clock, tmp_path / "shifter.db")


@pytest.fixture
def catalogued(new_file: Path, tmp_path: Path) -> None:
    """The shell's file is there, with the catalogue in it, which every pick would wait for."""
    copy(new_file, tmp_path / "shifter.db")


@pytest.fixture
def launch(tmp_path: Path) -> Launch:
    """Runs shifter as a process of its own."""

    def run(*words: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "shifter", *words],
            env={**os.environ, "SHIFTER_DB": str(tmp_path / "shifter.db"), **environment},
            cwd=PROJECT,
            capture_output=True,
            check=False,
            timeout=60,
        )

    return run
