"""What the log is made of: the records that every part of the program hands around.

Named tuples rather than dataclasses, since importing dataclasses alone costs a quick command as
much as starting Python.
"""

from datetime import date, datetime, timedelta

from shifter.core.days import ROLLOVERS
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import Literal

Kind = Literal[
    "reach out", "talk", "learn", "try", "make", "notice", "reflect", "arrange", "show", "sideways"
]
Place = Literal["anywhere", "desk", "phone", "out"]

_BEFORE_AN_IDEA = frozenset(("about", "into", "on", "to"))
_BEFORE_A_PERSON = _BEFORE_AN_IDEA.union(
    ("at", "by", "for", "from", "near", "of", "with"),
    ("asked", "called", "emailed", "met", "messaged", "rang", "saw", "texted", "thanked", "told"),
)
"""Words that hardly end a line, unless a sign such as `@Ana` stood behind them."""

MINUTES = (2, 5, 10, 60)
"""The sizes that a prompt may have, and how much time a pick may usually take."""

LONGEST_MINUTES = 24 * 60
"""The most minutes that one shift takes: those of a day."""

Stage = Literal["hunch", "exploring", "project", "dead_end", "yes"]
ENDED: tuple[Stage, ...] = ("dead_end", "yes")
"""The stages of an idea that is no longer on the boil."""

Temperature = Literal["hot", "warm", "cool", "resting"]
RunState = Literal["none", "done", "rest", "last_call", "open"]
Outcome = Literal[
    "open", "done", "skipped", "smaller", "pocketed", "retired", "ignored", "withdrawn"
]


class Shift(NamedTuple):
    """One tiny action that was done. Idea and person are given by name, the prompt by its id."""

    id: str
    text: str
    done_at: datetime
    offset: int
    zone: str
    day: date
    minutes: int | None
    idea: str | None
    person: str | None
    little_yes: bool
    note: str | None
    prompt: str | None

    @property
    def wall(self) -> datetime:
        """What the clock on the wall showed when it was done, without a zone."""
        return self.done_at.replace(tzinfo=None) + timedelta(seconds=self.offset)

    @property
    def whole_text(self) -> str:
        """The text; where it breaks off before a name that was taken out as a sign, with that."""
        last = self.text.rpartition(" ")[2].lower()
        if self.prompt is not None or last not in _BEFORE_A_PERSON:
            return self.text
        if not self._tells_of_them(self.text):
            return f"{self.text} {self.person}"
        if self.idea is None or last not in _BEFORE_AN_IDEA:
            return self.text
        from shifter.core.text import quoted  # seldom needed, and a quick command need not wait

        return f"{self.text} {quoted(self.idea)}"

    @property
    def text_and_person(self) -> str:
        """The whole text, with the person's name if it does not mention it."""
        return f"{self.whole_text}, {self.with_whom}" if self.with_whom else self.whole_text

    @property
    def with_whom(self) -> str:
        """`with Ana Ruiz`; empty if the text mentions her, by her first name or more."""
        return "" if self._tells_of_them(self.whole_text) else f"with {self.person}"

    def _tells_of_them(self, text: str) -> bool:
        first_name = (self.person or "").split(" ")[0]
        return first_name.casefold() in text.casefold()

    @property
    def said(self) -> str | None:
        """The note, without a first line that only repeats the person's name in the text."""
        first, _, rest = (self.note or "").partition("\n")
        is_told = first == self.person and first in self.text
        return (rest if is_told else self.note) or None


class Idea(NamedTuple):
    """A possible direction, with what its log adds up to."""

    id: str
    name: str
    stage: Stage
    why: str | None
    temperature: Temperature | None
    days_quiet: int
    shifts: int
    minutes: int
    little_yeses: int
    taught: str | None
    spared: str | None
    added: date
    ended: date | None

    @property
    def has_ended(self) -> bool:
        """Whether it was ruled out or became the Yes."""
        return self.stage in ENDED

    @property
    def is_new(self) -> bool:
        """Whether it was added lately, and nothing was done for it: nobody calls that hot."""
        is_recent = self.temperature in ("hot", "warm") and not self.has_ended
        return is_recent and self.shifts == 0


