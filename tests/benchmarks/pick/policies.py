"""Who chooses: the model, an even random pick, and an oracle that knows the tastes.

All three are bound by the same limits, take turns among the ideas by the same rule of fairness, and
explore just as often.
"""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from shifter.core.pick.choosing import Learned, choose, is_new
from shifter.core.pick.counting import NOTHING, Sum, faded, grown
from shifter.core.pick.limits import explores, for_idea, possible, shortlist
from shifter.core.pick.situation import Candidate, IdeaTurn, Situation
from shifter.core.pick.terms import History
from shifter.core.pick.turns import LEAST_SHARE, MOST_SHARE, USUAL_SHARE, due


class Picked(NamedTuple):
    """A prompt, its size in seconds, the name of its idea, and whether it was to find out more."""

    candidate: Candidate
    at_most: int
    idea: str | None
    explored: bool


class Memory:
    """The sums that the model has learned, and the last day each prompt was shown."""

    def __init__(self) -> None:
        self.sums: dict[str, dict[str, Sum]] = {}
        self.shown: dict[str, date] = {}

    def add(self, subjects: Sequence[tuple[str, str]], added: Sum) -> None:
        for name, about in subjects:
            table = self.sums.setdefault(name, {})
            known = table.get(about, NOTHING)
            table[about] = Sum(known.offers + added.offers, known.yeses + added.yeses)

    def learned(self, today: date) -> Learned:
        scale = grown(today)
        tables = {
            name: {about: faded(*kept, scale) for about, kept in table.items()}
            for name, table in self.sums.items()
            if name != "prompt"
        }
        prompts = self.sums.get("prompt", {})
        return Learned(
            tables,
            lambda ids: {
                id: History(faded(*prompts.get(id, NOTHING), scale), self.shown.get(id))
                for id in ids
            },
        )


Chance = Callable[[Candidate, int, str | None], float]
"""The chance that a prompt in a size, in seconds, about an idea, gets a yes."""

Policy = Callable[[Sequence[Candidate], Situation, Memory, Chance, Random], Picked]


def model(
    candidates: Sequence[Candidate],
    situation: Situation,
    memory: Memory,
    _: Chance,
    random: Random,
) -> Picked:
    """What shifter does."""
    choice = choose(candidates, situation, memory.learned(situation.today), random)
    assert choice is not None
    candidate = next(it for it in candidates if it.id == choice.prompt)
    name = choice.idea.name if choice.idea else None
    return Picked(candidate, choice.at_most, name, choice.reason == "explore")


def uniform(
    candidates: Sequence[Candidate],
    situation: Situation,
    _: Memory,
    __: Chance,
    random: Random,
) -> Picked:
    """Any idea whose turn it may be, any prompt that is allowed."""
    idea = None
    if random.random() < USUAL_SHARE:
        idea = random.choice(due(situation.ideas))
    listed, idea = for_idea(shortlist(possible(candidates, situation), situation), idea, situation)
    candidate = random.choice(listed)
    at_most = 0 if situation.returning else candidate.minutes * 60
    return Picked(candidate, at_most, idea.name if idea else None, explores(situation))


def oracle(
    candidates: Sequence[Candidate],
    situation: Situation,
    memory: Memory,
    chance: Chance,
    random: Random,
) -> Picked:
    """What is likeliest to get a yes."""
    fitting = shortlist(possible(candidates, situation), situation)

    def best(idea: IdeaTurn | None) -> tuple[float, Picked]:
        listed, of = for_idea(fitting, idea, situation)
        name = of.name if of else None
        sizes = [
            (chance(it, at_most, name), Picked(it, at_most, name, explored=False))
            for it in listed
            for at_most in ((0,) if situation.returning else (it.minutes * 60, 60))
        ]
        return max(sizes, key=lambda one: one[0])

    chosen = max(due(situation.ideas), key=lambda idea: best(idea)[0])
    is_better = best(chosen)[0] >= best(None)[0]
    turn = random.random() < (MOST_SHARE if is_better else LEAST_SHARE)
    idea = chosen if turn else None
    if explores(situation):
        histories = memory.learned(situation.today).histories([it.id for it in fitting])
        for of_turn in (idea, None):
            listed, of = for_idea(fitting, of_turn, situation)
            new = [it for it in listed if is_new(histories[it.id], situation)]
            if new:
                candidate = random.choice(new)
                name = of.name if of else None
                return Picked(candidate, candidate.minutes * 60, name, explored=True)
    return best(idea)[1]
