"""The Today screen between header and footer: few widgets, each of which paints itself."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import NULL_OFFSET, NULL_REGION, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from shifter.core.records import Pick
from shifter.core.text import LINE_LIMIT
from shifter.core.views import TodayView
from shifter.tui.screens.today.anchor_line import AnchorLine
from shifter.tui.screens.today.arrangement import (
    NOTHING,
    Arrangement,
    arrange,
    below_saying,
    columns,
    field_box,
    inner_columns,
)
from shifter.tui.screens.today.panels import Panels
from shifter.tui.screens.today.rows_wanted import (
    greeting_lines,
    pocket_lines,
    rows_wanted,
    week_lines,
)
from shifter.tui.widgets.card import Card
from shifter.tui.widgets.card_pick import field_words
from shifter.tui.widgets.card_situation import Situation
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.header import Header
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.panel_words import invitation
from shifter.tui.widgets.staircase import Staircase
from shifter.tui.widgets.styled_line import Box

PartT = TypeVar("PartT", bound=Widget)


class CardField(LineInput):
    """The text field of picks that ask for something; what is typed there is the work.

    It stays where it is when one pick follows on another, so that nothing has to be laid out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "step_out", show=False)]

    def __init__(self, pick: Pick, begun: str, key: str) -> None:
        """`key` is the key that steps into it."""
        super().__init__(max_length=LINE_LIMIT, select_on_focus=False, compact=True)
        self.ask(pick, begun, key)

    def ask(self, pick: Pick, begun: str, key: str) -> None:
        """Ask what this pick asks, with what was begun on it before."""
        if self.has_focus:
            self.action_step_out()
        self.offer = pick.offer
        self.is_in_use = False
        self._names_person = pick.names_person
        self._asks = pick.asks or ""
        self._waiting = self.placeholder = field_words(self._asks, key)
        with self.prevent(self.Changed):
            self.value = begun
        self.cursor_position = len(begun)

    @property
    def has_signs(self) -> bool:
        """Whether there are signs in it that stay as they are; that of somebody's name is read."""
        from shifter.core.signs import has_signs  # the first frame has no use for it

        return has_signs(self.value.removeprefix("@") if self._names_person else self.value)

    def on_focus(self) -> None:
        self.is_in_use = True
        self.placeholder = self._asks

    def on_blur(self) -> None:
        self.is_in_use = not self.app.app_focus  # In front again, the terminal goes on in it.
        self.placeholder = self._waiting

    def action_step_out(self) -> None:
        """Leave the field; what was typed stays in it."""
        self.screen.set_focus(None)


class TodayBody(Widget):
    """Greeting, card, panels and staircase; it paints the greeting and lays out the others."""

    def __init__(self) -> None:
        super().__init__()
        self.card = Card()
        self.panels = Panels()
        self.staircase = Staircase()
        self._view: TodayView | None = None
        self._rest_key = ""
        self._week_key = ""
        self._painted = ""
        self._layout = _TodayLayout(self)

    def compose(self) -> ComposeResult:
        yield self.card
        yield self.panels
        yield self.staircase

    def parts(self, kind: type[PartT]) -> list[PartT]:
        """The children of a kind; each key asks for some, and a query would take far longer."""
        return [child for child in self.children if isinstance(child, kind)]

    @property
    def layout(self) -> Layout:
        """Places the parts by what matters most."""
        return self._layout

    def show(self, view: TodayView, situation: Situation) -> None:
        """Show a view; what has nothing to say is not there."""
        self._view, self._rest_key = view, situation.keys["today.rest"]
        self._week_key = situation.keys["today.week"]
        keys = situation.keys
        self.panels.show(
            view, self._rest_key, invitation(keys["everywhere.ideas"], keys["ideas.add"])
        )
        self.staircase.stairs = view.stairs if view.stairs.total else None
        self.go_on(view, situation)

    def go_on(self, view: TodayView, situation: Situation) -> None:
        """Show what changed around the same view: the focus, another second."""
        self.card.show(view.card, situation)
        stands = self._fit()
        # A card that grew or shrank moves the words above and below it.
        if self._picture(stands).plain != self._painted:
            self.refresh()

    def on_resize(self) -> None:
        # Textual may have kept where all stood in a body of this size, around another card.
        self._fit()

    def render(self) -> Content:
        picture = self._picture(self.arrangement(self.size))
        self._painted = picture.plain
        return picture

    def _fit(self) -> Arrangement:
        """Have the parts placed anew if other words on the card take more or fewer rows."""
        stands = self.arrangement(self.size)
        start = self.region.offset
        for child in self.displayed_children:
            region = self._layout.region_of(child, stands)
            if child.region != (region.translate(start) if region.area else NULL_REGION):
                # Textual arranges a widget's children anew only when one of them asks for it.
                self.card.refresh(repaint=False, layout=True)
        return stands

    def _picture(self, stands: Arrangement) -> Content:
        if self._view is None:
            return Content("")
        painted = []
        if stands.greeting.height:
            greeting = greeting_lines(self._view.greeting, stands.greeting.width)
            painted.append((stands.greeting, greeting))
        if stands.line.height and not self.parts(AnchorLine):
            width = stands.line.width
            below = [
                *week_lines(self._view, width, self._week_key),
                *pocket_lines(self._view, width),
            ]
            painted.append((stands.line, below[: stands.line.height]))
        rows: list[Content] = []
        for place, lines in painted:
            rows += [Content("")] * (place.y - len(rows))
            rows += [to_content(line.pad_left(place.x)) for line in lines]
        return Content("\n").join(rows)

    def arrangement(self, size: Size) -> Arrangement:
        """Where everything stands in a body of this size."""
        _, width = columns(size.width)
        sheet = self.card.sheet(width)
        if self._view is None or sheet is None:
            return arrange(*size, NOTHING)
        asked = bool(self.parts(AnchorLine))
        inner = inner_columns(width)
        wants = rows_wanted(self._view, sheet, inner, self._rest_key, anchor=asked)
        # What is said for a moment rearranges all of it only to spare the card.
        above = self.screen.children
        pushed = sum(header.pushes for header in above if isinstance(header, Header))
        unpushed = arrange(size.width, size.height + pushed, wants)
        stands = below_saying(unpushed, pushed, size.height) if pushed else unpushed
        return stands if stands.card.height else arrange(*size, wants)


class _TodayLayout(Layout):
    """Puts the arrangement's regions where Textual wants them."""

    name = "today"

    def __init__(self, body: TodayBody) -> None:
        self._body = body

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place every child that there is room for."""
        del parent, greedy
        arrangement = self._body.arrangement(size)
        placements = []
        for child in children:
            region = self.region_of(child, arrangement)
            if region.area:
                placements.append(WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child))
        return placements

    def region_of(self, child: Widget, arrangement: Arrangement) -> Region:
        """Where a child is in the body; without area if there is no room for it."""
        if isinstance(child, CardField):
            return Region(*self._field_box(arrangement.card))
        boxes: dict[type[Widget], Box] = {
            Card: arrangement.card,
            Panels: arrangement.panels,
            Staircase: arrangement.stairs,
            AnchorLine: arrangement.line,
        }
        return Region(*boxes[type(child)])

    def _field_box(self, card: Box) -> Box:
        return field_box(card, self._body.card.place("field", card.width, card.height))
