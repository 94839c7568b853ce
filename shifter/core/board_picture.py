"""The board as a picture to share: an SVG document that needs nothing beside itself."""

import textwrap
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from shifter.core import board, board_words
from shifter.core.board import WEEK_DAYS, Kind
from shifter.core.board_view import Board
from shifter.core.days import whole_day
from shifter.core.number_words import counted
from shifter.core.records import DayTotals, Streak

# All lengths are in pixels.
_MARGIN = 36
_LABELS = 38
_TOP = 132
_BOTTOM = 112
_LEAST_WIDTH = 900
"""The whole legend fits."""

# The pixels that a week takes, by how many weeks there are at most.
_STEPS = ((13, 36), (26, 24), (board.YEAR, 16))
_LEGEND_WINDOW = 12

# The width of a week, in letters of the months' names above it.
_LABEL_CELL = 2
_LEGEND_STEP = 12
_LETTER = 7
"""The width of a small letter; a font of another width only moves the legend a little."""

_RUN_LETTER = 7.2
"""The width of a letter of the run's sentences in the widest of the usual fonts."""

_RUN_LINE = 18

# The part of a window's width that is lit at each level, so that the level needs no colour.
_LIT = {"level-1": 0.4, "level-2": 0.62, "level-3": 0.8, "level-4": 1.0}
_STAR = "M0,-10 L2.6,-2.6 L10,0 L2.6,2.6 L0,10 L-2.6,2.6 L-10,0 L-2.6,-2.6 Z"
_FONT = "ui-sans-serif, system-ui, 'Helvetica Neue', Arial, sans-serif"

Colours = Mapping[str, str]


class _Point(NamedTuple):
    x: float
    y: float


class _Grid(NamedTuple):
    """Where the windows stand: one every `step`, three quarters of that wide."""

    step: int

    @property
    def window(self) -> float:
        return self.step * 0.75

    def place(self, week: int, row: int) -> _Point:
        """The upper left corner of a window."""
        return _Point(_MARGIN + _LABELS + week * self.step, _TOP + row * self.step)


def picture(found: Board, colours: Colours) -> str:
    """The board as an SVG document."""
    grid = _Grid(next(step for most, step in _STEPS if found.page.weeks <= most))
    width = max(_LEAST_WIDTH, round(grid.place(found.page.weeks, 0).x) + _MARGIN)
    height = round(grid.place(0, WEEK_DAYS).y) + _BOTTOM
    run = board_words.run_lead(found.streak) + board_words.run_rest(found.streak, found.grace, "r")
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" font-family="{escape(_FONT)}">'
        ),
        f"<title>{counted(found.streak.total, 'shift')}, until {found.streak.as_of}</title>",
        f"<desc>{escape(run)}</desc>",
        f'<rect width="{width}" height="{height}" rx="14" fill="{colours["background"]}"/>',
        *_figures(found.streak, colours),
        *_labels(found, grid, colours),
        *_towers(found, grid, colours),
        *_legend(found, grid, colours),
        *_run(run, width, height, colours),
        _text(_Point(width - _MARGIN, 42), "shifter", colours["accent"], 14, end=True),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _figures(streak: Streak, colours: Colours) -> Iterator[str]:
    x = float(_MARGIN)
    for number, word in board_words.front_row(streak):
        yield _text(_Point(x, 64), f"{number:,}", colours["ink"], 34)
        yield _text(_Point(x, 86), word, colours["quiet"], 13)
        x += max(len(f"{number:,}") * 20, len(word) * 7) + 34


