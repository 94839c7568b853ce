"""The header: names, the current tab, and what fits beside them."""

import asyncio
from datetime import date

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Static

from shifter.tui.dates import day_forms
from shifter.tui.sayings import SayingApp
from shifter.tui.widgets.header import Header
from tests.tui.stage import SIZES, Stage, press, seen, settle


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


class Saying(SayingApp):
    """A header, and below it ten rows that fill the rest."""

    CSS = "Header { dock: top; height: auto; } Static { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Header("today")
        yield Static("\n".join(f"row {number}" for number in range(30)))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(("ink", "quiet", "line", "lit", "done"), "#888888")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_said_covers_nothing(size: tuple[int, int]) -> None:
    app = Saying()
    async with app.run_test(size=size) as pilot:
        for words in ("✓ Rang Tom", "One line, and one more.\n" + "word " * 30, "あ" * 50):
            app.clear_notifications()
            app.notify(words, markup=False)
            await pilot.pause()
            header = app.query_one(Header)
            names, *below = str(header.render()).split("\n")
            assert "1 Today   2 Streaks   3 Ideas   4 Story" in names
            assert len(below) == header.size.height - 1
            assert {cell_len(row) for row in below[:1]} == {size[0]}
            told = "".join(row.replace("█", " ").strip(" ─━") + " " for row in below)
            assert "".join(told.split()) == "".join(words.split())
            assert app.query_one(Static).region.y == header.size.height


async def test_a_short_word_moves_nothing_and_goes_by_itself() -> None:
    app = Saying()
    async with app.run_test(size=(80, 24)) as pilot:
        app.notify("✓ Rang Tom", timeout=0.1)
        await pilot.pause()
        assert app.query_one(Header).size.height == 2
        assert "█ ✓ Rang Tom ─" in str(app.query_one(Header).render())
        await pilot.pause(0.2)
        assert "Rang Tom" not in str(app.query_one(Header).render())


async def test_of_several_things_each_is_said_in_its_turn() -> None:
    app = Saying()
    async with app.run_test(size=(80, 24)) as pilot:
        app.notify("first", timeout=0.1)
        app.notify("second", title="Trouble", severity="warning")
        await pilot.pause()
        assert "first" in str(app.query_one(Header).render())
        await pilot.pause(0.2)
        assert "█ Trouble  second ─" in str(app.query_one(Header).render())


async def test_what_is_said_as_the_time_of_what_was_said_before_runs_out_is_heard() -> None:
    app = Saying()

    async def be_busy_and_say() -> None:
        await asyncio.sleep(0.05)  # Meanwhile the time of the first is over.
        app.clear_notifications()
        app.notify("second")

    async with app.run_test(size=(80, 24)) as pilot:
        app.notify("first", timeout=0.01)
        app.call_later(be_busy_and_say)
        await pilot.pause(0.1)
        assert "second" in str(app.query_one(Header).render())


async def test_however_much_is_said_half_of_the_screen_stays() -> None:
    app = Saying()
    async with app.run_test(size=(60, 18)) as pilot:
        app.notify("word " * 500)
        await pilot.pause()
        assert app.query_one(Header).size.height == 9
