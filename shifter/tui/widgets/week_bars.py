"""This week in seven bars, two rows high and drawn in eighths of a row."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.records import DayTotals
from shifter.core.views import WeekPanel
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.panel_words import week_heading

ROWS = 4
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HIGHEST = 16
_TALL_DAY = 5
"""A day with so many shifts fills its bar; days with more make every bar lower."""

_LETTERS = "MTWTFSS"
_COLUMN = 4
COLUMNS = 7 * _COLUMN
"""The columns of the bars, without the heading."""


def week_bars(week: WeekPanel, width: int, growth: float = 1.0) -> list[Content]:
    """Heading, two rows of bars and the letters; `growth` is how far today's bar has risen."""
    tallest = max(_TALL_DAY, *(day.shifts for day in week.days))
    upper, lower, letters = [], [], []
    for day in week.days:
        eighths = _eighths(day.shifts, tallest)
        if day.day == week.today:
            eighths = max(1, round(eighths * growth)) if eighths else 0
        top, bottom = _cells(day, week, eighths)
        upper.append(top)
        lower.append(bottom)
        letters.append(_letter(day, week))
    rows = [Content("").join(_columns(cells)) for cells in (upper, lower, letters)]
    return [to_content(week_heading(week, width)), *rows]


def _eighths(shifts: int, tallest: int) -> int:
    """The height of a bar; a day with a shift always shows."""
    return max(1, round(shifts * _HIGHEST / tallest)) if shifts else 0


def _cells(day: DayTotals, week: WeekPanel, eighths: int) -> tuple[Content, Content]:
    """The upper and the lower two cells of a day."""
    is_today = day.day == week.today
    if eighths:
        style = "$lit" if is_today else "$level-3"
        upper, lower = max(0, eighths - 8), min(8, eighths)
        return Content.styled(_EIGHTHS[upper] * 2, style), Content.styled(
            _EIGHTHS[lower] * 2, style
        )
    if day.rest:
        mark = Content.styled("──", "$accent" if is_today else "$line")
    elif is_today:
        mark = Content.styled("○ ", "$accent")
    else:
        mark = Content.styled("· ", "$quiet")
    return Content("  "), mark


def _letter(day: DayTotals, week: WeekPanel) -> Content:
    letter = _LETTERS[day.day.weekday()]
    return Content.styled(f"{letter} ", "bold $ink" if day.day == week.today else "$quiet")


def _columns(cells: Sequence[Content]) -> list[Content]:
    return [cell.pad_right(_COLUMN - 2) for cell in cells]
