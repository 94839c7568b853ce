"""A note of several lines; it is never thrown away without asking."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from shifter.core.views import TodayView
from shifter.tui.dialogs.base import Dialog
from shifter.tui.dialogs.confirm import ConfirmDialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key


class NoteDialog(Dialog[TodayView]):
    """The view once the note is saved. Enter is a new line, so ctrl+s saves."""

    keeps_words = True
    AUTO_FOCUS = "TextArea"
    DEFAULT_CSS = """
    NoteDialog TextArea {
        height: auto;
        min-height: 4;
        max-height: 10;
        margin-bottom: 1;
        background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "submit", "Save", show=False, priority=True)
    ]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("ctrl+s", "Save", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self, heading: str, save: Callable[[str], Awaitable[TodayView]], *, value: str = ""
    ) -> None:
        super().__init__(heading)
        self._save = save
        self._value = value

    def compose_body(self) -> ComposeResult:
        note = TextArea(
            self._value, compact=True, tab_behavior="focus", highlight_cursor_line=False
        )
        note.cursor_location = note.document.end
        yield note

    async def answer(self) -> TodayView:
        return await self._save(self.query_one(TextArea).text)

    @in_turn
    async def action_leave(self) -> None:
        is_written = self.query_one(TextArea).text.strip() not in ("", self._value.strip())
        question = ConfirmDialog("Leave without the note?", "What you wrote would be gone.")
        if is_written and not await self.app.push_screen_wait(question):
            return
        self.dismiss(None)
