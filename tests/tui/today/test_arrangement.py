"""What stands where at any size: what matters most is there at every one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from shifter.tui.screens.today.arrangement import CARD_WIDTH, Wants, arrange, below_saying, columns

OPEN = Wants(greeting=1, least=7, wanted=9, most=12, line=0, panels=4, more_panels=0, stairs=3)

sizes = st.builds(Size, st.integers(40, 200), st.integers(6, 60))
wants = st.builds(
    lambda greeting, least, more, luxury, line, panels, more_panels, stairs: Wants(
        greeting, least, least + more, least + more + luxury, line, panels, more_panels, stairs
    ),
    st.integers(0, 2),
    st.integers(4, 20),
    st.integers(0, 3),
    st.integers(0, 4),
    st.sampled_from([0, 2]),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from([0, 3]),
)


def test_the_usual_terminal_is_filled_to_the_row() -> None:
    there = arrange(80, 21, OPEN)
    assert there.greeting == (3, 1, 75, 1)
    assert there.card == (2, 2, 76, 9)
    assert there.panels == (3, 12, 75, 4)
    assert there.stairs == (3, 17, 75, 3)


def test_what_is_said_takes_the_rows_above_the_card_first_and_cuts_nothing_to_a_fragment() -> None:
    there = arrange(80, 21, OPEN)
    one, two, four = (below_saying(there, rows, 21 - rows) for rows in (1, 2, 4))
    assert one == (*(box._replace(y=box.y - 1) for box in there),)
    assert two.greeting.height == 0
    assert two[1:] == tuple(box._replace(y=box.y - 1) for box in one)[1:]
    assert four[1:4] == two[1:4]
    assert four.stairs.height == 0


def test_where_there_is_room_to_spare_the_panels_fill_more_of_it() -> None:
    assert arrange(160, 47, OPEN._replace(luxury=3)).panels.height == 7
    assert arrange(80, 21, OPEN._replace(luxury=3)).panels.height == 4


def test_in_a_small_terminal_the_week_comes_before_the_stairs() -> None:
    there = arrange(60, 15, OPEN._replace(greeting=2, least=8))
    assert there.card.height == 8
    assert there.panels.height == 4
    assert there.stairs.height == 0


@pytest.mark.parametrize(("width", "start", "card"), [(60, 1, 58), (80, 2, 76), (160, 38, 84)])
def test_the_card_is_centred_and_never_too_wide(width: int, start: int, card: int) -> None:
    assert columns(width) == (start, card)
    assert card <= CARD_WIDTH


def test_a_week_gives_up_a_row_rather_than_have_the_words_touch_both_borders() -> None:
    crowded = Wants(2, 8, 10, 10, 0, 4, 0, 3, air=2, giving=1)
    there = arrange(60, 15, crowded)
    assert (there.card.height, there.panels.height) == (9, 3)
    there = arrange(60, 24, crowded)
    assert (there.card.height, there.panels.height) == (10, 4)


@given(sizes, wants)
def test_parts_are_inside_and_never_overlap(size: Size, wants: Wants) -> None:
    there = arrange(*size, wants)
    parts = [Region(*box) for box in there if box.height]
    assert all(size.region.contains_region(region) for region in parts)
    tops = [region.y for region in parts]
    assert tops == sorted(tops)
    assert all(a.bottom <= b.y for a, b in pairwise(parts))


@given(sizes, wants)
def test_the_card_always_gets_what_it_needs_before_anything_below_it(
    size: Size, wants: Wants
) -> None:
    there = arrange(*size, wants)
    assert there.card.height >= min(wants.least, size.height - wants.greeting)
    if there.card.height < wants.least:
        assert not there.line.height
        assert not there.panels.height
        assert not there.stairs.height


@given(sizes, wants)
def test_a_part_has_all_of_its_rows_or_none(size: Size, wants: Wants) -> None:
    there = arrange(*size, wants)
    assert there.line.height in (0, wants.line)
    assert there.panels.height in (0, wants.panels, wants.panels + wants.more_panels)
    assert there.stairs.height in (0, wants.stairs)
