"""What was learned from somebody's picks, and how one pick was weighed, ready to be shown."""

from shifter.core.pick.situation import Wish
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Kind, Pick


class Lesson(NamedTuple):
    """What is believed of one kind, size, place, time or idea.

    `adds` is what it adds to the chance of a yes, from -1 to 1, `doubt` the standard deviation of
    that. `offers` and `yeses` are picks, the old ones faded.
    """

    name: str
    about: str
    words: str
    adds: float
    doubt: float
    offers: float
    yeses: float


class Lessons(NamedTuple):
    """All that was learned; `rate` is the share of yeses among all picks, the old ones faded."""

    offers: float
    rate: float
    lessons: tuple[Lesson, ...]
    wishes: tuple[tuple[Kind, str, Wish | None], ...]


class Weighed(NamedTuple):
    """One thing that went into a pick: what is believed, and what the dice made of it."""

    name: str
    words: str
    mean: float
    doubt: float
    drawn: float
    offers: float


class Explanation(NamedTuple):
    """Why a pick is on the card: in words, term by term, and which others came close.

    `terms` and `others` are empty where a rule decided, or the pick is of another day.
    """

    pick: Pick
    words: str
    terms: tuple[Weighed, ...]
    others: tuple[tuple[str, float], ...]
