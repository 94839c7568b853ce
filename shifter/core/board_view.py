"""What the Streaks screen shows, read at one moment."""

from collections.abc import Mapping
from datetime import date

from shifter.core.board import Page, Shape
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import DayTotals, Kind, Run, Settings, Streak
from shifter.core.views import Stairs, StoryRow


class Board(NamedTuple):
    """What a board shows: the weeks of a page and every day of it, as of one day."""

    streak: Streak
    grace: int
    first: date
    shape: Shape
    page: Page
    days: tuple[DayTotals, ...]
    when: str | None

    @property
    def shown(self) -> list[DayTotals]:
        """The days from the first shift on, up to the day that it is as of."""
        return [day for day in self.days if self.first <= day.day <= self.streak.as_of]


class Towers(NamedTuple):
    """The weeks on the board: every day of the page, including those before the first shift.

    With an idea, `first` is its own first day, on the same page as among those of all.
    `ahead` are the days off after today that were marked.
    """

    shape: Shape
    page: Page
    days: tuple[DayTotals, ...]
    first: date
    today: date
    ahead: frozenset[date]
    has_older: bool
    has_newer: bool


class DayPanel(NamedTuple):
    """The day under the cursor, and its shifts by the clock; `hidden` counts those not shown.

    `marked` says whether it was marked as a rest day, whatever its weekday. With an `idea`, they
    are that one's alone, and `others` counts what else was done that day.
    """

    day: DayTotals
    marked: bool
    rows: tuple[StoryRow, ...]
    hidden: int
    idea: str | None
    others: int


class WeekTotal(NamedTuple):
    """One week; `start` is its first day. With an idea, `of_all` counts those on others too."""

    start: date
    shifts: int
    of_all: int


class Strength(NamedTuple):
    """How settled the habit is, 0 to 1, and how it came about.

    `lately` has a point a day up to today, `ever` evenly spread ones from the first shift on.
    `last` is the last active day, on which the strength rose from `before` to `after`; since then
    `empty_days` have counted.
    """

    now: float
    lately: tuple[float, ...]
    ever: tuple[float, ...]
    last: date
    before: float
    after: float
    empty_days: int


class Numbers(NamedTuple):
    """The second page, for those who like numbers.

    `kinds` counts the shifts of each kind of prompt, the most first; None is what was done without
    a prompt.
    """

    strength: Strength
    runs: tuple[Run, ...]
    hours: Mapping[tuple[int, int], int]
    kinds: tuple[tuple[Kind | None, int], ...]


class BoardView(NamedTuple):
    """All of the screen; with an idea's name, all of it for that idea alone.

    `towers` and `numbers` are None before the first shift, and `numbers` also where nobody asked
    for them. `when` says roughly when the landing ahead is reached, where that can be said. While
    the book is closed there is no pick.
    """

    today: date
    idea: str | None
    book_is_closed: bool
    settings: Settings
    streak: Streak
    towers: Towers | None
    day: DayPanel
    weeks: tuple[WeekTotal, ...]
    stairs: Stairs
    when: str | None
    numbers: Numbers | None
