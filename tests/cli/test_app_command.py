"""The app as it is opened from a shell."""

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shifter.cli import main
from shifter.tui.start.kept_picture import keep_pictures
from tests.cli.shell import PROJECT
from tests.tui.pseudo_terminal import SHIFTER, WHOLE, PseudoTerminal


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool, bool]]:
    """The apps that were opened: file, whether as a demo, whether garbage is collected."""
    apps: list[tuple[str, bool, bool]] = []

    def run(database: str, *, demo: bool = False) -> int:
        apps.append((database, demo, gc.isenabled()))
        return 0

    monkeypatch.setattr("shifter.tui.run", run)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    return apps


def test_without_a_command_the_app_opens(
    opened: list[tuple[str, bool, bool]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "shifter.db")
    assert main(["--db", file]) == 0
    monkeypatch.setenv("SHIFTER_DB", file)
    assert main([]) == 0
    monkeypatch.setattr("sys.argv", ["shifter"])
    assert main() == 0
    gc.unfreeze()
    assert opened == [(file, False, True)] * 3


def test_the_demo_is_the_app_on_a_throwaway_year(
    opened: list[tuple[str, bool, bool]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr("shifter.companion.demo.make_demo", looked.append)
    own = tmp_path / "own.db"
    assert main(["--db", str(own), "demo"]) == 0
    [(database, demo, _)] = opened
    assert demo
    assert looked == [database]
    assert not Path(database).parent.exists()
    assert not own.exists()


def test_the_help_of_the_demo_says_what_becomes_of_it_and_how_ones_own_begins(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["demo", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "nothing of it is kept, and your own data is not touched; shifter alone begins" in told


def test_nothing_of_a_demo_is_kept_however_it_ends(tmp_path: Path) -> None:
    """What is killed outright removes nothing itself; the next demo does."""
    of_others = tmp_path / "shifter-demo-notes"
    of_others.mkdir()
    living, [kept] = _demo(tmp_path), _kept(tmp_path)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        ended = _demo(tmp_path)
        assert len(_kept(tmp_path)) == 2
        ended.signal(number)
        assert ended.leave() == -number
        ended.close()
        is_left = number == signal.SIGKILL
        assert len(_kept(tmp_path) - {kept}) == is_left
    next_one = _demo(tmp_path)
    next_one.type("q")
    assert next_one.leave() == 0
    next_one.close()
    assert set(tmp_path.glob("shifter-demo-*")) == {kept, of_others}
    assert _kept(tmp_path) == {kept}
    living.type("q")
    assert living.leave() == 0
    living.close()
    assert set(tmp_path.glob("shifter-demo-*")) == {of_others}


def _demo(folder: Path) -> PseudoTerminal:
    terminal = PseudoTerminal({"HOME": str(folder), "TMPDIR": str(folder)}, (*SHIFTER, "demo"))
    terminal.read_until(WHOLE)
    return terminal


def _kept(folder: Path) -> set[Path]:
    return {file.parent for file in folder.glob("shifter-demo-*/demo.db")}


def test_without_a_terminal_the_app_is_refused(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "shifter", "--db", tmp_path / "shifter.db"],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert finished.returncode == 1
    assert finished.stdout == b""
    assert finished.stderr.startswith(b"shifter: There is no terminal here.")


def test_on_a_pipe_the_app_is_refused_at_once(tmp_path: Path) -> None:
    """Even where a picture is kept, which would be held against the data file."""
    keep_pictures("hearth", "", [])
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    terminal = PseudoTerminal({}, (*SHIFTER, "--db", str(pipe)))
    assert terminal.leave() == 1
    assert b"it is a device or a pipe" in b" ".join(terminal.drawn.split())
    terminal.close()
