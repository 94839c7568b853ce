"""A list of lines that paints itself: one widget, however long the list is."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from shifter.tui.widgets.painted_rows import PaintedRows

SIGN_WIDTH = 2
"""Columns before each line, where the cursor's sign stands and a blank behind it."""


class Line(NamedTuple):
    """One row. Only a line with a key can be chosen; the key identifies it.

    Rows with the same key, one below the other, are one line that is longer than a row.
    """

    content: Content
    key: str | None = None


class Lines(ScrollView, PaintedRows, can_focus=True):
    """Lines with a cursor that stops at those which can be chosen.

    A blank row or a heading is a line without a key. The cursor is marked by a sign in the first
    column, so that it needs no colour.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    DEFAULT_CSS = """
    Lines {
        height: 1fr;
        background: transparent;

        & > .lines--cursor {
            background: $panel;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor(-1)", "Up", show=False),
        Binding("down,j", "cursor(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    cursor: reactive[int | None] = reactive[int | None](None, repaint=False)

    class Moved(Message):
        """The cursor is on another line."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Chosen(Message):
        """A line was chosen, by enter or a second click."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Top(Message):
        """The very first line was asked for; the cursor is on the first of these."""

    def __init__(self, lines: Sequence[Line] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._choices: list[int] = []
        self._clicked: str | None = None
        self._painted: dict[tuple[int, int, bool], Strip] = {}
        self.show(lines)

    @property
    def key(self) -> str | None:
        """What the cursor is on."""
        return None if self.cursor is None else self._lines[self.cursor].key

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays with its key, or else near where it was.

        Once scrolled down, the cursor's line stays on its row, whatever was added above it.
        """
        key, place = self.key, self.cursor or 0
        row = place - self.scroll_offset.y
        self._lines = lines
        self._choices = [
            index
            for index, line in enumerate(lines)
            if line.key is not None and (index == 0 or lines[index - 1].key != line.key)
        ]
        self.virtual_size = Size(0, len(lines))
        same = next((index for index in self._choices if lines[index].key == key), None)
        self.cursor = self._nearest(place) if key is None or same is None else same
        if same is not None and self.scroll_offset.y:
            self._put_on_top(same - row)
        self.refresh()

    def move_to(self, key: str) -> None:
        """Put the cursor on the line with this key, if there is one, and have it in sight."""
        for choice, index in enumerate(self._choices):
            if self._lines[index].key == key:
                self._move(choice)

    def move_to_first(self) -> None:
        """Put the cursor on the first line, and have it in sight."""
        self._move(0)

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        is_marked = self.cursor is not None and self._first_row(index) == self.cursor
        place = index, width, is_marked
        if place not in self._painted:
            self._painted[place] = self._row(*place)
        return self._painted[place]

    def _row(self, index: int, width: int, is_marked: bool) -> Strip:
        """A row in so many columns; it is marked if it belongs to the line under the cursor."""
        style = self.get_visual_style("lines--cursor") if is_marked else self.visual_style
        sign = (
            Content.styled("▸ ", "$accent")
            if is_marked and index == self._first_row(index)
            else Content(" " * SIGN_WIDTH)
        )
        content = (sign + self._lines[index].content).truncate(width, ellipsis=True)
        return Visual.to_strips(self, content, width, 1, style, pad=True)[0]

    def forget_rows(self) -> None:
        self._painted.clear()

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        for first in (before, cursor):
            if first is not None:
                self.refresh_lines(first, self._rows_of(first))
        if cursor is None:
            return
        self._bring_into_sight(cursor)
        key = self.key
        if self.is_attached and key is not None:
            self.post_message(self.Moved(key))

    def on_resize(self) -> None:
        if self.cursor is not None:
            self._bring_into_sight(self.cursor)

    def _bring_into_sight(self, cursor: int) -> None:
        # At the first choice, the heading above it is shown too.
        top = 0 if cursor == self._choices[0] else cursor
        height = self.scrollable_content_region.height
        last = cursor + self._rows_of(cursor) - 1
        if top < self.scroll_offset.y:
            self._put_on_top(top)
        elif height and last >= self.scroll_offset.y + height:
            self._put_on_top(min(cursor, last - height + 1))

    def _put_on_top(self, row: int) -> None:
        # A bar that is needed only from now on is not there before the next layout.
        self.scroll_to(y=row, animate=False, force=True)

    def on_click(self, event: Click) -> None:
        index = self._first_row(event.y + self.scroll_offset.y)
        if index is None:
            return
        is_second = index == self.cursor and self.key == self._clicked
        self.cursor = index
        self._clicked = None if is_second else self.key
        if is_second:
            self.action_choose()

    def action_cursor(self, step: int) -> None:
        if self.cursor is not None:
            self._move(self._choices.index(self.cursor) + step)

    def action_page(self, direction: int) -> None:
        if self.cursor is not None:
            page = max(1, self.scrollable_content_region.height - 1)
            self.cursor = self._nearest(self.cursor + direction * page)

    def action_first(self) -> None:
        self.move_to_first()
        self.post_message(self.Top())

    def action_last(self) -> None:
        self._move(len(self._choices) - 1)

    def action_choose(self) -> None:
        if self.key is not None:
            self.post_message(self.Chosen(self.key))

    def _move(self, choice: int) -> None:
        if self._choices:
            self.cursor = self._choices[max(0, min(choice, len(self._choices) - 1))]
            # It may have been scrolled away from where it already was.
            self._bring_into_sight(self.cursor)

    def _first_row(self, index: int) -> int | None:
        """Where the line begins that a row belongs to; None for a row that can't be chosen."""
        if index >= len(self._lines) or self._lines[index].key is None:
            return None
        return self._choices[bisect_right(self._choices, index) - 1]

    def _rows_of(self, first: int) -> int:
        """How many rows the line takes that begins there."""
        last = first
        while last + 1 < len(self._lines) and self._first_row(last + 1) == first:
            last += 1
        return last + 1 - first

    def _nearest(self, place: int) -> int | None:
        return min(self._choices, key=lambda index: abs(index - place), default=None)
