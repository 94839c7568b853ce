"""Bars with names of any letters."""

from rich.cells import cell_len

from shifter.tui.widgets.bars import LONGEST_NAME, Bar, lying


def test_bars_begin_in_one_column_whatever_the_letters_are() -> None:
    names = (
        "Pottery",
        "漢字かな交じり",
        "👩‍👩‍👧 glazed",
        "an idea of many words, and then a few",
    )
    lines = [line.plain for line in lying([Bar(name, 4) for name in names], 8)]
    assert {cell_len(line.partition("█")[0]) for line in lines} == {LONGEST_NAME + 1}


def test_short_names_take_no_more_than_they_need() -> None:
    (line,) = lying([Bar("Mon", 2)], 8)
    assert line.plain == "Mon ████████ 2"
