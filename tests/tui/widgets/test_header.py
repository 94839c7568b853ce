"""The header: names, the current tab, and what fits beside them."""

from datetime import date

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from shifter.tui.dates import day_forms
from shifter.tui.widgets.header import Header
from tests.tui.stage import Stage, press, seen, settle


async def rows(header: Header, width: int) -> list[str]:
    """The two rows in a width."""

    class Shown(App[None]):
        CSS = "Header { height: 2; }"

        def compose(self) -> ComposeResult:
            yield header

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict.fromkeys(("ink", "quiet", "line"), "#888888")

    async with Shown().run_test(size=(width, 24)):
        return str(header.render()).split("\n")


@pytest.mark.parametrize(
    ("width", "day"),
    [
        (100, "Thursday 19 November"),
        (80, "Thursday 19 November"),
        (65, "Thu 19 Nov"),
        (60, "19 Nov"),
    ],
)
async def test_the_day_is_said_as_fully_as_there_is_room(width: int, day: str) -> None:
    header = Header("today")
    header.set_reactive(Header.notes, day_forms(date(2026, 11, 19)))
    names, rule = await rows(header, width)
    assert "1 Today   2 Streaks   3 Ideas   4 Story   " in names
    assert names.endswith(f"  {day}")
    assert (len(names), len(rule)) == (width - 1, width)


async def test_a_note_stands_clear_of_the_tabs() -> None:
    header = Header("ideas")
    header.set_reactive(Header.notes, ("4 on the boil, 1 ruled out", "4 on the boil"))
    names, _ = await rows(header, 80)
    assert names.endswith("4 Story" + "  " + " " * 12 + "4 on the boil")


async def test_the_rule_is_heavy_below_the_current_tab() -> None:
    names, rule = await rows(Header("streaks"), 80)
    heavy = slice(rule.index("━"), rule.rindex("━") + 1)
    assert names[heavy] == " 2 Streaks "


async def test_without_a_tab_there_is_only_the_name() -> None:
    names, rule = await rows(Header(None), 80)
    assert names.strip() == "shifter"
    assert rule.startswith("━━━━━━━━━─")


@pytest.mark.parametrize(
    ("width", "note"),
    [
        (100, "demo: a made-up year, nothing here is kept"),
        (80, "demo: nothing is kept"),
        (60, "demo"),
    ],
)
async def test_a_demo_says_so(width: int, note: str) -> None:
    header = Header("today", demo=True)
    header.set_reactive(Header.notes, ("Thursday 19 November",))
    names, _ = await rows(header, width)
    assert names.endswith(f" {note}")


async def test_a_click_on_a_tab_switches(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        for words, tab in (("3 Ideas", "ideas"), ("4 Story", "story"), ("2 Streaks", "streaks")):
            column = seen(pilot).split("\n")[0].index(words) + 2
            await pilot.click(Header, offset=(column, 0))
            await settle(pilot)
            assert app.current_mode == tab


async def test_a_click_on_the_name_opens_the_palette(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.click(Header, offset=(3, 0))
        for _ in range(50):  # The palette gathers what it shows by itself.
            if "Narrow everything to one idea." in seen(pilot):
                break
            await pilot.pause(0.1)
        assert "Narrow everything to one idea." in seen(pilot)


async def test_a_click_between_the_tabs_does_nothing(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await press(pilot, "2")
        await pilot.click(Header, offset=(10, 0))
        await settle(pilot)
        assert app.current_mode == "streaks"


@pytest.mark.parametrize(
    ("size", "words"),
    [((50, 24), "60 by 18 is enough"), ((80, 14), "60 by 18 is enough"), ((14, 5), "Too small")],
)
async def test_a_terminal_that_is_too_small_shows_what_fits_and_says_so(
    lived_in: Stage, size: tuple[int, int], words: str
) -> None:
    async with lived_in.app(screen="story").run_test(size=size) as pilot:
        await settle(pilot)
        shown = seen(pilot).splitlines()
        assert shown[0].startswith(" shifter")
        assert words in shown[1]


async def test_a_note_in_wide_letters_ends_where_any_other_does() -> None:
    header = Header("ideas")
    header.set_reactive(Header.notes, ("漢字かな", "漢字"))
    names, _ = await rows(header, 80)
    assert names.endswith("漢字かな")
    assert cell_len(names) == 80 - 1
