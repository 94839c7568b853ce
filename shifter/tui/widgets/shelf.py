"""The shelf of what was ruled out, with thanks: furniture to be proud of."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click

from shifter.core.days import plain_day
from shifter.core.ideas_view import IdeaCard
from shifter.core.records import Idea
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.deck import Deck
from shifter.tui.widgets.idea_border import PLAQUE, row
from shifter.tui.widgets.idea_card import shifts_of
from shifter.tui.widgets.styled_line import closely, one_line, shortened

ROWS = 6
HIGH_ROWS = 8
LOW_ROWS = 3
"""The rows of the shelf: usually, where there is much room, and where there is little."""

_HEADING = "Ruled out, with thanks"
_NARROWEST, _USUAL, _WIDEST = 24, 36, 64
_MARGIN, _GAP = 3, 3


class Shelf(Deck):
    """Plaques side by side; those beyond the right edge come into sight with the cursor."""

    DEFAULT_CSS = f"Shelf {{ height: {ROWS}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "Left", show=False),
        Binding("right,l", "step(1)", "Right", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._ideas: Sequence[Idea] = ()
        self._today = date.min
        self._first = 0

    def show(self, cards: Sequence[IdeaCard], today: date) -> None:
        """Show other plaques; the cursor stays with its idea, or else near where it was."""
        ideas = [card.idea for card in cards]
        if ideas == self._ideas and today == self._today:
            return
        key = self.key
        self._ideas, self._today = ideas, today
        self.keys = [idea.id for idea in ideas]
        self.stay_with(key)
        self.refresh()

    def render(self) -> Content:
        width, height = self.size
        shown = self._shown(width)
        most_rows = 2 if height >= HIGH_ROWS else 1
        plaques = [self._plaque(index, plaque, most_rows) for index, plaque in shown]
        rows = [self._heading_line(width, shown)]
        if height >= ROWS:
            tallest = max((len(plaque) for plaque in plaques), default=0)
            standing = [_lowered(plaque, tallest) for plaque in plaques]
            rows += [_beside(list(parts)) for parts in zip(*standing, strict=True)]
        else:
            rows.append(_beside([plaque[1] for plaque in plaques]))
        rows.append(self._board([plaque for _, plaque in shown], width))
        return Content("\n").join([*([Content("")] * (height - len(rows))), *rows])

    def on_click(self, event: Click) -> None:
        start = _MARGIN
        for index, width in self._shown(self.size.width):
            if start <= event.x < start + width:
                self.click_on(index, event)
            start += width + _GAP

    def on_mouse_scroll_down(self) -> None:
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        self.action_step(-1)

    def action_step(self, step: int) -> None:
        self.cursor += step

    def _shown(self, width: int) -> list[tuple[int, int]]:
        """The visible plaques, each with its width; the chosen one is among them."""
        self._first = min(self._first, self.cursor)
        whole = width - 2 * _MARGIN
        # As many as read well stand side by side, and none is wider than its share.
        abreast = max(1, min(len(self._ideas), (whole + _GAP) // (_USUAL + _GAP)))
        widest = (whole + _GAP) // abreast - _GAP
        shown = self._from(self._first, whole, widest)
        while shown and shown[-1][0] < self.cursor:
            self._first += 1
            shown = self._from(self._first, whole, widest)
        # What went out of sight where it was narrower comes back.
        last = len(self._ideas) - 1
        while self._first and shown and shown[-1][0] == last:
            wider = self._from(self._first - 1, whole, widest)
            if not wider or wider[-1][0] != last:
                break
            self._first, shown = self._first - 1, wider
        return shown

    def _from(self, first: int, room: int, widest: int) -> list[tuple[int, int]]:
        """The plaques from the first one on that fit side by side, each with its width."""
        shown: list[tuple[int, int]] = []
        for index in range(first, len(self._ideas)):
            plaque = min(self._width(self._ideas[index]), widest)
            if plaque > room:
                break
            shown.append((index, plaque))
            room -= plaque + _GAP
        return shown

    def _width(self, idea: Idea) -> int:
        name = Content(f"▸ {idea.name}   {self._day(idea)}").cell_length
        words = [Content(" ".join(text.split())).cell_length for text in _said(idea)]
        return min(_WIDEST, max(_NARROWEST, name + 4, *(word + 4 for word in words)))

    def _plaque(self, index: int, width: int, most_rows: int) -> list[Content]:
        """Its upper edge, its name with the day, and its texts on at most `most_rows` rows each."""
        idea, room = self._ideas[index], width - 4
        chosen = index == self.cursor and self.has_focus
        stroke = PLAQUE._replace(style="$lit" if chosen else PLAQUE.style)
        day = Content.styled(self._day(idea), "$quiet")
        sign = Content.styled("▸ ", "bold $accent") if chosen else Content("")
        name = to_content(
            one_line(idea.name, room - day.cell_length - 1 - sign.cell_length, "bold $ink")
        )
        gap = room - sign.cell_length - name.cell_length - day.cell_length
        first = Content.assemble(sign, name, " " * gap, day)
        *lesson, took = _said(idea)
        lines = [
            line
            for text, shade in (*((text, "$foreground") for text in lesson), (took, "$quiet"))
            for line in map(to_content, shortened(closely(text, room, shade), most_rows, room))
        ]
        rows = [first, *lines, *([Content("")] * (2 - len(lines)))]
        return [
            Content.styled(f"╭{'─' * (width - 2)}╮", stroke.style),
            *(row(line, stroke, width, chosen=chosen) for line in rows),
        ]

    def _heading_line(self, width: int, shown: list[tuple[int, int]]) -> Content:
        style = "bold $accent" if self.has_focus else "bold $ink"
        hidden = len(self._ideas) - len(shown)
        more = f"{hidden} more beside these" if hidden else ""
        heading = Content.assemble("  ", (_HEADING, style), "   ", (more, "$quiet"))
        return heading.truncate(width, ellipsis=True, pad=True)

    def _board(self, plaques: list[int], width: int) -> Content:
        board = "━" * _MARGIN
        for plaque in plaques:
            board += f"┷{'━' * (plaque - 2)}┷{'━' * _GAP}"
        board += "━" * max(0, width - len(board) - 1)
        return Content.styled(board[: width - 1], "$level-2")

    def _day(self, idea: Idea) -> str:
        return plain_day(idea.ended, self._today) if idea.ended else ""


def _said(idea: Idea) -> list[str]:
    """The lesson if there is one, and what it took and spared."""
    spared = f", spared {idea.spared}" if idea.spared else ""
    took = f"{shifts_of(idea)}{spared}"
    return [idea.taught, took] if idea.taught else [took]


def _lowered(plaque: list[Content], rows: int) -> list[Content]:
    """A plaque, filled up above to so many rows, so that a low one stands on the board too."""
    air = Content(" " * plaque[0].cell_length)
    return [air] * (rows - len(plaque)) + plaque


def _beside(parts: list[Content]) -> Content:
    return Content.assemble(" " * _MARGIN, Content(" " * _GAP).join(parts))
