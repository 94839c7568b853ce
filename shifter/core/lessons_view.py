"""What was learned from somebody's picks, and how one pick was weighed, ready to be shown."""

from collections.abc import Iterator, Sequence

from shifter.core.number_words import counted
from shifter.core.pick.reasons import ENOUGH_IN_ALL, ENOUGH_OF_A_KIND
from shifter.core.pick.situation import Wish
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Kind, Pick

_SHOWN = 8
_CLEAR = 0.02
_TITLES = {
    "kind": "What you do",
    "size": "How long it takes",
    "place": "Where it can be done",
    "hour": "By the part of the day",
    "weekday": "In the week and at the weekend",
    "idea": "What it is about",
}


class Lesson(NamedTuple):
    """What is believed about one kind, size, place, time or idea.

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

    @property
    def share(self) -> str:
        """What it adds, such as `+12%`; empty where it rests on too few picks to tell."""
        return f"{self.adds:+.0%}" if self.offers >= ENOUGH_OF_A_KIND else ""

    @property
    def seen(self) -> str:
        """How many picks it rests on, in words; empty where those are too few to tell."""
        return f"about {counted(round(self.offers), 'pick')}" if self.share else ""


class Lessons(NamedTuple):
    """All that was learned; `rate` is the share of yeses among all picks, the old ones faded."""

    offers: float
    rate: float
    lessons: tuple[Lesson, ...]
    wishes: tuple[tuple[Kind, str, Wish | None], ...]

    @property
    def told(self) -> str:
        """What they come to, in a sentence, which claims nothing where there are too few picks."""
        if not self.offers:
            return "Nothing learned yet; the next picks are chosen by chance."
        if self.offers < ENOUGH_IN_ALL:
            return "It's early days: some more picks will tell what suits you."
        return f"{self.rate:.0%} of your latest picks were taken up; the newest count most."


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


def by_title(lessons: Sequence[Lesson]) -> Iterator[tuple[str, list[Lesson]]]:
    """The clear lessons under their titles, at most eight each, in the order they come in."""
    for name, title in _TITLES.items():
        clear = [
            one for one in lessons if one.name == name and one.share and abs(one.adds) >= _CLEAR
        ]
        if clear:
            yield title, clear[:_SHOWN]
