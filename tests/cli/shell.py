"""A shell of a test's own: a data file, a clock that stands still, and what commands printed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from shifter.cli import main
from tests.standing_clock import StandingClock

PROJECT = Path(__file__).parents[2]

Launch = Callable[..., subprocess.CompletedProcess[bytes]]


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


class Shell:
    """Runs shifter in this process, on the test's own file and clock."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], clock: StandingClock, file: Path
    ) -> None:
        self._capsys = capsys
        self.clock = clock
        self.file = file

    def run(self, *words: str) -> Result:
        self._capsys.readouterr()
        status = main(["--db", str(self.file), *words], clock=self.clock)
        captured = self._capsys.readouterr()
        return Result(status, captured.out, captured.err)

    def ok(self, *words: str) -> str:
        """Run what must succeed without a word on standard error; what it printed comes back.

        The clock of a test may stand anywhere, so a word about that is passed over.
        """
        result = self.run(*words)
        told = [line for line in result.err.splitlines() if "The clock says" not in line]
        assert (result.status, told) == (0, [])
        return result.out

    def json(self, *words: str) -> Any:
        """Run what must succeed, as JSON: one document, on one line."""
        printed = self.ok(*words, "--json")
        assert printed.endswith("\n")
        assert printed.count("\n") == 1
        return json.loads(printed)

    def refused(self, *words: str, status: int = 1) -> str:
        """Run what must be refused, with nothing printed or changed; the reason comes back."""
        before = self._content()
        result = self.run(*words)
        assert (result.status, result.out) == (status, "")
        assert result.err.startswith(("shifter: ", "usage: "))
        assert "Traceback" not in result.err
        assert before in (None, self._content())
        return result.err

    def _content(self) -> bytes | None:
        return self.file.read_bytes() if self.file.is_file() else None
