"""A field with its label, which the row paints itself: it needs no widget of its own."""

from textual.containers import Horizontal
from textual.content import Content


class FieldRow(Horizontal):
    """The label stands at the left, where the field leaves room for it."""

    def __init__(self, label: str, *, classes: str = "") -> None:
        super().__init__(classes=f"field {classes}")
        self._label = label

    def render(self) -> Content:
        return Content(self._label)
