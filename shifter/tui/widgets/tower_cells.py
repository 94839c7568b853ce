"""What the towers are made of: cells, their spacing, and the legend."""

from collections.abc import Sequence
from typing import NamedTuple

from shifter.core.board import (
    DRAWN,
    TYPED,
    WEEK_DAYS,
    Glyphs,
    LegendLine,
    fills_window,
    glyph_of,
)
from shifter.plain_glyphs import terminal_encoding

_WIDE = 100
"""From this width on there is room for whole words, and more air."""

_MARKS = 3
"""The columns beside the last week, for the cursor's bracket and today's mark."""

LEGEND_GAP = _MARKS + 1
"""The columns between the last week and the legend."""

_GLYPH_AND_GAP = 3
_BETWEEN = 3


class Spacing(NamedTuple):
    """The columns left of the first week, and those of the legend's longest words."""

    labels: int
    longest: int


SPACIOUS = Spacing(5, len("five and more"))
TIGHT = Spacing(4, len("Little Yes"))


class Cell(NamedTuple):
    """One column of a line: a glyph, and the component class that it is painted with."""

    glyph: str
    look: str


def glyphs_for(encoding: str | None = None) -> Glyphs:
    """The glyphs that an encoding has; the terminal's unless one is given."""
    try:
        drawn = "".join((*DRAWN.levels, DRAWN.lit, DRAWN.open, DRAWN.rest))
        drawn.encode(encoding or terminal_encoding())
    except (UnicodeEncodeError, LookupError):
        return TYPED
    return DRAWN


def week_columns(width: int, *, legend_below: bool) -> int:
    """The columns for weeks in a widget of this width."""
    room = spacing(width)
    beside = _MARKS if legend_below else LEGEND_GAP + _GLYPH_AND_GAP + room.longest
    return max(1, width - room.labels - beside)


def rows(*, legend_below: bool) -> int:
    """The rows of the widget: the months, the days of a week, and what the legend takes."""
    return 1 + WEEK_DAYS + (2 if legend_below else 0)


def spacing(width: int) -> Spacing:
    """The spacing of a board of this width."""
    return SPACIOUS if width >= _WIDE else TIGHT


def blank(columns: int) -> list[Cell]:
    """So many empty columns."""
    return [Cell(" ", "empty")] * columns


def legend_in_one_line(legend: Sequence[LegendLine], glyphs: Glyphs, width: int) -> list[Cell]:
    """All of the legend, in short words where the full ones would be too long."""
    cells: list[Cell] = []
    for is_short in (False, True):
        cells = blank(spacing(width).labels)
        for line in legend:
            cells += [*_explained(line, glyphs, is_short=is_short, gap=1), *blank(_BETWEEN)]
        if len(cells) <= width + _BETWEEN:
            break
    return cells


def legend_beside(line: LegendLine, glyphs: Glyphs, width: int) -> list[Cell]:
    """One line of the legend, its words aligned with those of the others."""
    glyph = _glyph(line, glyphs)
    return _explained(
        line, glyphs, is_short=spacing(width) is TIGHT, gap=_GLYPH_AND_GAP - len(glyph)
    )


def _explained(line: LegendLine, glyphs: Glyphs, *, is_short: bool, gap: int) -> list[Cell]:
    return [
        *[Cell(one, line.kind) for one in _glyph(line, glyphs)],
        *blank(gap),
        *[Cell(one, "label") for one in (line.short if is_short else line.words)],
    ]


def _glyph(line: LegendLine, glyphs: Glyphs) -> str:
    return glyph_of(line.kind, glyphs) * (2 if fills_window(line.kind) else 1)
