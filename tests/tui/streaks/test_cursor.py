"""The cursor: by day, week and month, by mouse, and over the edge of a page."""

from datetime import date, timedelta

import pytest
from textual.strip import Strip

from shifter.companion.streaks import Streaks
from shifter.core.board_view import DayPanel
from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, press, seen, settle
from tests.tui.streaks.looking import here, logged, point, rows, window


async def test_it_begins_on_today(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert here(pilot).startswith("Thursday 19 November  today")
        assert window(pilot, date(2026, 11, 19)) == "[○ ]"


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("up",), "Wednesday 18 November"),
        (("k", "k"), "Tuesday 17 November"),
        (("left",), "Thursday 12 November"),
        (("h", "up"), "Wednesday 11 November"),
        (("left", "right"), "Thursday 19 November"),
        (("h", "l", "up", "j"), "Thursday 19 November"),
        (("up", "up", "home"), "Thursday 19 November"),
        (("up", "down", "down", "right"), "Thursday 19 November"),
        (("left", "left", "left"), "Tuesday 10 November"),
        (("pageup",), "Tuesday 10 November"),
        (("pageup", "pagedown"), "Thursday 19 November"),
    ],
)
async def test_keys_move_it_within_the_days_lived(
    two_weeks: Stage, keys: tuple[str, ...], day: str
) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert here(pilot).startswith(day)


async def test_a_month_back_is_the_same_day_of_it(two_weeks: Stage) -> None:
    logged(two_weeks, ("2026-08-03", "Long ago"))
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "pageup")
        assert here(pilot).startswith("Monday 19 October")
        await press(pilot, "pageup", "pageup", "pageup")
        assert here(pilot).startswith("Monday 3 August")


