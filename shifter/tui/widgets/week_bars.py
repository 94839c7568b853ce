"""This week in seven bars, drawn in eighths of a row."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.records import DayTotals
from shifter.core.views import WeekPanel
from shifter.tui.widgets.bars import eighths, sign
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.panel_words import week_heading

ROWS = 4
LEAST_ROWS = 3
"""A heading, one row of bars, and the letters."""

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
        height = eighths(day.shifts, tallest, bar_rows)
        if day.day == week.today:
            height = max(1, round(height * growth)) if height else 0
        bars.append(_cells(day, week, height, bar_rows))
    letters = [_letter(day, week) for day in week.days]
    lines = [Content("").join(_columns(cells)) for cells in (*zip(*bars, strict=True), letters)]
    return [to_content(week_heading(week, width)), *lines]


def _cells(day: DayTotals, week: WeekPanel, height: int, rows: int) -> list[Content]:
    """The two cells of a day in each row, from the top."""
    is_today = day.day == week.today
    if height:
        style = "$lit" if is_today else "$level-3"
        return [Content.styled(sign(height, row) * 2, style) for row in range(rows - 1, -1, -1)]
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
