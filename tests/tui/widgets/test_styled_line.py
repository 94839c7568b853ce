"""Lines that share their words out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.tui.widgets.styled_line import closely, styled, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Make a folder with Radio on it.", 31, ["Make a folder with Radio on it."]),
        ("Make a folder with Radio on it.", 28, ["Make a folder with", "Radio on it."]),
        ("Ask her, then ask him as well", 12, ["Ask her,", "then ask him", "as well"]),
        ("unbreakable it", 12, ["unbreakable", "it"]),
        ("x" * 25, 12, ["x" * 12, "x" * 12, "x"]),
    ],
)
def test_a_last_line_is_no_single_word_where_that_can_be(
    text: str, width: int, lines: list[str]
) -> None:
    assert [line.plain for line in wrapped(text, width)] == lines


@given(st.text("ab 漢é", max_size=60), st.integers(4, 30))
def test_sharing_words_out_takes_no_more_lines_and_loses_none(text: str, width: int) -> None:
    words = " ".join(text.split())
    shared = wrapped(text, width)
    assert len(shared) == len(styled(words).wrap(width))
    assert all(line.cell_length <= width for line in shared)
    assert "".join(line.plain for line in shared).replace(" ", "") == words.replace(" ", "")


def test_lines_wrapped_closely_hold_what_they_can_and_break_at_no_no_break_space() -> None:
    text = "Half of it,  some 12\u00a0% of all,\nwas done on a train"
    lines = [line.plain for line in closely(text, 20)]
    assert lines == ["Half of it, some", "12 % of all, was", "done on a train"]
