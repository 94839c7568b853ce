"""Keys are handled one after another, each once everything the one before it set off is there.

Over a slow line several arrive at once, and what is typed after the key that opens a dialog is
meant for that dialog.
"""

from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker

from shifter.tui import garbage
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.terminal.drawn_at_once import draw_changes

if TYPE_CHECKING:
    from textual.driver import Driver

_BOUNCE = 0.05
"""Seconds within which a second press of a key can only be a bounce."""
_MOMENT = 0.7
"""Seconds after a key within which another one is likely."""
_GLANCE = 0.01
"""Seconds between checks whether keys may come in."""
_PATIENCE = 150
"""Checks after which keys get through even while an action still waits, say for a busy file.

A busy machine makes fewer of them in a second, and is slower to open a dialog as well.
"""
_DRAWN = 0.02
"""Seconds after which what a key changes is on the screen.

Only then is it followed, which is work as well, unless another key comes before.
"""
_ANSWERED = 0.15
"""Seconds after which all that a key sets off is there, on most machines."""
_ROUNDS = 2
"""How often a key is followed up to the app: a widget may answer it with a message of its own."""


class EarlyKeysApp(App[None]):
    """An app that handles keys in the order they were typed, each where it was meant to go."""

    def __init__(
        self, driver_class: "type[Driver] | None" = None, *, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._begun: list[tuple[Worker[None], Screen[object]]] = []
        self._early: list[Key | Paste] = []
        self._looks = 0
        self._on_their_way: list[Widget | None] = []
        self._to_follow: list[Callable[[], None]] = []
        self._heard: Key | Paste | None = None
        self._heard_on: Screen[object] | None = None
        self._has_begun = False

    def hold_keys(self, action: Worker[None], begun_on: Screen[object]) -> None:
        """Hold keys back until an action is through, or has asked something on another screen."""
        self._begun.append((action, begun_on))
        self._has_begun, self._looks = True, 0

    @property
    def is_at_rest(self) -> bool:
        """Whether no key has come for a moment, so that the next one will not be soon."""
        return self._heard is None or monotonic() - self._heard.time > _MOMENT

    @property
    def is_deciding(self) -> bool:
        """Whether what was begun is neither through nor has asked anything on another screen."""
        return bool(self.screen_stack) and self._is_deciding(self.screen)

    async def on_event(self, event: Event) -> None:
        """Hold back what is typed too early: it is meant for what the key before it opens."""
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
            return
        if event.is_forwarded:  # It bubbles up from a widget that has no use for it.
            await self._act_on(event)
            if self.screen_stack:
                draw_changes(self.screen)
            return
        self._follow_all()
        if self._early or not self._is_listening(event):
            if not self._early:
                self._looks = 0
                self.set_timer(_GLANCE, self._let_in)
            self._early.append(event)
        else:
            await self._hear(event)

    async def _act_on(self, event: Key | Paste) -> None:
        try:
            await super().on_event(event)
        except ScreenStackError:
            if self.screen_stack:
                raise  # Otherwise the app is closing, and every screen with it.

    async def _hear(self, event: Key | Paste) -> None:
        if self._is_bounced(event):
            return  # It would act on what the first press has just opened.
        self._heard, self._heard_on, self._has_begun = event, self.screen, False
        field, target = self._field(event), self.focused or self.screen
        await self._act_on(event)
        way = [target] if field else [*target.ancestors_with_self] * _ROUNDS
        self._on_their_way.append(field)
        self._to_follow.append(partial(self._follow, iter(way), self._on_their_way, field))
        if self._early:
            self._follow_all()
        else:
            get_running_loop().call_later(_DRAWN, self._follow_all)
            get_running_loop().call_later(_ANSWERED, self._collect_garbage, event)

    def _collect_garbage(self, answered: Key | Paste) -> None:
        if self._heard is answered:  # Otherwise another key is being answered.
            garbage.collect_young()

    def _follow_all(self) -> None:
        for follow in self._to_follow:
            follow()
        self._to_follow.clear()

    def _follow(
        self, way: Iterator[DOMNode], on_their_way: list[Widget | None], field: Widget | None
    ) -> None:
        """Follow a key from queue to queue, until it has reached the app or has begun an action."""
        if not self._has_begun:
            for node in way:
                if node.call_later(self._follow, way, on_their_way, field):
                    return
        on_their_way.remove(field)

    def _field(self, event: Key | Paste) -> Widget | None:
        """The field that a key is typed into, or None."""
        character = event.character if isinstance(event, Key) else "a"
        key = event.key if isinstance(event, Key) else "a"
        focused = self.focused
        return (
            focused if focused is not None and focused.check_consume_key(key, character) else None
        )

    def _is_bounced(self, event: Key | Paste) -> bool:
        """Whether this is a second press at once of a key that has already opened something."""
        before = self._heard
        if not (isinstance(event, Key) and isinstance(before, Key) and event.key == before.key):
            return False
        if event.time - before.time >= _BOUNCE:
            return False
        if event.key == "enter" and (self._has_begun or isinstance(self.focused, Input)):
            return True
        return self.screen is not self._heard_on

    def _is_listening(self, event: Key | Paste) -> bool:
        if not self.screen_stack:
            return True  # The app is closing.
        in_front = self.screen
        if self._is_deciding(in_front):
            return False
        if in_front is not self._heard_on and not _can_hear(in_front):
            return False
        field = self._field(event)
        return not self._on_their_way or (
            field is not None and all(other is field for other in self._on_their_way)
        )

    def _is_deciding(self, in_front: Screen[object]) -> bool:
        """Whether an action has neither ended nor asked anything yet."""
        self._begun = [(worker, screen) for worker, screen in self._begun if not worker.is_finished]
        return bool(self._begun) and (
            any(screen is in_front for _, screen in self._begun) or not _can_hear(in_front)
        )

    async def _let_in(self) -> None:
        """Handle the keys that waited, in order, as if they were typed now."""
        self._early.sort(key=lambda event: event.time)
        self._looks += 1
        if self._looks > _PATIENCE:
            self._wait_no_longer()
        while self._early and self.screen_stack and self._is_listening(self._early[0]):
            await self._hear(_anew(self._early.pop(0)))
        if self._early and self.screen_stack:
            self.set_timer(_GLANCE, self._let_in)

    def _wait_no_longer(self) -> None:
        self._begun.clear()
        self._on_their_way = []
        self._heard_on = self.screen


def _can_hear(screen: Screen[object]) -> bool:
    """Whether all of a screen is there, and its field has the focus where it is to have one."""
    if isinstance(screen, LeftOnce) and not screen.is_whole:
        return False
    takes_focus = screen.AUTO_FOCUS != "" and bool(screen.focus_chain)
    return not takes_focus or screen.focused is not None


def _anew(event: Key | Paste) -> Key | Paste:
    """A fresh copy of the event, which keeps only the time it was typed."""
    fresh = Key(event.key, event.character) if isinstance(event, Key) else Paste(event.text)
    fresh.time = event.time
    return fresh
