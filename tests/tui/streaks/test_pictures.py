"""What the board looks like, in every size and colour that matters; looked at before accepted."""

from datetime import date, timedelta
from random import Random

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from tests.tui.conftest import Compare, Prepare
from tests.tui.stage import Stage, press, settle
from tests.tui.streaks.looking import logged

in_every_size = pytest.mark.parametrize(
    "size", [(60, 18), (80, 24), (120, 40), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)
LINES = (
    "Ana showed me how she plans a study #UX @Ana 20m",
    "Thanked Ana, asked for one name more @Ana 5m",
    "Put up the sign for Saturday's table #Repair",
    "Took the long way home, past the kiln #Pottery 10m",
    "Wrote three rough lines to Ines Calder #Pottery @Ines 5m",
    "Read one page on listening",
)


@pytest.fixture
def a_year(stage: Stage, prepare: Prepare) -> Stage:
    """Fifty-one weeks of somebody who mostly works in the morning, with two weeks off."""
    return prepare(stage, live_a_year)


def live_a_year(stage: Stage) -> None:
    chance = Random(20261119)  # noqa: S311 - the same every time
    first, today = date(2025, 12, 1), date(2026, 11, 19)
    with stage.companion() as companion:
        for idea in ("UX research", "Repair café", "Pottery studio", "Radio"):
            companion.ideas.add(idea)
        companion.ideas.rule_out("Radio")
        for number in range((today - first).days):
            day = first + timedelta(days=number)
            off = date(2026, 8, 10) <= day <= date(2026, 8, 23) or day.weekday() > 4
            if off and chance.random() < 0.8:
                continue
            for hour in range(7, 7 + chance.choice((0, 1, 1, 1, 2, 2, 3, 5))):
                lit = " !" if chance.random() < 0.12 else ""
                stage.clock.set(f"{day}T{hour:02}:{chance.randrange(60):02}:00")
                companion.shifts.log(chance.choice(LINES) + lit)
        stage.clock.set(f"{today}T07:58:00")
        companion.rest.mark(date(2026, 8, 10), date(2026, 8, 23))


async def _two_days_back(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await press(pilot, "up", "up")


@in_every_size
def test_a_year_in_the_dark(snap_compare: Compare, a_year: Stage, size: tuple[int, int]) -> None:
    app = a_year.app(screen="streaks")
    assert snap_compare(app, terminal_size=size, run_before=_two_days_back)


@in_every_size
def test_a_year_by_daylight(snap_compare: Compare, a_year: Stage, size: tuple[int, int]) -> None:
    app = a_year.app(Config(theme="daylight"), screen="streaks")
    assert snap_compare(app, terminal_size=size, run_before=_two_days_back)


@in_every_size
def test_a_year_without_colour(
    snap_compare: Compare,
    a_year: Stage,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = a_year.app(screen="streaks")
    assert snap_compare(app, terminal_size=size, run_before=_two_days_back)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
def test_a_years_numbers(snap_compare: Compare, a_year: Stage, size: tuple[int, int]) -> None:
    async def turn(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, "tab")

    assert snap_compare(a_year.app(screen="streaks"), terminal_size=size, run_before=turn)


def test_one_idea_of_a_year(snap_compare: Compare, a_year: Stage) -> None:
    async def narrow(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, "i", "1")

    app = a_year.app(screen="streaks")
    assert snap_compare(app, terminal_size=(100, 30), run_before=narrow)


def test_one_shift(snap_compare: Compare, stage: Stage) -> None:
    logged(stage, ("now", LINES[5]))
    assert snap_compare(stage.app(screen="streaks"), run_before=settle)


def test_three_days(snap_compare: Compare, stage: Stage) -> None:
    logged(
        stage,
        ("2026-11-17 07:40", LINES[5]),
        ("2026-11-18 08:10", "Asked Tom for an hour @Tom"),
        ("2026-11-18 12:10", "He said yes @Tom !"),
        ("now", "Wrote down three questions 5m"),
    )
    assert snap_compare(stage.app(screen="streaks"), run_before=settle)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=["80x24", "100x30"])
def test_six_weeks(snap_compare: Compare, stage: Stage, size: tuple[int, int]) -> None:
    days = [date(2026, 10, 9) + timedelta(days=number) for number in range(41)]
    chance = Random(6)  # noqa: S311 - the same every time
    with stage.companion() as companion:
        for day in days:
            for hour in range(8, 8 + (chance.choice((0, 1, 1, 2, 3)) if day.weekday() < 5 else 0)):
                lit = " !" if chance.random() < 0.15 else ""
                stage.clock.set(f"{day}T{hour:02}:15:00")
                companion.shifts.log("Did one tiny thing 5m" + lit)
    stage.clock.set("2026-11-19T07:58:00")
    app = stage.app(screen="streaks")
    assert snap_compare(app, terminal_size=size, run_before=settle)
