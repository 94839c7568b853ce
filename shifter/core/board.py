"""The board: each week is a tower, each day one of its windows.

Everything here is arithmetic over days, the same for a screen, a plain terminal and a picture.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import Literal
from shifter.core.records import DayTotals
from shifter.core.weeks import WEEK, week_start

WEEK_DAYS = 7

YEAR = 53
"""The most weeks that a year can touch."""

# Days are wide while they are few: three columns for up to half a year, then two, then one.
_CELLS = ((3, 26), (2, 10_000))

_LABEL_GAP = 1
_OVERHANG = 3
"""The columns beyond the last week that a month's name may take."""


Kind = Literal["empty", "rest", "open", "level-1", "level-2", "level-3", "level-4", "lit", "today"]
LEVELS: tuple[Kind, ...] = ("level-1", "level-2", "level-3", "level-4")


class Glyphs(NamedTuple):
    """The characters of the board; `levels` are those of the levels 1 to 4.

    `open` is today while nothing was done on it; `today` stands beside it otherwise.
    """

    empty: str
    rest: str
    open: str
    levels: tuple[str, str, str, str]
    lit: str
    today: str


DRAWN = Glyphs("·", "─", "○", ("░", "▒", "▓", "█"), "✦", "◂")
TYPED = Glyphs(".", "-", "o", (":", "+", "%", "#"), "*", "<")
"""For a terminal that has no other characters than those of a typewriter."""


class Shape(NamedTuple):
    """How wide a day is, in columns, and how many weeks are shown at once."""

    cell: int
    weeks: int


class Page(NamedTuple):
    """The weeks that are shown together. `start` is the first day of the first one."""

    start: date
    weeks: int

    @property
    def end(self) -> date:
        """The last day of the last week."""
        return self.start + self.weeks * WEEK - timedelta(days=1)

    def holds(self, day: date) -> bool:
        """Whether the day is on this page."""
        return self.start <= day <= self.end

    def place(self, day: date) -> tuple[int, int]:
        """The column of weeks and the row of days that a day on this page stands in, from 0."""
        return divmod((day - self.start).days, WEEK_DAYS)

    def day(self, week: int, row: int) -> date:
        """The day that stands there."""
        return self.start + week * WEEK + timedelta(days=row)


def weeks_lived(first: date, today: date, starts_on: int) -> int:
    """How many weeks there are from the one with the day `first` to the one with `today`."""
    return (week_start(today, starts_on) - week_start(first, starts_on)).days // WEEK_DAYS + 1


