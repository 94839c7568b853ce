"""The latest weeks as bars; this week is the brightest, and the last on the right."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.board_view import WeekTotal
from shifter.tui.dates import shortest_day
from shifter.tui.widgets.bars import eighths, sign

LEAST_ROWS = 4
"""A heading, two rows of bars, and the dates below."""

MOST_ROWS = 9
"""Beyond these the bars would only be tall."""

HEADING_WIDTH = 35
"""The columns of the longest heading."""

_WIDTHS = (3, 2, 1)
_FEW = 6
_WIDE = 6
_GAP = 1
_THIS_WEEK = "this week"
_COUNTED = (
    *("", "One week", "Two weeks", "Three weeks", "Four weeks", "Five weeks", "Six weeks"),
    *("Seven weeks", "Eight weeks", "Nine weeks", "Ten weeks", "Eleven weeks", "Twelve weeks"),
)


def bars_width(weeks: int, room: int) -> int:
    """The columns that so many weeks take, with bars as wide as fit."""
    return weeks * (_bar(weeks, room) + _GAP) - _GAP


class LatestWeeks(Widget):
    """A heading, bars as high as there are rows, and the dates of some of them."""

    weeks: reactive[Sequence[WeekTotal]] = reactive[Sequence[WeekTotal]](())

    def render(self) -> Content:
        if not self.weeks:
            return Content("")
        return Content("\n").join(latest_weeks(self.weeks, *self.size))


def latest_weeks(weeks: Sequence[WeekTotal], width: int, height: int) -> list[Content]:
    """The lines of the panel; bars are as high for a part of the shifts as for all of them."""
    bar = _bar(len(weeks), width)
    rows = max(1, height - 2)
    most = max(1, *(week.of_all for week in weeks))
    heights = [eighths(week.shifts, most, rows) for week in weeks]
    lines = [_heading(weeks, width)]
    lines += [_row(heights, bar, row) for row in range(rows - 1, -1, -1)]
    return [*lines, _dates(weeks, bar)]


def _bar(weeks: int, room: int) -> int:
    widths = (_WIDE, *_WIDTHS) if weeks <= _FEW else _WIDTHS
    return next((bar for bar in widths if weeks * (bar + _GAP) - _GAP <= room), _WIDTHS[-1])


def _heading(weeks: Sequence[WeekTotal], width: int) -> Content:
    name = Content.styled(_COUNTED[len(weeks)], "bold $ink")
    _, so_far, of_all = weeks[-1]
    told = f"  {so_far:,} so far in this one" if so_far else ""
    if 0 < so_far < of_all:
        told = f"  {so_far:,} of this week's {of_all:,}"
    whole = Content.assemble(name, (told, "$quiet"))
    return whole if whole.cell_length <= width else name


def _row(heights: Sequence[int], bar: int, row: int) -> Content:
    """One row of the bars; the lowest is row 0, where an empty week leaves a mark."""
    cells = []
    for number, height in enumerate(heights):
        is_this_week = number == len(heights) - 1
        style = "$lit" if is_this_week else "$level-2"
        if height == 0 and row == 0:
            cells.append(Content.styled("·".ljust(bar), "$quiet"))
        else:
            cells.append(Content.styled(sign(height, row) * bar, style))
    return Content(" " * _GAP).join(cells)


def _dates(weeks: Sequence[WeekTotal], bar: int) -> Content:
    """The dates of the first week and, if there is room, the middle one; and "this week"."""
    step = bar + _GAP
    width = len(weeks) * step - _GAP
    room = width - len(_THIS_WEEK)
    if room < 0:
        return Content("")
    written = Content("")
    for number in (0, len(weeks) // 2):
        label, start = shortest_day(weeks[number].start), number * step
        if start >= written.cell_length and start + len(label) < room:
            written = written.pad_right(start - written.cell_length)
            written = Content.assemble(written, (label, "$quiet"), " ")
    return Content.assemble(written, " " * (room - written.cell_length), (_THIS_WEEK, "$lit"))
