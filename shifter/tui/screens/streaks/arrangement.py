"""Where the parts of the Streaks screen stand, for any size of it: pure arithmetic."""

from typing import NamedTuple

from textual.geometry import Region, Size

from shifter.tui.widgets import figures, latest_weeks, tower_parts
from shifter.tui.widgets.styled_line import grown

_WIDEST = 138
"""The most columns that the parts are spread over."""

_NARROW = 72
_BESIDE = 68
"""From so many columns on the latest weeks stand beside the day."""

_BETWEEN = 4
_DAY_COLUMNS = 46
"""The columns that a shift's words read well in."""

_LEAST_DAY = 3
_USUAL_DAY = 6
_FULL_DAY = 8
_MOST_DAY = 12

_HIGH = 26
"""From so many rows on the legend may stand below the weeks."""

_AIR = 6
"""With so many rows left over the gaps are doubled."""


class Wants(NamedTuple):
    """What there is to show: rows of each part, 0 where it has nothing to say.

    Without `figures` there is no board yet. `big_figures` are the columns that the figures take
    when they are three rows high, `weeks` is the number of the latest weeks.
    """

    heading: int
    figures: int
    big_figures: int
    run: int
    weeks: int
    stairs: int
    legend_below: bool = False


class Arrangement(NamedTuple):
    """The region of each part; an empty one where there was no room."""

    heading: Region
    figures: Region
    towers: Region
    run: Region
    day: Region
    weeks: Region
    stairs: Region


class _Rows(NamedTuple):
    """The rows of the parts whose height is a choice, and the blank ones above each."""

    figures: int
    towers: int
    day: int
    stairs: int
    above_all: int
    above_day: int
    above_run: int
    above_towers: int
    above_stairs: int


def columns(width: int) -> tuple[int, int]:
    """The first column of the parts and how many they have."""
    margin = 3 if width >= _NARROW else 2
    inner = min(_WIDEST, width - 2 * margin)
    return (width - inner) // 2, inner


def board_columns(size: Size) -> tuple[int, ...]:
    """The columns for weeks on a body of this size: with the legend beside, and if high, below."""
    _, width = columns(size.width)
    beside = tower_parts.week_columns(width, legend_below=False)
    if size.height < _HIGH:
        return (beside,)
    return beside, tower_parts.week_columns(width, legend_below=True)


def arrange(size: Size, wants: Wants) -> Arrangement:
    """Place the parts below each other, the day and the latest weeks side by side."""
    x, width = columns(size.width)
    rows = _rows(size.height, width, wants)
    y = rows.above_all
    heading = Region(x, y, width, wants.heading)
    y += wants.heading
    front = Region(x, y, width, rows.figures)
    y += rows.figures + rows.above_towers
    city = Region(x, y, width, rows.towers)
    y += rows.towers + rows.above_run
    run = Region(x, y, width, wants.run)
    y += wants.run + rows.above_day
    day_width, weeks_width = _side_by_side(width, wants.weeks, rows.day)
    day = Region(x, y, day_width, rows.day)
    weeks_rows = min(rows.day, latest_weeks.MOST_ROWS) if weeks_width else 0
    weeks = Region(x + width - weeks_width, y, weeks_width, weeks_rows)
    y += rows.day + rows.above_stairs
    stairs = Region(x, y, width, rows.stairs)
    return Arrangement(heading, front, city, run, day, weeks, stairs)


def _rows(height: int, width: int, wants: Wants) -> _Rows:
    """Give out rows in order of importance: board, run, day, stairs, gaps, then size and air.

    None of it depends on what the cursor's day holds, so nothing moves while the cursor does.
    """
    if not wants.figures:
        return _Rows(0, 0, 0, 0, min(1, height - wants.run), 0, 0, 0, 0)
    board = tower_parts.rows(legend_below=wants.legend_below)
    spare = height - wants.heading - 1 - board - wants.run - _LEAST_DAY
    gap_day, spare = grown(0, 1, spare)
    gap_run, spare = grown(0, 1, spare)
    stairs, spare = (wants.stairs, spare - wants.stairs) if spare >= wants.stairs else (0, spare)
    below_figures, spare = grown(0, 1, spare)
    day, spare = grown(_LEAST_DAY, _USUAL_DAY, spare)
    rows_of_figures = 1
    if wants.big_figures <= width and spare >= figures.ROWS - 1:
        rows_of_figures, spare = figures.ROWS, spare - figures.ROWS + 1
    top, spare = grown(0, 1, spare)
    above_stairs, spare = grown(0, min(1, stairs), spare)
    day, spare = grown(day, _FULL_DAY, spare)
    day, spare = grown(day, _MOST_DAY, spare)
    if spare >= _AIR:
        top, gap_day, gap_run, below_figures, above_stairs = 2, 2, 2, 2, 2 * min(1, stairs)
    return _Rows(
        rows_of_figures, board, day, stairs, top, gap_day, gap_run, below_figures, above_stairs
    )


def _side_by_side(width: int, weeks: int, rows: int) -> tuple[int, int]:
    """The columns of the day and of the latest weeks; 0 where these find no room."""
    if not weeks or width < _BESIDE or rows < latest_weeks.LEAST_ROWS:
        return width, 0
    room = width - _BETWEEN - _DAY_COLUMNS
    taken = max(latest_weeks.bars_width(weeks, room), min(room, latest_weeks.HEADING_WIDTH))
    return width - taken - _BETWEEN, taken
