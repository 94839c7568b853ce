"""A terminal without UTF-8: every glyph has a plain one of its width, and nothing else comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

import shifter
from shifter.companion import open_companion
from shifter.config import Config
from shifter.plain_glyphs import PlainGlyphs, terminal_encoding
from shifter.tui.widgets.digits import PLAIN_DIGITS
from tests.tui.pseudo_terminal import PseudoTerminal

SOURCES = sorted(Path(shifter.__file__).parent.rglob("*.py"))


def test_every_glyph_of_the_program_has_a_plain_one_of_its_own_width() -> None:
    table = PlainGlyphs("ascii")
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        for glyph in {glyph for glyph in text if not glyph.isascii() and not glyph.isalpha()}:
            plain = glyph.translate(table)
            assert plain.isascii(), glyph
            assert len(plain) == cell_len(glyph), glyph
            assert "?" not in plain, glyph


@pytest.mark.parametrize(
    ("text", "encoding", "plain"),
    [
        ("✦ ✓ ●", "ascii", "* + @"),
        ("Repair café", "ascii", "Repair cafe"),
        ("Repair café", "latin-1", "Repair café"),
        ("long enough to…", "ascii", "long enough to~"),
        ("漢字 🙂", "ascii", "???? ??"),
        ("e\u0301 \u200d", "ascii", "e "),
        ("╭─╮ ┏━┓", "ascii", "+-+ +=+"),
        ("\x1b[38;2;1;2;3m✦", "ascii", "\x1b[38;2;1;2;3m*"),
    ],
)
def test_what_is_missing_becomes_the_likest_there_is(text: str, encoding: str, plain: str) -> None:
    assert text.translate(PlainGlyphs(encoding)) == plain


def test_whoever_knows_better_how_wide_a_glyph_is_says_so() -> None:
    assert "漢字".translate(PlainGlyphs("ascii", lambda _: 1)) == "??"


@pytest.mark.parametrize("glyphs", ["●○", "▸→", "….", "○─"])
def test_glyphs_that_are_told_apart_stay_apart(glyphs: str) -> None:
    assert len(set(glyphs.translate(PlainGlyphs("ascii")))) == len(glyphs)


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "C"}, "ascii"),
        ({"LANG": "POSIX"}, "ascii"),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, "utf-8"),
        ({"LANG": "de_DE.UTF-8"}, "utf-8"),
        ({}, "utf-8"),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, "utf-8"),
    ],
)
def test_the_locale_says_what_can_be_shown(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], encoding: str
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_encoding() == encoding


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[PseudoTerminal]:
    file = str(tmp_path / "shifter.db")
    companion = open_companion(file, config=Config())
    companion.ideas.add("Repair café")
    companion.shifts.log("Walked past the kiln #Repair !")
    companion.today.another()
    companion.close()
    environment = {
        "SHIFTER_DB": file,
        "HOME": str(tmp_path),
        "LC_ALL": "C",
        "PYTHONUTF8": "",
        "PYTHONIOENCODING": "",
    }
    terminal = PseudoTerminal(environment)
    yield terminal
    terminal.close()


def test_nothing_but_ascii_reaches_such_a_terminal(terminal: PseudoTerminal) -> None:
    terminal.read_until("Quit")
    for key, words in (("2", "Little Yes"), ("3", "Repair cafe"), ("4", "kiln")):
        drawn = len(terminal.drawn)
        terminal.type(key)
        terminal.read_until(words, drawn)
    terminal.type("q")
    assert terminal.leave() == 0
    assert terminal.drawn.isascii()


def test_the_plain_figures_are_as_large_as_the_others() -> None:
    assert set(PLAIN_DIGITS) == set("0123456789:+")
    for figure, rows in PLAIN_DIGITS.items():
        assert [len(row) for row in rows] == [1 if figure == ":" else 3] * 3
        assert "".join(rows).isascii()
