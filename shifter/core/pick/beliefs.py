"""What is believed of a person's tastes, from the sums of the picks that were answered.

A Bayesian linear model of the chance of a yes: a base, and one weight for each kind, size, place,
for each kind at each part of the day, each place at the weekend or in the week, each idea, and each
prompt. Every weight has a normal prior around zero, which is the partial pooling (Gelman and Hill,
*Data Analysis Using Regression and Multilevel Models*, 2007, chapter 12): a new prompt starts from
what is known of its kind, size and place. The posterior is the mean-field one (Bishop, *Pattern
Recognition and Machine Learning*, 2006, chapter 10), found by backfitting (Buja, Hastie and
Tibshirani, *Linear Smoothers and Additive Models*, 1989), so that a place is not blamed for the
kind that is mostly done there. That old picks fade makes the bandit a discounted one (Raj and
Kalyani, *Taming Non-stationary Bandits*, 2017).
"""

from collections.abc import Mapping
from math import sqrt

from shifter.core.pick.counting import NOTHING, Sum
from shifter.core.quick_tuple import NamedTuple

Sums = Mapping[str, Mapping[str, Sum]]
"""Tables of sums by what they are about, faded to today."""

NOISE = 0.2
"""The variance of one answer around its chance."""

# How far weights of each sort usually lie from zero: the standard deviation of the prior.
SPREAD = {
    "kind": 0.3,
    "size": 0.15,
    "place": 0.12,
    "hour": 0.1,
    "weekday": 0.15,
    "idea": 0.2,
    "prompt": 0.12,
}

_FIRST_RATE = 0.45
_FIRST_OFFERS = 4.0
_ROUNDS = 3


class Belief(NamedTuple):
    """A weight: its mean and standard deviation, and what it rests on."""

    mean: float
    spread: float
    seen: Sum


class Beliefs:
    """Every weight but the prompts', which are asked for one by one."""

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        make_up = sums.get("make-up", {})
        self.cells = [(tuple(cell.split("/")), seen) for cell, seen in make_up.items()]
        offers = sum(seen.offers for _, seen in self.cells)
        self.rate = sum(seen.yeses for _, seen in self.cells) / offers if offers else 0.0
        self.base = _FIRST_RATE
        self._axes: tuple[dict[str, Belief], ...] = ({}, {}, {})
        for _ in range(_ROUNDS if self.cells else 0):
            self._fit_base()
            for axis, name in enumerate(("kind", "size", "place")):
                self._fit(axis, name)
        self._hours = self._beside("hour", 0)
        self._weekdays = self._beside("weekday", 2)

    def kind(self, kind: str) -> Belief:
        """What a kind adds."""
        return self._axes[0].get(kind) or _unknown("kind")

    def size(self, size: int) -> Belief:
        """What a size adds."""
        return self._axes[1].get(str(size)) or _unknown("size")

    def place(self, place: str) -> Belief:
        """What a place adds."""
        return self._axes[2].get(place) or _unknown("place")

    def hour(self, part: str, kind: str) -> Belief:
        """What a part of the day adds for a kind, beside what it does for every kind."""
        return self._hours.get(f"{part}/{kind}") or _unknown("hour")

    def weekday(self, weekday: str, place: str) -> Belief:
        """What `week` or `weekend` adds for a place, beside what it does for every place."""
        return self._weekdays.get(f"{weekday}/{place}") or _unknown("weekday")

    def idea(self, idea: str | None) -> Belief:
        """What an idea adds; None is for picks about no idea."""
        seen = self._sums.get("idea", {}).get(idea or "", NOTHING)
        return _posterior("idea", seen.yeses - seen.offers * self.base, seen)

    def prompt(self, seen: Sum, expected: float) -> Belief:
        """What one prompt adds to the chance that its kind, size and place make one expect."""
        return _posterior("prompt", seen.yeses - seen.offers * expected, seen)

    def expected(self, kind: str, size: int, place: str) -> float:
        """The chance of a yes as kind, size and place alone make one expect it."""
        return self.base + self.kind(kind).mean + self.size(size).mean + self.place(place).mean

    def _fit_base(self) -> None:
        left = offers = 0.0
        for cell, seen in self.cells:
            left += seen.yeses - seen.offers * self._adds(cell)
            offers += seen.offers
        self.base = (left + _FIRST_RATE * _FIRST_OFFERS) / (offers + _FIRST_OFFERS)

    def _fit(self, axis: int, name: str) -> None:
        fitted = self._axes[axis]
        left: dict[str, float] = {}
        offers: dict[str, float] = {}
        yeses: dict[str, float] = {}
        for cell, seen in self.cells:
            value = cell[axis]
            own = fitted[value].mean if value in fitted else 0.0
            expected = self.base + self._adds(cell) - own
            left[value] = left.get(value, 0.0) + seen.yeses - seen.offers * expected
            offers[value] = offers.get(value, 0.0) + seen.offers
            yeses[value] = yeses.get(value, 0.0) + seen.yeses
        for value, rest in left.items():
            fitted[value] = _posterior(name, rest, Sum(offers[value], yeses[value]))

    def _adds(self, cell: tuple[str, ...]) -> float:
        return sum(
            fitted[value].mean
            for value, fitted in zip(cell, self._axes, strict=True)
            if value in fitted
        )

    def _beside(self, name: str, axis: int) -> dict[str, Belief]:
        """What a time adds for each kind or place, beside what it does for all of them."""
        left: dict[str, float] = {}
        whole: dict[str, Sum] = {}
        table = self._sums.get(name, {})
        for subject, seen in table.items():
            time, _, value = subject.partition("/")
            known = self._axes[axis].get(value)
            left[subject] = seen.yeses - seen.offers * (self.base + (known.mean if known else 0.0))
            rest = whole.get(time, NOTHING)
            whole[time] = Sum(rest.offers + seen.offers, rest.yeses + left[subject])
        beliefs = {}
        for subject, seen in table.items():
            of_time = whole[subject.partition("/")[0]]
            for_all = _posterior(name, of_time.yeses, of_time).mean
            beliefs[subject] = _posterior(name, left[subject] - seen.offers * for_all, seen)
        return beliefs


def _posterior(name: str, left: float, seen: Sum) -> Belief:
    """The weight that explains what is left of the yeses once all else was told."""
    doubt = NOISE / SPREAD[name] ** 2
    return Belief(left / (seen.offers + doubt), sqrt(NOISE / (seen.offers + doubt)), seen)


def _unknown(name: str) -> Belief:
    return Belief(0.0, SPREAD[name], NOTHING)