async def test_it_is_drawn_before_its_day_is_asked_for(
    two_weeks: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    day, render_line = Streaks.day, Towers.render_line

    def ask_noted(self: Streaks, of: date, *, idea: str | None = None) -> DayPanel:
        found.append("asked")
        return day(self, of, idea=idea)

    def draw_noted(self: Towers, y: int) -> Strip:
        found.append("drawn")
        return render_line(self, y)

    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        monkeypatch.setattr(Streaks, "day", ask_noted)
        monkeypatch.setattr(Towers, "render_line", draw_noted)
        await press(pilot, "left")
        assert found == ["drawn", "asked"]


async def test_a_click_moves_it(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await point(pilot, date(2026, 11, 11))
        assert here(pilot).startswith("Wednesday 11 November")
        assert "Wrote to Ana" in seen(pilot)


async def test_a_click_on_a_day_not_lived_yet_does_nothing(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        for day in (date(2026, 11, 20), date(2026, 11, 9)):
            await point(pilot, day)
            assert here(pilot).startswith("Thursday 19 November")


async def test_the_days_shifts_stand_beside_it_with_all_that_belongs_to_them(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "up", "up")
        text = seen(pilot)
        assert "Tuesday 17 November  2 shifts, 20 min" in text
        panel = pilot.app.screen.query_one(DayShifts).render().plain.split("\n")
        assert panel[1].startswith("07:58  ✦ Ana showed me her studio")
        assert "Pottery, 20 min" in " ".join(line.strip() for line in panel[1:3])
        assert "08:10    Thanked Ana  Pottery" in text


async def test_who_was_there_is_told_where_the_text_does_not_say_so(stage: Stage) -> None:
    logged(stage, ("2026-11-18", "Drew a cup @Ana 5m"))
    async with stage.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "up")
        assert "Drew a cup  with Ana, 5 min" in seen(pilot)


@pytest.mark.parametrize("length", range(28, 35))
async def test_minutes_stay_beside_their_number(two_weeks: Stage, length: int) -> None:
    logged(two_weeks, ("2026-11-16", f"{'Walked on and on and on and on and'[:length].strip()} 5m"))
    async with two_weeks.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *["up"] * 3)
        assert "  5 min" in pilot.app.screen.query_one(DayShifts).render().plain


async def test_older_weeks_come_by_paging(stage: Stage) -> None:
    logged(stage, ("2024-11-18", "The very first"), ("2026-11-18", "Another"))
    async with stage.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert rows(pilot)[0].strip().startswith("‹")
        assert window(pilot, date(2024, 11, 18)) is None
        await pilot.press(*["pageup"] * 24)
        await settle(pilot)
        assert here(pilot).startswith("Tuesday 19 November 2024")
        await press(pilot, "up")
        assert here(pilot).startswith("Monday 18 November 2024")
        assert window(pilot, date(2024, 11, 18)) == "[░]"
        assert "›" in rows(pilot)[0]
        assert "‹" not in rows(pilot)[0]
        await press(pilot, "home")
        assert window(pilot, date(2026, 11, 19)) == "[○]"


async def test_a_step_over_the_edge_or_a_click_turns_the_page_and_back(stage: Stage) -> None:
    logged(stage, ("2024-11-18", "The very first"))
    async with stage.app(screen="streaks").run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        page = rows(pilot)[0]
        towers = pilot.app.screen.query_one(Towers)
        thursdays = [date(2026, 11, 19) - timedelta(weeks=number) for number in range(60)]
        await point(pilot, min(day for day in thursdays if towers.window_of(day)))
        assert rows(pilot)[0] == page
        await press(pilot, "left")
        assert rows(pilot)[0] != page
        assert "[·]" in "\n".join(rows(pilot))
        await press(pilot, "right")
        assert rows(pilot)[0] == page
        await pilot.click(Towers, offset=(rows(pilot)[0].index("‹"), 0))
        await settle(pilot)
        assert rows(pilot)[0] != page
        await pilot.click(Towers, offset=(rows(pilot)[0].index("›"), 0))
        await settle(pilot)
        assert rows(pilot)[0] == page


async def test_nothing_moves_while_the_cursor_does(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        regions = [widget.region for widget in pilot.app.screen.query("BoardBody > *")]
        for key in ("up", "up", "left", "up", "down"):
            await press(pilot, key)
            assert regions == [w.region for w in pilot.app.screen.query("BoardBody > *")]


async def test_it_stays_on_today_when_the_day_turns(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        two_weeks.clock.set("2026-11-20T07:58:00")
        await pilot.pause(1.1)
        await settle(pilot)
        assert here(pilot).startswith("Friday 20 November  today")


@pytest.mark.parametrize("weeks", [26, 53, 200])
@pytest.mark.parametrize("wide", [(160, 50), (120, 40), (100, 30)])
async def test_a_board_that_becomes_narrower_than_its_weeks_shows_those_that_fit(
    stage: Stage, weeks: int, wide: tuple[int, int]
) -> None:
    first = date(2026, 11, 19) - timedelta(weeks=weeks)
    logged(stage, (f"{first}", "The very first"), ("2026-11-19", "Another"))
    async with stage.app(screen="streaks").run_test(size=wide) as pilot:
        await settle(pilot)
        for narrower in ((80, 24), (60, 18)):
            await pilot.resize_terminal(*narrower)
            await settle(pilot)
            assert window(pilot, date(2026, 11, 19)) == "[░]"


async def test_another_width_shows_as_many_weeks_as_fit_there(stage: Stage) -> None:
    logged(stage, ("2025-12-01", "The very first"), ("2026-11-18", "Another !"))
    async with stage.app(screen="streaks").run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        assert window(pilot, date(2025, 12, 1)) is None
        await pilot.resize_terminal(160, 50)
        await settle(pilot)
        assert window(pilot, date(2025, 12, 1)) == "░░"
        assert len(rows(pilot)) == 8
        await press(pilot, "up")
        assert window(pilot, date(2026, 11, 18)) == "[░✦]"
        await pilot.resize_terminal(20, 7)
        await settle(pilot)
        await pilot.resize_terminal(60, 18)
        await settle(pilot)
        assert window(pilot, date(2025, 12, 1)) is None
