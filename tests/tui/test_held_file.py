"""A file that another program holds as the app begins is waited for, in words; so is no home."""

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shifter.companion import open_companion
from shifter.config import Config
from tests.tui.pseudo_terminal import PseudoTerminal

_SAID = "Another program holds shifter.db."


@pytest.fixture
def file(new_file: Path, tmp_path: Path) -> Path:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    with closing(open_companion(str(file), config=Config())) as companion:
        companion.today.begin("pottery")
    return file


@pytest.fixture
def held(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


@pytest.fixture
def terminal(held: sqlite3.Connection, file: Path) -> Iterator[PseudoTerminal]:
    assert held.in_transaction
    terminal = PseudoTerminal(
        {"SHIFTER_DB": str(file), "HOME": str(file.parent), "PYTHONUTF8": "1"}
    )
    terminal.read_until(_SAID)
    yield terminal
    terminal.close()


def test_it_can_be_left_at_once(terminal: PseudoTerminal) -> None:
    begin = time.monotonic()
    terminal.type("q")
    assert terminal.leave() == 0
    assert time.monotonic() - begin < 10
    assert terminal.left_on() == []
    assert terminal.attributes() == terminal.before


def test_the_app_begins_once_it_is_let_go(
    terminal: PseudoTerminal, held: sqlite3.Connection
) -> None:
    held.execute("ROLLBACK")
    terminal.read_until("Quit")
    terminal.type("q")
    assert terminal.leave() == 0


def test_the_app_does_without_a_home_where_a_file_is_named(file: Path) -> None:
    terminal = PseudoTerminal(
        {"PYTHONUTF8": "1"}, (sys.executable, "-m", "tests.no_home", "--db", str(file))
    )
    try:
        terminal.read_until("Quit")
        terminal.type("d")
        terminal.read_until("shift 1")
        terminal.type(",")
        terminal.read_until("How it looks")
        terminal.type("\x1b[C")
        terminal.read_until("There is no home folder.")
        terminal.type("\x1b")
        time.sleep(0.3)
        terminal.type("q")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    with closing(open_companion(str(file), config=Config())) as companion:
        assert companion.shifts.find().total == 1
