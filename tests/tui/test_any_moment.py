"""Whatever happens while it starts, and whenever: the terminal is usable, and every key counts."""

import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shifter.companion import open_companion
from shifter.config import Config
from tests.tui.pseudo_terminal import (
    WHOLE,
    PseudoTerminal,
    assert_as_found,
    assert_comes_back,
)

Happen = Callable[[PseudoTerminal, float], None]

ALTERNATE = "\x1b[?1049h"
SOME = (0.0, 0.06, 0.2)
"""Seconds after the start; at the last of them it is nearly through where nothing else runs."""

ANY = [moment / 100 for moment in range(60)]
_STYLES = re.compile(rb"\x1b\[[\d;?]*[A-Za-z]")
_CARD = re.compile("╭[^╮\n]*╮")


@pytest.fixture
def file(new_file: Path, tmp_path: Path) -> Path:
    """A file with a shift in it and a pick on the card."""
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    companion = open_companion(str(file), config=Config())
    companion.shifts.log("Walked past the kiln")
    companion.today.another()
    companion.close()
    return file


@pytest.fixture
def terminal(file: Path, tmp_path: Path) -> Iterator[PseudoTerminal]:
    terminal = PseudoTerminal(
        {
            "SHIFTER_DB": str(file),
            "HOME": str(tmp_path),
            "COLORTERM": "truecolor",
            "PYTHONUTF8": "1",
        }
    )
    yield terminal
    terminal.close()


def wait(terminal: PseudoTerminal, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(left)


def leave(terminal: PseudoTerminal) -> None:
    terminal.type("q")
    assert terminal.leave() == 0
    assert_as_found(terminal)


def end(terminal: PseudoTerminal, moment: float) -> None:
    """It is ended; whether it had come to take the terminal or not, that is as it was."""
    wait(terminal, moment)
    terminal.signal(signal.SIGTERM)
    assert terminal.leave() == -signal.SIGTERM
    assert_as_found(terminal)


def suspend(terminal: PseudoTerminal, moment: float) -> None:
    """The shell has its terminal, and after coming back the app has it."""
    # Before that nothing of shifter's is there: it stops as any program does.
    terminal.read_until(ALTERNATE)
    wait(terminal, moment)
    terminal.signal(signal.SIGTSTP)
    assert_comes_back(terminal)
    leave(terminal)


def resize(terminal: PseudoTerminal, moment: float) -> None:
    """What stands there in the end has the size that the window has in the end."""
    wait(terminal, moment)
    for size in ((70, 20), (120, 40), (80, 24), (100, 30)):  # As a window that is dragged.
        terminal.resize(*size)
        terminal.signal(signal.SIGWINCH)
        wait(terminal, 0.02)
    terminal.read_until(WHOLE)
    while terminal.read(0.4):
        pass
    text = _STYLES.sub(b"", terminal.drawn).decode()
    assert len(_CARD.findall(text)[-1]) == 84
    leave(terminal)


HAPPENING = pytest.mark.parametrize("happen", [end, suspend, resize], ids=lambda f: f.__name__)


@HAPPENING
@pytest.mark.parametrize("moment", SOME)
def test_at_some_moments_of_the_start(
    terminal: PseudoTerminal, happen: Happen, moment: float
) -> None:
    happen(terminal, moment)


@pytest.mark.long
@HAPPENING
@pytest.mark.parametrize("moment", ANY)
def test_at_any_moment_of_the_start(
    terminal: PseudoTerminal, happen: Happen, moment: float
) -> None:
    happen(terminal, moment)


def test_keys_count_once_from_the_very_start_on(terminal: PseudoTerminal, file: Path) -> None:
    """A pick is done three times over, with another one between, before the app is there."""
    for moment, keys in ((0.03, "dn"), (0.07, "dn"), (0.2, "d")):
        wait(terminal, moment)
        terminal.type(keys)
    terminal.read_until(WHOLE)
    leave(terminal)
    companion = open_companion(str(file), config=Config())
    assert companion.figures.streak().total == 4
    companion.close()