def _labels(found: Board, grid: _Grid, colours: Colours) -> Iterator[str]:
    for label in board.month_labels(found.page, _LABEL_CELL):
        place = _Point(grid.place(label.column // _LABEL_CELL, 0).x, _TOP - 10)
        yield _text(place, label.text, colours["quiet"], 11)
    for row in range(WEEK_DAYS):
        place = _Point(_MARGIN, grid.place(0, row).y + grid.window / 2 + 4)
        yield _text(place, f"{found.page.day(0, row):%a}", colours["quiet"], 11)


def _towers(found: Board, grid: _Grid, colours: Colours) -> Iterator[str]:
    for day in found.shown:
        week, row = found.page.place(day.day)
        is_today = day.day == found.streak.as_of
        kind = board.kind_of(day, is_today=is_today)
        yield f"<g><title>{_told(day)}</title>"
        yield _glyph(kind, grid.place(week, row), grid.window, colours)
        if day.little_yeses:
            yield _glyph("lit", grid.place(week, row), grid.window, colours)
        if is_today and kind != "open":
            yield _glyph("today", grid.place(week + 1, row), grid.window, colours)
        yield "</g>"


def _told(day: DayTotals) -> str:
    """A day in words, for whoever points at its window."""
    words = counted(day.shifts, "shift") if day.shifts else "rest day" if day.rest else "no shift"
    return f"{whole_day(day.day)}: {words}"


def _glyph(kind: Kind, corner: _Point, window: float, colours: Colours) -> str:
    """A kind of day as it is drawn in a window with this upper left corner."""
    x, y = corner.x + window / 2, corner.y + window / 2
    if kind in _LIT:
        lit = window * _LIT[kind]
        return _square(x, y, window, colours[kind], 0.45) + _square(x, y, lit, colours[kind], 1)
    if kind == "lit":
        return (
            f'<path d="{_STAR}" transform="translate({x:g},{y:g}) scale({window / 24:g})" '
            f'fill="{colours["ink"]}" stroke="{colours["background"]}" stroke-width="3" '
            'paint-order="stroke"/>'
        )
    if kind == "rest":
        path = f"M{x - window / 3:g},{y:g} h{window * 2 / 3:g}"
        return f'<path d="{path}" stroke="{colours["line"]}" stroke-width="1.5"/>'
    if kind == "open":
        ring = f'fill="none" stroke="{colours["ink"]}" stroke-width="1.5"'
        return f'<circle cx="{x:g}" cy="{y:g}" r="{window * 0.35:g}" {ring}/>'
    if kind == "today":
        return f'<path d="M{x - window / 3:g},{y:g} l5,-4 v8 z" fill="{colours["ink"]}"/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="1" fill="{colours["quiet"]}"/>'


def _square(x: float, y: float, size: float, colour: str, opacity: float) -> str:
    """A square with round corners around a point."""
    return (
        f'<rect x="{x - size / 2:g}" y="{y - size / 2:g}" width="{size:g}" height="{size:g}" '
        f'rx="{size / 6:g}" fill="{colour}" fill-opacity="{opacity:g}"/>'
    )


def _legend(found: Board, grid: _Grid, colours: Colours) -> Iterator[str]:
    x, y = grid.place(0, WEEK_DAYS).x, grid.place(0, WEEK_DAYS).y + 18
    for line in board.legend(found.shown, found.streak.as_of):
        yield _glyph(line.kind, _Point(x, y), _LEGEND_WINDOW, colours)
        yield _text(_Point(x + _LEGEND_WINDOW + 6, y + 10), line.words, colours["quiet"], 12)
        x += _LEGEND_WINDOW + 6 + len(line.words) * _LETTER + _LEGEND_STEP


def _run(told: str, width: int, height: int, colours: Colours) -> Iterator[str]:
    """The run's sentences at the foot of the picture, in as many lines as they take."""
    lines = textwrap.wrap(told, int((width - 2 * _MARGIN) / _RUN_LETTER))
    for above, line in enumerate(reversed(lines)):
        place = _Point(_MARGIN, height - 30 - above * _RUN_LINE)
        yield _text(place, line, colours["foreground"], 14)


def _text(place: _Point, text: str, colour: str, size: int, *, end: bool = False) -> str:
    anchor = ' text-anchor="end"' if end else ""
    return (
        f'<text x="{place.x:g}" y="{place.y:g}" font-size="{size}" fill="{colour}"{anchor}>'
        f"{escape(text)}</text>"
    )
