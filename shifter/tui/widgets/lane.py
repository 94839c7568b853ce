"""A lane of cards that paints itself: one widget, however many cards there are."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from shifter.core.ideas_view import IdeaCard
from shifter.tui.widgets.idea_card import Room, card_height, card_rows
from shifter.tui.widgets.wrapping import filled, wrapped

_GAP = 1


class Lane(ScrollView, can_focus=True):
    """Cards below one another, with a cursor; the heading stays when they scroll."""

    DEFAULT_CSS = """
    Lane {
        height: 1fr;
        background: transparent;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    has_heading: reactive[bool] = reactive(True)

    class Moved(Message):
        """Another card is chosen, or another lane."""

    class Opened(Message):
        """A card was chosen by a double click."""

    class PastEnd(Message):
        """Up from the first card (-1), or down from the last one (1)."""

        def __init__(self, lane: "Lane", step: int) -> None:
            super().__init__()
            self.lane = lane
            self.step = step

    def __init__(self, heading: str, words: str, *, id: str) -> None:
        super().__init__(id=id)
        self._heading = heading
        self.set_reactive(Lane.has_heading, bool(heading))
        self._words = words
        self.empty_words = ""
        self._cards: Sequence[IdeaCard] = ()
        self._tops: list[int] = [0]
        self._room = Room(0, 1, 0, date.min)
        self._fitted: Room | None = None
        self._painted_in: Room | None = None
        self._note: str | None = None
        self._painted: dict[tuple[IdeaCard, bool], list[Strip]] = {}

    @property
    def key(self) -> str | None:
        """The id of the idea that the cursor is on."""
        return self._cards[self.cursor].idea.id if self._cards else None

    @property
    def keys(self) -> list[str]:
        """The ids of this lane's ideas."""
        return [card.idea.id for card in self._cards]

    @property
    def rows(self) -> int:
        """The rows of all cards with the heading."""
        gap = _GAP if self._cards else 0
        return self._tops[-1] - gap + self.has_heading

    def show(
        self, cards: Sequence[IdeaCard], room: Room, *, empty: str, note: str | None = None
    ) -> None:
        """Take other cards; the cursor stays with its idea, or else near where it was.

        `empty` is said where there are none; `note` takes the place of the words in the heading.
        """
        if note != self._note:
            self._note = note
            self.refresh_lines(0, 1)
        if cards == self._cards and empty == self.empty_words:
            self.fit(room)
            return
        key = self.key
        self._cards, self.empty_words = cards, empty
        self._fitted = None
        self.fit(room)
        place = self.keys.index(key) if key in self.keys else self.cursor
        self.cursor = max(0, min(place, len(cards) - 1))

    def fit(self, room: Room) -> None:
        """Draw the cards into other columns, or with more or fewer rows to a text."""
        self._room = room
        # Once it is laid out, a scroll bar may leave less width than the whole lane has.
        width = self.scrollable_content_region.width or room.width
        room = room._replace(width=width)
        if room == self._fitted:
            return
        if room != self._painted_in:
            self._painted.clear()
            self._painted_in = room
        self._fitted = room
        self._tops = [0, *accumulate(card_height(card, room) + _GAP for card in self._cards)]
        self.virtual_size = Size(0, self.rows)
        self._show_cursor()
        self.refresh()

    def move_to(self, key: str) -> bool:
        """Put the cursor on the idea with this id; False if it is in another lane."""
        if key not in self.keys:
            return False
        self.cursor = self.keys.index(key)
        return True

    def empty_rows(self, width: int) -> list[Content]:
        """What stands here while there is no card."""
        return [line.pad_left(2) for line in wrapped(self.empty_words, width - 4, "$quiet")]

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        heading = self.has_heading
        if heading and y == 0:
            return self._strips(self._heading_line(width), width)[0]
        line = y - heading + self.scroll_offset.y
        if not self._cards:
            lines = self.empty_rows(width)
            return self._strips(lines[line] if line < len(lines) else Content(""), width)[0]
        index = bisect_right(self._tops, line) - 1
        if index < len(self._cards):
            rows = self._card(index)
            within = line - self._tops[index]
            if within < len(rows):
                return rows[within]
        return Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        """Other colours: everything is painted anew."""
        super().notify_style_update()
        self._painted.clear()

    def watch_has_heading(self) -> None:
        self.virtual_size = Size(0, self.rows)
        self.refresh()

    def watch_show_vertical_scrollbar(self) -> None:
        """A scroll bar that comes or goes changes the width, yet is no resize."""
        self.fit(self._room)

    def watch_cursor(self, before: int, after: int) -> None:
        self._show_cursor()
        for index in (before, after):
            if index < len(self._cards):
                rows = self._top_of(index + 1) - self._top_of(index)
                self.refresh_lines(self._top_of(index) + self.has_heading, rows)
        if self.is_attached:
            self.post_message(self.Moved())

    def on_focus(self, _event: Focus) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def on_blur(self, _event: Blur) -> None:
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        self.fit(self._room)
        self._show_cursor()

    def on_click(self, event: Click) -> None:
        line = event.y - self.has_heading + self.scroll_offset.y
        index = bisect_right(self._tops, line) - 1 if line >= 0 else -1
        if 0 <= index < len(self._cards):
            is_again = index == self.cursor
            self.cursor = index
            if is_again and event.chain > 1:
                self.post_message(self.Opened())

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
        step = direction if index == self.cursor else 0
        self.cursor = max(0, min(index + step, len(self._cards) - 1))

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = max(0, len(self._cards) - 1)

    def _top_of(self, index: int) -> int:
        return self._tops[min(index, len(self._tops) - 1)]

    def _show_cursor(self) -> None:
        """Scroll as little as is needed to see the whole card."""
        if not self._cards or not self.size.height:
            return
        top, bottom = self._top_of(self.cursor), self._top_of(self.cursor + 1) - _GAP
        shown = self.size.height - self.has_heading
        offset = int(self.scroll_target_y)
        if top < offset or bottom - top > shown:
            self.scroll_to(y=top, animate=False)
        elif bottom > offset + shown:
            self.scroll_to(y=bottom - shown, animate=False)

    def _heading_line(self, width: int) -> Content:
        style = "bold $accent" if self.has_focus else "bold $ink"
        words = self._words if self._note is None else self._note
        heading = Content.assemble("  ", (self._heading, style), "  ", (words, "$quiet"))
        return filled(heading, width)

    def _card(self, index: int) -> list[Strip]:
        card, chosen = self._cards[index], index == self.cursor and self.has_focus
        known = self._painted.get((card, chosen))
        if known is None:
            room = self._fitted or self._room
            rows = card_rows(card, room, chosen=chosen)
            known = self._strips(Content("\n").join(rows), room.width, len(rows))
            self._painted[card, chosen] = known
        return known

    def _strips(self, content: Content, width: int, height: int = 1) -> list[Strip]:
        return Visual.to_strips(self, content, width, height, self.visual_style, pad=True)
