"""Whose turn it is: the idea first, then a prompt that goes with it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import exp

from shifter.core.pick.beliefs import Beliefs
from shifter.core.pick.situation import IdeaTurn
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FAIR = 0.4
"""No living idea gets less than this share of the offers of the one that is offered most."""

USUAL_SHARE = 0.5
LEAST_SHARE, MOST_SHARE = 0.35, 0.9
_LEANING = 4.0


def turns_had(came: Mapping[str, date], offered: Sequence[tuple[str, date]]) -> Counter[str]:
    """How many turns each idea had: its offers, which are given with their days, in order.

    Whatever came later, by the day it did, begins one below the least of those that were there: it
    comes next, and does not have all turns until it was offered as often. It is what a new flow
    starts with in start-time fair queueing (Goyal, Vin and Cheng, 1996).
    """
    had: Counter[str] = Counter()
    told = 0
    for first_day in sorted({day for day in came.values() if offered and day > offered[0][1]}):
        while told < len(offered) and offered[told][1] < first_day:
            had[offered[told][0]] += 1
            told += 1
        least = min((had[idea] for idea in came if came[idea] < first_day), default=0)
        for idea in came:
            if came[idea] == first_day:
                had[idea] = max(had[idea], least - 1)
    had.update(idea for idea, _ in offered[told:])
    return had


def idea_share(beliefs: Beliefs, ideas: Sequence[IdeaTurn]) -> float:
    """The share of picks that are about an idea; the rest is about none, for the world is wide."""
    if not ideas:
        return 0.0
    best = max(beliefs.idea(idea.id).mean for idea in ideas)
    share = USUAL_SHARE + best - beliefs.idea(None).mean
    return min(MOST_SHARE, max(LEAST_SHARE, share))


def due(ideas: Sequence[IdeaTurn]) -> list[IdeaTurn]:
    """The ideas that one more offer leaves fair to all; the least offered is always among them."""
    least = min(idea.offers for idea in ideas)
    return [idea for idea in ideas if idea.offers == least or FAIR * (idea.offers + 1) <= least]


def turn(ideas: Sequence[IdeaTurn], beliefs: Beliefs, random: "Random") -> IdeaTurn | None:
    """The idea of the next pick: they take turns, and what gets more yeses has more of them."""
    if not ideas or random.random() >= idea_share(beliefs, ideas):
        return None
    means = {idea.id: beliefs.idea(idea.id).mean for idea in ideas}
    best = max(means.values())

    def waited(idea: IdeaTurn) -> float:
        return (idea.offers + 1) / max(FAIR, exp(_LEANING * (means[idea.id] - best)))

    shortest = min(waited(idea) for idea in due(ideas))
    # Equal but for rounding is equal.
    return random.choice([idea for idea in due(ideas) if waited(idea) <= shortest * 1.0001])
