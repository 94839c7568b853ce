"""The footer: what can be done here, by key or by click."""

from collections.abc import Callable
from typing import NamedTuple

from textual.content import Content
from textual.dom import DOMNode
from textual.events import Click
from textual.widget import Widget

from shifter.tui import commands
from shifter.tui.commands import Command

_RIGHT = ("everywhere.help", "everywhere.quit")
_GAPS = (3, 2)
"""Blanks between two commands, where all of them fit and where they don't."""


class _Item(NamedTuple):
    """A command that works now: its key as it is bound, what it does next, and who does it."""

    command: Command
    key: str
    name: str
    node: DOMNode

    @property
    def width(self) -> int:
        return len(self.key) + 1 + len(self.name)


class Footer(Widget):
    """One row: the screen's commands on the left, help and quit on the right.

    Where it is narrow they stand closer, and then the last of the left ones are dropped; the help
    has them all.
    """

    def __init__(
        self,
        screen_commands: tuple[Command, ...],
        key_of: Callable[[Command], str],
        name_of: Callable[[Command], str],
    ) -> None:
        """`key_of` gives a command's key as people read it, `name_of` what it does next."""
        super().__init__()
        self._key_of = key_of
        self._name_of = name_of
        self._commands = [
            command for command in (*screen_commands, *commands.EVERYWHERE) if command.footer
        ]
        self._shown: list[_Item] = []
        self._places: list[tuple[int, int, _Item]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings_updated)

    def _on_bindings_updated(self, _screen: object) -> None:
        if self._items() != self._shown:
            self.refresh()

    def render(self) -> Content:
        self._shown = self._items()
        right = [item for item in self._shown if item.command.id in _RIGHT]
        left = [item for item in self._shown if item.command.id not in _RIGHT]
        width = self.size.width - 2
        gap = next((gap for gap in _GAPS if _row_width(self._shown, gap) <= width), min(_GAPS))
        while left and _row_width([*left, *right], gap) > width:
            left.pop()
        right_start = 1 + width - _row_width(right, gap)
        self._places = [*_placed(left, 1, gap), *_placed(right, right_start, gap)]
        row = Content("")
        for start, _, item in self._places:
            row = Content.assemble(
                row,
                " " * (start - len(row)),
                (item.key, "$accent"),
                (f" {item.name}", "$quiet"),
            )
        return row

    async def on_click(self, event: Click) -> None:
        for start, end, item in self._places:
            if start <= event.x < end:
                await self.app.run_action(item.command.action, item.node)
                return

    def _items(self) -> list[_Item]:
        nodes = {
            active.binding.id: active.node
            for active in self.screen.active_bindings.values()
            if active.enabled
        }
        return [
            _Item(command, short(self._key_of(command)), self._name_of(command), nodes[command.id])
            for command in self._commands
            if command.id in nodes
        ]


def short(keys: str) -> str:
    """The keys of a command where there is little room; the help names every one of them."""
    first, *others = keys.split(", ")
    return "arrows" if first == "left" and others == ["h"] else first


def _row_width(items: list[_Item], gap: int) -> int:
    return sum(item.width for item in items) + gap * max(0, len(items) - 1)


def _placed(items: list[_Item], start: int, gap: int) -> list[tuple[int, int, _Item]]:
    places: list[tuple[int, int, _Item]] = []
    for item in items:
        places.append((start, start + item.width, item))
        start += item.width + gap
    return places
