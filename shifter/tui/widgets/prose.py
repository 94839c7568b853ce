"""Wrapped text whose last line is no single word."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import StyledLine, wrapped


class Prose(Widget):
    """Text that may quote what people wrote, never read as markup; a newline starts a paragraph."""

    DEFAULT_CSS = "Prose { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(
        self, text: str, style: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text
        self._style = style

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that it takes in `width` columns."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(map(to_content, self._lines(self.size.width)))

    def _lines(self, width: int) -> list[StyledLine]:
        paragraphs = self.text.split("\n")
        return [line for text in paragraphs for line in wrapped(text, width, self._style)]
