"""The shifts of the day that the cursor is on are read, changed, and light a hunch."""

from datetime import date
from time import sleep

import pytest
from textual.events import Key
from textual.widgets import Input

from shifter.companion.streaks import Streaks
from shifter.core.board_view import DayPanel
from shifter.tui.dialogs.edit_shift import EditShiftDialog
from shifter.tui.screens.streaks import StreaksScreen
from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.option_row import OptionRow
from tests.tui.stage import Stage, press, press_at_once, said, seen, settle, write
from tests.tui.streaks.looking import here, logged, point, window

day_of = Streaks.day


def slow(self: Streaks, of: date, *, idea: str | None = None) -> DayPanel:
    """A day that comes long after the key."""
    sleep(0.2)
    return day_of(self, of, idea=idea)


async def test_what_is_mended_is_of_the_day_that_the_cursor_is_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(stage, ("2026-11-17", "Drew a cup"), ("2026-11-18", "Swept"), ("2026-11-19", "Sang"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up")
        monkeypatch.setattr(Streaks, "day", slow)
        await press_at_once(pilot, "up", "e")
        assert isinstance(pilot.app.screen, EditShiftDialog)
        assert pilot.app.screen.query_one("#text", Input).value == "Drew a cup"


async def test_whether_there_is_anything_to_mend_is_of_that_day_as_well(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(stage, ("2026-11-17", "Drew a cup"), ("2026-11-19", "Sang"))
    async with stage.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        monkeypatch.setattr(Streaks, "day", slow)
        await press_at_once(pilot, "up", "e")
        assert said(pilot) == ["Nothing is logged on that day; a adds something."]
        await press_at_once(pilot, "up", "e")
        assert isinstance(pilot.app.screen, EditShiftDialog)


async def test_a_mark_is_taken_back_from_the_day_that_the_cursor_has_come_to(
    two_weeks: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = date(2026, 11, 11), date(2026, 11, 12)
    with two_weeks.companion() as companion:
        companion.rest.mark(first, second)
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, StreaksScreen)
        monkeypatch.setattr(Streaks, "day", slow)
        screen.move_to(first)
        pilot.app.post_message(Key("r", "r"))
        await pilot.pause(0.1)
        screen.move_to(second)
        await settle(pilot)
        assert said(pilot)[0].startswith("Thursday 12 November is no rest day any more.")
    with two_weeks.companion() as companion:
        assert companion.rest.mark(first, second) == (second,)


async def test_the_only_shift_of_a_day_is_mended_at_once(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up", "e")
        assert isinstance(pilot.app.screen, EditShiftDialog)
        await write(pilot, " and a half")
        await press(pilot, "ctrl+s")
        assert "Listened for an hour and a half" in seen(pilot)


async def test_what_is_refused_from_below_the_fields_goes_to_the_one_that_was_changed(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up", "e")
        minutes = pilot.app.screen.query_one("#minutes", Input)
        minutes.focus()
        await write(pilot, "many")
        pilot.app.screen.query_one(OptionRow).focus()
        await press(pilot, "ctrl+s")
        assert "is not a number of minutes" in seen(pilot)
        assert minutes.has_focus


async def test_of_several_shifts_one_is_chosen_first(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up", "up", "enter")
        assert pilot.app.screen.query_one(DayShifts).has_focus
        assert "07:58 ▸" in seen(pilot)
        await press(pilot, "down")
        assert "08:10 ▸" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditShiftDialog)
        await write(pilot, " once more")
        await press(pilot, "shift+tab", "right", "ctrl+s")
        assert "08:10 ▸✦ Thanked Ana once more" in seen(pilot)
        assert "2 Little Yeses" in seen(pilot)


@pytest.mark.parametrize("key", ["escape", "left", "h"])
async def test_the_way_back_from_the_shifts_to_the_board(two_weeks: Stage, key: str) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up", "up", "e", key)
        assert not pilot.app.screen.query_one(DayShifts).has_focus
        assert here(pilot).startswith("Tuesday 17 November")
        await press(pilot, "up")
        assert here(pilot).startswith("Monday 16 November")


async def test_of_a_full_day_the_first_are_shown_and_all_can_be_reached(stage: Stage) -> None:
    logged(stage, *((f"2026-11-18 08:{n:02}", f"Thing {n}") for n in range(30)))
    async with stage.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "up")
        text = seen(pilot)
        assert "Wednesday 18 November  30 shifts" in text
        shown = text.count("Thing")
        assert shown >= 2
        assert f"and {30 - shown} more" in text
        await press(pilot, "enter")
        await pilot.press(*["down"] * 20)
        text = seen(pilot)
        assert "08:20 ▸  Thing 20" in text
        assert "Thing 19" in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditShiftDialog)


async def test_as_many_shifts_are_whole_as_there_are_rows_for(stage: Stage) -> None:
    logged(
        stage,
        *((f"2026-11-18 {hour:02}:00", f"{hour} {'words ' * 18}at last") for hour in range(8, 13)),
    )
    async with stage.app(screen="streaks").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "up")
        assert 0 < seen(pilot).count("at last") < 5
        await press(pilot, "enter")
        await pilot.press(*["down"] * 4)
        last = seen(pilot).partition("12:00 ▸")[2]
        assert "…" not in last
        assert "at last" in last


async def test_another_day_leaves_the_shifts_for_the_board(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up", "up", "enter")
        await point(pilot, date(2026, 11, 11))
        assert not pilot.app.screen.query_one(DayShifts).has_focus
        await press(pilot, "up")
        assert here(pilot).startswith("Tuesday 10 November")


async def test_a_shift_that_moves_away_takes_its_light_along(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        with two_weeks.companion() as companion:
            lit = next(s for s in companion.shifts.find().shifts if s.little_yes)
            companion.shifts.edit(lit.id, {"on": "2026-11-16 09:00"})
        await pilot.pause(1.1)
        await settle(pilot)
        assert window(pilot, date(2026, 11, 16)) == "░✦"
        assert window(pilot, date(2026, 11, 17)) == "░░"


async def test_the_little_yes_of_a_day_becomes_a_hunch_with_one_key(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "up", "+")
        assert said(pilot) == ["Nothing lit up on that day."]
        await press(pilot, "up", "+", "enter")
        assert said(pilot) == ["A hunch now: Ana showed me her studio"]
        with two_weeks.companion() as companion:
            assert companion.ideas.get("her studio").stage == "hunch"
        await press(pilot, "+")
    assert "What lit up there is called “Ana showed me her studio”." in said(pilot)[-1]


async def test_of_several_little_yeses_one_is_chosen_first(two_weeks: Stage) -> None:
    logged(two_weeks, ("2026-11-17 09:00", "Held a warm cup !"))
    async with two_weeks.app(screen="streaks").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "up", "up", "+")
        assert "07:58 ▸✦" in seen(pilot)
        await press(pilot, "down")
        assert "Make it a hunch" not in seen(pilot)
        await press(pilot, "down")
        assert "Make it a hunch" in seen(pilot)
        await press(pilot, "+", "enter")
        with two_weeks.companion() as companion:
            assert companion.ideas.get("warm cup").stage == "hunch"


async def test_with_the_book_closed_nothing_is_asked_for(two_weeks: Stage) -> None:
    with two_weeks.companion() as companion:
        companion.ideas.move("Pottery", "yes")
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert "1 shows something tiny." in seen(pilot)
        with two_weeks.companion() as companion:
            companion.ideas.book.close("Pottery")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "The book is closed. a adds what you did." in seen(pilot)
