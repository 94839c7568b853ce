"""How the board's rows are shared out, for any height of the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.tui.screens.ideas.arrangement import Rows, lane_columns, rows_above_yes, share_rows

ROOMS = st.integers(10, 90)
LANES = st.integers(1, 200)
YES = 5


@given(ROOMS, st.booleans(), st.booleans())
def test_every_row_is_given_out_once(room: int, shelf_wanted: bool, weeks_wanted: bool) -> None:
    rows = share_rows(room, shelf_wanted=shelf_wanted, weeks_wanted=weeks_wanted)
    shelf = rows.shelf + 1 if rows.shelf else 0
    assert rows.lanes + shelf + (3 if rows.has_weeks else 0) == room
    assert rows.lanes >= 7


@given(ROOMS)
def test_more_rows_take_nothing_away_below_the_lanes(room: int) -> None:
    before, after = (
        share_rows(rows, shelf_wanted=True, weeks_wanted=True) for rows in (room, room + 1)
    )
    assert after.shelf >= before.shelf
    assert after.has_weeks >= before.has_weeks


@pytest.mark.parametrize(
    ("room", "rows"),
    [
        (10, Rows(10, 0, has_weeks=False)),
        (11, Rows(7, 3, has_weeks=False)),
        (15, Rows(8, 3, has_weeks=True)),
        (22, Rows(12, 6, has_weeks=True)),
        (36, Rows(24, 8, has_weeks=True)),
    ],
)
def test_the_lanes_come_first(room: int, rows: Rows) -> None:
    assert share_rows(room, shelf_wanted=True, weeks_wanted=True) == rows


@given(ROOMS, LANES, st.booleans())
def test_the_place_for_the_yes_fits_below_a_lane(room: int, lane: int, wide: bool) -> None:
    above = rows_above_yes(room, lane, YES, wide=wide, taken=False)
    if above is not None:
        assert above + 1 + YES <= room


@given(ROOMS, LANES)
def test_one_lane_at_a_time_an_empty_place_gives_way_to_the_cards(room: int, lane: int) -> None:
    above = rows_above_yes(room, lane, YES, wide=False, taken=False)
    assert above is None or above >= lane


@given(ROOMS, LANES, st.booleans())
def test_an_idea_that_became_the_yes_is_always_seen(room: int, lane: int, wide: bool) -> None:
    assert rows_above_yes(room, lane, YES, wide=wide, taken=True) is not None


@given(st.integers(60, 260))
def test_lanes_side_by_side_fill_the_board_and_none_is_cut(width: int) -> None:
    lanes = 4 if width >= 140 else 3 if width >= 100 else 1
    taken = lanes * lane_columns(width) + lanes - 1
    assert width - 2 - lanes < taken <= width - 2
