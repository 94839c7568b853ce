"""The lanes' names in a row, where there is room for one lane at a time."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_GAPS = (3, 2, 1, 0)
_WAY = "  ← → "
"""The keys that turn to another lane, where there is room for them."""


class LaneTab(NamedTuple):
    """A lane by its id and its name, and how many cards it has."""

    lane: str
    name: str
    cards: int


class LaneTabs(Widget):
    """One row; the current lane is bold and in brackets, so that it needs no colour."""

    DEFAULT_CSS = "LaneTabs { height: 1; text-wrap: nowrap; }"

    class Chosen(Message):
        """A click on a lane's name."""

        def __init__(self, lane: str) -> None:
            super().__init__()
            self.lane = lane

    tabs: reactive[Sequence[LaneTab]] = reactive[Sequence[LaneTab]](())
    current: reactive[str] = reactive("")

    def render(self) -> Content:
        gap, way = self._fitted()
        row = Content.assemble("  ", Content(" " * gap).join(self._tab(tab) for tab in self.tabs))
        room = self.size.width - row.cell_length - len(way)
        return Content.assemble(row, " " * max(0, room), (way, "$accent"))

    def on_click(self, event: Click) -> None:
        (gap, _), start = self._fitted(), 2
        for tab in self.tabs:
            end = start + self._tab(tab).cell_length
            if start <= event.x < end:
                self.post_message(self.Chosen(tab.lane))
            start = end + gap

    def _fitted(self) -> tuple[int, str]:
        """The widest gap between the tabs that there is room for, and the way to another."""
        names = sum(self._tab(tab).cell_length for tab in self.tabs)
        for way, gap in product((_WAY, ""), _GAPS):
            if 2 + names + gap * (len(self.tabs) - 1) + len(way) <= self.size.width:
                return gap, way
        return _GAPS[-1], ""

    def _tab(self, tab: LaneTab) -> Content:
        is_current = tab.lane == self.current
        count = f" {tab.cards}" if tab.cards else ""
        if is_current:
            return Content.assemble(
                ("[", "$accent"), (tab.name, "bold $ink"), (count, "$accent"), ("]", "$accent")
            )
        return Content.assemble((f" {tab.name}", "$quiet"), (f"{count} ", "$quiet"))
