"""Keys wait until the action before them has ended, or its dialog is there to hear them.

Over a slow line several arrive at once, and what is typed after the key that opens a dialog is
meant for that dialog.
"""

from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App, ScreenStackError
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker

from shifter.tui.keys.leaving import LeftOnce

if TYPE_CHECKING:
    from textual.driver import Driver

_PATIENCE = 1.5
"""Seconds after which keys get through even while an action still waits, say for a busy file."""
_ENTERING = 0.1
"""Seconds within which enter in a field starts its action, if there is one."""
_BOUNCE = 0.05
"""Seconds within which a second press of a key can only be a bounce."""
_GLANCE = 0.01
"""Seconds between checks whether keys may come in."""


class EarlyKeysApp(App[None]):
    """An app that handles keys in the order they were typed, each where it was meant to go."""

    def __init__(
        self, driver_class: "type[Driver] | None" = None, *, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._begun: list[tuple[Worker[None], Screen[object]]] = []
        self._keys_wait_until = self._entered = self._enter_typed = 0.0
        self._early: list[Key | Paste] = []

    def hold_keys(self, action: Worker[None]) -> None:
        """Hold keys back until an action that has just begun is through."""
        if self.screen_stack:  # Otherwise the app is closing.
            self._begun.append((action, self.screen))
            self._keys_wait_until, self._entered = monotonic() + _PATIENCE, 0.0

    async def on_event(self, event: Event) -> None:
        """Hold back what is typed too early: it is meant for what the key before it opens."""
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
        # A key that bubbles up from a widget was typed before those that wait, and may act now.
        elif self._is_deciding() or (not event.is_forwarded and self._comes_behind()):
            if not self._early:
                self.set_timer(_GLANCE, self._let_in)
            self._early.append(event)
        else:
            await self._hear(event)

    async def _hear(self, event: Key | Paste) -> None:
        try:
            if not event.is_forwarded and self._is_bounced(event):
                return  # It would submit what the first press has just opened.
            await super().on_event(event)
        except ScreenStackError:
            if self.screen_stack:
                raise  # Otherwise the app is closing, and every screen with it.

    def _is_bounced(self, event: Key | Paste) -> bool:
        """Whether this enter follows at once on another that began an action, or is about to."""
        if not isinstance(event, Key) or event.key != "enter":
            self._enter_typed = 0.0
            return False
        since, is_taken = event.time - self._enter_typed, not self._entered
        if 0 < since < _BOUNCE and (is_taken or isinstance(self.focused, Input)):
            return True
        self._entered, self._enter_typed = monotonic(), event.time
        return False

    def _is_deciding(self) -> bool:
        """Whether an action has neither ended nor asked anything yet."""
        if monotonic() >= self._keys_wait_until or not self.screen_stack:
            return False
        self._begun = [(worker, screen) for worker, screen in self._begun if not worker.is_finished]
        in_front = self.screen
        return bool(self._begun) and (
            any(screen is in_front for _, screen in self._begun) or not _can_hear(in_front)
        )

    def _comes_behind(self) -> bool:
        """Whether other keys wait already, or an enter is still about to begin its action."""
        return bool(self._early) or self._is_entering()

    def _is_entering(self) -> bool:
        return monotonic() < self._entered + _ENTERING

    def _is_listening(self) -> bool:
        waits = self._is_deciding() or self._is_entering()
        return not waits and bool(self.screen_stack)  # Without a screen the app is closing.

    async def _let_in(self) -> None:
        """Handle the keys that waited, in order, as if they were typed now."""
        self._early.sort(key=lambda event: event.time)
        while self._early and self._is_listening():
            await self._hear(_anew(self._early.pop(0)))
        if self._early and self.screen_stack:
            self.set_timer(_GLANCE, self._let_in)


def _can_hear(screen: Screen[object]) -> bool:
    """Whether all of a screen is there, and its field has the focus where it has one."""
    is_whole = not isinstance(screen, LeftOnce) or screen.is_whole
    return is_whole and (screen.focused is not None or not screen.focus_chain)


def _anew(event: Key | Paste) -> Key | Paste:
    """A fresh copy of the event, which keeps only the time it was typed."""
    fresh = Key(event.key, event.character) if isinstance(event, Key) else Paste(event.text)
    fresh.time = event.time
    return fresh
