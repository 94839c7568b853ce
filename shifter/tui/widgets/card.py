"""The card: one widget that paints itself into the room it is given."""

from textual.content import Content
from textual.events import Leave, MouseMove
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from shifter.core import views
from shifter.tui.widgets.card_face import Face, Mark, Sheet, draw
from shifter.tui.widgets.card_sheets import sheet
from shifter.tui.widgets.card_situation import Situation
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.painted_rows import PaintedRows
from shifter.tui.widgets.strips import to_strip
from shifter.tui.widgets.styled_line import Box

_Shown = tuple[views.Card, Situation]
_OnSheet = tuple[_Shown, int, Sheet]
_Drawn = tuple[Sheet, Size, str, Face]
_Painted = tuple[Face, Style, dict[int, Strip]]
_Foreseen = tuple[_Shown, _OnSheet | None, _Drawn | None, _Painted | None]


class Card(PaintedRows):
    """A pick, a reply or a question; the keys in its lower border can be clicked."""

    pointed: reactive[str] = reactive("")
    """The action under the mouse."""

    def __init__(self) -> None:
        super().__init__()
        # Textual would colour the clickable keys as links.
        self.auto_links = False
        self._shown: _Shown | None = None
        self._sheet: _OnSheet | None = None
        self._drawn: _Drawn | None = None
        self._painted: _Painted | None = None
        self._foreseen: list[_Foreseen] = []

    def foresee(self, *likely: _Shown) -> None:
        """Draw beforehand what is likely to be shown next, in place of what was so before."""
        now = self._shown, self._sheet, self._drawn, self._painted
        self._foreseen = [self._drawn_as(shown) for shown in likely]
        self._shown, self._sheet, self._drawn, self._painted = now

    def _drawn_as(self, shown: _Shown) -> _Foreseen:
        self._shown = shown
        for row in range(self.size.height):
            self.render_line(row)
        return shown, self._sheet, self._drawn, self._painted

    def show(self, card: views.Card, situation: Situation) -> None:
        """Paint this card from now on; whoever places it sees to the rows that it takes."""
        before, self._shown = self._shown, (card, situation)
        for foreseen in self._foreseen:
            if foreseen[0] == self._shown:
                self._shown, self._sheet, self._drawn, self._painted = foreseen
        if before is None or not self._is_same_but_for_the_second(before, self._shown):
            self.refresh()
        elif before[1].clock != situation.clock:
            self.refresh(self._clock_region())

    @property
    def tells_of_signs(self) -> bool:
        """Whether it says that the signs in its field stay as they are."""
        return self._shown is not None and self._shown[1].signed

    def sheet(self, width: int) -> Sheet | None:
        """Its contents, before they are fitted into a room; None before there is a card."""
        if self._shown is None:
            return None
        if self._sheet is None or self._sheet[0] is not self._shown or self._sheet[1] != width:
            self._sheet = self._shown, width, sheet(self._shown[0], width, self._shown[1])
        return self._sheet[2]

    def place(self, mark: Mark, width: int, height: int) -> Box | None:
        """Where a marked block is, relative to a card of so many columns and rows."""
        face = self._face(Size(width, height))
        return face.places.get(mark) if face else None

    def render(self) -> Content:
        face = self._face(self.size)
        return Content("\n").join(map(to_content, face.lines)) if face else Content("")

    def render_line(self, y: int) -> Strip:
        face = self._face(self.size)
        if self.text_selection is not None:
            return super().render_line(y)
        if face is None or y >= len(face.lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        return self._strip(face, y)

    def on_mouse_move(self, event: MouseMove) -> None:
        self.pointed = str(event.style.meta.get("@click", ""))

    def on_leave(self, event: Leave) -> None:
        if event.node is self:
            self.pointed = ""

    def _face(self, size: Size) -> Face | None:
        """The card as it is drawn into this size; several lines and places are asked of it."""
        whole, pointed = self.sheet(size.width), self.pointed
        if not whole or not size:
            return None
        drawn = self._drawn
        if drawn is None or drawn[0] is not whole or drawn[1:3] != (size, pointed):
            self._drawn = drawn = whole, size, pointed, draw(whole, *size, pointed)
        return drawn[3]

    def _strip(self, face: Face, y: int) -> Strip:
        """A row of the card as it is painted, which is kept as long as the card stays."""
        style = self.visual_style
        if self._painted is None or self._painted[0] is not face or self._painted[1] != style:
            self._painted = face, style, {}
        strips = self._painted[2]
        if y not in strips:
            strips[y] = to_strip(face.lines[y], style, y)
        return strips[y]

    def _clock_region(self) -> Region:
        face = self._face(self.size)
        clock = face.places.get("clock") if face else None
        return Region(*clock) if clock else self.size.region

    def _is_same_but_for_the_second(self, before: _Shown, after: _Shown) -> bool:
        """Whether at most the digits of a running clock have to be repainted."""
        if before[0] != after[0] or before[1].without_clock() != after[1].without_clock():
            return False
        rows = [
            sheet(card, self.size.width, around).most_rows() for card, around in (before, after)
        ]
        return rows[0] == rows[1]
