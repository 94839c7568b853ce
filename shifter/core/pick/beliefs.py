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

from collections.abc import Iterator, Mapping
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
    "hour": 0.18,
    "weekday": 0.15,
    "idea": 0.2,
    "prompt": 0.12,
}

_DOUBT = {name: NOISE / spread**2 for name, spread in SPREAD.items()}
"""As many answers as the prior of each sort of weights is worth."""

_FIRST_RATE = 0.45
_FIRST_OFFERS = 4.0
_ROUNDS = 3
_AXES = ("kind", "size", "place")


class Belief(NamedTuple):
    """A weight: its mean and standard deviation, and what it rests on."""

    mean: float
    spread: float
    seen: Sum


class Beliefs:
    """Every weight but those of single prompts, of which there are too many."""

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        make_up = _MakeUp(sums.get("make-up", {}))
        self.whole, self.base = make_up.whole, make_up.base
        self.rate = self.whole.yeses / self.whole.offers if self.whole.offers else 0.0
        self._axes = make_up.beliefs()
        self._hours = self._beside("hour", 0)
        self._weekdays = self._beside("weekday", 2)

    def all(self) -> Iterator[tuple[str, str, Belief]]:
        """Every weight that something is known of, with its name and what it is about."""
        tables = (*zip(_AXES, self._axes, strict=True), ("hour", self._hours))
        for name, beliefs in (*tables, ("weekday", self._weekdays)):
            for about, belief in beliefs.items():
                yield name, about, belief
        for idea in self._sums.get("idea", {}):
            yield "idea", idea, self.idea(idea)

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

    def expected(self, kind: str, size: int, place: str) -> float:
        """The chance of a yes as kind, size and place alone make one expect it."""
        return self.base + self.kind(kind).mean + self.size(size).mean + self.place(place).mean

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


class _MakeUp:
    """The base, and what kinds, sizes and places add, fitted together by backfitting."""

    def __init__(self, cells: Mapping[str, Sum]) -> None:
        self._values = [cell.split("/") for cell in cells]
        self._offers = [seen.offers for seen in cells.values()]
        self._yeses = [seen.yeses for seen in cells.values()]
        self._offers_of = [self._by(axis, self._offers) for axis in range(len(_AXES))]
        whole = sum(self._offers)
        self.whole = Sum(whole, sum(self._yeses))
        self.base = _FIRST_RATE
        self._means: tuple[dict[str, float], ...] = ({}, {}, {})
        # What is left of each cell's yeses once all that is believed so far was told.
        self._left = [
            yeses - offers * self.base
            for yeses, offers in zip(self._yeses, self._offers, strict=True)
        ]
        for _ in range(_ROUNDS if cells else 0):
            self._fit_base(whole)
            for axis, name in enumerate(_AXES):
                self._fit(axis, name)

    def beliefs(self) -> tuple[dict[str, Belief], ...]:
        """What each kind, size and place adds."""
        return tuple(
            {
                value: Belief(
                    mean,
                    sqrt(NOISE / (offers[value] + _DOUBT[name])),
                    Sum(offers[value], yeses[value]),
                )
                for value, mean in self._means[axis].items()
            }
            for axis, name in enumerate(_AXES)
            for offers, yeses in [(self._offers_of[axis], self._by(axis, self._yeses))]
        )

    def _fit_base(self, whole: float) -> None:
        left = sum(self._left) + whole * self.base
        base = (left + _FIRST_RATE * _FIRST_OFFERS) / (whole + _FIRST_OFFERS)
        change, self.base = base - self.base, base
        self._left = [
            left - offers * change for left, offers in zip(self._left, self._offers, strict=True)
        ]

    def _fit(self, axis: int, name: str) -> None:
        means = self._means[axis]
        left, offers = self._by(axis, self._left), self._offers_of[axis]
        doubt = _DOUBT[name]
        changes = {}
        for value, rest in left.items():
            before = means.get(value, 0.0)
            means[value] = (rest + offers[value] * before) / (offers[value] + doubt)
            changes[value] = means[value] - before
        for number, values in enumerate(self._values):
            self._left[number] -= self._offers[number] * changes[values[axis]]

    def _by(self, axis: int, amounts: list[float]) -> dict[str, float]:
        sums: dict[str, float] = {}
        for values, amount in zip(self._values, amounts, strict=True):
            value = values[axis]
            sums[value] = sums.get(value, 0.0) + amount
        return sums


def _posterior(name: str, left: float, seen: Sum) -> Belief:
    """The weight that explains what is left of the yeses once all else was told."""
    worth = seen.offers + _DOUBT[name]
    return Belief(left / worth, sqrt(NOISE / worth), seen)


def of_prompt(seen: Sum, expected: float) -> tuple[float, float]:
    """The mean and spread of what a prompt adds to the chance that one would expect of it."""
    offers, yeses = seen
    worth = offers + _DOUBT["prompt"]
    return (yeses - offers * expected) / worth, sqrt(NOISE / worth)


def _unknown(name: str) -> Belief:
    return Belief(0.0, SPREAD[name], NOTHING)
