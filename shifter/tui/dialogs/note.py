"""A note of several lines."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from shifter.core.views import TodayView
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.note_area import NoteArea
from shifter.tui.widgets.signs_stay import SignsStay


class NoteDialog(Dialog[TodayView]):
    """Results in the view once the note is saved. Enter is a new line, so ctrl+s saves."""

    AUTO_FOCUS = "NoteArea"
    DEFAULT_CSS = """
    NoteDialog NoteArea {
        height: auto;
        min-height: 4;
        max-height: 10;
        background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+enter", "submit", "Save", show=False, priority=True)
    ]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("ctrl+s", "Save", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self,
        heading: str,
        save: Callable[[str], Awaitable[TodayView]],
        *,
        edits: str,
        value: str = "",
        place: str = "",
    ) -> None:
        """`edits` is the key that edits shifts."""
        super().__init__(heading, place=place)
        self._edits = edits
        self._save = save
        self._value = value

    def compose_body(self) -> ComposeResult:
        note = NoteArea(self._value)
        note.cursor_location = note.document.end
        yield note
        yield SignsStay(self._edits)

    def on_mount(self) -> None:
        self._say_what_stays()

    def on_text_area_changed(self) -> None:
        self._say_what_stays()

    def _say_what_stays(self) -> None:
        self.query_one(SignsStay).look(self.query_one(NoteArea).text)

    async def answer(self) -> TodayView:
        return await self._save(self.query_one(NoteArea).text)
