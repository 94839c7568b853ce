"""Who chooses: the model, an even random pick, and an oracle that knows the tastes.

All three are bound by the same limits, take turns among the ideas by the same rule of fairness, and
explore just as often.
"""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from shifter.core.pick.choosing import Learned, choose
from shifter.core.pick.counting import NOTHING, Sum, faded, grown
from shifter.core.pick.limits import for_idea, is_due, may_explore, possible, shortlist, without
from shifter.core.pick.situation import EXPLORING, SEASON, Alike, IdeaTurn, Situation
from shifter.core.pick.terms import History
from shifter.core.pick.turns import LEAST_SHARE, MOST_SHARE, USUAL_SHARE, due


class Picked(NamedTuple):
    """A prompt, its size in seconds, the name of its idea, and whether it was to find out more."""

    prompt: str
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
            lambda: {id: day for id, day in self.shown.items() if (today - day).days < SEASON},
        )


Chance = Callable[[str, int, str | None], float]
"""The chance that a prompt in a size, in seconds, about an idea, gets a yes."""

Policy = Callable[[Sequence[Alike], Situation, Memory, Chance, Random], Picked]


def model(
    candidates: Sequence[Alike],
    situation: Situation,
    memory: Memory,
    _: Chance,
    random: Random,
) -> Picked:
    """What shifter does."""
    choice = choose(candidates, situation, memory.learned(situation.today), random)
    assert choice is not None
    name = choice.idea.name if choice.idea else None
    return Picked(choice.prompt, choice.at_most, name, choice.reason in EXPLORING)


def uniform(
    candidates: Sequence[Alike],
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
    prompt, minutes = random.choice(_each(listed))
    at_most = 0 if situation.returning else minutes * 60
    return Picked(prompt, at_most, idea.name if idea else None, may_explore(situation))


def oracle(
    candidates: Sequence[Alike],
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
            (chance(prompt, at_most, name), Picked(prompt, at_most, name, explored=False))
            for prompt, minutes in _each(listed)
            for at_most in ((0,) if situation.returning else (minutes * 60, 60))
        ]
        return max(sizes, key=lambda one: one[0])

    chosen = max(due(situation.ideas), key=lambda idea: best(idea)[0])
    is_better = best(chosen)[0] >= best(None)[0]
    turn = random.random() < (MOST_SHARE if is_better else LEAST_SHARE)
    idea = chosen if turn else None
    if may_explore(situation):
        shown = memory.learned(situation.today).shown().keys()
        for of_turn in (idea, None):
            listed, of = for_idea(fitting, of_turn, situation)
            if new := without(listed, shown):
                prompt, minutes = random.choice(_each(new))
                name = of.name if of else None
                return Picked(prompt, minutes * 60, name, explored=True)
        if is_due(situation):
            listed, of = for_idea(fitting, idea, situation)
            prompt, minutes = random.choice(_each(listed))
            name = of.name if of else None
            return Picked(prompt, minutes * 60, name, explored=True)
    return best(idea)[1]


def _each(listed: Sequence[Alike]) -> list[tuple[str, int]]:
    """Each prompt with its minutes."""
    return [(id, it.minutes) for it in listed for id in it.ids]
