"""Adding to a day, resting, mending what stands there, and narrowing all of it to one idea."""

from datetime import UTC, date, datetime
from time import sleep

import pytest
from textual.events import Key
from textual.widgets import Input

from shifter.companion.streaks import Streaks
from shifter.config import Config
from shifter.core.board_view import DayPanel
from shifter.tui.dialogs.edit_shift import EditShiftDialog
from shifter.tui.screens.streaks import StreaksScreen
from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.option_row import OptionRow
from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, press, press_at_once, said, seen, settle, unsaid, write
from tests.tui.streaks.looking import here, logged, point, window


def latest(stage: Stage) -> tuple[str, str, datetime, int]:
    with stage.companion() as companion:
        shifts = companion.shifts.find(limit=0).shifts
        found = max(shifts, key=lambda shift: shift.id)
        return found.text, found.day.isoformat(), found.done_at, found.offset


async def test_a_shift_is_added_to_the_cursors_day_at_noon(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "left", "a")
        await write(pilot, "Forgot this one")
        await press(pilot, "enter")
        assert latest(two_weeks) == (
            "Forgot this one",
            "2026-11-12",
            datetime(2026, 11, 12, 11, tzinfo=UTC),
            3600,
        )
        assert window(pilot, date(2026, 11, 12)) == "[░░]"
        assert "Forgot this one" in seen(pilot)


async def test_a_day_in_summer_has_the_offset_of_summer(two_weeks: Stage) -> None:
    logged(two_weeks, ("2026-07-01", "Long ago"))
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "pageup", "pageup", "pageup", "a")
        await write(pilot, "Forgot this one")
        await press(pilot, "enter")
        assert latest(two_weeks)[1:] == (
            "2026-08-19",
            datetime(2026, 8, 19, 10, tzinfo=UTC),
            7200,
        )


@pytest.mark.parametrize(
    ("when", "instant"),
    [
        ("18:30", datetime(2026, 11, 12, 17, 30, tzinfo=UTC)),
        ("9 November 8:15", datetime(2026, 11, 9, 7, 15, tzinfo=UTC)),
    ],
)
async def test_a_time_may_be_given(two_weeks: Stage, when: str, instant: datetime) -> None:
    """A time alone is on the cursor's day; a day of its own is taken as it is."""
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "left", "a")
        await write(pilot, "Forgot this one")
        await pilot.press("tab", *["backspace"] * 16)
        await write(pilot, when)
        await press(pilot, "enter")
        assert latest(two_weeks)[2] == instant


async def test_on_today_a_shift_is_added_now(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, "Just now")
        await press(pilot, "enter")
        assert latest(two_weeks)[2] == datetime(2026, 11, 19, 6, 58, tzinfo=UTC)
        assert window(pilot, date(2026, 11, 19)) == "[░░]"
        assert "3 days with a shift in this run" in seen(pilot)


