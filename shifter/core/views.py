"""One frozen view for each screen: all that it shows, read at one moment."""

from datetime import date, datetime, time

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import (
    AtHand,
    DayTotals,
    NextStep,
    Pick,
    Quote,
    Shift,
)


class Greeting(NamedTuple):
    """The first line: a short lead that stands out, and a sentence from the user's own log."""

    lead: str
    sentence: str


class OpenCard(NamedTuple):
    """A pick that waits for an answer."""

    pick: Pick


class ReplyCard(NamedTuple):
    """The moment after a shift: what was done, a line of answer (or silence), the next step.

    `number` counts all shifts up to this one. `asks_anchor` is True on the first day alone.
    `can_be_hunch` is True for a Little Yes that no idea is called after yet.
    """

    shift: Shift
    number: int
    answer: str | None
    then: NextStep | None
    asks_anchor: bool
    can_be_hunch: bool = False


class PocketCard(NamedTuple):
    """A pick that was taken along, whose time has come; it is asked whether it happened."""

    pocket: str
    text: str
    idea: str | None
    pocketed_on: date
    quote: Quote | None = None
    offer: str = ""


class InPocket(NamedTuple):
    """A pick that was taken along, the offer that it was, and when it will be asked about.

    `due` is by the wall clock of where this is read; `asked` tells that its time has come already.
    """

    offer: str
    text: str
    due: datetime
    asked: bool = False


class TimerCard(NamedTuple):
    """A timer that was running when the program closed: did it get done? Asked once.

    `since` is when it was started, on the wall clock; None if it was paused.
    """

    pick: Pick
    seconds: int
    since: datetime | None


class ClosedBookCard(NamedTuple):
    """An idea became the Yes and the book was closed: nothing is asked until it is opened again."""

    idea: str
    closed: date


Card = OpenCard | ReplyCard | PocketCard | TimerCard | ClosedBookCard


class TimerState(NamedTuple):
    """The timer of the pick on the card, in seconds. `since` is None while it is paused."""

    offer: str
    length: int
    elapsed: int
    since: datetime | None

    def toggled(self, now: datetime) -> "TimerState":
        """Running from now on, or paused; a clock set back takes none of its time away."""
        if self.since is None:
            return self._replace(since=now)
        running = int((now - self.since).total_seconds())
        return self._replace(elapsed=self.elapsed + max(0, running), since=None)


class WeekPanel(NamedTuple):
    """This week, day by day, beside last week where the comparison is kind (else None)."""

    days: tuple[DayTotals, ...]
    today: date
    shifts: int
    last_week: int | None


class OnTheBoil(NamedTuple):
    """One living idea: eight weeks of shifts, oldest first, and its Little Yeses."""

    name: str
    weeks: tuple[int, ...]
    little_yeses: int


class Stairs(NamedTuple):
    """The landing behind (0 before the first), where the log stands, the landing ahead."""

    behind: int
    total: int
    ahead: int


class Away(NamedTuple):
    """The days since the last shift before a return, which one key can make rest days."""

    since: date
    until: date


class TodayView(NamedTuple):
    """All of the Today screen. Panels that have nothing to say are None or empty.

    `week_behind` is last week in a few words, on the first day of a new one.
    """

    day: date
    first_start: bool
    greeting: Greeting
    card: Card
    at_hand: AtHand
    timer: TimerState | None
    week: WeekPanel | None
    boil: tuple[OnTheBoil, ...]
    stairs: Stairs
    away: Away | None
    resting: bool
    idea_names: tuple[str, ...]
    week_behind: str | None = None
    pocket: tuple[InPocket, ...] = ()


class StoryRow(NamedTuple):
    """One line of the log: a shift at its wall-clock time."""

    shift: Shift
    at: time