class Rung(NamedTuple):
    """One size of a prompt: the prompt itself, or a smaller version of it.

    `text` and `done` may hold `{person|words}` and `{idea|words}`: the name where one is known,
    the words where none is. `done` is the same in the past tense, as it stands in the log. One that
    `ends` only gets the prompt ready, so that what follows the prompt does not follow from it.
    """

    text: str
    done: str
    seconds: int
    more: str | None = None
    asks: str | None = None
    ends: bool = False


class Prompt(NamedTuple):
    """A suggestion of a shift, from the catalogue or the user's own.

    `ladder` starts with the prompt as it is; each further rung is smaller than the one before.
    `goes_with` tells what it is about. `names_person` means that what is typed is somebody's name.
    `quotes` introduces the note of the step before, where there is one.
    """

    id: str
    kind: Kind
    minutes: int
    places: tuple[Place, ...]
    ladder: tuple[Rung, ...]
    goes_with: Literal["idea", "person"] | None
    names_person: bool
    quotes: str | None
    then: str | None
    repeats: bool
    origin: Literal["catalogue", "own"]
    retired: bool


class Quote(NamedTuple):
    """Something the user wrote before, with a lead such as `Last Thursday you wrote:`."""

    lead: str
    text: str


class NextStep(NamedTuple):
    """The `then` of a prompt, ready to be offered."""

    prompt: str
    text: str
    seconds: int


class Pick(NamedTuple):
    """The one prompt on the card, with its names filled in. `offer` is the row that shows it.

    `own_step` is True for the whole of a step that people set themselves: how long that takes, and
    where, only they know. With `names_person`, what is typed on the card is somebody's name.
    """

    offer: str
    prompt: str
    text: str
    more: str | None
    seconds: int
    kind: Kind
    places: tuple[Place, ...]
    idea: str | None
    person: str | None
    why: str
    asks: str | None
    quote: Quote | None
    can_shrink: bool
    then: NextStep | None
    own_step: bool = False
    names_person: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up; half a minute is one."""
        return -(-self.seconds // 60)


class AtHand(NamedTuple):
    """What is at hand today: minutes and place are hard limits, the idea is what to work on."""

    minutes: int
    place: Place | None
    idea: str | None


class Run(NamedTuple):
    """Active days that belong together. `length` counts active days, not the calendar span."""

    length: int
    start: date
    end: date


class CurrentRun(NamedTuple):
    """The run that today belongs to, or could. Length 0, no days and state `none` without one."""

    length: int
    start: date | None
    end: date | None
    state: RunState


class Totals(NamedTuple):
    """What a span of days adds up to; `days` are active ones."""

    shifts: int
    minutes: int
    days: int


class DayTotals(NamedTuple):
    """One shift day as the board shows it; `level` is the heat level, 0 to 4."""

    day: date
    shifts: int
    minutes: int
    little_yeses: int
    rest: bool
    level: int


class Streak(NamedTuple):
    """Every figure of the log as of one day. `strength` is 0 to 1, `landing` the next one."""

    as_of: date
    current: CurrentRun
    longest: Run | None
    strength: float
    total: int
    minutes: int
    active_days: int
    returns: int
    little_yeses: int
    this_week: Totals
    last_week_to_date: Totals
    last_week: Totals
    people: int
    ruled_out: int
    landing: int


class Logged(NamedTuple):
    """A shift that is safely in the file, with the figures that now hold."""

    shift: Shift
    streak: Streak


MOST_GRACE = 3
_WEEKDAYS = frozenset(range(7))


class Settings(NamedTuple):
    """The settings that decide figures; they live in the data file.

    Weekdays count from Monday, 0. `rollover` is an hour, `grace` a number of days.
    """

    rollover: int = 4
    week_start: int = 0
    rest_weekdays: frozenset[int] = frozenset({5, 6})
    grace: int = 1

    def is_sound(self) -> bool:
        """Whether every setting has a value that it may have."""
        return (
            self.rollover in ROLLOVERS
            and self.week_start in _WEEKDAYS
            and self.rest_weekdays <= _WEEKDAYS
            and self.grace in range(MOST_GRACE + 1)
        )
