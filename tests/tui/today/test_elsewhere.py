"""Another terminal acts on the card that somebody writes on here."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from shifter.companion import Companion
from shifter.core.views import ReplyCard
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import asking, card, logged, on_today, plain, put_on_card, today

KEPT = "“half a thought” is kept: a goes on with it."


def log_it(elsewhere: Companion) -> None:
    elsewhere.today.done(note="their words")


def pass_it_by(elsewhere: Companion) -> None:
    elsewhere.picks.another()


ACTS = pytest.mark.parametrize("act", [log_it, pass_it_by])


async def hear(pilot: Pilot[None], stage: Stage, act: Callable[[Companion], object]) -> None:
    """Have it done elsewhere, and wait until that is noticed."""
    with stage.companion() as elsewhere:
        act(elsewhere)
    await pilot.pause(1.1)
    await settle(pilot)


async def begin_to_write(pilot: Pilot[None]) -> None:
    await press(pilot, "enter")
    await write(pilot, "half a")


@ACTS
async def test_who_writes_on_a_card_keeps_it_until_they_step_out(
    lived_in: Stage, act: Callable[[Companion], object]
) -> None:
    pick = put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await begin_to_write(pilot)
        await hear(pilot, lived_in, act)
        assert pick.text in seen(pilot)
        await write(pilot, " thought")
        assert "half a thought" in seen(pilot)
        assert said(pilot) == []
        await press(pilot, "escape")
        assert pick.text not in seen(pilot) or isinstance(card(pilot), ReplyCard)
        assert said(pilot) == [KEPT]
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == "half a thought"


@ACTS
async def test_an_answer_to_a_card_that_has_gone_acts_on_nothing_else(
    lived_in: Stage, act: Callable[[Companion], object]
) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await begin_to_write(pilot)
        await hear(pilot, lived_in, act)
        after = logged(lived_in)
        await write(pilot, " thought")
        await press(pilot, "enter")
        assert not pilot.app.screen.is_modal
        refused, kept = said(pilot)
        assert "elsewhere meanwhile" in refused or "came up meanwhile" in refused
        assert kept == KEPT
        assert logged(lived_in) == after


async def test_a_card_that_stays_is_kept_up_with_while_somebody_writes(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await begin_to_write(pilot)
        await hear(pilot, lived_in, lambda elsewhere: elsewhere.shifts.log("Swam"))
        assert f"{before + 1}" in seen(pilot)
        await write(pilot, " thought")
        await press(pilot, "enter")
    assert logged(lived_in)[0].note == "half a thought"


async def test_the_terminal_that_the_others_lies_before_keeps_the_card_too(
    lived_in: Stage,
) -> None:
    pick = put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await begin_to_write(pilot)
        pilot.app.app_focus = False
        await hear(pilot, lived_in, pass_it_by)
        pilot.app.app_focus = True
        await write(pilot, " thought")
        assert pick.text in seen(pilot)
        assert "half a thought" in seen(pilot)


async def test_words_that_stood_on_a_card_when_it_went_are_said_to_be_kept(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape")
        await hear(pilot, lived_in, log_it)
        assert isinstance(card(pilot), ReplyCard)
        assert said(pilot) == [KEPT]


async def test_a_note_to_a_card_that_went_is_told_of_once_it_is_left(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await hear(pilot, lived_in, log_it)
        assert said(pilot) == []
        await press(pilot, "ctrl+s")
        assert "It was logged elsewhere meanwhile." in seen(pilot)
        assert pilot.app.screen.query_one(TextArea).text == "half a thought"
        await press(pilot, "escape")
        assert KEPT in said(pilot)


async def test_an_answer_that_came_too_late_stays_in_its_field(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await begin_to_write(pilot)
        with lived_in.companion() as elsewhere:
            log_it(elsewhere)
        await press(pilot, "enter")
        assert "It was logged elsewhere meanwhile." in said(pilot)[0]
        field = today(pilot).field
        assert field is not None
        assert (field.value, field.has_focus) == ("half a", True)
