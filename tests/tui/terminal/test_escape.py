"""Escape acts at once, whatever is typed after it, and alt with a key types nothing."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import constants, events

from shifter.companion import open_companion
from shifter.config import Config
from shifter.tui.terminal.driver import KeyReader
from tests.tui.pseudo_terminal import WHOLE, PseudoTerminal

if TYPE_CHECKING:
    from textual.message import Message

ESC = b"\x1b"
_FIRST = "╰"


class Typist:
    """Types bytes at given milliseconds; `keys` are those that came of it, with what they type."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._reading, self._writing = os.pipe()
        self.reader = KeyReader(self.messages.append, self._reading)
        self._since = 0.0

    @property
    def keys(self) -> list[tuple[str, str | None]]:
        return [(key.key, key.character) for key in self.messages if isinstance(key, events.Key)]

    def type(self, at: float, typed: bytes) -> None:
        self.wait_until(at)
        os.write(self._writing, typed)
        self.reader.read()
        self._since = at

    def wait_until(self, at: float) -> None:
        """Let the time pass as the thread does that waits for input."""
        while (wait := self.reader.wait) is not None and self._since + wait * 1000 <= at:
            self._since += wait * 1000
            self.reader.nothing_came()

    def close(self) -> None:
        os.close(self._reading)
        os.close(self._writing)


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Iterator[Typist]:
    monkeypatch.delenv("ESCDELAY", raising=False)
    with closing(Typist()) as typist:
        yield typist


def names(typist: Typist) -> list[str]:
    return [name for name, _ in typist.keys]


def typed(typist: Typist) -> str:
    return "".join(character or "" for _, character in typist.keys if character != "\x1b")


def test_escape_acts_before_fingers_reach_another_key(typist: Typist) -> None:
    typist.type(0, ESC)
    typist.wait_until(24)
    assert names(typist) == []
    typist.wait_until(30)
    assert names(typist) == ["escape"]
    assert typist.reader.wait is None


@pytest.mark.parametrize("gap", [30, 60, 70, 100, 125])
def test_a_key_after_escape_is_that_key(typist: Typist, gap: int) -> None:
    typist.type(0, b"a")
    for turn, key in enumerate((b"2", b"u", b"[", b"O", b"?", b"]", b"P")):
        typist.type(200 + turn * 2 * gap, ESC)
        typist.type(200 + turn * 2 * gap + gap, key)
    typist.wait_until(5000)
    assert names(typist)[1::2] == ["escape"] * 7
    assert typed(typist) == "a2u[O?]P"


def test_escape_after_escape(typist: Typist) -> None:
    typist.type(0, ESC + ESC)
    typist.type(10, ESC)
    typist.wait_until(40)
    assert names(typist) == ["escape"] * 3


def test_the_users_own_delay_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCDELAY", "300")
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.3)
    with closing(Typist()) as typist:
        typist.type(0, ESC)
        typist.type(299, b"[A")
        assert names(typist) == ["up"]
        typist.type(400, ESC)
        typist.wait_until(700)
        assert names(typist) == ["up", "escape"]


@pytest.mark.parametrize("key", [chr(code) for code in range(32, 127)] + ["é", "§", "字", "\r"])
def test_alt_and_a_key_types_nothing(typist: Typist, key: str) -> None:
    typist.type(0, b"x")
    typist.type(100, ESC + key.encode())
    typist.wait_until(2000)
    typist.type(2000, b"y")
    assert typed(typist) == "xy"
    assert "escape" not in names(typist)
    assert names(typist)[1] != "enter"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (b"\x1bx", "alt+x"),
        (b"\x1b2", "alt+2"),
        (b"\x1b.", "alt+full_stop"),
        (b"\x1b[", "alt+left_square_bracket"),
        (b"\x1b ", "alt+space"),
        (b"\x1b\r", "alt+enter"),
        (b"\x1bX", "alt+shift+x"),
        (b"\x1bO", "alt+shift+o"),
        (b"\x1b[120;3u", "alt+x"),
        (b"\x1b[127;3u", "alt+backspace"),
        (b"\x1b[3;3~", "alt+delete"),
        (b"\x1bb", "ctrl+left"),
        (b"\x1bf", "ctrl+right"),
        (b"\x1b\x7f", "ctrl+w"),
    ],
)
def test_alt_and_a_key_can_be_bound_and_moves_by_words(
    typist: Typist, typed: bytes, name: str
) -> None:
    typist.type(0, typed)
    typist.wait_until(200)
    assert typist.keys == [(name, None)]


