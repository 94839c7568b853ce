import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.text import clean_line, clean_note, for_terminal, quoted, required_line
from shifter.errors import Refused

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ANY_TEXT = st.text(st.characters(exclude_categories=()))
CONTROLS = st.text(
    st.sampled_from("ab \t\n\r\x00\x07\x1b\x7f\x85\x9b\u202a\u202e\u2066\u2069\udc80")
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Emailed Ana \n", "Emailed Ana"),
        ("two  spaces", "two  spaces"),
        ("one\ntwo", "one two"),
        ("one\r\ntwo\rthree", "one two three"),
        ("one\ttwo", "one two"),
        ("one\n\n\ttwo", "one two"),
        ("one\u2028two\u2029three", "one two three"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("a\x00b\x7fc\x9bd\x85e", "abcde"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066a\u2069", "a"),
        ("caf\udce9", "caf"),
        ("[b]not markup[/b]", "[b]not markup[/b]"),
        ("\u05e9\u05dc\u05d5\u05dd \u200f\u200e", "\u05e9\u05dc\u05d5\u05dd \u200f\u200e"),
        ("👩‍👩‍👧 🏳️‍🌈", "👩‍👩‍👧 🏳️‍🌈"),
        ("cafe\u0301", "cafe\u0301"),
        ("café", "café"),
        ("'; DROP TABLE shift; --", "'; DROP TABLE shift; --"),
        ("", ""),
        ("\u200b \ufeff", ""),
    ],
)
def test_a_line_keeps_what_was_typed_but_for_what_harms(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\n\ttwo\n", "one\n\ttwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("a\x1b[2Jb\x0bc", "a[2Jbc"),
        ("\u2067x\u2069", "x"),
        ("\u200b\n\u200e", ""),
    ],
)
def test_a_note_keeps_its_line_breaks_and_tabs(typed: str, kept: str) -> None:
    assert clean_note(typed) == kept


def test_a_line_holds_500_characters_and_no_more() -> None:
    assert clean_line("x" * 500) == "x" * 500
    assert clean_line("  " + "é" * 500 + "\x00\n") == "é" * 500
    with pytest.raises(Refused, match=r"500.*501"):
        clean_line("x" * 501)


def test_a_note_holds_20000_characters_and_no_more() -> None:
    assert len(clean_note("x" * 20_000)) == 20_000
    with pytest.raises(Refused, match=r"20,000.*20,001"):
        clean_note("x" * 20_001)


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x00\x1b", "\u200b\u2060\ufeff", "\u202e"])
def test_a_required_line_has_something_to_see(typed: str) -> None:
    with pytest.raises(Refused, match="enough for the idea's name"):
        required_line(typed, "The idea's name")


@pytest.mark.parametrize("typed", ["x", ".", "👩‍👩‍👧", "שלום", "中"])
def test_a_required_line_comes_back_as_it_was(typed: str) -> None:
    assert required_line(f" {typed} ", "A shift") == typed


@given(ANY_TEXT | CONTROLS)
def test_nothing_that_commands_a_terminal_comes_through(text: str) -> None:
    for cleaned in (clean_line(text), clean_note(text), for_terminal(text)):
        assert not HARMFUL.search(cleaned)
        cleaned.encode()


@given(ANY_TEXT | CONTROLS)
def test_a_line_is_one_line_and_stays_what_it_is(text: str) -> None:
    line = clean_line(text)
    assert not set("\n\r\t") & set(line)
    assert line == line.strip()
    assert clean_line(line) == line


@given(ANY_TEXT | CONTROLS)
def test_a_note_stays_what_it_is(text: str) -> None:
    assert clean_note(clean_note(text)) == clean_note(text)
    assert for_terminal(clean_note(text)) == clean_note(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Z"))))
def test_letters_of_every_script_are_never_touched(text: str) -> None:
    assert clean_line(text) == clean_note(text) == for_terminal(text) == text


def test_quotes_within_quotes_are_single_ones() -> None:
    assert quoted("Gave “Pottery studio” an hour") == "“Gave ‘Pottery studio’ an hour”"
    assert quoted("Rang Tom") == "“Rang Tom”"
