"""The ideas on the boil: eight weeks of each as a sparkline, and its Little Yeses."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.views import OnTheBoil
from shifter.tui.widgets.bars import EIGHTHS
from shifter.tui.widgets.content import column
from shifter.tui.widgets.panel_words import LONGEST_NAME, figures_width, name_width

_BETWEEN = 2
_HEADING = Content.styled("On the boil", "bold $ink")
_IN_ALL = Content.assemble(("✦", "$accent"), (" in all", "$quiet"))


def boil(ideas: Sequence[OnTheBoil], rows: int, width: int) -> list[Content]:
    """A heading, and one line for each of the first ideas, all on one scale."""
    shown = ideas[:rows]
    most = max((week for idea in shown for week in idea.weeks), default=0)
    room = min(name_width(shown, LONGEST_NAME), width - figures_width(shown))
    lines = [_line(idea, room, most) for idea in shown]
    return [_heading(shown, max((line.cell_length for line in lines), default=0)), *lines]


def sparkline(weeks: Sequence[int], most: int) -> str:
    """One bar per week; an empty week is the lowest, and a single shift stands out from it."""
    return "".join(EIGHTHS[1 + (max(1, round(week * 7 / most)) if week else 0)] for week in weeks)


def _heading(ideas: Sequence[OnTheBoil], width: int) -> Content:
    """Above the stars it says that they are not of these weeks alone."""
    gap = width - _HEADING.cell_length - _IN_ALL.cell_length
    if gap < _BETWEEN or not any(idea.little_yeses for idea in ideas):
        return _HEADING
    return Content.assemble(_HEADING, " " * gap, _IN_ALL)


def _line(idea: OnTheBoil, name_width: int, most: int) -> Content:
    gap = " " * _BETWEEN
    return Content.assemble(
        column(idea.name, name_width, "$foreground"),
        gap,
        (sparkline(idea.weeks, most), "$level-3"),
        *(
            (gap, ("✦", "$accent"), (f" {idea.little_yeses}", "$quiet"))
            if idea.little_yeses
            else ()
        ),
    )
