"""Screens that are left once, however often a key bounces."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

ResultT = TypeVar("ResultT")


class LeftOnce(Screen[ResultT]):
    """A screen that is only left while it is in front; Textual would pop whichever is."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result; where it was left already there is nothing to do."""
        can_be_left = self.is_active and self.is_mounted
        return super().dismiss(result) if can_be_left else AwaitComplete()

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there: not before it is composed, nor once it is being left."""
        return self.is_mounted and self.is_attached and bool(self.children)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before all of it is there, or once it is left."""
        return self.is_whole and super().check_action(action, parameters)
