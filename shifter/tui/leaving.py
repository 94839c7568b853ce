"""Screens that are left once, however often a key bounces, and what goes on when they are."""

from asyncio import Lock
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import Screen

from shifter.errors import ShifterError

ResultT = TypeVar("ResultT")


class LeftOnce(Screen[ResultT]):
    """A screen that is only left while it is in front; Textual would pop whichever is."""

    _is_left = False

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result; where it was left already there is nothing to do."""
        if self._is_left or not (self.is_active and self.is_mounted):
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there: not before it is composed, nor once it is being left."""
        # Where the app is left, it stops running before its widgets go, the innermost first.
        is_there = self.is_running and self.is_mounted and self.is_attached
        return is_there and bool(self.children) and not self._is_left

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before all of it is there, or once it is left."""
        return self.is_whole and super().check_action(action, parameters)

    @cached_property
    def turn(self) -> Lock:
        """Held by what is under way in a dialog; what comes next and leaving wait for it."""
        return Lock()

    def show_trouble(self, _error: ShifterError) -> bool:
        """Say on the screen itself what was refused, where there is a place for it."""
        return False


@contextmanager
def unless_left(node: DOMNode) -> Iterator[None]:
    """Go on showing what was waited for, unless the screen was left meanwhile.

    The one place where that is known: with a screen all goes that was on it.
    """
    try:
        yield
    except NoMatches:
        if not isinstance(node, LeftOnce) or node.is_whole:
            raise
