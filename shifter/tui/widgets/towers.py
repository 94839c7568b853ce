"""The towers: weeks as columns, days as windows, painted line by line.

Only one page of weeks is held, so that a key press costs the same after thirty years.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from shifter.core.board import (
    DRAWN,
    WEEK_DAYS,
    LegendLine,
    kind_of,
    legend,
    month_labels,
    pieces,
)
from shifter.core.board_view import Towers as TowersView
from shifter.core.records import DayTotals
from shifter.tui.widgets.painted_rows import PaintedRows
from shifter.tui.widgets.tower_parts import (
    LEGEND_GAP,
    Part,
    blank,
    columns_of,
    glyphs_for,
    legend_beside,
    legend_in_one_line,
    spacing,
    week_columns,
)

_CLEAR_OF_WEEKDAYS = 24
"""The columns right of the weekdays' names that the legend leaves free."""


class Towers(PaintedRows):
    """One page of the board, with a cursor in brackets and a legend of the glyphs it shows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "towers--label",
        "towers--here",
        "towers--empty",
        "towers--rest",
        "towers--open",
        "towers--level-1",
        "towers--level-2",
        "towers--level-3",
        "towers--level-4",
        "towers--lit",
        "towers--today",
        "towers--lit-1",
        "towers--lit-2",
        "towers--lit-3",
        "towers--lit-4",
        "towers--cursor",
    }
    DEFAULT_CSS = """
    Towers {
        & > .towers--label { color: $quiet; }
        & > .towers--here { color: $ink; text-style: bold; }
        & > .towers--empty { color: $quiet; }
        & > .towers--rest { color: $line; }
        & > .towers--open { color: $ink; text-style: bold; }
        & > .towers--level-1 { color: $level-1; background: $under-level-1; }
        & > .towers--level-2 { color: $level-2; background: $under-level-2; }
        & > .towers--level-3 { color: $level-3; background: $under-level-3; }
        & > .towers--level-4 { color: $level-4; background: $level-4; }
        & > .towers--today { color: $ink; text-style: bold; }
        & > .towers--lit { color: $ink; text-style: bold; }
        & > .towers--lit-1 { color: $ink; text-style: bold; background: $under-level-1; }
        & > .towers--lit-2 { color: $ink; text-style: bold; background: $under-level-2; }
        & > .towers--lit-3 { color: $background; text-style: bold; background: $level-3; }
        & > .towers--lit-4 { color: $background; text-style: bold; background: $level-4; }
        & > .towers--cursor { color: $ink; text-style: bold; }
    }
    """

    cursor: reactive[date | None] = reactive[date | None](None, repaint=False)

    class Pointed(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__()
        self.glyphs = glyphs_for()
        self._view: TowersView | None = None
        self._legend: Sequence[LegendLine] = ()
        self._lines: dict[tuple[int, bool, Size], Strip] = {}
        self._windows: dict[tuple[int, bool, bool, bool], list[Part]] = {}
        self._styles: dict[str, Style] = {}

    def show(self, view: TowersView, cursor: date) -> None:
        """Paint a page, with the cursor on a day of it."""
        self._view = view
        self._legend = legend([day for day in view.days if _is_shown(day, view)], view.today)
        self.set_reactive(Towers.cursor, cursor)
        self.refresh()

    def has_legend_below(self, width: int) -> bool:
        """Whether the weeks take the columns that the legend would need beside them."""
        if self._view is None:
            return False
        taken = self._view.page.weeks * self._view.shape.cell
        return taken > week_columns(width, legend_below=False)

    def window_of(self, day: date) -> Region | None:
        """Where a day's window is; None if the day is on another page."""
        if self._view is None or not self._view.page.holds(day):
            return None
        week, row = self._view.page.place(day)
        cell = self._view.shape.cell
        return Region(spacing(self.size.width).labels + week * cell, 1 + row, cell, 1)

    def watch_cursor(self, before: date | None, cursor: date | None) -> None:
        for day in (before, cursor):
            window = self.window_of(day) if day is not None else None
            if window is not None:
                self.refresh(Region(0, window.y, self.size.width, window.height))

    def render_line(self, y: int) -> Strip:
        view = self._view
        if view is None:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        window = self.window_of(self.cursor) if self.cursor else None
        if window is None or window.y != y or window.x >= self.size.width:
            return self._line(view, y)  # It may have become narrower than the page.
        line = self._line(view, y, is_here=True)
        # The brackets take the columns beside the window.
        end = window.x + _window_columns(view.shape.cell)
        cuts = window.x - 1, window.x, end, end + 1, self.size.width
        before, _, inside, *after = line.divide(cuts)
        opened, closed = (Strip([self._segment(sign, "cursor")]) for sign in "[]")
        whole = Strip.join([before, opened, inside, closed, *after[1:]])
        return whole.adjust_cell_length(self.size.width)

    def _line(self, view: TowersView, y: int, *, is_here: bool = False) -> Strip:
        """A line without the brackets, kept while they move; `is_here` brings its day out."""
        place = y, is_here, self.size
        if place not in self._lines:
            width = self.size.width
            line = self._painted(self._parts(view, y, "here" if is_here else "label"))
            self._lines[place] = line.adjust_cell_length(width, self.visual_style.rich_style)
        return self._lines[place]

    def _parts(self, view: TowersView, y: int, look: str) -> list[Part]:
        """What stands in a line, before it is fitted; a weekday's name has this look."""
        width = self.size.width
        if self._legend_is_below and y == self.size.height - 1:
            return legend_in_one_line(self._legend, self.glyphs, width)
        line: list[Part] = []
        if y == 0:
            line = self._months(view)
        elif y <= WEEK_DAYS:
            line = self._days(view, y - 1, look)
        if not self._legend_is_below:
            line += self._legend_line(view, y, columns_of(line))
        return line

    def forget_rows(self) -> None:
        self._lines.clear()
        self._windows.clear()
        self._styles.clear()

    def on_click(self, event: Click) -> None:
        day = self._day_at(event.x, event.y)
        if day is not None:
            self.post_message(self.Pointed(day))

    def _day_at(self, x: int, y: int) -> date | None:
        """The day whose window is there; beside the months' names, a day of the next page."""
        view = self._view
        if view is None:
            return None
        week = (x - spacing(self.size.width).labels) // view.shape.cell
        row = y - 1
        if y == 0 and week < 0 and view.has_older:
            return view.page.start - timedelta(days=1)
        if y == 0 and week >= view.page.weeks and view.has_newer:
            return view.page.end + timedelta(days=1)
        if not (0 <= row < WEEK_DAYS and 0 <= week < view.page.weeks):
            return None
        day = view.page.day(week, row)
        return day if view.first <= day <= view.today else None

    @property
    def _legend_is_below(self) -> bool:
        return self.has_legend_below(self.size.width)

    def _months(self, view: TowersView) -> list[Part]:
        labels = spacing(self.size.width).labels
        line = [" "] * (labels + view.page.weeks * view.shape.cell)
        older, newer = ("‹", "›") if self.glyphs is DRAWN else ("<", ">")
        if view.has_older:
            line[labels - 2] = older
        for column, text in month_labels(view.page, view.shape.cell):
            start = labels + column
            line[start : start + len(text)] = text
        if view.has_newer:
            line.append(newer)
        return [Part("".join(line), "label")]

    def _days(self, view: TowersView, row: int, look: str) -> list[Part]:
        """The line of a weekday, whose name has this look."""
        labels = spacing(self.size.width).labels
        line = [Part(f"{view.page.day(0, row):%a}".ljust(labels), look)]
        for day in view.days[row::WEEK_DAYS]:
            line += self._window(view, day)
        return line + self._today_mark(view, row)

    def _today_mark(self, view: TowersView, row: int) -> list[Part]:
        """A mark beside today's window and its brackets, unless today has a glyph of its own."""
        if not view.page.holds(view.today):
            return []
        week, today = view.page.place(view.today)
        day = view.days[week * WEEK_DAYS + today]
        if today != row or kind_of(day, is_today=True) == "open":
            return []
        gap = _window_columns(view.shape.cell) + 2 - view.shape.cell
        return [blank(gap), Part(self.glyphs.today, "today")]

    def _window(self, view: TowersView, day: DayTotals) -> list[Part]:
        cell = view.shape.cell
        if not _is_shown(day, view):
            return [blank(cell)]
        is_today = day.day == view.today
        kind = day.level, day.rest, bool(day.little_yeses), is_today
        if kind not in self._windows:  # A year has few kinds of days.
            self._windows[kind] = [
                Part(piece.glyphs, f"lit-{day.level}" if piece.kind == "lit" else piece.kind)
                for piece in pieces(day, self.glyphs, cell, is_today=is_today)
            ]
        return self._windows[kind]

    def _legend_line(self, view: TowersView, y: int, used: int) -> list[Part]:
        """The legend beside the weeks, in a line that has so many columns already.

        It begins beside the first window, or beside the months where it would be too long.
        """
        width = self.size.width
        taken = view.page.weeks * view.shape.cell
        # Close to only a few weeks it would be read as part of the weekdays.
        clear = min(_CLEAR_OF_WEEKDAYS, week_columns(width, legend_below=False))
        start = spacing(width).labels + max(taken, clear) + LEGEND_GAP
        lines = list(self._legend)
        marked = self._marked_row(view) if taken >= clear else None
        if marked is not None:
            # Right beside the mark, another glyph would be read as a part of it.
            today = lines.pop()
            if y == marked:
                _, *words = legend_beside(today, self.glyphs, width)
                return [blank(start + 1 - used), *words]
        number = y - (1 if len(self._legend) < self.size.height else 0)
        number -= marked is not None and y > marked
        if not 0 <= number < len(lines):
            return []
        return [blank(start - used), *legend_beside(lines[number], self.glyphs, width)]

    def _marked_row(self, view: TowersView) -> int | None:
        """The row with the mark beside today's window, if there is one."""
        if not view.page.holds(view.today):
            return None
        row = view.page.place(view.today)[1]
        return 1 + row if self._today_mark(view, row) else None

    def _painted(self, line: Sequence[Part]) -> Strip:
        """A line as a strip, with all that stands side by side in the same look in one segment."""
        return Strip(
            self._segment("".join(part.text for part in parts), look)
            for look, parts in groupby(line, key=attrgetter("look"))
        )

    def _segment(self, text: str, look: str) -> Segment:
        if look not in self._styles:
            self._styles[look] = self._style(look)
        return Segment(text, self._styles[look])

    def _style(self, look: str) -> Style:
        """A component's style, without a tint where the terminal's own colours can't be mixed."""
        if self.get_component_styles(f"towers--{look}").background.ansi is None:
            return self.get_component_rich_style(f"towers--{look}")
        look = "lit" if look.startswith("lit") else look
        return self.get_component_rich_style(f"towers--{look}") + Style(
            bgcolor=self.rich_style.bgcolor
        )


def _window_columns(cell: int) -> int:
    """The columns of a day, without the third one that keeps the towers apart."""
    return min(cell, 2)


def _is_shown(day: DayTotals, view: TowersView) -> bool:
    """Whether a day has a glyph: from the first shift to today, and ahead if marked as rest."""
    return view.first <= day.day <= view.today or day.day in view.ahead
