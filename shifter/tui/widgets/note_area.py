"""A field for several lines."""

from textual.widgets import TextArea


class NoteArea(TextArea):
    """Textual's, left by tab; its cursor stands still, so that at rest nothing is drawn."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            text,
            placeholder=placeholder,
            id=id,
            compact=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
