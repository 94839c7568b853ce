"""Below the card: this week and the ideas on the boil, or a word to somebody who was away."""

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.views import TodayView
from shifter.tui.widgets import boil, week_bars
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.panel_words import (
    BETWEEN,
    away_lines,
    boil_width,
    fit_beside,
    week_width,
)
from shifter.tui.widgets.wrapping import filled

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
        self._painted = ""

    def show(self, view: TodayView, rest_key: str) -> None:
        """Show the panels of a view; today's bar rises if a shift was added to it."""
        before = self._view
        self._view, self._rest_key = view, rest_key
        if before is not None and _today(before) < _today(view) and before.day == view.day:
            self.set_reactive(Panels.growth, _today(before) / _today(view))
            self.animate("growth", 1.0, duration=_RISE, level="basic")
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
        ideas = view.boil
        if view.week is None:
            return boil.boil(ideas, height - 1, width) if ideas else []
        # A panel that is not shown has no height, but may still be asked to paint.
        rows = min(max(height, week_bars.LEAST_ROWS), week_bars.ROWS)
        if not ideas:
            return week_bars.week_bars(view.week, width, self.growth, rows=rows)
        if fit_beside(view.week, ideas[: week_bars.ROWS - 1], width):
            return self._beside(view, width, height)
        lines = week_bars.week_bars(view.week, width, self.growth, rows=rows)
        if height > week_bars.ROWS + 2:
            lines += [Content(""), *boil.boil(ideas, height - len(lines) - 2, width)]
        return lines

    def _beside(self, view: TodayView, width: int, height: int) -> list[Content]:
        # A bar may rise while there is no room for it, such as before the layout.
        if view.week is None or height < week_bars.LEAST_ROWS:
            return []
        ideas = view.boil[: height - 1]
        right_width = min(boil_width(ideas), width - week_width(view.week, width) - BETWEEN)
        left_width = width - right_width
        left = week_bars.week_bars(view.week, left_width - BETWEEN, self.growth, rows=height)
        right = boil.boil(ideas, len(ideas), right_width)
        right += [Content("")] * (len(left) - len(right))
        return [filled(one, left_width) + other for one, other in zip(left, right, strict=True)]


def _today(view: TodayView) -> int:
    """The shifts of today."""
    days = view.week.days if view.week else ()
    return next((day.shifts for day in days if day.day == view.day), 0)
