"""Where the parts of the board stand, for any size of the screen."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from shifter.tui.screens.streaks.arrangement import Arrangement, Wants, arrange

SIZES = st.builds(Size, st.integers(56, 260), st.integers(15, 90))
WANTS = st.builds(
    Wants,
    heading=st.integers(0, 1),
    figures=st.just(3),
    big_figures=st.integers(5, 120),
    run=st.integers(1, 2),
    weeks=st.sampled_from([0, 2, 7, 12]),
    stairs=st.just(3),
    legend_below=st.just(False),
)
A_YEAR = Wants(0, 3, 76, 1, 12, 3)


def parts(place: Arrangement) -> list[Region]:
    return [region for region in place if region.area]


@given(SIZES, WANTS)
def test_nothing_stands_on_anything_else_or_outside(size: Size, wants: Wants) -> None:
    regions = parts(arrange(size, wants))
    whole = Region(0, 0, size.width, size.height)
    for region in regions:
        assert whole.contains_region(region)
    for one, other in combinations(regions, 2):
        assert not one.overlaps(other)


@given(SIZES, WANTS)
def test_figures_board_run_and_day_are_always_there(size: Size, wants: Wants) -> None:
    place = arrange(size, wants)
    assert place.figures.height in (1, 3)
    assert place.towers.height >= 8
    assert place.run.height == wants.run
    assert place.day.height >= 3


@given(SIZES, WANTS)
def test_more_rows_take_no_part_away(size: Size, wants: Wants) -> None:
    small = arrange(size, wants)
    large = arrange(Size(size.width, size.height + 1), wants)
    for before, after in zip(small, large, strict=True):
        assert bool(after.area) >= bool(before.area)


@pytest.mark.parametrize(
    ("size", "figures", "towers", "weeks", "stairs"),
    [
        ((60, 15), 1, 8, 0, 0),
        ((80, 21), 1, 8, 4, 3),
        ((100, 27), 3, 8, 7, 3),
        ((120, 37), 3, 8, 9, 3),
        ((160, 47), 3, 8, 9, 3),
    ],
)
def test_what_each_size_shows(
    size: tuple[int, int], figures: int, towers: int, weeks: int, stairs: int
) -> None:
    wants = A_YEAR if size != (80, 21) else A_YEAR._replace(run=2)
    place = arrange(Size(*size), wants)
    assert place.figures.height == figures
    assert place.towers.height == towers
    assert place.weeks.height == weeks
    assert place.stairs.height == stairs


def test_an_empty_board_is_one_sentence() -> None:
    place = arrange(Size(80, 21), Wants(0, 0, 0, 2, 0, 0))
    assert parts(place) == [place.run]
