"""What a prompt is worth here and now: one term for each thing that describes it.

Thompson sampling (Thompson, *Biometrika* 25, 1933; for linear models Agrawal and Goyal, ICML 2013):
each weight is drawn once from what is believed of it, and a prompt's score is the sum of its own.
What is little known is drawn wide, so it has its chance; what is well known is drawn narrow.
"""

from collections.abc import Mapping
from datetime import date

from shifter.core.pick.beliefs import Belief, Beliefs, of_prompt
from shifter.core.pick.counting import NOTHING, Sum, place_of
from shifter.core.pick.situation import SEASON, Alike, Situation, Term
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SMALL = 60
"""Seconds of the size that is offered to those who keep going smaller."""

# How much of the doubt is left to the dice; less than all, since five minutes are soon over.
_CURIOSITY = 0.35
_STALE = 0.4
WANTED = 0.25
_OWN = 0.2
_SMALLER_BY = 0.1


class History(NamedTuple):
    """What is known of one prompt: what its picks add up to, and the last day it was shown."""

    seen: Sum = NOTHING
    shown: date | None = None


Histories = Mapping[str, History]


class Drawn(NamedTuple):
    """A prompt with what it came to, and what the dice made of the prompt itself."""

    score: float
    prompt: str
    alike: Alike
    drawn: float


class _Group(NamedTuple):
    """Prompts of one kind, size and place: all that they share."""

    score: float
    at_most: int
    expected: float
    terms: tuple[Term, ...]


class Terms:
    """The weights of one pick, each drawn when it is first needed, and then the same for all."""

    def __init__(self, beliefs: Beliefs, situation: Situation, random: "Random") -> None:
        self.beliefs = beliefs
        self.situation = situation
        self._random = random
        self._drawn: dict[tuple[str, str], Term] = {}
        self._groups: dict[tuple[str, int, tuple[str, ...]], _Group] = {}

    def weigh(self, prompt: str, alike: Alike, history: History) -> tuple[float, str, Alike, float]:
        """A prompt's score in the size that suits best, as a `Drawn`."""
        group = self._group_of(alike)
        mean, spread = of_prompt(history.seen, group.expected)
        drawn = self._random.gauss(mean, _CURIOSITY * spread)
        score = group.score + drawn + (_OWN if alike.own else 0.0) + self._stale(history)
        return score, prompt, alike, drawn

    def at_most(self, alike: Alike) -> int:
        """The size that suits such prompts best, in seconds."""
        return self._group_of(alike).at_most

    def of(self, drawn: Drawn, history: History) -> tuple[Term, ...]:
        """All that went into a prompt's score, each with its name."""
        _, prompt, alike, made = drawn
        group = self._group_of(alike)
        mean, spread = of_prompt(history.seen, group.expected)
        own, stale = _OWN if alike.own else 0.0, self._stale(history)
        return (
            *group.terms,
            Term("prompt", prompt, mean, spread, made, history.seen),
            Term("own", prompt, own, 0.0, own),
            Term("stale", prompt, stale, 0.0, stale),
        )

    def _group_of(self, alike: Alike) -> _Group:
        key = alike.kind, alike.minutes, alike.places
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = self._group(alike)
        return group

    def _group(self, alike: Alike) -> _Group:
        beliefs, situation = self.beliefs, self.situation
        kind, place = alike.kind, place_of(alike.places)
        weekday = "weekend" if situation.weekend else "week"
        size, at_most = self._size(alike)
        terms = [
            self._once("kind", kind, beliefs.kind(kind)),
            size,
            self._once("place", place, beliefs.place(place)),
            self._once("hour", f"{situation.part}/{kind}", beliefs.hour(situation.part, kind)),
            self._once("weekday", f"{weekday}/{place}", beliefs.weekday(weekday, place)),
        ]
        if situation.wishes.get(kind) == "more":
            terms.append(Term("wanted", kind, WANTED, 0.0, WANTED))
        score = sum(term.drawn for term in terms)
        expected = beliefs.expected(kind, alike.minutes, place)
        return _Group(score, at_most, expected, tuple(terms))

    def _size(self, alike: Alike) -> tuple[Term, int]:
        """The size that is offered: the whole, unless the smallest is clearly liked better."""
        size = alike.minutes
        whole = self._once("size", str(size), self.beliefs.size(size))
        small = self._once("size", "1", self.beliefs.size(1))
        if small.seen.offers and small.drawn > whole.drawn + _SMALLER_BY:
            return small, SMALL
        return whole, size * 60

    def _stale(self, history: History) -> float:
        """Less for what was on the card of late; what rested for a season is as good as new."""
        if history.shown is None:
            return 0.0
        # Where a clock went back, the last time can lie ahead.
        days = max(0, (self.situation.today - history.shown).days)
        return -_STALE * max(0.0, 1.0 - days / SEASON) ** 2

    def _once(self, name: str, about: str, belief: Belief) -> Term:
        term = self._drawn.get((name, about))
        if term is None:
            term = self._drawn[name, about] = self._draw(name, about, belief)
        return term

    def _draw(self, name: str, about: str, belief: Belief) -> Term:
        drawn = self._random.gauss(belief.mean, _CURIOSITY * belief.spread)
        return Term(name, about, belief.mean, belief.spread, drawn, belief.seen)
