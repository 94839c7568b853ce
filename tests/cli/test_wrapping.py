"""What does not fit into the terminal goes on below it, and no word is broken."""

import sys
from pathlib import Path

import pytest

from shifter.cli.wrapping import wrapped
from tests.cli.shell import Launch
from tests.tui.pseudo_terminal import PseudoTerminal

WIDTH = 20


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("nineteen and a few more", ["nineteen and a few", "more"]),
        ("  indented so that it goes on", ["  indented so that", "  it goes on"]),
        ("name   what it is like to wear", ["name   what it is", "       like to wear"]),
        ("a " + "b" * 30 + " c", ["a", "b" * 30, "c"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("\x11twenty columns, bold\x15 and", ["\x11twenty columns, bold\x15", "and"]),
        ("漢字漢字漢字 漢字漢字漢字", ["漢字漢字漢字", "漢字漢字漢字"]),
    ],
)
def test_a_long_line_is_broken_between_words_and_goes_on_under_its_column(
    text: str, lines: list[str]
) -> None:
    assert list(wrapped(text, WIDTH)) == lines


@pytest.mark.parametrize("words", ["themes", "settings zzz", "settings nonsense 3"])
def test_a_terminal_is_never_written_beyond_its_edge(
    words: str, launch: Launch, tmp_path: Path
) -> None:
    environment = {"SHIFTER_DB": str(tmp_path / "shifter.db"), "NO_COLOR": "1"}
    command = (sys.executable, "-m", "shifter", *words.split())
    terminal = PseudoTerminal(environment, command, (50, 24))
    terminal.leave()
    terminal.close()
    lines = terminal.drawn.decode().splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 50
    elsewhere = launch(*words.split())
    assert " ".join(lines).split() == (elsewhere.stdout + elsewhere.stderr).decode().split()
