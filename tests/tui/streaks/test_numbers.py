"""The second page, and how its figures are told."""

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from shifter.companion import Companion
from shifter.tui.screens.streaks.numbers import NumbersPage
from shifter.tui.screens.streaks.numbers_sheet import numbers_sheet
from tests.tui.stage import Stage, press, press_at_once, said, seen, settle, unsaid, write
from tests.tui.streaks.looking import logged


def sheet(companion: Companion, width: int = 94) -> str:
    view = companion.streaks.view()
    assert view.numbers is not None
    return "\n".join(line.plain for line in numbers_sheet(view, view.numbers, width, back="esc"))


def told(companion: Companion) -> str:
    """The page as it would be read aloud."""
    return " ".join(sheet(companion).split())


@pytest.fixture
def four_weeks(stage: Stage) -> Stage:
    """Every working day before nine, but for one week of silence, up to yesterday."""
    days = [date(2026, 10, 12) + timedelta(days=n) for n in range(38)]
    logged(
        stage,
        *(
            (f"{day} 07:30", "A thing a day 5m")
            for day in days
            if day.weekday() < 5 and not date(2026, 10, 26) <= day < date(2026, 11, 2)
        ),
    )
    return stage


async def is_on_numbers(pilot: Pilot[None]) -> bool:
    await settle(pilot)
    return "Strength" in seen(pilot)


async def test_a_page_that_is_turned_with_the_screen_has_its_figures(four_weeks: Stage) -> None:
    async with four_weeks.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_at_once(pilot, "2", "tab")
        with four_weeks.companion() as companion:
            figures = sheet(companion, 74).splitlines()
        assert figures[0].strip() in seen(pilot)


async def test_tab_turns_the_page_and_back(four_weeks: Stage) -> None:
    async with four_weeks.app(screen="streaks").run_test() as pilot:
        assert not await is_on_numbers(pilot)
        await press(pilot, "tab")
        assert await is_on_numbers(pilot)
        await press(pilot, "tab")
        assert not await is_on_numbers(pilot)


async def test_it_scrolls_by_keys_where_it_is_long(four_weeks: Stage) -> None:
    async with four_weeks.app(screen="streaks").run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await press(pilot, "tab", "end")
        await pilot.pause(0.4)
        assert "in your own words" in seen(pilot)
        assert pilot.app.screen.query_one(NumbersPage).scroll_offset.y > 0


async def test_what_is_added_shows_there_too(four_weeks: Stage) -> None:
    async with four_weeks.app(screen="streaks").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "tab")
        assert "23 days with a shift" in seen(pilot)
        with four_weeks.companion() as companion:
            companion.shifts.log("From a shell")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "24 days with a shift" in seen(pilot)


@pytest.mark.parametrize("key", ["a", "r", "e", "plus"])
async def test_what_acts_on_the_cursors_day_works_only_where_that_is_seen(
    four_weeks: Stage, key: str
) -> None:
    async with four_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "pageup", "tab", key)
        assert said(pilot) == ["That works on the board; tab goes back to it."]
        assert await is_on_numbers(pilot)


async def test_before_the_first_shift_there_is_no_second_page(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "tab")
        assert not await is_on_numbers(pilot)
        assert "What you do adds up here" in seen(pilot)


async def test_once_nothing_is_logged_any_more_the_board_is_back_and_can_be_added_to(
    stage: Stage,
) -> None:
    logged(stage, ("2026-11-18 08:00", "The only one"))
    async with stage.app(screen="streaks").run_test() as pilot:
        assert not await is_on_numbers(pilot)
        await press(pilot, "tab")
        assert await is_on_numbers(pilot)
        await press(pilot, "u", "u")
        assert "What you do adds up here" in await unsaid(pilot)
        await press(pilot, "a")
        await write(pilot, "Another one")
        await press(pilot, "enter")
        assert "1 shift" in await unsaid(pilot)


