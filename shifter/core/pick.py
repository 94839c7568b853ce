"""Choosing the one prompt for the card."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Literal

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Place, Prompt

# What can weigh most in a choice; each has its sentence among the phrases.
Term = Literal[
    "first",
    "return",
    "then",
    "step",
    "step_near",
    "idea_chosen",
    "idea_turn",
    "own",
    "new",
    "at_hand",
    "rested",
]

SEASON = 90

NEXT_STEP = "next-step"
"""The prompt that stands for whatever people set as the next step of an idea."""

_IDEA_SHARE = 0.6


class IdeaTurn(NamedTuple):
    """A living idea, and how often it was offered of late.

    `step` is the id of its own next step, if it has one that may be shown now; `step_is_near`
    tells that the day it is meant for is close.
    """

    id: str
    name: str
    offers: int
    step: str | None = None
    step_is_near: bool = False


class Follow(NamedTuple):
    """A shift that was just done, whose natural next step is warm. `idea` and `person` are ids.

    One that was `asked` for is taken whatever else was on the card, or is to be worked on, today.
    """

    shift: str
    prompt: str
    idea: str | None
    person: str | None
    asked: bool = False


class Situation(NamedTuple):
    """All that a choice depends on.

    `minutes` and `place` are hard limits. `idea` is the one to work on, if one was chosen for
    today. `done_lately` are the prompts done in the last seven days, `shown_today` those that were
    on the card since this morning, `last_shown` the day of each one's last offer within a season.
    `narrowed` tells whether the time or the place was set for today. `only` limits the choice on
    the very first day. `returning` asks for the smallest.
    """

    today: date
    minutes: int
    place: Place | None = None
    narrowed: bool = False
    idea: IdeaTurn | None = None
    ideas: Sequence[IdeaTurn] = ()
    follow: Follow | None = None
    done_lately: frozenset[str] = frozenset()
    shown_today: frozenset[str] = frozenset()
    last_shown: Mapping[str, date] = {}
    only: frozenset[str] = frozenset()
    returning: bool = False


class Choice(NamedTuple):
    """The prompt to show at one of its rungs, and what weighed most for it.

    `step` is the id of the next step that the prompt stands for.
    """

    prompt: Prompt
    rung: int
    idea: IdeaTurn | None
    follow: Follow | None
    term: Term
    step: str | None = None


def choose(prompts: Sequence[Prompt], situation: Situation, random: Random) -> Choice | None:
    """The next pick; None if not one prompt fits the time and the place.

    If nothing fits, the rule of seven days gives way first, then the chosen idea; the time, the
    place and what was retired never do.
    """
    fitting = [
        prompt
        for prompt in prompts
        if prompt.id != NEXT_STEP and fits(prompt, situation.minutes, situation.place)
    ]
    if situation.only:
        first = [prompt for prompt in fitting if prompt.id in situation.only]
        return _first(first or fitting, situation, random)
    warm = _warm(prompts, situation)
    if warm and warm.follow and warm.follow.asked:
        return warm
    if step := _own_step(prompts, situation, random):
        return step
    if warm:
        return warm
    idea = situation.idea or _turn(situation.ideas, random)
    # A step that leans on what was written before makes no sense on its own.
    alone = [prompt for prompt in fitting if prompt.quotes is None] or fitting
    for candidates, about in (
        (_fresh(_about(alone, idea), situation), idea),
        (_about(alone, idea) if situation.idea else [], idea),
        (_fresh(_about(alone, None), situation), None),
        (_fresh(alone, situation), None),
        (alone, None),
    ):
        if candidates:
            return _weighed(candidates, about, situation, random)
    return None


def fits(prompt: Prompt, minutes: int, place: Place | None) -> bool:
    """Whether a prompt can be offered with this time and place at hand."""
    return not prompt.retired and prompt.minutes <= minutes and suits(prompt, place)


def suits(prompt: Prompt, place: Place | None) -> bool:
    """Whether a prompt can be done in a place; any can where none is known."""
    return place is None or place in prompt.places or "anywhere" in prompt.places


def largest_rung(prompt: Prompt, minutes: int) -> int | None:
    """The first rung of a ladder that these minutes are enough for."""
    for number, rung in enumerate(prompt.ladder):
        if rung.seconds <= minutes * 60:
            return number
    return None


def _first(prompts: Sequence[Prompt], situation: Situation, random: Random) -> Choice | None:
    if not prompts:
        return None
    idea = situation.ideas[0] if situation.ideas else None
    prompt = random.choice(_about(prompts, idea) or prompts)
    return Choice(prompt, len(prompt.ladder) - 1, idea, None, "first")


def _own_step(prompts: Sequence[Prompt], situation: Situation, random: Random) -> Choice | None:
    """The step that people set themselves, if its day is near or it is the turn of its idea."""
    prompt = next((prompt for prompt in prompts if prompt.id == NEXT_STEP), None)
    if prompt is None or prompt.retired or not suits(prompt, situation.place):
        return None
    rung = largest_rung(prompt, situation.minutes)
    ideas = [situation.idea] if situation.idea else situation.ideas
    stepping = [idea for idea in ideas if idea.step is not None]
    if rung is None or not stepping or situation.returning:
        return None
    near = [idea for idea in stepping if idea.step_is_near]
    least = min(idea.offers for idea in near or ideas)
    turns = [idea for idea in near or stepping if idea.offers == least]
    if not turns:
        return None
    idea = random.choice(turns)
    return Choice(prompt, rung, idea, None, "step_near" if near else "step", idea.step)


def _warm(prompts: Sequence[Prompt], situation: Situation) -> Choice | None:
    follow = situation.follow
    if follow is None or not (follow.asked or _is_wanted(follow, situation)):
        return None
    idea = next((idea for idea in situation.ideas if idea.id == follow.idea), None)
    for prompt in prompts:
        rung = largest_rung(prompt, situation.minutes)
        if (
            prompt.id == follow.prompt
            and rung is not None
            and not prompt.retired
            and suits(prompt, situation.place)
            and (prompt.repeats or prompt.id not in situation.done_lately)
        ):
            return Choice(prompt, rung, idea, follow, "then")
    return None


def _is_wanted(follow: Follow, situation: Situation) -> bool:
    if follow.prompt in situation.shown_today or situation.returning:
        return False
    return situation.idea is None or situation.idea.id == follow.idea


def _turn(ideas: Sequence[IdeaTurn], random: Random) -> IdeaTurn | None:
    """The idea that was offered least, most of the time; else none, for the world is wide."""
    if not ideas or random.random() >= _IDEA_SHARE:
        return None
    least = min(idea.offers for idea in ideas)
    return random.choice([idea for idea in ideas if idea.offers == least])


def _about(prompts: Sequence[Prompt], idea: IdeaTurn | None) -> list[Prompt]:
    return [prompt for prompt in prompts if (prompt.goes_with == "idea") == (idea is not None)]


def _fresh(prompts: Sequence[Prompt], situation: Situation) -> list[Prompt]:
    lately_not = [
        prompt for prompt in prompts if prompt.repeats or prompt.id not in situation.done_lately
    ]
    return [prompt for prompt in lately_not if prompt.id not in situation.shown_today] or lately_not


def _weighed(
    prompts: Sequence[Prompt], idea: IdeaTurn | None, situation: Situation, random: Random
) -> Choice:
    (prompt,) = random.choices(prompts, [_weight(prompt, situation) for prompt in prompts])
    rung = len(prompt.ladder) - 1 if situation.returning else 0
    return Choice(prompt, rung, idea, None, _term(prompt, idea, situation))


def _weight(prompt: Prompt, situation: Situation) -> float:
    """More for what was not shown for longer, and for what uses the time at hand."""
    shown = situation.last_shown.get(prompt.id)
    # Where a clock went back, the last time can lie ahead.
    days = SEASON if shown is None else max(0, (situation.today - shown).days)
    return (min(1.0, days / SEASON) + 0.01) * prompt.minutes / situation.minutes


def _term(prompt: Prompt, idea: IdeaTurn | None, situation: Situation) -> Term:
    if situation.returning:
        return "return"
    if idea is not None:
        return "idea_chosen" if situation.idea is not None else "idea_turn"
    if prompt.origin == "own":
        return "own"
    if situation.narrowed:
        return "at_hand"
    return "rested" if prompt.id in situation.last_shown else "new"
