"""Staircase, week, ideas and clock as they are painted."""

from datetime import UTC, datetime, timedelta

import pytest
from textual.app import App, ComposeResult

from shifter.core.views import OnTheBoil, Stairs, TimerState
from shifter.tui.screens.today.panels import Panels
from shifter.tui.widgets.boil import boil, sparkline
from shifter.tui.widgets.panel_words import BETWEEN, room_beside
from shifter.tui.widgets.staircase import staircase
from shifter.tui.widgets.timer import clock_text, digits, elapsed_at, seconds_left
from shifter.tui.widgets.week_bars import week_bars
from tests.tui.stage import Stage, seen, settle
from tests.tui.today.samples import BOIL, VIEW, week

NOW = datetime(2026, 11, 19, 7, tzinfo=UTC)


def stairs(behind: int, total: int, ahead: int, width: int = 75) -> list[str]:
    return [line.plain for line in staircase(Stairs(behind, total, ahead), total, width)]


def test_the_staircase_shows_the_landings_and_where_one_stands() -> None:
    assert stairs(200, 214, 250) == [
        "                    214 shifts                                 ┌┄┄┄┄┄┄┄ 250",
        "        ┏━━━━━━━━━━━━━━━●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┘",
        "━━━━━━━━┛ 200",
    ]


def test_before_the_first_landing_there_is_none_behind() -> None:
    top, middle, bottom = stairs(0, 1, 10)
    assert "1 shift " in top
    assert middle.startswith("━━")
    assert bottom == ""


@pytest.mark.parametrize("total", range(200, 250))
def test_the_staircase_keeps_to_its_width_and_its_label_off_the_landing(total: int) -> None:
    top, middle, bottom = stairs(200, total, 250, width=56)
    assert max(map(len, (top, middle, bottom))) <= 56
    assert f"{total} shifts " in top
    assert middle.count("●") == 1


def test_every_shift_takes_the_dot_on_but_never_past_the_landing() -> None:
    dots = [stairs(200, total, 250)[1].index("●") for total in range(200, 250)]
    assert dots == sorted(dots)
    assert dots[-1] < stairs(200, 249, 250)[1].index("┘")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Pottery studio", "9 shifts this week, and last week had 9"),
        ("Small furniture, from found wood", "9 shifts this week  "),
    ],
)
def test_names_stand_whole_before_last_week_is_told(name: str, heading: str) -> None:
    ideas = (BOIL[0]._replace(name=name), *BOIL[1:])
    this_week = week(5, 3, 1, 0, 0, 0, 0, last_week=9)
    room = room_beside(this_week, ideas, 77)
    assert f"{week_bars(this_week, 77 - room - BETWEEN)[0].plain}  ".startswith(heading)
    assert boil(ideas, 3, room)[1].plain.startswith(f"{name} ")


def test_the_week_grows_in_eighths_and_tells_open_empty_and_rest_apart() -> None:
    lines = [line.plain for line in week_bars(week(5, 3, 1, 0, 0, 0, 0, last_week=9), 44)]
    assert lines == [
        "9 shifts this week, and last week had 9",
        "██  ▂▂                      ",
        "██  ██  ▃▃  ○   ·   ·   ──  ",
        "M   T   W   T   F   S   S   ",
    ]


def test_with_rows_to_spare_the_bars_are_higher() -> None:
    lines = [line.plain for line in week_bars(week(5, 3, 1, 0, 0, 0, 0), 44, rows=6)]
    assert lines[1:] == [
        "██                          ",
        "██  ▃▃                      ",
        "██  ██                      ",
        "██  ██  ▆▆  ○   ·   ·   ──  ",
        "M   T   W   T   F   S   S   ",
    ]


def test_one_very_full_day_keeps_the_others_in_proportion() -> None:
    upper, lower = (line.plain for line in week_bars(week(10, 5, 1, 0, 0, 0, 0), 44)[1:3])
    assert upper.startswith("██      ")
    assert lower.startswith("██  ██  ▂▂")


def test_todays_bar_rises() -> None:
    heights = [week_bars(week(0, 0, 0, 3, 0, 0, 0), 44, growth)[2].plain for growth in (0.3, 1.0)]
    assert heights[0][12:14] < heights[1][12:14] == "██"


def test_last_week_is_named_only_where_there_is_room() -> None:
    panel = week(5, 3, 1, 0, 0, 0, 0, last_week=9)
    assert week_bars(panel, 30)[0].plain == "9 shifts this week"


