"""The words of the panels below the card, and the columns they take."""

from collections.abc import Sequence
from datetime import date

from shifter.core.days import plain_day
from shifter.core.number_words import counted
from shifter.core.views import Away, OnTheBoil, WeekPanel
from shifter.tui.widgets.styled_line import StyledLine, assemble, one_line, styled

BETWEEN = 3
"""Columns between the week and the ideas beside it."""

LONGEST_NAME = 32
_SHORTEST_NAME = 8
_NAME_BESIDE = 11
_BARS = 26
"""The columns of seven days."""
_GAP = 2
_AWAY_WIDTH = 47


def week_heading(week: WeekPanel, width: int) -> StyledLine:
    """`12 shifts this week, and last week had 10`; the second half only if there is room.

    Without a shift there is no zero, only `This week`.
    """
    if not week.shifts:
        return styled("This week", "bold $ink").truncate(width)
    first = styled(f"{counted(week.shifts, 'shift')} this week", "bold $ink")
    if week.last_week is None:
        return first.truncate(width)
    whole = first + styled(f", and last week had {week.last_week}", "$quiet")
    return whole if whole.cell_length <= width else first.truncate(width)


def week_width(week: WeekPanel, width: int) -> int:
    """The columns of the week, whose heading may take at most `width`."""
    return max(week_heading(week, width).cell_length, _BARS)


def fit_beside(week: WeekPanel, ideas: Sequence[OnTheBoil], width: int) -> bool:
    """Whether the ideas have room to the right of the week."""
    return week_width(week, width) + BETWEEN + boil_width(ideas, _NAME_BESIDE) <= width


def room_beside(week: WeekPanel, ideas: Sequence[OnTheBoil], width: int) -> int:
    """The columns of the ideas; where names would be cut, last week's number gives way to them."""
    wanted = boil_width(ideas)
    whole, least = (
        width - BETWEEN - taken for taken in (week_width(week, width), week_least(week))
    )
    return min(wanted, whole if wanted <= whole else least)


def week_least(week: WeekPanel) -> int:
    """The columns of the week without last week's number."""
    return week_width(week._replace(last_week=None), _BARS)


def boil_width(ideas: Sequence[OnTheBoil], longest_name: int = LONGEST_NAME) -> int:
    """The columns that the ideas take, with names cut to `longest_name`."""
    return name_width(ideas, longest_name) + figures_width(ideas)


def name_width(ideas: Sequence[OnTheBoil], longest: int) -> int:
    """The columns of the names."""
    longest_there = max((one_line(idea.name, longest).cell_length for idea in ideas), default=0)
    return max(_SHORTEST_NAME, longest_there)


def figures_width(ideas: Sequence[OnTheBoil]) -> int:
    """The columns to the right of the names: sparkline, star, count."""
    weeks = max((len(idea.weeks) for idea in ideas), default=0)
    count = max((len(str(idea.little_yeses)) for idea in ideas), default=1)
    return _GAP + weeks + _GAP + 2 + count


def invitation(ideas_key: str, add_key: str) -> list[StyledLine]:
    """`An idea on your mind?`, and the keys that keep it, in the place of the ideas."""
    keys = assemble(
        (ideas_key, "$accent"),
        (", then ", "$quiet"),
        (add_key, "$accent"),
        (", keeps it warm.", "$quiet"),
    )
    return [styled("An idea on your mind?", "$quiet"), keys.on_click("app.ideas")]


def away_lines(away: Away, today: date, rest_key: str, width: int) -> list[StyledLine]:
    """`Were you away?`, and what one key would do about it."""
    lead = "Were you away? "
    since = plain_day(away.since, today)
    offer = assemble(
        (rest_key, "bold $accent"),
        (f" makes the days since {since} rest days, and the run goes on.", "$quiet"),
    ).on_click("screen.rest")
    first, *others = offer.wrap(max(20, min(width - len(lead), _AWAY_WIDTH)))
    head = styled(lead, "bold $ink") + first
    return [head, *(line.pad_left(len(lead)) for line in others)]