async def test_the_page_is_not_turned_to_once_all_of_it_is_deleted_elsewhere(stage: Stage) -> None:
    logged(stage, ("2026-11-18 08:00", "The only one"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        with stage.companion() as companion:
            companion.shifts.delete(companion.shifts.find().shifts[0].id)
        await press(pilot, "tab")
        assert not await is_on_numbers(pilot)
        assert "What you do adds up here" in await unsaid(pilot)


def test_every_figure_is_told(four_weeks: Stage) -> None:
    with four_weeks.companion() as companion:
        text = sheet(companion)
        strength = companion.figures.streak().strength
    assert f"Strength  {strength * 100:.0f} %" in text
    assert "13 days  since 2 Nov" in text
    assert "10 days  12 Oct to 23 Oct" in text
    assert " 23 days with a shift" in text
    assert "115 minutes, about 2 hours" in text
    assert "1 time you came back" in text
    assert "Mostly working days," in text
    assert "before nine." in text
    assert "in your own words" in text


def test_what_moves_the_strength_is_told_with_the_users_own_numbers(four_weeks: Stage) -> None:
    with four_weeks.companion() as companion:
        before = companion.figures.streak(date(2026, 11, 17)).strength * 100
        after = companion.figures.streak(date(2026, 11, 18)).strength * 100
        assert f"18 November brought it from {before:.1f} % to {after:.1f} %." in told(companion)
        companion.shifts.log("A thing more")
        more = companion.figures.streak().strength * 100
        assert f"Today brought it from {after:.1f} % to {more:.1f} %." in told(companion)


@pytest.mark.parametrize(
    ("now", "empty"), [("2026-11-20", "1 empty day"), ("2026-11-24", "3 empty days")]
)
def test_it_is_told_where_empty_days_left_the_strength(
    four_weeks: Stage, now: str, empty: str
) -> None:
    four_weeks.clock.set(f"{now}T08:00:00")
    with four_weeks.companion() as companion:
        strength = companion.figures.streak().strength * 100
        assert f"; after {empty} it stands at {strength:.1f} %." in told(companion)


def test_thirteen_days_in_a_row_go_half_the_way(stage: Stage) -> None:
    first = date(2026, 9, 7)
    rows = [f"{first + timedelta(days=n)} 08:00" for n in range(26)]
    stage.clock.set("2026-10-16T08:00:00")
    with stage.companion() as companion:
        companion.settings.change("rest_weekdays", "none")
    logged(stage, *((row, "A thing") for row in rows))
    with stage.companion() as companion:
        assert "thirteen in a row half the way there" in told(companion)
        days = [first + timedelta(days=n) for n in (12, 25, 39)]
        strengths = [companion.figures.streak(day).strength for day in days]
    assert strengths == pytest.approx([0.5, 0.75, 0.375])


def test_the_first_day_has_a_page_as_well(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.shifts.log("The first")
        text = sheet(companion)
    assert "Strength  5 %" in text
    assert "The run so far" in text
    assert "1 day   since 19 Nov" in text
    assert "1 day with a shift" in text
    assert "came back" not in text
    assert "minute" not in text
    assert "100 %\n" not in text  # One day is no curve.


def test_a_figure_keeps_its_sign_beside_it(four_weeks: Stage) -> None:
    with four_weeks.companion() as companion:
        lines = [line for width in range(40, 101) for line in sheet(companion, width).split("\n")]
    assert not [line for line in lines if line.lstrip().startswith("%")]


@pytest.mark.parametrize("width", [40, 54, 74, 94, 114, 138])
def test_no_line_is_wider_than_the_page(four_weeks: Stage, width: int) -> None:
    with four_weeks.companion() as companion:
        assert all(len(line) <= width for line in sheet(companion, width).split("\n"))


@pytest.mark.parametrize("height", [0, 40, 60])
def test_the_curves_take_the_rows_that_would_be_empty(four_weeks: Stage, height: int) -> None:
    with four_weeks.companion() as companion:
        view = companion.streaks.view()
    assert view.numbers is not None
    usual = len(numbers_sheet(view, view.numbers, 94, back="esc"))
    rows = len(numbers_sheet(view, view.numbers, 94, height, back="esc"))
    assert usual <= rows <= max(usual, height)
    assert (rows > usual) is (height > usual + 1)
