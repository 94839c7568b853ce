"""The latest weeks as bars: one idea's are drawn in the measure of all."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from shifter.core.board_view import WeekTotal
from shifter.tui.widgets.latest_weeks import latest_weeks


def weeks(shifts: Sequence[int], of_all: Sequence[int]) -> list[WeekTotal]:
    start = date(2026, 11, 16) - timedelta(weeks=len(shifts) - 1)
    pairs = enumerate(zip(shifts, of_all, strict=True))
    return [WeekTotal(start + timedelta(weeks=n), *pair) for n, pair in pairs]


def heights(shown: Sequence[WeekTotal]) -> list[int]:
    """The whole rows of each bar, where there are eight."""
    _, *rows, _ = (line.plain.ljust(40) for line in latest_weeks(shown, 40, 10))
    assert len(rows) == 8
    return [sum(row[column] == "█" for row in rows) for column in range(0, len(shown) * 7, 7)]


def heading(shown: Sequence[WeekTotal], width: int = 35) -> str:
    return latest_weeks(shown, width, 10)[0].plain


def test_all_the_shifts_fill_the_rows_and_those_of_an_idea_their_part() -> None:
    of_all = [4, 8, 2]
    assert heights(weeks(of_all, of_all)) == [4, 8, 2]
    assert heights(weeks([2, 1, 0], of_all)) == [2, 1, 0]
    assert heights(weeks([0, 0, 2], of_all)) == [0, 0, 2]


@pytest.mark.parametrize(
    ("shifts", "of_all", "told"),
    [
        (10, 10, "Three weeks  10 so far in this one"),
        (2, 10, "Three weeks  2 of this week's 10"),
        (0, 10, "Three weeks"),
        (0, 0, "Three weeks"),
    ],
)
def test_the_heading_says_what_part_of_this_week_it_is(shifts: int, of_all: int, told: str) -> None:
    shown = weeks([1, 1, shifts], [3, 3, of_all])
    assert heading(shown) == told
    assert heading(shown, 12) == "Three weeks"
