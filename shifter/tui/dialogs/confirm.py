"""A question with yes and no."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.prose import Prose


class ConfirmDialog(Dialog[bool]):
    """Results in True for yes, None for no.

    Enter is neither: whoever pressed it once too often in a menu has not read the question.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "submit", "Yes", show=False),
        Binding("n", "leave", "No", show=False),
    ]

    def __init__(self, heading: str, text: str = "", *, no: str = "No") -> None:
        super().__init__(heading)
        self._text = text
        self._no = no

    def keys_here(self) -> tuple[Key, ...]:
        return Key("y", "Yes", "submit"), Key("n", self._no, "leave")

    def compose_body(self) -> ComposeResult:
        if self._text:
            yield Prose(self._text, classes="hint")

    async def answer(self) -> bool:
        return True
