"""The board between header and footer: few widgets, each of which paints itself."""

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from shifter.core.board_view import BoardView, DayPanel
from shifter.core.board_words import run_lead, run_rest
from shifter.tui.screens.streaks import words
from shifter.tui.screens.streaks.arrangement import Arrangement, Wants, arrange, columns
from shifter.tui.screens.streaks.parts import FrontRow, LandingStairs
from shifter.tui.widgets import figures, staircase
from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.latest_weeks import LatestWeeks
from shifter.tui.widgets.towers import Towers

_RUN_ROWS = 3


class BoardBody(Widget):
    """The parts of the board; it paints the sentences itself and places the others."""

    def __init__(self) -> None:
        super().__init__()
        self.front_row = FrontRow()
        self.towers = Towers()
        self.day = DayShifts()
        self.weeks = LatestWeeks()
        self.stairs = LandingStairs()
        self._view: BoardView | None = None
        self._keys: dict[str, str] = {}
        self._layout = _BoardLayout(self)

    def compose(self) -> ComposeResult:
        yield self.front_row
        yield self.towers
        yield self.day
        yield self.weeks
        yield self.stairs

    @property
    def layout(self) -> Layout:
        """Places the parts by what matters most."""
        return self._layout

    def show(self, view: BoardView, cursor: date, keys: dict[str, str]) -> None:
        """Show a view; what has nothing to say is not there. `keys` are those of the commands."""
        self._view, self._keys = view, keys
        self.front_row.figures = words.front_row(view.streak)
        if view.towers is not None:
            self.towers.show(view.towers, cursor)
        self.show_day(view.day)
        self.weeks.weeks = view.weeks
        self.stairs.words = words.landing_words(view)
        self.stairs.stairs = view.stairs if view.stairs.total else None
        self._arrange_anew()

    def point_at(self, cursor: date) -> None:
        """Move the cursor to another day of the page; its shifts come with `show_day`."""
        self.towers.cursor = cursor

    def show_day(self, panel: DayPanel) -> None:
        """Show the shifts of the day under the cursor."""
        assert self._view is not None
        pick = None if self._view.book_is_closed else self._keys["everywhere.today"]
        keys = self._keys["streaks.add"], pick
        self.day.show(panel, self._view.today, keys, self.towers.glyphs.lit)

    def render(self) -> Content:
        if self._view is None:
            return Content("")
        place = self.arrangement(self.size)
        _, width = columns(self.size.width)
        rows: dict[int, Content] = {}
        for region, lines in (
            (place.heading, self._heading(self._view, width)),
            (place.run, self._run(self._view, width)),
        ):
            for number, line in enumerate(lines[: region.height]):
                rows[region.y + number] = line.pad_left(region.x)
        return Content("\n").join(rows.get(y, Content("")) for y in range(self.size.height))

    def arrangement(self, size: Size) -> Arrangement:
        """Where everything stands in a body of this size."""
        _, width = columns(size.width)
        return arrange(size, self._wants(width))

    def _wants(self, width: int) -> Wants:
        view = self._view
        if view is None or view.towers is None:
            run = len(self._run(view, width)) if view else 0
            heading = len(self._heading(view, width)) if view else 0
            return Wants(heading, 0, 0, run, 0, 0)
        return Wants(
            heading=len(self._heading(view, width)),
            figures=figures.ROWS,
            big_figures=figures.width_of(self.front_row.figures),
            run=len(self._run(view, width)),
            weeks=len(view.weeks) if len(view.weeks) > 1 else 0,
            stairs=staircase.ROWS,
            legend_below=self.towers.has_legend_below(width),
        )

    def _heading(self, view: BoardView, width: int) -> list[Content]:
        return words.narrowed(view, width, self._keys["streaks.show-all"])

    def _run(self, view: BoardView, width: int) -> list[Content]:
        """The run in a sentence or two; on an empty board what will be there."""
        if view.towers is None:
            told = Content.assemble(
                words.EMPTY, (self._keys["streaks.add"], "$accent"), " writes the first."
            )
        else:
            told = Content.assemble(
                (run_lead(view.streak), "bold $ink"),
                run_rest(view.streak, view.settings.grace, self._keys["streaks.rest"]),
            )
        return [line.rstrip() for line in told.wrap(max(10, width))][:_RUN_ROWS]

    def _arrange_anew(self) -> None:
        self.refresh()
        # Textual arranges a widget's children anew only when one of them asks for it.
        self.towers.refresh(repaint=False, layout=True)


class _BoardLayout(Layout):
    """Puts the arrangement's regions where Textual wants them."""

    name = "board"

    def __init__(self, body: BoardBody) -> None:
        self._body = body

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place every child that there is room for."""
        del parent, greedy
        place = self._body.arrangement(size)
        regions: dict[type[Widget], Region] = {
            FrontRow: place.figures,
            Towers: place.towers,
            DayShifts: place.day,
            LatestWeeks: place.weeks,
            LandingStairs: place.stairs,
        }
        return [
            WidgetPlacement(regions[type(child)], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if regions[type(child)].area
        ]
