"""Below the card: this week and the ideas on the boil, or a word to somebody who was away."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.views import TodayView, WeekPanel
from shifter.tui.widgets import boil, week_bars
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.panel_words import (
    BETWEEN,
    away_lines,
    fit_beside,
    room_beside,
    week_width,
)
from shifter.tui.widgets.styled_line import StyledLine

_RISE = 0.2
"""Seconds that a bar takes to rise."""


class Panels(Widget):
    """One widget for all panels; its size decides which of them fit."""

    growth: reactive[float] = reactive(1.0, repaint=False)
    """How far today's bar has risen, 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False
        self._view: TodayView | None = None
        self._rest_key = ""
        self._invitation: list[StyledLine] = []
        self._painted = ""

    def show(self, view: TodayView, rest_key: str, invitation: Sequence[StyledLine] = ()) -> None:
        """Show the panels of a view; today's bar rises if a shift was added to it.

        The invitation is shown beside the week while there is no idea.
        """
        before = self._view
        self._view, self._rest_key, self._invitation = view, rest_key, [*invitation]
        if before is not None and _today(before) < _today(view) and before.day == view.day:
            self.set_reactive(Panels.growth, _today(before) / _today(view))
            self.animate("growth", 1.0, duration=_RISE, level="basic")
        if before is None or _told(before) != _told(view):
            self.refresh()

    def watch_growth(self) -> None:
        """Repaint the bars once today's is an eighth higher."""
        if self._picture().plain != self._painted:
            self.refresh(Region(0, 1, week_bars.COLUMNS, self.size.height - 2))

    def render(self) -> Content:
        picture = self._picture()
        self._painted = picture.plain
        return picture

    def _picture(self) -> Content:
        view = self._view
        if view is None:
            return Content("")
        return Content("\n").join(self._lines(view, *self.size))

    def _lines(self, view: TodayView, width: int, height: int) -> list[Content]:
        if view.away is not None:
            words = away_lines(view.away, view.day, self._rest_key, width)
            return [to_content(line) for line in words]
        if view.week is not None:
            return self._with_week(view, view.week, width, height)
        return boil.boil(view.boil, height - 1, width) if view.boil else []

    def _with_week(
        self, view: TodayView, week: WeekPanel, width: int, height: int
    ) -> list[Content]:
        ideas = view.boil
        # A panel that is not shown has no height, but may still be asked to paint.
        rows = min(max(height, week_bars.LEAST_ROWS), week_bars.ROWS)
        if ideas and fit_beside(week, ideas[: week_bars.ROWS - 1], width):
            # A bar may rise while there is no room for it, such as before the layout.
            if height < week_bars.LEAST_ROWS:
                return []
            shown = ideas[: height - 1]
            room = room_beside(week, shown, width)
            return self._beside(week, boil.boil(shown, len(shown), room), room, width, height)
        room = max((line.cell_length for line in self._invitation), default=0)
        has_room = week_width(week, width) + BETWEEN + room <= width
        if self._invitation and not view.idea_names and has_room:
            return self._beside(week, list(map(to_content, self._invitation)), room, width, rows)
        lines = week_bars.week_bars(week, width, self.growth, rows=rows)
        if ideas and height > week_bars.ROWS + 2:
            lines += [Content(""), *boil.boil(ideas, height - len(lines) - 2, width)]
        return lines

    def _beside(
        self, week: WeekPanel, right: list[Content], room: int, width: int, height: int
    ) -> list[Content]:
        left = week_bars.week_bars(week, width - room - BETWEEN, self.growth, rows=height)
        right += [Content("")] * (len(left) - len(right))
        return [
            one.truncate(width - room, ellipsis=True, pad=True) + other
            for one, other in zip(left, right, strict=True)
        ]


def _told(view: TodayView) -> tuple[object, ...]:
    """What the panels tell of a view."""
    return view.day, view.away, view.week, view.boil, view.idea_names


def _today(view: TodayView) -> int:
    """The shifts of today."""
    days = view.week.days if view.week else ()
    return next((day.shifts for day in days if day.day == view.day), 0)
