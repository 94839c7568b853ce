"""A lane of cards that paints itself and its scroll bar: one widget, however many cards."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import (
    Click,
    MouseDown,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
    Resize,
)
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual

from shifter.core.ideas_view import IdeaCard
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.deck import Deck
from shifter.tui.widgets.idea_card import Room, card_height, card_rows
from shifter.tui.widgets.scroll_thumb import dragged_to, thumb
from shifter.tui.widgets.styled_line import closely

_GAP = 1
_WHEEL = 3
"""Rows per notch of the mouse wheel."""

_ROUNDING = 2
"""Columns more or fewer than planned that a lane may get where they can't be shared evenly."""


class _Painted(NamedTuple):
    """A painted card, and the room it was painted into."""

    card: IdeaCard
    room: Room
    strips: list[Strip]


class Lane(Deck):
    """Cards below one another, with a cursor; the heading stays when they scroll.

    It does its own scrolling: a ScrollView is laid out again whenever its content gets longer or
    shorter, which is at every letter typed to find a card.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Lane { height: 1fr; background: transparent; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
    ]

    has_heading: reactive[bool] = reactive(True)
    top: reactive[int] = reactive(0)
    """The first row of the cards that is visible."""

    class PastEnd(Message):
        """Up from the first card (-1), or down from the last one (1)."""

        def __init__(self, lane: "Lane", step: int) -> None:
            super().__init__()
            self.lane = lane
            self.step = step

    def __init__(self, heading: str, words: str, *, id: str) -> None:
        super().__init__(id=id)
        self._heading = heading
        self._words = words
        self.empty_words = ""
        self._cards: Sequence[IdeaCard] = ()
        self._tops: list[int] = [0]
        self._room = Room(0, 1, 0, date.min)
        self._fitted: Room | None = None
        self.has_scroll_bar = False
        self._note: str | None = None
        self._painted: dict[tuple[str, bool], _Painted] = {}
        self._plain_strips: dict[str, Strip] = {}

    @property
    def rows(self) -> int:
        """The rows of all cards with the heading, in as many columns as are planned."""
        gap = _GAP if self._cards else 0
        return self._measured(self._room)[-1] - gap + self.has_heading

    def show(
        self, cards: Sequence[IdeaCard], room: Room, *, empty: str, note: str | None = None
    ) -> None:
        """Show other cards; the cursor stays with its idea, or else near where it was.

        `empty` is shown if there are none; `note` replaces the words in the heading.
        """
        if note != self._note:
            self._note = note
            self.refresh()
        if cards == self._cards and empty == self.empty_words:
            self.fit(room)
            return
        key = self.key
        self._cards, self.empty_words = cards, empty
        self.keys = [card.idea.id for card in cards]
        self._fitted = None
        self.fit(room)
        self.stay_with(key)

    def fit(self, room: Room) -> None:
        """Draw the cards into other columns, or with more or fewer rows to a text."""
        self._room = room
        # Until it is laid out anew, it may have the columns of another arrangement.
        is_laid_out = abs(self.size.width - room.width) <= _ROUNDING
        self._draw_into(room._replace(width=self.size.width) if is_laid_out else room)

    def _draw_into(self, room: Room) -> None:
        before = self._fitted, self._tops, self.has_scroll_bar
        tops = self._measured(room)
        self.has_scroll_bar = 0 < self._shown_rows < tops[-1] - _GAP
        if self.has_scroll_bar:
            room = room._replace(width=room.width - 1)
            tops = self._measured(room)
        if (room, tops, self.has_scroll_bar) == before:
            return
        self._fitted, self._tops = room, tops
        self._show_cursor()
        self.refresh()

    @property
    def chosen_row(self) -> int:
        """The row of the screen on which the middle of the card under the cursor is."""
        start, end = self._top_of(self.cursor), self._top_of(self.cursor + 1) - _GAP
        return self.region.y + self.has_heading + (start + end) // 2 - self.top

    def choose_beside(self, row: int) -> None:
        """Put the cursor on the card that is on this row of the screen, or on the nearest one."""
        line = row - self.region.y - self.has_heading + self.top
        self.cursor = bisect_right(self._tops, max(0, line)) - 1

    def empty_rows(self, width: int) -> list[Content]:
        """What is shown while there is no card."""
        return [
            to_content(line.pad_left(2)) for line in closely(self.empty_words, width - 4, "$quiet")
        ]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.has_heading and y == 0:
            return self._strips(self._heading_line(width), width)[0]
        line = y - self.has_heading
        if not self._cards:
            lines = self.empty_rows(width)
            return self._strips(lines[line] if line < len(lines) else Content(""), width)[0]
        if not self.has_scroll_bar:
            return self._row(line, width)
        return Strip.join((self._row(line + self.top, width - 1), self._bar(line)))

    def notify_style_update(self) -> None:
        """Repaint everything in other colours."""
        super().notify_style_update()
        self._painted.clear()
        self._plain_strips.clear()

    def validate_top(self, top: int) -> int:
        return max(0, min(top, self._most_top))

    def watch_has_heading(self) -> None:
        self.fit(self._room)

    def repaint_cursor(self, before: int, after: int) -> None:
        self._show_cursor()
        for index in (before, after):
            if index < len(self._cards):
                start, end = self._top_of(index), self._top_of(index + 1) - _GAP
                self.refresh(
                    Region(0, start - self.top + self.has_heading, self.size.width, end - start)
                )

    def on_resize(self, _event: Resize) -> None:
        self._draw_into(self._room._replace(width=self.size.width or self._room.width))
        self._show_cursor()

    def on_click(self, event: Click) -> None:
        line = event.y - self.has_heading + self.top
        index = bisect_right(self._tops, line) - 1 if event.y >= self.has_heading else -1
        if 0 <= index < len(self._cards) and not self._is_bar(event.x):
            self.click_on(index, event)

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        self.top += _WHEEL

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        self.top -= _WHEEL

    def on_mouse_down(self, event: MouseDown) -> None:
        if self._is_bar(event.x) and event.y >= self.has_heading:
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        if self.app.mouse_captured is not self:
            return
        if event.button:
            self._drag_to(event.y)
        else:
            # The button was released outside, before the mouse was captured.
            self.release_mouse()

    def on_mouse_up(self, _event: MouseUp) -> None:
        self.release_mouse()

    def action_step(self, step: int) -> None:
        there = self.cursor + step
        if 0 <= there < len(self._cards):
            self.cursor = there
        else:
            self.post_message(self.PastEnd(self, step))

    def action_page(self, direction: int) -> None:
        page = max(1, self.size.height - self.has_heading - 1)
        line = self._top_of(self.cursor) + direction * page
        index = bisect_right(self._tops, max(0, line)) - 1
        self.cursor = index + (direction if index == self.cursor else 0)

    @property
    def _shown_rows(self) -> int:
        """The rows of cards that are visible at once."""
        return self.size.height - self.has_heading

    @property
    def _most_top(self) -> int:
        return max(0, self._tops[-1] - _GAP - self._shown_rows)

    def _measured(self, room: Room) -> list[int]:
        """The row on which each card begins, and the one after the last."""
        return [0, *accumulate(card_height(card, room) + _GAP for card in self._cards)]

    def _top_of(self, index: int) -> int:
        return self._tops[min(index, len(self._tops) - 1)]

    def _show_cursor(self) -> None:
        """Scroll as little as needed to show the whole card."""
        if not self._cards or not self.size.height:
            return
        start, end = self._top_of(self.cursor), self._top_of(self.cursor + 1) - _GAP
        if start < self.top or end - start > self._shown_rows:
            self.top = start
        else:
            self.top = max(self.top, end - self._shown_rows)

    def _is_bar(self, column: int) -> bool:
        return self.has_scroll_bar and column == self.size.width - 1

    def _drag_to(self, y: int) -> None:
        self.top = dragged_to(y - self.has_heading, self._shown_rows, self._tops[-1] - _GAP)

    def _heading_line(self, width: int) -> Content:
        style = "bold $accent" if self.has_focus else "bold $ink"
        words = self._words if self._note is None else self._note
        heading = Content.assemble("  ", (self._heading, style), "  ", (words, "$quiet"))
        return heading.truncate(width, ellipsis=True, pad=True)

    def _row(self, line: int, width: int) -> Strip:
        """One row of a card, or the blank one below it."""
        index = bisect_right(self._tops, line) - 1
        if index < len(self._cards):
            rows = self._card(index)
            within = line - self._tops[index]
            if within < len(rows):
                return rows[within]
        return self._plain(" " * width)

    def _bar(self, line: int) -> Strip:
        start, rows = thumb(self.top, self._shown_rows, self._tops[-1] - _GAP)
        return self._plain("█" if start <= line < start + rows else " ")

    def _plain(self, text: str) -> Strip:
        """A text that recurs on many rows, painted once."""
        known = self._plain_strips.get(text)
        if known is None:
            known = self._strips(Content.styled(text, "$line"), len(text))[0]
            self._plain_strips[text] = known
        return known

    def _card(self, index: int) -> list[Strip]:
        card, chosen = self._cards[index], index == self.cursor and self.has_focus
        room = self._fitted or self._room
        known = self._painted.get((card.idea.id, chosen))
        if known is None or known.room != room or known.card != card:
            rows = card_rows(card, room, chosen=chosen)
            strips = self._strips(Content("\n").join(rows), room.width, len(rows))
            known = self._painted[card.idea.id, chosen] = _Painted(card, room, strips)
        return known.strips

    def _strips(self, content: Content, width: int, height: int = 1) -> list[Strip]:
        return Visual.to_strips(self, content, width, height, self.visual_style, pad=True)