def test_one_shift_is_one_shift_and_none_is_not_told() -> None:
    assert week_bars(week(0, 0, 0, 1, 0, 0, 0), 44)[0].plain == "1 shift this week"
    assert week_bars(week(0, 0, 0, 0, 0, 0, 0), 44)[0].plain == "This week"


def test_a_day_of_rest_is_one_while_it_is_today_as_well() -> None:
    panel = week(0, 1, 0, 0, 0, 0, 0)
    thursday = panel.days[3]._replace(rest=True)
    days = (*panel.days[:3], thursday, *panel.days[4:])
    _, _, marks, _ = week_bars(panel._replace(days=days), 40)
    assert marks.plain.split() == ["·", "▃▃", "·", "──", "·", "·", "──"]


def test_the_ideas_share_one_scale() -> None:
    assert [line.plain for line in boil(BOIL, 3, 30)] == [
        "On the boil           ✦ in all",
        "UX research     ▁▅▃▄▅▁▄▇  ✦ 14",
        "Repair café     ▁▂▁▅▁▂▂▄  ✦ 3",
        "Pottery studio  ▁▂▂█▂▅▅▁  ✦ 5",
    ]


def test_an_idea_without_a_little_yes_shows_no_star() -> None:
    heading, line = boil([OnTheBoil("Radio", (0, 1), 0)], 3, 30)
    assert heading.plain == "On the boil"
    assert "✦" not in line.plain


def test_that_the_stars_count_in_all_is_said_where_names_are_short_too() -> None:
    heading, line = boil([OnTheBoil("Radio", (0,) * 7 + (1,), 2)], 3, 30)
    assert heading.plain == "On the boil    ✦ in all"
    assert line.plain == "Radio     ▁▁▁▁▁▁▁█  ✦ 2"
    assert heading.cell_length == line.cell_length


def test_long_and_wide_names_are_cut_by_cells() -> None:
    lines = boil([OnTheBoil("漢字" * 20, BOIL[0].weeks, 10), *BOIL], 3, 30)
    assert [line.cell_length for line in lines[1:]] == [30, 30, 29]


def test_a_single_shift_is_seen_beside_a_great_week() -> None:
    assert sparkline([0, 1, 70], 70) == "▁▂█"


def test_the_clock_counts_down_and_then_up() -> None:
    assert [clock_text(left) for left in (300, 277, 9, 0, -12, -600)] == [
        "5:00",
        "4:37",
        "0:09",
        "0:00",
        "+0:12",
        "+10:00",
    ]


def test_the_figures_are_three_rows_high() -> None:
    assert list(digits("4:37")) == ["╷ ╷   ╶─╮ ╶─┐", "╰─┤ :  ─┤   │", "  ╵   ╶─╯   ╵"]


def test_pauses_do_not_count_and_a_clock_set_back_takes_nothing_away() -> None:
    running = TimerState("offer", 300, 40, NOW - timedelta(seconds=20))
    assert elapsed_at(running, NOW) == 60
    assert seconds_left(running, NOW + timedelta(seconds=250)) == -10
    assert elapsed_at(TimerState("offer", 300, 40, None), NOW) == 40
    assert elapsed_at(running, NOW - timedelta(hours=1)) == 40


class _InTooFewRows(App[None]):
    """The panels in a room that holds no bar."""

    CSS = "Panels { width: 100; height: 2; }"

    def compose(self) -> ComposeResult:
        yield Panels()


async def test_in_too_few_rows_for_bars_a_rising_one_breaks_nothing() -> None:
    app = _InTooFewRows()
    async with app.run_test(size=(100, 30)) as pilot:
        panels = app.query_one(Panels)
        panels.show(VIEW, "r")
        panels.growth = 0.5
        await pilot.pause()
        assert panels.size == (100, 2)
        assert panels.render().plain == ""


async def test_the_week_is_whole_beside_ideas_with_long_names(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.ideas.add("Pottery studio in the old mill")
        companion.shifts.log("Asked for the rent #pottery")
    async with stage.app().run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        (letters,) = [line for line in seen(pilot).splitlines() if "M   T   W" in line]
        assert letters.strip().startswith("M   T   W   T   F   S   S")
        (idea,) = [line for line in seen(pilot).splitlines() if "▁▁▁▁▁▁▁█" in line]
        assert idea.partition("Pottery")[0].strip() == ""
