"""Choosing the one prompt for the card."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from shifter.core.pick.beliefs import Beliefs, Sums
from shifter.core.pick.fitting import largest_rung, suits
from shifter.core.pick.limits import for_idea, may_explore, possible, shortlist, without
from shifter.core.pick.reasons import idea_term, reason_for
from shifter.core.pick.situation import (
    NEXT_STEP,
    SEASON,
    Alike,
    Choice,
    Follow,
    IdeaTurn,
    Reason,
    RunnerUp,
    Situation,
)
from shifter.core.pick.terms import Drawn, Histories, History, Terms
from shifter.core.pick.turns import turn
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Kind, Prompt

if TYPE_CHECKING:
    from random import Random

MOST_WEIGHED = 100
"""Of more prompts than these, the dice choose which are weighed: a pick may not take long."""

_RUNNERS_UP = 5
_USUALLY_REFUSED = 0.2
_SOMETHING_IS_KNOWN = 3.0


class Learned(NamedTuple):
    """What was learned so far: the sums, faded to today, and where to ask for the prompts'.

    `shown` tells of every prompt that was on the card within a season the last day that it was.
    """

    sums: Sums
    histories: Callable[[Sequence[str]], Histories]
    shown: Callable[[], Mapping[str, date]]


def choose(
    candidates: Sequence[Alike], situation: Situation, learned: Learned, random: "Random"
) -> Choice | None:
    """The next pick; None if not one prompt fits the time and the place.

    If nothing fits, the rule of seven days gives way first, then the chosen idea; the time, the
    place and what was retired or turned off never do.
    """
    fitting = possible(candidates, situation)
    if situation.only:
        others = {id for it in fitting for id in it.ids} - situation.only
        return _first(without(fitting, others) or fitting, situation, random)
    beliefs = Beliefs(learned.sums)
    if decided := _by_rule(situation, beliefs, random):
        return decided
    whole = shortlist(fitting, situation)
    if not whole:
        return None
    idea = situation.idea or turn(situation.ideas, beliefs, random)
    if may_explore(situation):
        # Loaded late, since one pick in ten needs it.
        from shifter.core.pick.exploring import Exploring

        exploring = Exploring(situation, beliefs, learned.shown(), random)
        if found := exploring.choose(whole, idea):
            return found
    if idea is not None and (step := _step_of(idea, situation)):
        return step
    listed, idea = for_idea(whole, idea, situation)
    each = [(id, it) for it in listed for id in it.ids]
    if len(each) > MOST_WEIGHED:
        each = random.sample(each, MOST_WEIGHED)
    histories = learned.histories([id for id, _ in each])
    return _weighed(each, histories, idea, Terms(beliefs, situation, random))


def is_new(history: History, situation: Situation) -> bool:
    """Whether a prompt was not on the card for a season."""
    return history.shown is None or (situation.today - history.shown).days >= SEASON


def _by_rule(situation: Situation, beliefs: Beliefs, random: "Random") -> Choice | None:
    """What comes first whatever else there is: a warm step, one's own, one taken up again."""
    warm = _follow(situation.follow, "then", situation)
    if warm and situation.follow and situation.follow.asked:
        return warm
    if step := _own_step(situation, random):
        return step
    for choice, follow in (
        (warm, situation.follow),
        (_follow(situation.again, "again", situation), situation.again),
    ):
        if choice and follow and _is_wanted(follow, situation, beliefs):
            return choice
    return None


def _first(candidates: Sequence[Alike], situation: Situation, random: "Random") -> Choice | None:
    if not candidates:
        return None
    idea = situation.ideas[0] if situation.ideas else None
    about = [it for it in candidates if (it.goes_with == "idea") == (idea is not None)]
    prompt, _ = _any_of(about or candidates, random)
    return Choice(prompt, 0, idea, None, "first")


def _any_of(candidates: Sequence[Alike], random: "Random") -> tuple[str, Alike]:
    return random.choice([(id, it) for it in candidates for id in it.ids])


def _own_step(situation: Situation, random: "Random") -> Choice | None:
    """The step that people set themselves, if its day is near or its idea was offered least."""
    ideas = [situation.idea] if situation.idea else situation.ideas
    near = [idea for idea in ideas if idea.step_is_near]
    least = min((idea.offers for idea in near or ideas), default=0)
    turns = [idea for idea in near or ideas if idea.step is not None and idea.offers == least]
    return _step_of(random.choice(turns), situation) if turns else None


def _step_of(idea: IdeaTurn, situation: Situation) -> Choice | None:
    """The step that was set for an idea, if it fits."""
    prompt = situation.next_step
    if idea.step is None or prompt is None or prompt.retired or situation.returning:
        return None
    if not suits(prompt.places, situation.place):
        return None
    if largest_rung(prompt, situation.minutes) is None:
        return None
    reason: Reason = "step_near" if idea.step_is_near else "step"
    return Choice(NEXT_STEP, situation.minutes * 60, idea, None, reason, step=idea.step)


def _follow(follow: Follow | None, reason: Reason, situation: Situation) -> Choice | None:
    """The next step of a shift, if it fits."""
    if follow is None:
        return None
    prompt = follow.prompt
    if (
        prompt.retired
        or largest_rung(prompt, situation.minutes) is None
        or not suits(prompt.places, situation.place)
        or (not prompt.repeats and prompt.id in situation.done_lately)
    ):
        return None
    idea = next((idea for idea in situation.ideas if idea.id == follow.idea), None)
    return Choice(prompt.id, _size(prompt, situation), idea, follow, reason)


def _size(prompt: Prompt, situation: Situation) -> int:
    """All the time there is; less, where something of its kind was just ignored."""
    last = situation.before[0] if situation.before else None
    if last is not None and (last.outcome, last.kind) == ("ignored", prompt.kind):
        return min(situation.minutes * 60, prompt.ladder[0].seconds - 1)
    return situation.minutes * 60


def _is_wanted(follow: Follow, situation: Situation, beliefs: Beliefs) -> bool:
    if follow.prompt.id in situation.shown_today or situation.returning:
        return False
    if situation.idea is not None and situation.idea.id != follow.idea:
        return False
    kind = follow.prompt.kind
    return situation.wishes.get(kind) != "off" and not _is_refused(kind, beliefs)


def _is_refused(kind: Kind, beliefs: Beliefs) -> bool:
    """Whether people usually say no to a kind."""
    seen = beliefs.kind(kind).seen
    return seen.offers >= _SOMETHING_IS_KNOWN and seen.yeses < _USUALLY_REFUSED * seen.offers


def _weighed(
    each: Sequence[tuple[str, Alike]],
    histories: Histories,
    idea: IdeaTurn | None,
    weights: Terms,
) -> Choice:
    beliefs, situation = weights.beliefs, weights.situation
    unknown = History()
    drawn = [weights.weigh(id, it, histories.get(id, unknown)) for id, it in each]
    drawn.sort(key=itemgetter(0), reverse=True)
    best, *others = (Drawn(*one) for one in drawn[: _RUNNERS_UP + 1])
    history = histories.get(best.prompt, unknown)
    terms = (*([idea_term(idea, beliefs)] if idea else []), *weights.of(best, history))
    reason, about = reason_for(
        terms, beliefs.whole, idea, situation, is_new=is_new(history, situation)
    )
    return Choice(
        prompt=best.prompt,
        at_most=0 if situation.returning else weights.at_most(best.alike),
        idea=idea,
        follow=None,
        reason=reason,
        about=about,
        terms=terms,
        others=tuple(RunnerUp(other.prompt, other.score) for other in others),
    )
