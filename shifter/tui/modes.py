"""The four screens, each imported when it is first needed, and the turning from one to another."""

from asyncio import Lock
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from typing import Any

from textual.screen import Screen
from textual.widget import AwaitMount

from shifter.tui.keys.turns import TurnTakingApp
from shifter.tui.terminal.drawn_at_once import DrawnAtOnce


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


_GLANCE, _LOOKS = 0.005, 40
"""Seconds between looks whether an action has opened what it is to open, and the most of them."""

MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "streaks": _streaks,
    "ideas": _ideas,
    "story": _story,
}


class ScreensApp(TurnTakingApp):
    """An app that turns from one screen to another."""

    DEFAULT_MODE = "today"
    MODES = MODES

    _is_switching = False
    _times_styled = 0

    def get_default_screen(self) -> Screen[None]:
        """Today; as a mode it would have all styles applied a second time."""
        return today()

    def on_mount(self) -> None:
        self.add_mode("today", today)

    @property
    def styled_under(self) -> tuple[int, bool]:
        """What a screen's styles depend on beside itself: how often all were applied, the focus."""
        return self._times_styled, self.app_focus

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
                with self.in_one_frame():
                    await self.switch_mode(mode)
            elif len(self.screen_stack) > 1:
                self.leave_what_was_said_here()
                # Not awaited: a worker that is cancelled while it waits would leave it half gone.
                with self.in_one_frame():
                    self.pop_screen()

    @contextmanager
    def in_one_frame(self, *, with_what_follows: bool = False) -> Iterator[None]:
        """Draw what is changed meanwhile in one frame, once all of it is there.

        With what follows, it is one frame with what the action begun by then opens.
        """
        held = ExitStack()
        held.enter_context(self.batch_update())
        try:
            yield
        finally:
            if with_what_follows:
                self._draw_once_decided(held, _LOOKS)
            else:
                # After what Textual calls next, and then next: to mark all of it as changed again.
                self.call_next(self.call_next, self.draw_at_rest, held)

    def _draw_once_decided(self, held: ExitStack, looks: int) -> None:
        if looks and self.is_deciding:
            self.set_timer(_GLANCE, partial(self._draw_once_decided, held, looks - 1))
        else:
            self.call_next(self.draw_at_rest, held)

    async def draw_at_rest(self, held: ExitStack) -> None:
        """Draw the screen in front once nothing moves on it, and let go of what holds it back."""
        coming = self.screen if self.screen_stack else None
        with held:
            if isinstance(coming, DrawnAtOnce):
                await coming.come_to_rest()
        if isinstance(coming, DrawnAtOnce):
            coming.draw_all()

    def switch_mode(self, mode: str) -> AwaitMount:
        self._is_switching = True
        try:
            return super().switch_mode(mode)
        finally:
            self._is_switching = False

    def delay_update(self, delay: float = 0.05) -> None:
        """Hold drawing back for so many seconds, but not for a switch, of which nothing shows."""
        if not self._is_switching:
            super().delay_update(delay)

    def refresh_css(self, animate: bool = True) -> None:
        """Apply all styles anew, but not for a switch: the screen that comes sees to its own."""
        if not self._is_switching:
            self._times_styled += 1
            super().refresh_css(animate)

    def open_page(self, page: Screen[None]) -> AwaitMount:
        """Open a page over the screen in front."""
        self.leave_what_was_said_here()
        with self.in_one_frame():
            return self.push_screen(page)
