"""This week in seven bars, drawn in eighths of a row."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.records import DayTotals
from shifter.core.views import WeekPanel
from shifter.tui.widgets.bars import EIGHTHS
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.panel_words import week_heading

ROWS = 4
LEAST_ROWS = 3
"""A heading, one row of bars, and the letters."""

_ROW = 8
"""The eighths of a row."""

_TALL_DAY = 5
"""A day with so many shifts fills its bar; a busier day makes all bars lower."""

_LETTERS = "MTWTFSS"
_COLUMN = 4
COLUMNS = 7 * _COLUMN
"""The columns of the bars, without the heading."""


def week_bars(
    week: WeekPanel, width: int, growth: float = 1.0, *, rows: int = ROWS
) -> list[Content]:
    """Heading, bars and letters in `rows` rows; `growth` (0 to 1) is how far today's has risen."""
    tallest = max(_TALL_DAY, *(day.shifts for day in week.days))
    bar_rows = rows - 2
    bars = []
    for day in week.days:
        eighths = _eighths(day.shifts, tallest, bar_rows)
        if day.day == week.today:
            eighths = max(1, round(eighths * growth)) if eighths else 0
        bars.append(_cells(day, week, eighths, bar_rows))
    letters = [_letter(day, week) for day in week.days]
    lines = [Content("").join(_columns(cells)) for cells in (*zip(*bars, strict=True), letters)]
    return [to_content(week_heading(week, width)), *lines]


def _eighths(shifts: int, tallest: int, rows: int) -> int:
    """The height of a bar; a day with a shift always shows."""
    return max(1, round(shifts * rows * _ROW / tallest)) if shifts else 0


def _cells(day: DayTotals, week: WeekPanel, eighths: int, rows: int) -> list[Content]:
    """The two cells of a day in each row, from the top."""
    is_today = day.day == week.today
    if eighths:
        style = "$lit" if is_today else "$level-3"
        heights = [eighths - _ROW * below for below in range(rows - 1, -1, -1)]
        return [Content.styled(EIGHTHS[max(0, min(_ROW, h))] * 2, style) for h in heights]
    if day.rest:
        mark = Content.styled("──", "$accent" if is_today else "$line")
    elif is_today:
        mark = Content.styled("○ ", "$accent")
    else:
        mark = Content.styled("· ", "$quiet")
    return [*[Content("  ")] * (rows - 1), mark]


def _letter(day: DayTotals, week: WeekPanel) -> Content:
    letter = _LETTERS[day.day.weekday()]
    return Content.styled(f"{letter} ", "bold $ink" if day.day == week.today else "$quiet")


def _columns(cells: Sequence[Content]) -> list[Content]:
    return [cell.pad_right(_COLUMN - 2) for cell in cells]
