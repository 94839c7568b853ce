"""A shift is added to the day that the cursor is on."""

from datetime import UTC, date, datetime

import pytest

from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.streaks.looking import logged, window


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


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("left",), " on Thursday 12 November"),
        (("pageup",) * 11, " on Friday 19 December 2025"),
        ((), ""),
    ],
)
async def test_it_is_said_on_which_day_it_was_unless_that_is_today(
    two_weeks: Stage, keys: tuple[str, ...], day: str
) -> None:
    logged(two_weeks, ("2025-11-03", "Long ago"))
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *keys, "a")
        await write(pilot, "Forgot this one.")
        await press(pilot, "enter")
        assert said(pilot) == [f"✓ Forgot this one{day}. u takes it back."]
