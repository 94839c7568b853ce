"""A row of keys with what they do, as it stands below a question."""

from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.widget import Widget


class Key(NamedTuple):
    """A key as it is written, what it does, and the action of the screen that does it."""

    key: str
    name: str
    action: str


class KeyRow(Widget):
    """Keys from the left, three blanks apart; a click is as good as the key."""

    DEFAULT_CSS = "KeyRow { height: 1; }"
    _GAP = "   "

    def __init__(self, *keys: Key) -> None:
        super().__init__()
        self._keys = keys

    def render(self) -> Content:
        return Content(self._GAP).join(
            Content.assemble((key.key, "$accent"), (f" {key.name}", "$quiet")) for key in self._keys
        )

    async def on_click(self, event: Click) -> None:
        start = 0
        for key in self._keys:
            end = start + len(f"{key.key} {key.name}")
            if start <= event.x < end:
                await self.app.run_action(key.action, self.screen)
                return
            start = end + len(self._GAP)