def shape(columns: int, weeks: int) -> Shape:
    """The widest days with which the weeks, or a year of them, fit into the columns.

    As many weeks are shown as then fit, but no more than there are.
    """
    cell = next(
        (cell for cell, most in _CELLS if weeks <= most and min(weeks, YEAR) * cell <= columns), 1
    )
    return Shape(cell, max(1, min(weeks, columns // cell)))


def page(first: date, today: date, shown: date, weeks: int, starts_on: int) -> Page:
    """The page with the day `shown`; pages of `weeks` weeks are counted back from today's week.

    The oldest page begins with the week of the day `first`, so that it is as full as the others.
    """
    oldest, newest = week_start(first, starts_on), week_start(today, starts_on)
    back = max(0, (newest - week_start(shown, starts_on)).days // WEEK_DAYS)
    start = newest - ((back // weeks + 1) * weeks - 1) * WEEK
    return Page(max(start, oldest), weeks)


class Label(NamedTuple):
    """A month's name above the week that its first day lies in."""

    column: int
    text: str


def month_labels(page: Page, cell: int) -> list[Label]:
    """The months above the weeks, with the year in the place of each January where it fits."""
    places = list(_month_places(page, cell))
    ends = [place.column for place in places[1:]] + [page.weeks * cell + _OVERHANG]
    labels = []
    for place, end in zip(places, ends, strict=True):
        text = next((t for t in place.texts if len(t) + _LABEL_GAP <= end - place.column), None)
        if text is not None:
            labels.append(Label(place.column, text))
    return labels


class _MonthPlace(NamedTuple):
    column: int
    texts: tuple[str, ...]


def _month_places(page: Page, cell: int) -> Iterator[_MonthPlace]:
    """Where each month begins, and the ways to name it there, the best one first."""
    for week in range(page.weeks):
        start = page.day(week, 0)
        end = start + WEEK - timedelta(days=1)
        if end.day <= WEEK_DAYS:
            texts = (f"{end:%Y}", f"{end:%b}") if end.month == 1 else (f"{end:%b}",)
            yield _MonthPlace(week * cell, texts)
        elif week == 0:
            yield _MonthPlace(0, (f"{start:%b}",))


class Piece(NamedTuple):
    """Some glyphs of one kind, which says how they look."""

    glyphs: str
    kind: Kind


def pieces(day: DayTotals, glyphs: Glyphs, cell: int, *, is_today: bool) -> list[Piece]:
    """One day in as many columns as a day has.

    How full the day was comes first. In two columns a Little Yes stands beside that, and a third
    keeps the towers apart; in one column the Little Yes stands alone.
    """
    kind = kind_of(day, is_today=is_today)
    glyph = glyph_of(kind, glyphs)
    lit = Piece(glyphs.lit, "lit")
    if cell == 1:
        return [lit if day.little_yeses else Piece(glyph, kind)]
    if day.little_yeses:
        found = [Piece(glyph, kind), lit]
    elif fills_window(kind):
        found = [Piece(glyph * 2, kind)]
    else:
        found = [Piece(glyph, kind)]
    room = cell - sum(len(piece.glyphs) for piece in found)
    return [*found, Piece(" " * room, "empty")] if room else found


def kind_of(day: DayTotals, *, is_today: bool) -> Kind:
    """What a day is for the board; a day off that was used is a day like any other."""
    if day.level:
        return LEVELS[day.level - 1]
    if day.rest:
        return "rest"
    return "open" if is_today else "empty"


def glyph_of(kind: Kind, glyphs: Glyphs) -> str:
    """The glyph of a kind, one column wide."""
    if kind in LEVELS:
        return glyphs.levels[LEVELS.index(kind)]
    if kind == "rest":
        return glyphs.rest
    if kind == "open":
        return glyphs.open
    if kind == "lit":
        return glyphs.lit
    return glyphs.today if kind == "today" else glyphs.empty


def fills_window(kind: Kind) -> bool:
    """Whether the glyph fills a window of two columns; a dot, a ring or a light stands alone."""
    return kind == "rest" or kind in LEVELS


class LegendLine(NamedTuple):
    """A kind of glyph and what it means, in full and in a word or two."""

    kind: Kind
    words: str
    short: str


def legend(days: Iterable[DayTotals], today: date) -> list[LegendLine]:
    """What the glyphs of these days mean; every level up to the highest is explained."""
    seen = list(days)
    kinds = {kind_of(day, is_today=day.day == today) for day in seen}
    highest = max((day.level for day in seen), default=0)
    shown: set[Kind] = {*kinds, *LEVELS[:highest]}
    if any(day.little_yeses for day in seen):
        shown.add("lit")
    if any(day.day == today for day in seen) and "open" not in kinds:
        shown.add("today")
    return [line for line in _LEGEND if line.kind in shown]


_LEGEND = (
    LegendLine("level-1", "one shift", "one"),
    LegendLine("level-2", "two", "two"),
    LegendLine("level-3", "three or four", "3 or 4"),
    LegendLine("level-4", "five and more", "5 or more"),
    LegendLine("lit", "a Little Yes", "Little Yes"),
    LegendLine("rest", "rest day", "rest day"),
    LegendLine("empty", "empty day", "empty"),
    LegendLine("open", "today, open", "today"),
    LegendLine("today", "today", "today"),
)


def month_away(day: date, months: int) -> date:
    """The same day of another month, or its last day where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)  # noqa: PLR2004 - December
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
