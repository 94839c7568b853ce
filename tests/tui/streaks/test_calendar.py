"""Where days stand on the board: year ends, leap days, weeks that start on Sunday, late nights."""

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, press, seen, settle
from tests.tui.streaks.looking import here, logged, rows, window


def place(pilot: Pilot[None], day: date) -> tuple[int, str]:
    """The column of a day's window, and the weekday at the beginning of its line."""
    towers = pilot.app.screen.query_one(Towers)
    region = towers.window_of(day)
    assert region is not None
    return region.x, towers.render_line(region.y).text[:3]


async def test_a_week_over_the_end_of_a_year_is_one_tower(stage: Stage) -> None:
    """ISO week 53 of 2026 has its Thursday in the old year and its Friday in the new one."""
    stage.clock.set("2027-01-05T08:00:00")
    days = [date(2026, 12, 28) + timedelta(days=n) for n in range(7)]
    logged(stage, *((f"{day} 10:00", "A thing a day") for day in days))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        places = [place(pilot, day) for day in days]
        assert len({column for column, _ in places}) == 1
        assert [name for _, name in places] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert {window(pilot, day) for day in days} == {"░░"}
        assert place(pilot, date(2027, 1, 4))[0] == places[0][0] + 3
        assert "7 days with a shift in this run, since 28 December 2026." in " ".join(
            seen(pilot).split()
        )
        await press(pilot, "left")
        assert here(pilot) == "Tuesday 29 December 2026"


async def test_the_new_year_is_named_where_january_begins(stage: Stage) -> None:
    stage.clock.set("2027-03-01T08:00:00")
    logged(stage, ("2026-11-30", "First"), ("2027-02-25", "Last"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        months = rows(pilot)[0]
        assert months.split() == ["Dec", "2027", "Feb", "Mar"]
        # 28 December to 3 January is the week of the first of January.
        assert months.index("2027") == place(pilot, date(2027, 1, 1))[0]
        assert months.index("Mar") == place(pilot, date(2027, 3, 1))[0]


@pytest.mark.parametrize("year", [2028, 2027])
async def test_the_end_of_february_leap_or_not(stage: Stage, year: int) -> None:
    stage.clock.set(f"{year}-03-03T08:00:00")
    last = date(year, 3, 1) - timedelta(days=1)
    logged(stage, (f"{last} 10:00", "On the last of February"), (f"{year}-02-01", "First"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert last.day == (29 if year == 2028 else 28)
        assert window(pilot, last) == "░░"
        assert place(pilot, last)[1] == f"{last:%a}"
        await press(pilot, "home", *["up"] * (date(year, 3, 3) - last).days)
        assert here(pilot).startswith(f"{last:%A} {last.day} February")


async def test_a_month_back_from_the_last_day_of_march_is_the_last_of_february(
    stage: Stage,
) -> None:
    stage.clock.set("2028-03-31T08:00:00")
    logged(stage, ("2028-01-03", "First"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "pageup")
        assert here(pilot) == "Tuesday 29 February"


async def test_every_day_of_a_year_stands_in_its_week(stage: Stage) -> None:
    """Against ISO week numbers, which know nothing of the board's arithmetic."""
    stage.clock.set("2026-12-31T22:00:00")
    logged(stage, ("2026-01-01", "First"))
    async with stage.app(screen="streaks").run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
        places = {day: place(pilot, day) for day in days}
        for day, (column, name) in places.items():
            assert name == f"{day:%a}"
            assert column == places[days[0]][0] + 2 * (day.isocalendar().week - 1)


async def test_weeks_may_start_on_sunday(stage: Stage) -> None:
    logged(stage, ("2026-11-14 10:00", "Saturday"), ("2026-11-15 10:00", "Sunday"))
    with stage.companion() as companion:
        companion.settings.change("week_start", "sunday")
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        names = [line[:3] for line in rows(pilot)[1:]]
        assert names == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        saturday, sunday = place(pilot, date(2026, 11, 14)), place(pilot, date(2026, 11, 15))
        assert (saturday[1], sunday[1]) == ("Sat", "Sun")
        assert sunday[0] == saturday[0] + 3
        with stage.companion() as companion:
            companion.settings.change("week_start", "monday")
        await pilot.pause(1.1)
        await settle(pilot)
        assert rows(pilot)[1].startswith("Mon")
        assert place(pilot, date(2026, 11, 14))[0] == place(pilot, date(2026, 11, 15))[0]


async def test_until_four_in_the_morning_it_is_still_the_day_before(stage: Stage) -> None:
    stage.clock.set("2026-11-20T03:59:00")
    with stage.companion() as companion:
        companion.shifts.log("Late at night")
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert here(pilot).startswith("Thursday 19 November  today")
        assert window(pilot, date(2026, 11, 19)) == "[░░]"
        assert "03:59" in seen(pilot)
        stage.clock.set("2026-11-20T04:00:00")
        await pilot.pause(1.1)
        await settle(pilot)
        assert here(pilot).startswith("Friday 20 November  today")
        assert window(pilot, date(2026, 11, 20)) == "[○ ]"
        assert window(pilot, date(2026, 11, 19)) == "░░"


async def test_a_night_of_rest_ends_at_four_as_well(stage: Stage) -> None:
    """Saturday is off; what is done after its midnight still counts for it."""
    stage.clock.set("2026-11-22T03:30:00")
    with stage.companion() as companion:
        companion.shifts.log("After midnight")
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert here(pilot) == "Saturday 21 November  today, rest day"
        assert "1 day with a shift in this run, since 21 November." in seen(pilot)


async def test_a_day_keeps_its_place_where_the_clock_went_back(stage: Stage) -> None:
    """25 October 2026 has 25 hours in Berlin."""
    stage.clock.set("2026-10-28T08:00:00")
    logged(
        stage,
        ("2026-10-24 23:30", "Before"),
        ("2026-10-25 04:30", "On it"),
        ("2026-10-26 03:30", "Still on it"),
    )
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert window(pilot, date(2026, 10, 24)) == "░░"
        assert window(pilot, date(2026, 10, 25)) == "▒▒"
        assert window(pilot, date(2026, 10, 26)) == "·"


async def test_days_before_the_first_shift_are_blank(stage: Stage) -> None:
    logged(stage, ("2026-11-18 10:00", "First"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert [window(pilot, date(2026, 11, day)) for day in (16, 17, 18)] == ["", "", "░░"]


async def test_an_empty_day_a_rest_day_and_today_are_told_apart(stage: Stage) -> None:
    logged(stage, ("2026-11-12 10:00", "First"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up")
        told = [window(pilot, date(2026, 11, day)) for day in (13, 14, 16, 19)]
        assert told == ["·", "──", "·", "○"]


async def test_today_is_marked_once_it_is_done_too(stage: Stage) -> None:
    logged(stage, ("2026-11-18 10:00", "First"), ("now", "Second"))
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "up")
        line = next(line for line in rows(pilot) if line.startswith("Thu"))
        assert line.split()[1:3] == ["░░", "◂"]
        await press(pilot, "down")
        assert "Thu[░░] ◂" in rows(pilot)
        assert "◂  today" in "\n".join(rows(pilot))
