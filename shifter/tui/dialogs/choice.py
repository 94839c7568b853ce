"""A menu: one of several, by arrow keys, its own key, or a click."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key as KeyPress

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.lines import Line, Lines

ValueT = TypeVar("ValueT")

_WIDEST_NAME = 30
_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


def entry_keys() -> Iterator[str]:
    """Keys for any number of entries; after all single characters come mere numbers."""
    yield from _KEYS
    yield from map(str, count(len(_KEYS) + 1))


class Choice(NamedTuple, Generic[ValueT]):
    """One entry: its key, its name, a few words about it, and its value."""

    key: str
    name: str
    detail: str
    value: ValueT


class ChoiceDialog(Dialog[ValueT], Generic[ValueT]):
    """Results in the value of the chosen entry."""

    AUTO_FOCUS = "Lines"
    keys = (Key("enter", "Choose", "submit"), Key("esc", "Leave it", "leave"))

    def __init__(
        self, heading: str, choices: Sequence[Choice[ValueT]], *, current: ValueT | None = None
    ) -> None:
        """The cursor starts on the entry whose value is `current`."""
        super().__init__(heading)
        self._choices = choices
        self._current = current

    def compose_body(self) -> ComposeResult:
        width = min(max(cell_len(choice.name) for choice in self._choices) + 3, _WIDEST_NAME)
        lines = Lines(
            [
                Line(
                    Content.assemble(
                        (f"{choice.key:<3}", "$accent"),
                        _name(choice, width).stylize("$ink"),
                        (choice.detail, "$quiet"),
                    ),
                    choice.key,
                )
                for choice in self._choices
            ]
        )
        lines.styles.height = len(self._choices)
        for choice in self._choices:
            if choice.value == self._current:
                lines.move_to(choice.key)
        yield lines

    def on_key(self, event: KeyPress) -> None:
        if any(choice.key == event.character for choice in self._choices):
            event.stop()
            self.query_one(Lines).move_to(event.character or "")
            self.action_submit()

    def on_lines_chosen(self) -> None:
        self.action_submit()

    async def answer(self) -> ValueT:
        chosen = self.query_one(Lines).key
        return next(choice.value for choice in self._choices if choice.key == chosen)


def _name(choice: Choice[ValueT], width: int) -> Content:
    """The name in its column, or in full if nothing stands beside it."""
    name = Content(choice.name)
    if choice.detail:
        return name.truncate(width - 1, ellipsis=True, pad=True) + " "
    return name.pad_right(max(0, width - name.cell_length))
