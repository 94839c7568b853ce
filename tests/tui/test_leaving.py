"""A dialog or a screen that is left while something is under way: it is done, told and shown."""

import pytest
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Static

from shifter.tui.leaving import LeftOnce, unless_left
from shifter.tui.screens.ideas import IdeaScreen, IdeasScreen
from shifter.tui.turns import TurnTakingApp
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import logged, on_today, plain, put_on_card


class Page(LeftOnce[None]):
    def compose(self) -> ComposeResult:
        yield Static(id="words")


async def test_what_is_shown_on_a_screen_that_was_left_is_let_go() -> None:
    app = TurnTakingApp()
    async with app.run_test():
        page = Page()
        await app.push_screen(page)
        with pytest.raises(NoMatches), unless_left(page):
            page.query_one("#missing")
        await page.dismiss()
        with unless_left(page):
            page.query_one("#words")


async def test_what_was_entered_is_shown_however_soon_the_dialog_is_left(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Rang Ana")
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert said(pilot) == ["✓ Rang Ana"]
        await press(pilot, "enter")
        await write(pilot, "She laughed")
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        assert "She laughed" in seen(pilot)
    assert len(logged(lived_in)) == before + 2


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
        assert said(pilot) == ["✓ Ask Ines about the kiln"]
        assert seen(pilot).count("Ask Ines about the kiln") == 1  # in the toast alone
