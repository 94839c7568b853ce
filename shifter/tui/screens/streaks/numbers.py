"""The second page: what somebody who likes numbers would ask next."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from shifter.core.board_view import BoardView
from shifter.tui.screens.streaks.arrangement import columns
from shifter.tui.screens.streaks.numbers_sheet import numbers_sheet

_AROUND = 2
"""The empty rows above and below the sheet."""


class NumbersPage(VerticalScroll):
    """The sheet, and scrolling where it is longer than the screen."""

    def compose(self) -> ComposeResult:
        yield _Sheet()

    def show(self, view: BoardView, back: str) -> None:
        """Show the numbers of a view; `back` is the key that shows all ideas again."""
        self.query_one(_Sheet).show(view, back)


class _Sheet(Widget):
    """All of the page, painted as one."""

    DEFAULT_CSS = "_Sheet { height: auto; text-wrap: nowrap; }"

    def __init__(self) -> None:
        super().__init__()
        self._view: BoardView | None = None
        self._room = 0
        self._back = ""

    def show(self, view: BoardView, back: str) -> None:
        """Paint another view."""
        self._view, self._back = view, back
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        self._room = container.height
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._view is None or self._view.numbers is None:
            return []
        start, inner = columns(width)
        height = self._room - _AROUND
        sheet = numbers_sheet(self._view, self._view.numbers, inner, height, back=self._back)
        return [Content(""), *(line.pad_left(start) for line in sheet), Content("")]
