"""Choosing the one prompt for the card, whatever the log and the hour."""

from collections.abc import Callable
from datetime import timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from shifter.core.pick import NEXT_STEP, Choice, Follow, IdeaTurn, Situation, Term, choose, fits
from shifter.core.records import Place, Prompt
from tests.core.pick_cases import IDS, TODAY, chance, prompt

PLACES = get_args(Place)
PROMPTS = st.lists(
    st.builds(
        prompt,
        st.sampled_from([*IDS, NEXT_STEP]),
        minutes=st.sampled_from([2, 5, 10, 60]),
        places=st.lists(st.sampled_from(PLACES), min_size=1, unique=True).map(tuple),
        goes_with=st.sampled_from([None, "idea", "person"]),
        quotes=st.sampled_from([None, "you wrote"]),
        repeats=st.booleans(),
        retired=st.booleans(),
        own=st.booleans(),
        smaller=st.sampled_from([(), (30,), (60, 30)]),
    ),
    max_size=9,
    unique_by=lambda it: it.id,
)
IDEAS = st.lists(
    st.builds(
        IdeaTurn,
        st.sampled_from(["pottery", "law", "bees"]),
        st.just("name"),
        st.integers(0, 3),
        st.sampled_from([None, "a step"]),
        st.booleans(),
    ),
    max_size=3,
    unique_by=lambda it: it.id,
)
SOME_IDS = st.frozensets(st.sampled_from(IDS))
DAYS = st.integers(-2, 89).map(lambda days: TODAY - timedelta(days=days))


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    ideas = draw(IDEAS)
    follow = st.builds(
        Follow,
        st.just("a shift"),
        st.sampled_from(IDS),
        st.sampled_from([None, "pottery", "a dead end"]),
        st.none(),
        asked=st.booleans(),
    )
    return Situation(
        TODAY,
        minutes=draw(st.sampled_from([1, 2, 5, 10, 60])),
        place=draw(st.sampled_from([None, "desk", "phone", "out"])),
        narrowed=draw(st.booleans()),
        idea=draw(st.sampled_from([None, *ideas])),
        ideas=ideas,
        follow=draw(st.none() | follow),
        done_lately=draw(SOME_IDS),
        shown_today=draw(SOME_IDS),
        last_shown=draw(st.dictionaries(st.sampled_from(IDS), DAYS)),
        only=draw(st.just(frozenset()) | SOME_IDS),
        returning=draw(st.booleans()),
    )


SEEDS = st.integers(0, 5)


@given(PROMPTS, situations(), SEEDS)
def test_the_time_the_place_and_what_was_retired_never_give_way(
    prompts: list[Prompt], at: Situation, seed: int
) -> None:
    choice = choose(prompts, at, chance(seed))
    if choice is None:
        return
    assert not choice.prompt.retired
    assert choice.prompt.ladder[choice.rung].seconds <= at.minutes * 60
    assert at.place is None or {at.place, "anywhere"} & set(choice.prompt.places)


@given(PROMPTS, situations(), SEEDS)
def test_there_is_no_pick_only_where_nothing_fits(
    prompts: list[Prompt], at: Situation, seed: int
) -> None:
    fitting = [one for one in prompts if one.id != NEXT_STEP and fits(one, at.minutes, at.place)]
    if fitting:
        assert choose(prompts, at, chance(seed)) is not None


@given(PROMPTS, situations(), SEEDS)
def test_the_idea_is_a_living_one_or_none(prompts: list[Prompt], at: Situation, seed: int) -> None:
    choice = choose(prompts, at, chance(seed))
    assert choice is None or choice.idea is None or choice.idea in at.ideas


# What each reason claims, in the words of the phrases.
CLAIMS: dict[Term, Callable[[Choice, Situation], bool]] = {
    "first": lambda _, at: bool(at.only),
    "return": lambda _, at: at.returning,
    "then": lambda it, at: at.follow is not None and at.follow.prompt == it.prompt.id,
    "step": lambda it, _: it.idea is not None and it.step == it.idea.step is not None,
    "step_near": lambda it, _: it.idea is not None and it.idea.step_is_near,
    "idea_chosen": lambda it, at: it.idea == at.idea is not None,
    "idea_turn": lambda it, at: (
        it.idea is not None and it.idea.offers == min(idea.offers for idea in at.ideas)
    ),
    "own": lambda it, _: it.prompt.origin == "own",
    "at_hand": lambda _, at: at.narrowed,
    "new": lambda it, at: it.prompt.id not in at.last_shown,
    "rested": lambda it, at: it.prompt.id in at.last_shown,
}


def test_every_reason_claims_something() -> None:
    assert set(CLAIMS) == set(get_args(Term))


@given(PROMPTS, situations(), SEEDS)
def test_the_reason_is_true(prompts: list[Prompt], at: Situation, seed: int) -> None:
    choice = choose(prompts, at, chance(seed))
    assert choice is None or CLAIMS[choice.term](choice, at)


@given(PROMPTS, situations(), SEEDS)
def test_the_same_chance_gives_the_same_pick(
    prompts: list[Prompt], at: Situation, seed: int
) -> None:
    assert choose(prompts, at, chance(seed)) == choose(prompts, at, chance(seed))


@given(PROMPTS, situations(), SEEDS)
def test_what_was_done_lately_comes_again_only_where_nothing_else_fits(
    prompts: list[Prompt], at: Situation, seed: int
) -> None:
    at = at._replace(only=frozenset(), idea=None)
    choice = choose(prompts, at, chance(seed))
    if choice is None or choice.prompt.id not in at.done_lately or choice.prompt.repeats:
        return
    others = [one for one in prompts if one.id != NEXT_STEP and fits(one, at.minutes, at.place)]
    alone = [one for one in others if one.quotes is None] or others
    assert all(one.id in at.done_lately and not one.repeats for one in alone)


@given(PROMPTS, situations(), SEEDS)
def test_the_seven_days_give_way_before_the_idea_does(
    prompts: list[Prompt], at: Situation, seed: int
) -> None:
    prompts = [one for one in prompts if one.quotes is None]
    at = at._replace(only=frozenset(), follow=None)
    about = [one for one in prompts if one.goes_with == "idea" and one.id != NEXT_STEP]
    if at.idea is not None and any(fits(one, at.minutes, at.place) for one in about):
        choice = choose(prompts, at, chance(seed))
        assert choice is not None
        assert choice.idea == at.idea
