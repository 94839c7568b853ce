"""The very first start: one question, then a pick of thirty seconds and nothing else."""

import pytest
from textual.widgets import Input

from shifter.core.views import OpenCard
from shifter.tui.app import ShifterApp
from shifter.tui.screens.today.body import CardField
from shifter.tui.screens.today.first_start import FirstStart, stairs_ahead
from tests.tui.stage import SIZES, Stage, press, seen, settle, write
from tests.tui.today.acting import card, on_today, today, view


async def test_it_asks_one_thing_and_shows_no_board(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        assert isinstance(pilot.app.screen, FirstStart)
        assert "Nobody changes career in one leap." in seen(pilot)
        assert "1 Today" not in seen(pilot)


async def test_the_answer_becomes_a_hunch_and_a_tiny_pick_comes(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "1 pottery q?")
        await press(pilot, "enter")
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        assert shown.pick.seconds == 30
        assert pilot.app.screen is today(pilot)
        assert len(today(pilot).query(CardField)) == (shown.pick.asks is not None)
    with stage.companion() as companion:
        assert [idea.name for idea in companion.ideas.all(ended=True)] == ["1 pottery q?"]


async def test_it_can_be_left_open(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "half an id")
        await press(pilot, "escape")
        assert isinstance(card(pilot), OpenCard)
    with stage.companion() as companion:
        assert companion.ideas.all(ended=True) == ()


async def test_the_first_morning_has_a_card_and_nothing_else(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await press(pilot, "escape")
        assert "d Done" in seen(pilot)
        assert "this week" not in seen(pilot)
        assert "On the boil" not in seen(pilot)
        assert "shifts" not in seen(pilot)
        assert view(pilot).stairs.total == 0


async def test_it_is_asked_only_once(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await press(pilot, "escape")
    async with on_today(stage) as pilot:
        assert pilot.app.screen is today(pilot)


async def test_nothing_else_is_gone_to_before_it_is_answered(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await press(pilot, "ctrl+p", "ctrl+o", "ctrl+k")
        assert isinstance(pilot.app.screen, FirstStart)
        pilot.app.set_focus(None)  # As a click beside the field does.
        await press(pilot, "4", "comma", "question_mark")
        assert isinstance(pilot.app.screen, FirstStart)
        assert pilot.app.current_mode == "today"


async def test_it_is_asked_again_once_the_answer_is_undone(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "Bikes")
        await press(pilot, "enter", "u")
        assert isinstance(pilot.app.screen, FirstStart)
        assert "Undone: added the idea “Bikes”" in seen(pilot)
        assert pilot.app.screen.query_one(Input).value == "Bikes"
        await press(pilot, "ctrl+r")
        assert isinstance(card(pilot), OpenCard)
        assert today(pilot).is_current
        await press(pilot, "u")
    async with on_today(stage) as pilot:
        assert isinstance(pilot.app.screen, FirstStart)
        await press(pilot, *"Kites", "enter")
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        assert shown.pick.seconds == 30


async def test_it_gives_way_where_something_is_logged_elsewhere(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "half an id")
        with stage.companion() as companion:
            companion.shifts.log("Rang Ana")
        app = pilot.app
        assert isinstance(app, ShifterApp)
        app.heard()
        await settle(pilot)
        assert app.screen is today(pilot)
        assert "“half an id” is kept: 3, then a goes on with it." in " ".join(seen(pilot).split())


async def test_what_happens_elsewhere_does_not_ask_it_a_second_time(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        app = pilot.app
        assert isinstance(app, ShifterApp)
        with stage.companion() as companion:
            companion.settings.change("grace", "2")
        app.heard()
        await settle(pilot)
        await press(pilot, *"Kites", "enter")
        assert app.screen is today(pilot)


async def test_it_is_asked_once_however_often_the_day_is_shown(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await today(pilot).load()
        await settle(pilot)
        await press(pilot, *"Kites", "enter")
        assert pilot.app.screen is today(pilot)


async def test_what_was_done_first_is_back_once_all_is_redone(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "Bikes")
        await press(pilot, "enter", "d")
        done = card(pilot)
        await press(pilot, "u", "u", "ctrl+r", "ctrl+r")
        assert card(pilot) == done
        assert "✓" in seen(pilot)


async def test_too_long_an_answer_is_kept_from_being_typed(stage: Stage) -> None:
    async with on_today(stage) as pilot:
        await write(pilot, "x" * 510)
        await press(pilot, "enter")
        assert isinstance(card(pilot), OpenCard)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_seen_at_every_size(stage: Stage, size: tuple[int, int]) -> None:
    async with on_today(stage, size=size) as pilot:
        assert "enter begin" in seen(pilot)
        assert "━━━━━━━●" in seen(pilot)


@pytest.mark.parametrize("height", range(1, 20))
def test_the_stairs_climb_by_one_tread_a_row(height: int) -> None:
    rows = stairs_ahead(160, height)
    assert len(rows) == height
    assert "●" in rows[-1].plain


INVITATION = "An idea on your mind?"


@pytest.mark.parametrize("size", SIZES)
async def test_whoever_has_no_idea_is_invited_once_something_is_logged(
    stage: Stage, size: tuple[int, int]
) -> None:
    async with on_today(stage, size=size) as pilot:
        await press(pilot, "escape")
        assert INVITATION not in seen(pilot)
        with stage.companion() as companion:
            companion.shifts.log("Rang Ana")
        await press(pilot, "2", "1")
        if "this week" in seen(pilot):
            assert INVITATION in seen(pilot)
            assert "3, then a, keeps it warm." in seen(pilot)
        await press(pilot, "3", "a", *"clay", "enter", "1")
        assert INVITATION not in seen(pilot)
