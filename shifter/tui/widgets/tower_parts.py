"""The parts that the lines of the towers are made of, their spacing, and the legend."""

from collections.abc import Iterable, Sequence
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


class Part(NamedTuple):
    """A part of a line, each sign one column wide, and the component class it is painted with."""

    text: str
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


def blank(columns: int) -> Part:
    """So many empty columns."""
    return Part(" " * columns, "empty")


def columns_of(line: Iterable[Part]) -> int:
    """The columns that a line takes."""
    return sum(len(part.text) for part in line)


def legend_in_one_line(legend: Sequence[LegendLine], glyphs: Glyphs, width: int) -> list[Part]:
    """All of the legend, in short words where the full ones would be too long."""
    parts: list[Part] = []
    for is_short in (False, True):
        parts = [blank(spacing(width).labels)]
        for line in legend:
            parts += [*_explained(line, glyphs, is_short=is_short, gap=1), blank(_BETWEEN)]
        if columns_of(parts) <= width + _BETWEEN:
            break
    return parts


def legend_beside(line: LegendLine, glyphs: Glyphs, width: int) -> list[Part]:
    """One line of the legend, its words aligned with those of the others."""
    glyph = _glyph(line, glyphs)
    return _explained(
        line, glyphs, is_short=spacing(width) is TIGHT, gap=_GLYPH_AND_GAP - len(glyph)
    )


def _explained(line: LegendLine, glyphs: Glyphs, *, is_short: bool, gap: int) -> list[Part]:
    words = line.short if is_short else line.words
    return [Part(_glyph(line, glyphs), line.kind), blank(gap), Part(words, "label")]


def _glyph(line: LegendLine, glyphs: Glyphs) -> str:
    return glyph_of(line.kind, glyphs) * (2 if fills_window(line.kind) else 1)
