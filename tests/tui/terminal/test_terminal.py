"""However the app ends or pauses, the terminal is as it was found."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App

from shifter.companion import open_companion
from shifter.config import Config
from shifter.tui.terminal.driver import TerminalDriver
from shifter.tui.terminal.terminal import ASK_BACKGROUND, Terminal
from tests.tui.pseudo_terminal import (
    SHIFTER,
    WHOLE,
    PseudoTerminal,
    assert_as_found,
    assert_comes_back,
)

ALTERNATE = "\x1b[?1049h"
MARKS_PASTES = "\x1b[?2004h"
FIRST = "╰"
_WRITES_IN_A_THREAD = """
import os, signal, threading, time
from shifter.tui.terminal.terminal import held_terminal

def switch_the_mouse_on():
    time.sleep(0.002)
    os.write(2, b"\\x1b[?1003h")

with held_terminal() as terminal:
    terminal.take("a picture")
    terminal.before_end = threading.Thread(target=switch_the_mouse_on).start
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
"""
ON_HEARTH = "48;2;22;22;29"
ON_DAYLIGHT = "48;2;251;247;238"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A file with a pick on the card."""
    file = str(tmp_path / "shifter.db")
    companion = open_companion(file, config=Config())
    companion.shifts.log("Walked past the kiln")
    companion.today.another()
    companion.close()
    return {
        "SHIFTER_DB": file,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def terminal(home: dict[str, str]) -> Iterator[PseudoTerminal]:
    terminal = PseudoTerminal(home)
    yield terminal
    terminal.close()


@pytest.fixture
def terminal_of_first_start(home: dict[str, str]) -> Iterator[PseudoTerminal]:
    """No picture comes first there: the question is Textual's."""
    terminal = PseudoTerminal(home | {"SHIFTER_DB": f"{home['HOME']}/new.db"})
    yield terminal
    terminal.close()


def test_q_leaves_it_as_it_was_found(terminal: PseudoTerminal) -> None:
    terminal.read_until(WHOLE)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_terminal_given_back(
    terminal: PseudoTerminal, number: signal.Signals
) -> None:
    terminal.read_until(WHOLE)
    terminal.signal(number)
    assert terminal.leave() == -number
    assert_as_found(terminal)


def test_suspended_the_shell_has_its_terminal_and_resumed_the_app_has_it(
    terminal: PseudoTerminal,
) -> None:
    terminal.read_until(WHOLE)
    terminal.type("\x1a")
    assert_comes_back(terminal)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


def test_stopped_by_force_the_app_has_its_terminal_afterwards(terminal: PseudoTerminal) -> None:
    terminal.read_until(WHOLE)
    terminal.signal(signal.SIGSTOP)
    terminal.wait_until_stopped()
    drawn = len(terminal.drawn)
    terminal.signal(signal.SIGCONT)
    terminal.read_until(WHOLE, drawn)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


async def test_a_signal_in_the_middle_of_a_write_waits_for_the_end_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever writes holds a lock; one that suspended at once would wait for himself."""
    done: list[str] = []
    monkeypatch.setattr("shifter.tui.terminal.driver.stop", lambda: done.append("stop"))
    for name in ("suspend", "resume"):
        monkeypatch.setattr(
            TerminalDriver, f"{name}_application_mode", lambda _, name=name: done.append(name)
        )
    before = [signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)]
    driver = TerminalDriver(App())
    monkeypatch.setattr(driver, "_writer_thread", object())
    try:
        signal.raise_signal(signal.SIGTSTP)
        assert done == []
        await asyncio.sleep(0)
        signal.raise_signal(signal.SIGCONT)
        assert done == ["suspend", "stop"]
        await asyncio.sleep(0)
        assert done == ["suspend", "stop", "resume"]
    finally:
        signal.signal(signal.SIGTSTP, before[0])
        signal.signal(signal.SIGCONT, before[1])


def test_suspended_who_waits_for_it_stops_as_well(home: dict[str, str]) -> None:
    """As `uv run shifter` does: the shell has its prompt back once all in front have stopped."""
    wait = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-m', 'shifter']))"
    terminal = PseudoTerminal(home, [sys.executable, "-c", wait])
    terminal.read_until(WHOLE)
    terminal.type("\x1a")
    terminal.wait_until_stopped()
    assert_as_found(terminal)
    drawn = len(terminal.drawn)
    os.killpg(terminal.process.pid, signal.SIGCONT)
    terminal.read_until(WHOLE, drawn)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)
    terminal.close()


def test_the_alternate_screen_is_entered_once(terminal: PseudoTerminal) -> None:
    terminal.read_until(WHOLE)
    assert terminal.drawn.count(ALTERNATE.encode()) == 1


def test_what_stood_there_stays_until_there_is_something_to_show(
    terminal_of_first_start: PseudoTerminal,
) -> None:
    """Nobody looks at an empty screen where the app has to be loaded first."""
    terminal_of_first_start.read_until(ALTERNATE)
    assert ON_HEARTH.encode() in terminal_of_first_start.drawn


def test_the_first_paint_comes_as_one(terminal: PseudoTerminal) -> None:
    terminal.read_until("\x1b[?2026l")
    assert b"\x1b[?2026h\x1b[1;1H" in terminal.drawn
    assert FIRST.encode() in terminal.drawn


def test_keys_wait_unseen_from_the_very_start_on(home: dict[str, str]) -> None:
    ask = (
        "import sys, termios\n"
        "from shifter.tui import run as run_app\n"
        "from shifter.tui.start import sequence\n"
        "def run(*_, **__):\n"
        "    print('echoed' if termios.tcgetattr(0)[3] & termios.ECHO else 'unseen')\n"
        "    return 0\n"
        "sequence._run = run\n"
        "run_app(sys.argv[1])"
    )
    terminal = PseudoTerminal(home, [sys.executable, "-c", ask, f"{home['HOME']}/none.db"])
    terminal.read_until("unseen")
    assert terminal.leave() == 0
    assert_as_found(terminal)
    terminal.close()


def test_an_enter_before_the_terminal_hands_on_single_keys(
    terminal_of_first_start: PseudoTerminal,
) -> None:
    terminal_of_first_start.type("kiln\r")
    terminal_of_first_start.read_until("Done")
    terminal_of_first_start.type("q")
    assert terminal_of_first_start.leave() == 0


def test_keys_that_were_meant_for_it_are_not_left_to_the_shell(terminal: PseudoTerminal) -> None:
    terminal.read_until(FIRST)
    terminal.type("dnd")
    terminal.signal(signal.SIGTERM)
    terminal.leave()
    assert_as_found(terminal)
    assert terminal.left_in_keyboard() == b""


def test_answers_are_waited_for_before_the_shell_has_its_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    slept: list[float] = []
    monkeypatch.setattr("shifter.tui.terminal.terminal.time.monotonic", lambda: now)
    monkeypatch.setattr("shifter.tui.terminal.terminal.time.sleep", slept.append)
    master, slave = os.openpty()
    terminal = Terminal(slave, slave)
    terminal.await_answers()
    terminal.is_asked()
    terminal.await_answers()
    now += 1
    terminal.await_answers()
    os.close(master)
    os.close(slave)
    assert [seconds > 0 for seconds in slept] == [False, True, False]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_right_after_the_first_paint(
    terminal: PseudoTerminal, number: signal.Signals
) -> None:
    terminal.read_until(FIRST)
    assert not terminal.has_ended()
    terminal.signal(number)
    terminal.leave()
    assert_as_found(terminal)


def test_what_is_on_its_way_to_the_terminal_when_a_signal_comes_is_not_left_on(
    home: dict[str, str],
) -> None:
    terminal = PseudoTerminal(home, [sys.executable, "-c", _WRITES_IN_A_THREAD])
    try:
        assert terminal.leave() == -signal.SIGTERM
        assert "\x1b[?1003h" in terminal.drawn.decode()
        assert_as_found(terminal)
    finally:
        terminal.close()


def test_suspended_right_after_the_first_paint(terminal: PseudoTerminal) -> None:
    terminal.read_until(FIRST)
    terminal.signal(signal.SIGTSTP)
    assert_comes_back(terminal)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


def test_keys_typed_from_the_first_paint_on_count_once(
    terminal: PseudoTerminal, home: dict[str, str]
) -> None:
    terminal.read_until(FIRST)
    terminal.type("d")
    terminal.read_until(WHOLE)
    terminal.read_until("shift 2")
    terminal.type("q")
    assert terminal.leave() == 0
    companion = open_companion(home["SHIFTER_DB"], config=Config())
    assert companion.figures.streak().total == 2
    companion.close()


@pytest.mark.parametrize("since", [MARKS_PASTES, FIRST])
def test_a_paste_before_the_app_is_there_is_no_keys(
    terminal: PseudoTerminal, home: dict[str, str], since: str
) -> None:
    terminal.read_until(since)
    assert MARKS_PASTES.encode() in terminal.drawn, "as a terminal only then marks it"
    terminal.type("\x1b[200~dnd\r\x1b[201~")
    terminal.read_until(WHOLE)
    terminal.read_until("to paste that into")
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)
    companion = open_companion(home["SHIFTER_DB"], config=Config())
    assert companion.figures.streak().total == 1
    companion.close()


def test_what_was_kept_is_shown_first_and_put_right_where_it_is_wrong(
    home: dict[str, str],
) -> None:
    kept = Path(home["HOME"], ".cache", "shifter", "first-pictures")
    terminal = PseudoTerminal(home)
    while not kept.exists():
        terminal.read()
    terminal.type("q")
    assert terminal.leave() == 0
    terminal.close()
    kept.write_text(kept.read_text().replace("╭─", "WRONG"))
    terminal = PseudoTerminal(home)
    terminal.read_until("WRONG")
    terminal.read_until("╭─", terminal.drawn.rindex(b"WRONG"))
    terminal.read_until(WHOLE)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)
    terminal.close()


@pytest.mark.parametrize("content", [b"", b"no database at all, whatever it is" * 50])
def test_a_file_that_cannot_be_used_is_told_on_the_usual_screen(
    home: dict[str, str], content: bytes
) -> None:
    Path(home["SHIFTER_DB"]).write_bytes(content)
    terminal = PseudoTerminal(home)
    terminal.read_until("curious" if not content else "Not a file of shifter's")
    terminal.type("\x1b" if not content else "")
    if content:
        assert terminal.leave() == 1
        assert_as_found(terminal)
    terminal.close()


def test_the_first_frame_suits_a_background_that_was_told_in_time(
    terminal_of_first_start: PseudoTerminal,
) -> None:
    terminal_of_first_start.type("\x1b]11;rgb:fafa/fafa/f0f0\x1b\\")
    terminal_of_first_start.read_until("curious")
    assert ON_DAYLIGHT.encode() in terminal_of_first_start.drawn
    assert ON_HEARTH.encode() not in terminal_of_first_start.drawn


def test_the_background_it_tells_is_followed_and_is_no_key(terminal: PseudoTerminal) -> None:
    terminal.read_until(ASK_BACKGROUND)
    terminal.type("\x1b]11;rgb:fafa/fafa/f0f0\x1b\\")
    terminal.read_until(ON_DAYLIGHT)
    terminal.read_until(WHOLE)
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


def test_the_demo_is_shown_with_all_its_panels(home: dict[str, str]) -> None:
    terminal = PseudoTerminal(home, (*SHIFTER, "demo"))
    try:
        terminal.read_until(WHOLE)
        terminal.type("q")
        assert terminal.leave() == 0
    finally:
        terminal.close()
