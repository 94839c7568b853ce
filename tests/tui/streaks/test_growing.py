"""The board from nothing on: what stands there once it has something to say, and nothing before."""

import re
from datetime import date, timedelta

import pytest

from shifter.config import Config
from shifter.core.board import DRAWN, TYPED
from shifter.tui.widgets.tower_parts import glyphs_for
from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, press, seen, settle
from tests.tui.streaks.looking import logged, rows, window


async def test_an_empty_board_says_what_will_be_there_and_how_it_begins(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        text = " ".join(seen(pilot).split())
        assert "What you do adds up here, and none of it goes away. a writes the first." in text
        for word in ("Mon", "shifts", "weeks", "landing"):
            assert word not in text


async def test_the_first_shift_is_one_house(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        with stage.companion() as companion:
            companion.shifts.log("Named one person who does it")
        await pilot.pause(1.1)
        await settle(pilot)
        board = rows(pilot)
        assert sum("░░" in line.partition("one")[0] for line in board) == 2  # and the legend's
        assert [line.strip() for line in board if line[:3] in ("Mon", "Tue", "Fri")][1:] == [
            "Tue                             ◂  today",
            "Fri",
        ]
        text = seen(pilot)
        assert "1 day with a shift in this run, since 19 November." in text
        for missing in ("weeks", "people", "Yes", "ruled out", "fourteen hundred"):
            assert missing not in text


async def test_weeks_are_compared_once_there_are_two(stage: Stage) -> None:
    logged(stage, ("2026-11-17", "This week"))
    app = stage.app(screen="streaks")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "weeks" not in seen(pilot)
        logged(stage, ("2026-11-10", "Last week"), ("2026-11-11", "Last week too"))
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Two weeks  1 so far in this one" in seen(pilot)
        assert "this week" in seen(pilot)


async def test_a_figure_stands_there_once_there_is_something_to_count(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        logged(stage, ("now", "One"), ("now", "Two @Ana !"))
        with stage.companion() as companion:
            companion.ideas.add("Radio")
            companion.ideas.rule_out("Radio")
        await pilot.pause(1.1)
        await settle(pilot)
        line = "2 shifts   1 person   1 Little Yes   1 path ruled out"
        assert line in seen(pilot)


@pytest.mark.parametrize(
    ("weeks", "size", "cell"),
    [
        (1, (80, 24), 3),
        (26, (160, 50), 3),
        (26, (100, 30), 3),
        (27, (160, 50), 2),
        (53, (160, 50), 2),
        (53, (120, 40), 2),
        (53, (100, 30), 1),
        (53, (80, 24), 1),
        (200, (160, 50), 2),
    ],
)
async def test_days_narrow_as_the_weeks_become_many(
    stage: Stage, weeks: int, size: tuple[int, int], cell: int
) -> None:
    logged(stage, (str(date(2026, 11, 18) - timedelta(weeks=weeks - 1)), "First"))
    async with stage.app(screen="streaks").run_test(size=size) as pilot:
        await settle(pilot)
        today = pilot.app.screen.query_one(Towers).window_of(date(2026, 11, 19))
        assert today is not None
        assert today.width == cell


async def test_a_year_fits_where_shifter_is_at_home(stage: Stage) -> None:
    logged(stage, ("2025-11-20", "A year ago"))
    async with stage.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert window(pilot, date(2025, 11, 20)) == "░"


async def test_what_todays_mark_means_is_told_right_beside_it(stage: Stage) -> None:
    logged(stage, ("2025-11-12", "Began"), ("2026-11-19", "Went on"))
    async with stage.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = "\n".join(rows(pilot))
        assert re.search(r"^Thu .*\] ◂ +today$", shown, re.MULTILINE)
        assert shown.count("◂") == 1


@pytest.mark.parametrize("began", ["2026-01-12", "2026-01-19", "2026-01-26"])
async def test_the_cursor_and_todays_mark_have_room_beside_the_last_week(
    stage: Stage, began: str
) -> None:
    logged(stage, (began, "Began"), ("2026-11-19", "Went on"))
    async with stage.app(screen="streaks").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        thursday = next(line for line in rows(pilot) if line.startswith("Thu"))
        assert re.search(r"\[░░?\] ◂", thursday)


async def test_the_landing_is_told_with_roughly_when(stage: Stage) -> None:
    days = [date(2026, 11, 18) - timedelta(days=n) for n in range(28)]
    logged(stage, *((str(day), "A thing a day") for day in days))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert "The next landing is 50, in about three weeks as things go." in seen(pilot)


async def test_the_leap_is_told_from_the_landing_of_fifty_on_where_it_fits(stage: Stage) -> None:
    logged(stage, *[("now", "One")] * 50)
    async with stage.app(screen="streaks").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        landing = "The next landing is 100."
        told = f"50 of some fourteen hundred tiny moves to new work. {landing}"
        assert told in seen(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert landing in seen(pilot)
        assert "fourteen hundred" not in seen(pilot)


def test_a_terminal_without_the_glyphs_gets_plain_ones() -> None:
    assert glyphs_for("utf-8") is DRAWN
    for encoding in ("ascii", "latin-1"):
        assert glyphs_for(encoding) is TYPED


async def test_the_board_in_plain_glyphs(stage: Stage) -> None:
    logged(stage, ("2026-11-12", "One"), ("2026-11-18", "Two !"), ("2026-11-18", "Three"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        pilot.app.screen.query_one(Towers).glyphs = TYPED
        with stage.companion() as companion:
            companion.shifts.log("Four")
        await pilot.pause(1.1)
        await press(pilot, "up")
        board = "\n".join(rows(pilot))
        assert board.isascii()
        assert window(pilot, date(2026, 11, 18)) == "[+*]"
        told = [window(pilot, date(2026, 11, day)) for day in (12, 13, 14, 19)]
        assert told == ["::", ".", "--", "::"]


@pytest.mark.parametrize("theme", ["hearth", "daylight", "ansi-dark", "ansi-light"])
async def test_every_window_can_be_read_in_every_theme(stage: Stage, theme: str) -> None:
    """No window's ground has the colour of its glyph, which would hide a level or a light."""
    logged(stage, ("2025-11-20", "A year ago"), ("2026-11-18", "Lit !"))
    logged(stage, *(("2026-11-18", f"Thing {number}") for number in range(5)))
    logged(stage, *(("2026-11-17", f"Thing {number}") for number in range(4)))
    async with stage.app(Config(theme=theme), screen="streaks").run_test() as pilot:
        await settle(pilot)
        towers = pilot.app.screen.query_one(Towers)
        for day, glyph in ((date(2026, 11, 17), "▓"), (date(2026, 11, 18), "✦")):
            region = towers.window_of(day)
            assert region is not None
            line = towers.render_line(region.y).crop(region.x, region.right)
            assert line.text == glyph
            style = next(iter(line)).style
            assert style is not None
            assert style.color is not None
            assert style.color.is_default or style.color != style.bgcolor
