"""A menu: one of several, by arrow keys, its own key, or a click."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Key as KeyPress

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.lines import SIGN_WIDTH, Line, Lines
from shifter.tui.widgets.styled_line import evenly, styled

ValueT = TypeVar("ValueT")

_WIDEST_NAME = 30
_APART = 3
"""Columns between a name and what is said about it, at least."""
_KEY_WIDTH = 3
_KEYS = "123456789abcdefgimnopqrstuvwxyz"
"""Without those that move the cursor, as arrows do."""


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
        lines = Lines()
        self._show_in(lines)
        for choice in self._choices:
            if choice.value == self._current:
                lines.move_to(choice.key)
        yield lines

    def on_resize(self) -> None:
        self._show_in(self.query_one(Lines))

    def _show_in(self, lines: Lines) -> None:
        names = max(cell_len(choice.name) for choice in self._choices)
        width = min(names + _APART, _WIDEST_NAME)
        room = self.columns_for(self.app.size.width) - SIGN_WIDTH - _KEY_WIDTH
        rows = [row for choice in self._choices for row in _rows(choice, width, room)]
        lines.show(rows)
        lines.styles.height = len(rows)

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


def _rows(choice: Choice[ValueT], width: int, room: int) -> list[Line]:
    """Its key and its name, in a column of so many cells if there is room, and a few words on it.

    Where they are longer, they are wrapped, with the words behind the name.
    """
    name = styled(choice.name, "$ink")
    is_short = bool(choice.detail) and name.cell_length <= width - _APART
    if is_short and width + cell_len(choice.detail) <= room:
        lines = [name.pad_right(width - name.cell_length) + styled(choice.detail, "$quiet")]
    else:
        behind = f"  {choice.detail}" if choice.detail else ""
        lines = evenly(name + styled(behind, "$quiet"), room)
    keys = [styled(f"{choice.key:<{_KEY_WIDTH}}", "$accent")]
    keys += [styled(" " * _KEY_WIDTH)] * (len(lines) - 1)
    return [Line(to_content(key + line), choice.key) for key, line in zip(keys, lines, strict=True)]
