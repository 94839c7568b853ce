"""A dialog or a screen that is left while something is under way: it is done, told and shown."""

from asyncio import Event
from contextlib import nullcontext
from functools import partial

import pytest
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerFailed

from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.keys.turns import TurnTakingApp
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.ideas.opened import IdeaScreen
from tests.tui.stage import Stage, press, press_at_once, said, seen, settle, write
from tests.tui.today.acting import logged, on_today, plain, put_on_card

_SOON = 10


class Page(LeftOnce[None]):
    def compose(self) -> ComposeResult:
        yield Static(id="words")

    async def show(self, answered: Event) -> None:
        """What finds nothing to show it on."""
        await answered.wait()
        self.query_one("#gone", Static)


@pytest.mark.parametrize("is_left", [True, False])
async def test_what_still_waits_for_a_screen_that_is_left_ends_with_it(is_left: bool) -> None:
    app, page, answered = TurnTakingApp(), Page(), Event()
    with nullcontext() if is_left else pytest.raises(WorkerFailed):
        async with app.run_test() as pilot:
            await app.push_screen(page)
            _waiting: Worker[None] = page.run_worker(partial(page.show, answered))
            await pilot.pause()
            if is_left:
                page.dismiss()
            answered.set()
            await pilot.pause()


async def test_what_was_entered_is_shown_however_soon_the_dialog_is_left(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Rang Ana")
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert said(pilot) == ["✓ Rang Ana. u takes it back."]
        await press(pilot, "enter")
        await write(pilot, "She laughed")
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        assert "She laughed" in seen(pilot)
    assert len(logged(lived_in)) == before + 2


async def test_a_key_behind_the_one_that_leaves_is_for_what_is_behind(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, IdeaScreen)
        await press_at_once(pilot, "escape", "a")
        for _ in range(_SOON):
            await settle(pilot)
        assert pilot.app.screen.is_modal
        assert isinstance(pilot.app.screen_stack[-2], IdeasScreen)


@pytest.mark.parametrize("key", ["delete", "w"])
async def test_nothing_is_done_with_an_idea_that_was_left(lived_in: Stage, key: str) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, IdeaScreen)
        await press_at_once(pilot, "escape", key)
        assert not app.screen.is_modal
        assert said(pilot) == []
        await press(pilot, "2", "3")
        assert isinstance(app.screen, IdeasScreen)


async def test_an_idea_is_left_once_its_step_is_taken(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("Pottery", "Ask Ines about the kiln")
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, IdeasScreen)
        app.screen.show_idea("Pottery studio")
        await press(pilot, "enter")
        assert isinstance(app.screen, IdeaScreen)
        await pilot.press("d", "escape")
        await settle(pilot)
        assert not isinstance(app.screen, IdeaScreen)
        assert said(pilot) == ["✓ Ask Ines about the kiln. u takes it back."]
        assert seen(pilot).count("Ask Ines about the kiln") == 1  # in the header alone
