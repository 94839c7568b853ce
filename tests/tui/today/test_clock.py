"""`space`: the clock, what it says at zero, and what is left of it after a restart."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from shifter.companion.today import Today
from shifter.config import Config
from shifter.core.records import Pick
from shifter.core.views import OpenCard, ReplyCard, TimerCard, TimerState
from shifter.tui.app import ShifterApp
from shifter.tui.screens.today import showing
from shifter.tui.screens.today.showing import ShowsToday
from shifter.tui.widgets.timer import digits
from tests.tui.stage import Stage, press, said, seen, settle
from tests.tui.today.acting import card, logged, on_today, put_on_card, refused, today


def of_five_minutes(pick: Pick) -> bool:
    return pick.asks is None and pick.seconds == 300


def written(stage: Stage) -> TimerState:
    """The timer as it stands in the file."""
    with closing(sqlite3.connect(stage.file)) as file:
        offer, length, elapsed, since = file.execute(
            "SELECT offer, length, elapsed, since FROM timer"
        ).fetchone()
    return TimerState(offer, length, elapsed, since and datetime.fromisoformat(since))


@pytest.fixture
def timed(lived_in: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A pick of five minutes that asks for nothing, on the clock of the test."""
    put_on_card(lived_in, of_five_minutes)
    monkeypatch.setattr(ShowsToday, "now", lambda _: lived_in.clock.now().utc)
    return lived_in


