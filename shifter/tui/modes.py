"""The four screens, each imported when it is first needed, and the turning from one to another."""

from asyncio import Lock
from collections.abc import Callable
from functools import cached_property
from typing import Any

from textual.screen import Screen
from textual.widget import AwaitMount

from shifter.tui.keys.turns import TurnTakingApp


def today() -> Screen[None]:
    """The screen that the app starts on."""
    from shifter.tui.screens.today.screen import TodayScreen

    return TodayScreen()


def _streaks() -> Screen[None]:
    from shifter.tui.screens.streaks import StreaksScreen

    return StreaksScreen()


def _ideas() -> Screen[None]:
    from shifter.tui.screens.ideas import IdeasScreen

    return IdeasScreen()


def _story() -> Screen[None]:
    from shifter.tui.screens.story import StoryScreen

    return StoryScreen()


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "streaks": _streaks,
    "ideas": _ideas,
    "story": _story,
}


class ScreensApp(TurnTakingApp):
    """An app that turns from one screen to another."""

    DEFAULT_MODE = "today"
    MODES = MODES

    def get_default_screen(self) -> Screen[None]:
        """Today; as a mode it would have all styles applied a second time."""
        return today()

    def on_mount(self) -> None:
        self.add_mode("today", today)

    @cached_property
    def in_front(self) -> Lock:
        """Held while another screen comes to the front: keys may outrun screens."""
        return Lock()

    async def action_today(self) -> None:
        await self.turn_to("today")

    async def action_streaks(self) -> None:
        await self.turn_to("streaks")

    async def action_ideas(self) -> None:
        await self.turn_to("ideas")

    async def action_story(self) -> None:
        await self.turn_to("story")

    async def turn_to(self, mode: str) -> None:
        """Show another screen, after the one asked for before: keys may outrun screens.

        Whoever is there already comes back from the page that was opened over it.
        """
        async with self.in_front:
            if self.screen.is_modal:
                return
            if mode != self.current_mode:
                self.leave_what_was_said_here()
                await self.switch_mode(mode)
            elif len(self.screen_stack) > 1:
                self.leave_what_was_said_here()
                # Not awaited: a worker that is cancelled while it waits would leave it half gone.
                self.pop_screen()

    def open_page(self, page: Screen[None]) -> AwaitMount:
        """Open a page over the screen in front."""
        self.leave_what_was_said_here()
        return self.push_screen(page)