def test_alt_and_a_key_holds_nothing_up(typist: Typist) -> None:
    typist.type(0, b"\x1bxabc\x1b2d")
    assert names(typist) == ["alt+x", "a", "b", "c", "alt+2", "d"]


@pytest.mark.parametrize("cut", range(2, 10))
def test_a_sequence_in_two_pieces_is_no_typing_however_late_the_rest(
    typist: Typist, cut: int
) -> None:
    moved = b"\x1b[<35;12;5M"
    typist.type(0, moved[:cut])
    typist.type(90, moved[cut:])
    typist.type(100, b"z")
    assert names(typist) == ["z"]
    assert any(isinstance(message, events.MouseMove) for message in typist.messages)


@pytest.mark.parametrize(
    "unknown",
    [
        *(b"\x1b[5z", b"\x1b[1;2;3y", b"\x1bOz", b"\x1b[[z", b"\x1b[12\x1b[A\x1b[", b"\x1b[9;9"),
        b"\x1b[" + 20 * b"1;" + b"z",
    ],
)
def test_a_sequence_that_is_no_key_types_nothing(typist: Typist, unknown: bytes) -> None:
    typist.type(0, unknown)
    typist.wait_until(3000)
    typist.type(3000, b"z")
    assert typed(typist) == "z"


def test_what_else_a_terminal_sends_is_still_heard(typist: Typist) -> None:
    typist.type(0, b"\x1b[I\x1b[O\x1b[48;24;80;480;800t\x1b[5;7R\x1b[[A")
    assert [type(message) for message in typist.messages] == [
        events.AppFocus,
        events.AppBlur,
        events.Resize,
        events.CursorPosition,
        events.Key,
    ]
    assert names(typist) == ["f1"]


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A file with a pick on the card."""
    file = str(tmp_path / "shifter.db")
    with closing(open_companion(file, config=Config())) as companion:
        companion.shifts.log("Walked past the kiln")
        companion.today.another()
    return file


def texts(database: str) -> list[str]:
    with closing(open_companion(database, config=Config())) as companion:
        return [shift.text for shift in companion.shifts.find().shifts]


@pytest.fixture
def terminal(database: str, tmp_path: Path) -> Iterator[PseudoTerminal]:
    home = {"SHIFTER_DB": database, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with closing(PseudoTerminal(home | {"PYTHONUTF8": "1"})) as terminal:
        yield terminal


def test_alt_types_nothing_into_a_field_and_escape_closes_the_dialog(
    terminal: PseudoTerminal, database: str
) -> None:
    terminal.read_until(WHOLE)
    terminal.type("aRang")
    terminal.read_until("Rang")
    terminal.type(b"\x1b2")
    terminal.type(b"\x1b.")
    terminal.type("\r")
    terminal.read_until("2 shifts")
    assert texts(database)[0] == "Rang"
    terminal.type("a")
    terminal.type(ESC)
    time.sleep(0.5)
    terminal.type("q")
    assert terminal.leave() == 0


def test_alt_before_the_app_is_there_does_nothing(terminal: PseudoTerminal, database: str) -> None:
    terminal.read_until(_FIRST)
    terminal.type(b"\x1bd\x1b2\x1b.aRang\r")
    terminal.read_until(WHOLE)
    terminal.read_until("2 shifts")
    terminal.type("q")
    assert terminal.leave() == 0
    assert len(texts(database)) == 2
    assert texts(database)[0] == "Rang"
