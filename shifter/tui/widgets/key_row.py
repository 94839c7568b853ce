"""A row of keys with what they do, below a question."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.widget import Widget


class Key(NamedTuple):
    """A key as people read it, what it does, and the screen's action that does it."""

    key: str
    name: str
    action: str


class KeyRow(Widget):
    """Keys from the left, up to three blanks apart; a click on one does the same.

    `apart` puts the last one at the right edge, if there is room.
    """

    DEFAULT_CSS = "KeyRow { height: 1; }"
    _GAP = 3

    def __init__(self, *keys: Key, apart: bool = False) -> None:
        super().__init__()
        self.keys = keys
        self._apart = apart

    def show(self, *keys: Key) -> None:
        """Show other keys."""
        self.keys = keys
        self.refresh()

    def render(self) -> Content:
        row = Content("")
        for start, key in self._places():
            row = Content.assemble(
                row, " " * (start - len(row)), (key.key, "$accent"), (f" {key.name}", "$quiet")
            )
        return row

    async def on_click(self, event: Click) -> None:
        # The screen may have a use of its own for clicks elsewhere.
        event.stop()
        for start, key in self._places():
            if start <= event.x < start + _width(key):
                await self.app.run_action(key.action, self.screen)
                return

    def _places(self) -> Iterator[tuple[int, Key]]:
        """The column at which each key begins."""
        start, gap = 0, self._gap()
        for number, key in enumerate(self.keys, start=1):
            if self._apart and number == len(self.keys):
                start = max(start, self.size.width - _width(key))
            yield start, key
            start += _width(key) + gap

    def _gap(self) -> int:
        """The blanks between two keys."""
        room = self.size.width - sum(map(_width, self.keys))
        return max(1, min(self._GAP, room // max(1, len(self.keys) - 1)))


def _width(key: Key) -> int:
    return len(f"{key.key} {key.name}")
