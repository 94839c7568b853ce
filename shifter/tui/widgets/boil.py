"""The ideas on the boil: eight weeks of each as a sparkline, and its Little Yeses."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.views import OnTheBoil
from shifter.tui.widgets.bars import EIGHTHS
from shifter.tui.widgets.panel_words import LONGEST_NAME, figures_width, name_width
from shifter.tui.widgets.wrapping import column

_BETWEEN = 2


def boil(ideas: Sequence[OnTheBoil], rows: int, width: int) -> list[Content]:
    """A heading, and one line for each of the first ideas, all on one scale."""
    shown = ideas[:rows]
    most = max((week for idea in shown for week in idea.weeks), default=0)
    room = min(name_width(shown, LONGEST_NAME), width - figures_width(shown))
    return [
        Content.styled("On the boil", "bold $ink"),
        *(_line(idea, room, most) for idea in shown),
    ]


def sparkline(weeks: Sequence[int], most: int) -> str:
    """One bar per week; an empty week is the lowest, and a single shift stands out from it."""
    return "".join(EIGHTHS[1 + (max(1, round(week * 7 / most)) if week else 0)] for week in weeks)


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
