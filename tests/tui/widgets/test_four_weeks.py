"""Where four weeks went: names stand whole where they can."""

import re

import pytest
from textual.app import App, ComposeResult

from shifter.core.four_weeks import FourWeeks, Share, four_weeks
from shifter.tui.widgets.four_weeks import FourWeeksLine
from tests.tui.stage import seen

SHARES = (
    Share("Bookbinding", 8),
    Share("Repair café", 8),
    Share("UX research", 8),
    Share("Pottery studio", 4),
)


class _Alone(App[None]):
    def __init__(self, four_weeks: FourWeeks) -> None:
        super().__init__()
        self._four_weeks = four_weeks

    def compose(self) -> ComposeResult:
        line = FourWeeksLine()
        line.four_weeks = self._four_weeks
        yield line


async def painted(four_weeks: FourWeeks, width: int) -> tuple[str, str]:
    app = _Alone(four_weeks)
    async with app.run_test(size=(width, 5)) as pilot:
        bars, names, *_ = seen(pilot).split("\n")
        return bars, names


async def test_in_eighty_columns_all_names_stand_whole() -> None:
    bars, names = await painted(FourWeeks(SHARES, 4), 78)
    assert re.split(r" {2,}", names.strip()) == [
        *("went to", "Bookbinding", "Repair café", "UX research", "Pottery studio", "elsewhere")
    ]
    assert bars.split()[-1] == "4"


async def test_where_there_is_less_room_the_smallest_gives_way_to_whole_names() -> None:
    bars, names = await painted(FourWeeks(SHARES, 4), 58)
    assert names.split() == ["went", "to", "Bookbinding", "Repair", "café", "others", "elsewhere"]
    assert bars.split()[-2:] == ["12", "4"]


async def test_elsewhere_is_what_went_to_no_idea_and_the_smaller_ones_are_others() -> None:
    told = four_weeks({"Clay": 9, "Bees": 7, "Maps": 5, "Ink": 4, "Tea": 1, "Salt": 1}, 30)
    bars, names = await painted(told, 78)
    assert names.split() == ["went", "to", "Clay", "Bees", "Maps", "Ink", "others", "elsewhere"]
    assert bars.split()[-2:] == ["2", "3"]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
async def test_however_long_the_names_it_keeps_to_its_width(width: int) -> None:
    shares = tuple(Share(f"{letter} very long name of an idea " * 3, 8) for letter in "abcd")
    bars, names = await painted(FourWeeks(shares, 4), width)
    assert max(len(bars), len(names)) <= width
    assert ("…" in names) == (width > 20)
