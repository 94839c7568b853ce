"""Showing the board: one view at a time, and a cursor that never waits for it."""

from datetime import date, timedelta

from textual import getters, on, work
from textual.app import ComposeResult
from textual.geometry import Size

from shifter.core.board import WEEK_DAYS, month_away
from shifter.core.board_view import BoardView
from shifter.errors import ShifterError
from shifter.tui.dates import day_forms
from shifter.tui.screens.shift_actions import ShiftActions
from shifter.tui.screens.streaks.arrangement import board_columns
from shifter.tui.screens.streaks.body import BoardBody
from shifter.tui.screens.streaks.numbers import NumbersPage
from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.towers import Towers

_AROUND = 3
"""The rows of header and footer."""


class ShowsBoard(ShiftActions):
    """The showing part of the screen; its subclass adds the actions."""

    body = getters.query_one(BoardBody)
    numbers = getters.query_one(NumbersPage)

    def __init__(self) -> None:
        super().__init__()
        self.view: BoardView | None = None
        self.cursor: date | None = None
        self.idea: str | None = None
        self._columns: tuple[int, ...] = ()

    def compose_body(self) -> ComposeResult:
        yield BoardBody()
        page = NumbersPage()
        page.display = False
        yield page

    async def load(self) -> None:
        """Ask for the view and show it."""
        self._columns, asked, narrowed = self._week_columns(), self.cursor, self.idea
        self.view = view = await self.app.ask(self._board_view)
        if view.idea is None and self.idea == narrowed:
            self.idea = None  # Where it has gone, all of them are shown.
        if self.cursor != asked or self._lacks_numbers(view):
            self.reload()  # The cursor moved on meanwhile, or the page was turned.
            return
        self.cursor = view.day.day.day
        self._show(view, self.cursor)

    def on_resize(self) -> None:
        """As many weeks as fit: another width may show others."""
        if self.view is not None and self._week_columns() != self._columns:
            self.reload()

    def move_to(self, day: date) -> None:
        """Put the cursor on a day, or on the nearest that the board has."""
        view = self.view
        if view is None or view.towers is None:
            return
        day = min(max(day, view.towers.first), view.today)
        if day == self.cursor:
            return
        self.cursor = day
        if self.body.day.has_focus:
            self.set_focus(None)  # The shifts that could be chosen there are another day's.
        if view.towers.page.holds(day):
            self.body.point_at(day)
            self.body.towers.call_after_refresh(self._load_day)  # The cursor is seen first.
        else:
            self.reload()

    def turn_page(self) -> None:
        """To the figures in detail, and back."""
        is_board = self.body.display
        with self.app.in_one_frame():
            self.body.display = not is_board
            self.numbers.display = is_board
            self.set_focus(self.numbers if is_board else None)

    async def work_out_numbers(self) -> bool:
        """Have the figures in detail, for which the board does not wait; whether there are any."""
        while (view := self.view) is not None and view.towers is not None:
            if view.numbers is not None:
                return True
            numbers = await self.app.ask(self.companion.streaks.numbers, idea=self.idea)
            if numbers is None:
                self.reload()  # All that there was has been deleted elsewhere.
                return False
            if self.view is view:
                self.view = view._replace(numbers=numbers)
                self.numbers.show(self.view, self.key_for("show_all"))
        return False

    def _lacks_numbers(self, view: BoardView) -> bool:
        return self.numbers.display and view.towers is not None and view.numbers is None

    @property
    def is_ahead(self) -> bool:
        """Whether the cursor is on another day than the one whose shifts are shown."""
        panel = self.body.day.panel
        return panel is None or panel.day.day != self.cursor

    async def catch_up(self) -> None:
        """Have the shifts of the cursor's day beside it; keys may be faster than they are."""
        while self.cursor is not None and self.is_ahead:
            panel = await self.app.ask(self.companion.streaks.day, self.cursor, idea=self.idea)
            self.body.show_day(panel)
            self.refresh_bindings()

    def move_by(self, *, days: int = 0, weeks: int = 0, months: int = 0) -> None:
        """Move the cursor."""
        if self.cursor is not None:
            day = month_away(self.cursor, months) if months else self.cursor
            self.move_to(day + timedelta(days=days + weeks * WEEK_DAYS))

    @on(Towers.Pointed)
    def _go_where_pointed(self, pointed: Towers.Pointed) -> None:
        self.move_to(pointed.day)

    @on(DayShifts.Chosen)
    async def _edit_chosen(self) -> None:
        await self.run_action("edit")

    def _board_view(self) -> BoardView:
        # A function of its own, so that the companion's part is imported on its thread too.
        return self.companion.streaks.view(
            columns=self._columns,
            cursor=self._wanted_day(),
            idea=self.idea,
            numbered=self.numbers.display,
        )

    def _wanted_day(self) -> date | None:
        """The cursor's day; None if it is on today, which may be another day by now."""
        return None if self.view is not None and self.cursor == self.view.today else self.cursor

    @work(group="day", exclusive=True)
    async def _load_day(self) -> None:
        try:
            await self.catch_up()
        except ShifterError as error:
            self.app.tell(error)

    def _week_columns(self) -> tuple[int, ...]:
        width, height = self.size or self.app.size
        return board_columns(Size(width, height - _AROUND))

    def _show(self, view: BoardView, cursor: date) -> None:
        self.header.notes = day_forms(view.today)
        self.body.show(view, cursor, self.key_names)
        self.numbers.show(view, self.key_for("show_all"))
        if view.towers is None and self.numbers.display:
            self.turn_page()
        self.refresh_bindings()
