"""The row below a field for words, which says that signs stay as they are there."""

from textual.content import Content
from textual.widgets import Static

from shifter.core.signs import has_signs
from shifter.tui.widgets.card_words import signs_stay


class SignsStay(Static):
    """Takes the place of the field's lower margin, so that nothing moves when it has words."""

    DEFAULT_CSS = """
    SignsStay {
        height: 1;
        color: $lit;
    }
    """

    def __init__(self, key: str) -> None:
        """`key` edits shifts."""
        super().__init__()
        self._words = Content(signs_stay(key))

    def look(self, text: str) -> None:
        """Show the row's words if there are signs in what stands in the field."""
        self.update(self._words if has_signs(text) else Content(""))
