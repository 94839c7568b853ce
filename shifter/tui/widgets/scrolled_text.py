"""A text to scroll through that paints itself: one widget, which draws only what is in sight."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class ScrolledText(ScrollView, can_focus=True):
    """Lines, each of which fits the width; what is linked in them can be clicked."""

    # The bar is there from the first layout on: if it came later, all would be laid out twice.
    DEFAULT_CSS = """
    ScrolledText {
        height: auto;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: transparent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]

    def __init__(self, lines: Sequence[Content], *, id: str | None = None) -> None:
        super().__init__(id=id)
        # They are keys rather than links, and should not look like links.
        self.auto_links = False
        self._lines = lines
        self.virtual_size = Size(0, len(lines))

    def render_line(self, y: int) -> Strip:
        """The line in this row of what is in sight."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        line = self._lines[number] if number < len(self._lines) else Content("")
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]
