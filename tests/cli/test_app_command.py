"""The app as it is opened from a shell."""

import gc
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shifter.cli import main
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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_of_a_demo_is_kept_however_it_ends(tmp_path: Path, number: signal.Signals) -> None:
    """What is killed outright removes nothing itself; the next demo does."""
    of_others = tmp_path / "shifter-demo-notes"
    of_others.mkdir()
    places = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    living = PseudoTerminal(places, (*SHIFTER, "demo"))
    living.read_until(WHOLE)
    [kept] = {path.parent for path in tmp_path.glob("shifter-demo-*/demo.db")}
    ended = PseudoTerminal(places, (*SHIFTER, "demo"))
    ended.read_until(WHOLE)
    assert len(set(tmp_path.glob("shifter-demo-*/demo.db"))) == 2
    ended.signal(number)
    assert ended.leave() == -number
    if number == signal.SIGKILL:
        another = PseudoTerminal(places, (*SHIFTER, "demo"))
        another.read_until(WHOLE)
        another.type("q")
        assert another.leave() == 0
        another.close()
    assert set(tmp_path.glob("shifter-demo-*")) == {kept, of_others}
    assert (kept / "demo.db").exists()
    living.type("q")
    assert living.leave() == 0
    assert set(tmp_path.glob("shifter-demo-*")) == {of_others}
    for terminal in (living, ended):
        terminal.close()


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