async def test_a_rest_day_shows_at_once_what_it_does(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "2 days with a shift in this run, since 17 November" in seen(pilot)
        await point(pilot, date(2026, 11, 12))
        await press(pilot, "r")
        assert "12 November 2026" in seen(pilot)
        await press(pilot, "enter")
        assert window(pilot, date(2026, 11, 12)) == "[──]"
        assert "2 days with a shift in this run" in seen(pilot)
        await point(pilot, date(2026, 11, 13))
        await press(pilot, "r", "enter")
        assert "4 days with a shift in this run, since 10 November" in seen(pilot)
        assert said(pilot)[-1].endswith(" The run has 4 days now. u takes it back.")
        await press(pilot, "u")
        assert window(pilot, date(2026, 11, 13)) == "[· ]"
        assert "2 days with a shift in this run" in seen(pilot)


async def test_a_span_is_marked_from_the_cursor_on(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await point(pilot, date(2026, 11, 12))
        await press(pilot, "r", "tab")
        await write(pilot, "16 November 2026")
        await press(pilot, "enter")
        days = (12, 13, 14, 15, 16)
        assert "4 days with a shift in this run, since 10 November" in seen(pilot)
        assert [window(pilot, date(2026, 11, day)) for day in days] == ["[──]", *["──"] * 4]


async def test_days_off_ahead_are_seen_before_they_come(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert window(pilot, date(2026, 11, 20)) == ""
        with two_weeks.companion() as companion:
            companion.rest.mark(date(2026, 11, 20))
        await pilot.pause(1.1)
        await settle(pilot)
        assert window(pilot, date(2026, 11, 20)) == "──"


async def test_a_mark_is_taken_back_where_it_stands(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await point(pilot, date(2026, 11, 12))
        await press(pilot, "r", "enter", "r")
        assert window(pilot, date(2026, 11, 12)) == "[· ]"


async def test_a_mark_is_taken_back_wherever_the_cursor_comes_from(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        for day in (12, 13):
            await point(pilot, date(2026, 11, day))
            await press(pilot, "r", "enter")
        await point(pilot, date(2026, 11, 12))
        await press(pilot, "r")
        assert window(pilot, date(2026, 11, 12)) == "[· ]"


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


async def test_everything_is_narrowed_to_one_idea_and_back(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "i")
        assert "Pottery" in seen(pilot)
        await press(pilot, "2")
        text = seen(pilot)
        assert "Only Pottery" in text
        assert "3 shifts" in text
        assert "1 person" in text
        assert "1 Little Yes" in text
        assert "1 day with a shift in this run, since 17 November" in text
        assert window(pilot, date(2026, 11, 18)) == "·"
        assert window(pilot, date(2026, 11, 17)) == "▒✦"
        await press(pilot, "up", "up")
        assert "Thanked Ana" in seen(pilot)
        await press(pilot, "up", "escape")
        text = seen(pilot)
        assert "Only Pottery" not in text
        assert "5 shifts" in text
        assert window(pilot, date(2026, 11, 18)) == "░░"


async def test_the_numbers_of_one_idea_name_it_in_the_room_there_is_and_the_way_back(
    two_weeks: Stage,
) -> None:
    with two_weeks.companion() as companion:
        companion.ideas.rename("Pottery", "Pottery " + "and more of it " * 20)
    app = two_weeks.app(Config(keys={"streaks.show-all": "z"}), screen="streaks")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "tab")
        (line,) = (line for line in seen(pilot).split("\n") if "Only Pottery" in line)
        assert line.rstrip().endswith("…  z shows everything")
        await press(pilot, "z")
        assert "Only Pottery" not in seen(pilot)


async def test_one_idea_stands_in_the_place_and_the_measure_of_all(two_weeks: Stage) -> None:
    logged(two_weeks, ("2026-05-04", "Long ago"))
    day = date(2026, 11, 17)
    async with two_weeks.app(screen="streaks").run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        towers = pilot.app.screen.query_one(Towers)
        place = towers.window_of(day)
        assert "Twelve weeks  3 so far in this one" in seen(pilot)
        await press(pilot, "i", "1")
        assert "Only Radio" in seen(pilot)
        assert "Twelve weeks  1 of this week's 3" in seen(pilot)
        assert towers.window_of(day) == place
        assert window(pilot, date(2026, 11, 10)) == ""
        await press(pilot, "pageup")
        assert here(pilot).startswith("Wednesday 11 November")


async def test_what_is_added_to_one_ideas_board_is_for_that_idea_unless_it_names_another(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "up", "a")
        assert "What did you do for “Pottery”?" in seen(pilot)
        await write(pilot, "Swept the studio")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Swept the studio. u takes it back."]
        assert "Swept the studio" in await unsaid(pilot)
        await press(pilot, "a")
        await write(pilot, "Recorded rain #radio")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Recorded rain. u takes it back."]
        with two_weeks.companion() as companion:
            found = {shift.text: shift.idea for shift in companion.shifts.find().shifts}
        assert found["Swept the studio"] == "Pottery"
        assert found["Recorded rain"] == "Radio"


async def test_where_the_idea_has_gone_all_are_shown_and_added_to(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2")
        with two_weeks.companion() as companion:
            companion.ideas.delete("Pottery")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Only" not in seen(pilot)
        await press(pilot, "a")
        await write(pilot, "Swept the yard")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Swept the yard. u takes it back."]


async def test_a_day_that_is_empty_for_one_idea_alone_is_not_called_empty(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "up")
        assert here(pilot).startswith("Wednesday 18 November")
        assert "Nothing for Pottery; 1 other shift." in seen(pilot)
        await press(pilot, "e")
        assert said(pilot) == ["Nothing for Pottery is logged on that day; a adds something."]
        await press(pilot, "down")
        assert "Open, and in no hurry." in seen(pilot)


async def test_the_other_ideas_are_in_reach_from_one(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "i", "1")
        assert "Only Radio" in seen(pilot)
        await press(pilot, "i", "2")
        assert "Only Pottery" in seen(pilot)
        await press(pilot, "i", "0")
        assert "Only" not in seen(pilot)


async def test_without_ideas_it_is_told_how_one_comes_about(stage: Stage) -> None:
    logged(stage, ("2026-11-18", "Something"))
    async with stage.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i")
        assert said(pilot) == ["No shift names an idea yet; #pottery in its line would."]


async def test_the_names_that_people_give_are_never_markup(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.ideas.add("[b]Radio[/b]")
        companion.shifts.log("[i]Sent[/i] it [/b]", idea="[b]Radio[/b]", person="[/] Ana")
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert "[i]Sent[/i] it [/b]  [b]Radio[/b], with [/] Ana" in seen(pilot)
        await press(pilot, "i", "1")
        assert "Only [b]Radio[/b]" in seen(pilot)


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