async def test_space_starts_pauses_and_goes_on(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
        assert "space Pause" in seen(pilot)
        assert "of 5 minutes" in seen(pilot)
        timed.clock.go_on(timedelta(seconds=90))
        await press(pilot, "space")
        assert "paused" in seen(pilot)
        timed.clock.go_on(timedelta(hours=1))
        await press(pilot, "space")
        clock = today(pilot).clock()
        assert clock is not None
        assert clock.left == 210


async def test_the_clock_is_seen_before_it_is_written(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        for words in ("of 5 minutes", "paused"):
            with closing(sqlite3.connect(timed.file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                await pilot.press("space")
                while words not in seen(pilot):
                    await pilot.pause()
                other.execute("ROLLBACK")
            await settle(pilot)
            assert words in seen(pilot)
            view = today(pilot).view
            assert view is not None
            assert view.timer == written(timed)


async def test_a_clock_that_cant_be_written_is_taken_back(
    timed: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_today(timed) as pilot:
        before = seen(pilot)
        monkeypatch.setattr(Today, "toggle_timer", refused)
        await press(pilot, "space")
        assert said(pilot) == ["The disk is full: Nothing was written."]
        pilot.app.clear_notifications()
        await settle(pilot)
        assert seen(pilot) == before
        assert today(pilot).clock() is None


async def test_the_action_stays_in_sight(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        await press(pilot, "space")
        assert shown.pick.text.split()[0] in seen(pilot)


async def test_each_second_is_shown_while_the_timer_runs_and_nothing_moves_once_it_is_paused(
    timed: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_today(timed) as pilot:
        repainted: list[str] = []
        repaint = today(pilot).repaint_card

        def noted() -> None:
            repaint()
            repainted.append(seen(pilot))

        await press(pilot, "space")
        monkeypatch.setattr(today(pilot), "repaint_card", noted)
        before = seen(pilot)
        timed.clock.go_on(timedelta(seconds=2))
        await pilot.pause(1.1)
        assert repainted
        assert seen(pilot) != before
        await press(pilot, "space")
        repainted.clear()
        await pilot.pause(1.1)
        assert repainted == []


async def test_at_zero_one_may_log_it_or_keep_going(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
        timed.clock.go_on(timedelta(seconds=300))
        await pilot.pause(1.1)
        assert "✓ That was 5 minutes." in seen(pilot)
        assert "d Log it ── space Keep going" in seen(pilot)
        await press(pilot, "space")
        assert "beyond 5 minutes" in seen(pilot)
        timed.clock.go_on(timedelta(seconds=120))
        await press(pilot, "d")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(timed)[0].minutes == 7


async def test_a_second_timer_on_the_same_pick_ends_as_the_first_did(
    timed: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(ShifterApp, "bell", lambda _: heard.append("bell"))
    async with on_today(timed, Config(bell=True)) as pilot:
        for time in (1, 2):
            await press(pilot, "space")
            timed.clock.go_on(timedelta(seconds=300))
            await pilot.pause(1.1)
            assert "d Log it ── space Keep going" in seen(pilot)
            assert len(heard) == time
            await press(pilot, "space")
            assert "beyond 5 minutes" in seen(pilot)
            await press(pilot, "space", "escape")
            assert today(pilot).clock() is None


@pytest.mark.parametrize("prompt", ["kind-comment", "one-thing-unknown"])
async def test_nothing_comes_out_of_place_while_the_clock_runs(
    lived_in: Stage, prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_card(lived_in, lambda pick: pick.prompt == prompt)
    monkeypatch.setattr(ShowsToday, "now", lambda _: lived_in.clock.now().utc)
    async with on_today(lived_in, size=(60, 24)) as pilot:
        asked = today(pilot).field
        assert asked is not None
        await press(pilot, "space")
        assert "›" in seen(pilot).split("\n")[asked.region.y]
        lived_in.clock.go_on(timedelta(minutes=20))
        await pilot.pause(1.1)
        assert "›" in seen(pilot).split("\n")[asked.region.y]
        assert "first client." in seen(pilot)  # The greeting's end, right above the card.


@pytest.mark.parametrize("told", [True, False])
async def test_it_is_told_once_and_only_as_it_is_set(
    timed: Stage, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(ShifterApp, "bell", lambda _: heard.append("bell"))
    monkeypatch.setattr(showing, "tell_desktop", lambda _, text: heard.append(text))
    async with on_today(timed, Config(bell=told, notify=told)) as pilot:
        await press(pilot, "space")
        timed.clock.go_on(timedelta(seconds=301))
        await pilot.pause(2.2)
    assert heard == (["bell", "That was 5 minutes."] if told else [])


async def test_the_clock_runs_on_behind_another_screen(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
        timed.clock.go_on(timedelta(seconds=298.9))
        await press(pilot, "1", "4")
        timed.clock.go_on(timedelta(seconds=2))
        await pilot.pause(1.3)
        assert said(pilot)[-1] == "That was 5 minutes."
        await press(pilot, "1")
        assert "✓ That was 5 minutes." in seen(pilot)


async def test_behind_a_dialog_the_clock_stands_still_and_then_tells_the_time(
    timed: Stage,
) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
        timed.clock.go_on(timedelta(seconds=240))
        await press(pilot, "a")
        painted = today(pilot).clock()
        timed.clock.go_on(timedelta(seconds=58.9))
        await press(pilot, "escape")
        clock = today(pilot).clock()
        assert (painted and painted.left, clock and clock.left) == (60, 2)
        assert all(row in seen(pilot) for row in digits("0:02"))
        await press(pilot, "a")
        timed.clock.go_on(timedelta(seconds=2))
        await pilot.pause(1.3)
        assert said(pilot)[-1] == "That was 5 minutes."


async def test_a_paused_timer_can_be_put_away(timed: Stage) -> None:
    before = len(logged(timed))
    async with on_today(timed) as pilot:
        await press(pilot, "space", "escape")
        assert today(pilot).clock() is not None
        await press(pilot, "space", "escape")
        assert today(pilot).clock() is None
    assert len(logged(timed)) == before


async def test_after_a_restart_it_is_asked_once_whether_it_got_done(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
        started = timed.clock.now().wall
    timed.clock.go_on(timedelta(seconds=185))
    async with on_today(timed) as pilot:
        assert isinstance(card(pilot), TimerCard)
        told = f"Since {started:%H:%M}, kept as 3 minutes. Did it get done?"
        assert told in seen(pilot)
        await press(pilot, "d")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(timed)[0].minutes == 3


_REBOUND = Config(keys={"today.another": "z", "today.little-yes": "n"})


@pytest.mark.parametrize("config", [None, _REBOUND], ids=["as it is", "keys bound otherwise"])
@pytest.mark.parametrize("key", ["n", "escape"])
async def test_no_is_an_answer_and_the_pick_is_still_there(
    timed: Stage, key: str, config: Config | None
) -> None:
    before = len(logged(timed))
    async with on_today(timed) as pilot:
        await press(pilot, "space")
    timed.clock.go_on(timedelta(seconds=185))
    async with on_today(timed, config) as pilot:
        assert "y Yes, log it ── n No, not yet" in seen(pilot)
        await press(pilot, key)
        assert isinstance(card(pilot), OpenCard)
        assert today(pilot).clock() is None
    assert len(logged(timed)) == before


async def test_y_is_yes_whatever_it_is_bound_to(timed: Stage) -> None:
    async with on_today(timed) as pilot:
        await press(pilot, "space")
    timed.clock.go_on(timedelta(seconds=185))
    async with on_today(timed, _REBOUND) as pilot:
        await press(pilot, "y")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(timed)[0].minutes == 3
