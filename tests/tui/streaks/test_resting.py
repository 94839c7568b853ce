"""Days become rest days from the cursor on, and working days again."""

from datetime import date

from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.streaks.looking import point, window


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


async def test_a_mark_on_a_weekly_rest_day_is_taken_back_and_it_rests_on(two_weeks: Stage) -> None:
    saturday = date(2026, 11, 14)
    with two_weeks.companion() as companion:
        companion.rest.mark(saturday)
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await point(pilot, saturday)
        await press(pilot, "r")
        assert said(pilot) == [
            "Saturday 14 November is a rest day every week; the mark is gone. u takes it back."
        ]
    with two_weeks.companion() as companion:
        assert companion.rest.mark(saturday) == (saturday,)
