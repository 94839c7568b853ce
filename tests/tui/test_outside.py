"""What others write, and a day that begins, are seen in the app."""

import pytest
from textual.widgets import Input

from shifter.tui.screens.base import ShifterScreen
from tests.tui.stage import Stage, press, seen, settle, until


async def test_what_another_process_writes_is_shown_within_moments(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        with lived_in.companion() as companion:
            companion.shifts.log("Logged from a shell")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Logged from a shell" in seen(pilot)


async def test_what_is_seen_behind_a_dialog_is_kept_up_with(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f")
        with lived_in.companion() as companion:
            companion.shifts.log("Logged from a shell")
        await until(pilot, "16 shifts")
        assert app.screen.is_modal


async def test_a_screen_below_a_page_is_loaded_once_it_is_seen_again(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        below, page = app.screen_stack
        assert isinstance(below, ShifterScreen)
        with lived_in.companion() as companion:
            companion.ideas.add("Bookbinding")
        await pilot.pause(1.1)
        await settle(pilot)
        assert below.is_due
        assert isinstance(page, ShifterScreen)
        assert not page.is_due
        await press(pilot, "escape")
        assert "5 on the boil" in seen(pilot)


@pytest.mark.parametrize("screen", ["ideas", "story"])
async def test_what_is_typed_to_find_something_stays_while_others_write(
    lived_in: Stage, screen: str
) -> None:
    app = lived_in.app(screen=screen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"book ")
        field = app.focused
        assert isinstance(field, Input)
        with lived_in.companion() as companion:
            companion.ideas.add("Bookbinding for bakers")
            companion.shifts.log("Asked a bookbinder")
        wanted = {"ideas": "Bookbinding for bakers", "story": "Asked a bookbinder"}
        await until(pilot, wanted[screen])
        assert (app.focused, field.value) == (field, "book ")
        await press(pilot, *{"ideas": "bak", "story": "ask"}[screen])
        assert wanted[screen] in seen(pilot)


async def test_the_day_turns_while_the_app_is_open(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Thursday 19 November" in seen(pilot)
        lived_in.clock.set("2026-11-20T07:58:00")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Friday 20 November" in seen(pilot)
