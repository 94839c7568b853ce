"""Choosing the one prompt for the card, whatever the log, the lessons and the hour."""

from collections.abc import Callable
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.pick.choosing import Learned, choose
from shifter.core.pick.counting import Sum
from shifter.core.pick.fitting import fits
from shifter.core.pick.limits import for_idea, shortlist
from shifter.core.pick.situation import (
    EXPLORING,
    NEXT_STEP,
    Alike,
    Answered,
    Choice,
    Reason,
    Situation,
)
from shifter.core.pick.terms import History
from tests.core.pick_cases import TODAY, candidate, chance, id_of
from tests.core.pick_states import State, state

STATES = st.builds(state, st.integers(0, 2**40))
SEEDS = st.integers(0, 5)


@given(STATES, SEEDS)
def test_the_time_the_place_and_what_was_turned_off_never_give_way(of: State, seed: int) -> None:
    candidates, at, learned = of
    choice = choose(candidates, at, learned, chance(seed))
    if choice is None:
        return
    assert choice.at_most <= at.minutes * 60
    by_rule = {"then": at.follow, "again": at.again}.get(choice.reason)
    known = by_rule.prompt if by_rule else at.next_step
    if choice.reason in ("then", "again", "step", "step_near"):
        assert known is not None
        assert not known.retired
        assert at.place is None or {at.place, "anywhere"} & set(known.places)
    else:
        found = next(it for it in candidates if id_of(it) == choice.prompt)
        assert fits(found, at.minutes, at.place)
        assert at.wishes.get(found.kind) != "off"


@given(STATES, SEEDS)
def test_there_is_no_pick_only_where_nothing_fits(of: State, seed: int) -> None:
    candidates, at, learned = of
    if ordinary(candidates, at):
        assert choose(candidates, at, learned, chance(seed)) is not None


@given(STATES, SEEDS)
def test_the_idea_is_a_living_one_or_none(of: State, seed: int) -> None:
    candidates, at, learned = of
    choice = choose(candidates, at, learned, chance(seed))
    assert choice is None or choice.idea is None or choice.idea in at.ideas


@given(STATES, SEEDS)
def test_the_same_chance_gives_the_same_pick(of: State, seed: int) -> None:
    candidates, at, learned = of
    picks = [choose(candidates, at, learned, chance(seed)) for _ in range(2)]
    assert picks[0] == picks[1]


@given(STATES, SEEDS)
def test_prompts_that_are_alike_can_be_told_of_together(of: State, seed: int) -> None:
    candidates, at, learned = of
    together: list[Alike] = []
    for one in sorted(candidates, key=lambda it: str(it[:-1])):
        if together and together[-1][:-1] == one[:-1]:
            together[-1] = one._replace(ids=[*together[-1].ids, *one.ids])
        else:
            together.append(one)
    apart = [it._replace(ids=[id]) for it in together for id in it.ids]
    picks = [choose(each, at, learned, chance(seed)) for each in (together, apart)]
    assert picks[0] == picks[1]


@given(STATES, SEEDS)
def test_what_was_done_lately_comes_again_only_where_nothing_else_fits(
    of: State, seed: int
) -> None:
    candidates, at, learned = of
    at = at._replace(only=frozenset(), idea=None, follow=None, again=None, next_step=None)
    choice = choose(candidates, at, learned, chance(seed))
    found = {id_of(it): it for it in candidates}
    if choice is None or choice.prompt not in at.done_lately or found[choice.prompt].repeats:
        return
    fitting = ordinary(candidates, at)
    alone = [one for one in fitting if not one.leans] or fitting
    assert all(id_of(one) in at.done_lately and not one.repeats for one in alone)


@given(STATES, SEEDS)
def test_the_seven_days_give_way_before_the_idea_does(of: State, seed: int) -> None:
    candidates, at, learned = of
    candidates = [one for one in candidates if not one.leans]
    at = at._replace(only=frozenset(), follow=None, again=None)
    about = [one for one in ordinary(candidates, at) if one.goes_with == "idea"]
    if at.idea is not None and about:
        choice = choose(candidates, at, learned, chance(seed))
        assert choice is not None
        assert choice.idea == at.idea


@given(STATES, SEEDS)
def test_what_still_rests_comes_only_where_little_is_left_that_rested_longer(
    of: State, seed: int
) -> None:
    candidates, at, learned = of
    at = at._replace(
        only=frozenset(), follow=None, again=None, next_step=None, before=(), idea=None
    )
    choice = choose(candidates, at, learned, chance(seed))
    if choice is None:
        return
    fitting = [one for one in ordinary(candidates, at) if not one.leans]
    fitting = [one for one in fitting if at.ideas or one.goes_with != "idea"]
    open_today = [
        one
        for one in fitting
        if id_of(one) not in at.shown_today and (one.repeats or id_of(one) not in at.done_lately)
    ]
    found = next(one for one in candidates if id_of(one) == choice.prompt)
    longer = [one for one in open_today if rest(one, at) > rest(found, at)]
    assert len(longer) <= len(open_today) / 8


def rest(one: Alike, at: Situation) -> float:
    """The share of its rest that a prompt has had; what people repeat themselves needs none."""
    return 1.0 if one.own and one.repeats else at.resting.get(id_of(one), 1.0)


def ordinary(candidates: list[Alike], at: Situation) -> list[Alike]:
    """What fits, of kinds that come."""
    return [
        one
        for one in candidates
        if id_of(one) != NEXT_STEP
        and fits(one, at.minutes, at.place)
        and at.wishes.get(one.kind) != "off"
    ]


RULES: tuple[Reason, ...] = ("first", "then", "again", "step", "step_near")
"""The reasons of what comes first whatever else there is."""


@given(st.integers(0, 2**40))
def test_of_any_ten_picks_that_no_rule_decided_one_finds_something_out(seed: int) -> None:
    before: list[Answered] = []
    explored: list[bool] = []
    # Another day, another place, other ideas: each pick has a state of its own.
    for number in range(60):
        candidates, at, learned = state(seed + number)
        at = at._replace(before=before[:10])
        choice = choose(candidates, at, learned, chance(number))
        if choice is None:
            continue
        explores = choice.reason in EXPLORING
        if choice.reason not in RULES:
            explored.append(explores)
        outcome = ("done", "skipped", "ignored")[number % 3]
        before.insert(0, Answered("make", 5, outcome, explores))
    for first in range(len(explored) - 9):
        assert any(explored[first : first + 10])


@given(STATES)
def test_in_any_stretch_of_thirty_picks_three_find_something_out(of: State) -> None:
    candidates, at, learned = of
    # Nothing is new, and no rule decides: what is left to find out is what least is known of.
    known = {id_of(it): TODAY - timedelta(days=40 + n) for n, it in enumerate(candidates)}
    learned = learned._replace(shown=lambda: known)
    at = at._replace(only=frozenset(), follow=None, again=None, next_step=None)
    if not ordinary(candidates, at):
        return
    before: list[Answered] = []
    for number in range(60):
        choice = choose(candidates, at._replace(before=before[:10]), learned, chance(number))
        assert choice is not None
        before.insert(0, Answered("make", 5, "done", choice.reason in EXPLORING))
    for first in range(30):
        assert sum(it.explored for it in before[first : first + 30]) >= 3


Claim = Callable[[Choice, Alike, Situation, Learned], bool]


def liked(table: str, part: int) -> Claim:
    """More yeses than all picks together, among those that share the part of the sums' names."""

    def claim(it: Choice, _: Alike, __: Situation, learned: Learned) -> bool:
        sums = learned.sums[table]
        whole = [
            seen
            for about, seen in sums.items()
            if (about if table != "make-up" else about.split("/")[part]) == it.about
        ]
        return rate(*whole) > rate(*learned.sums["make-up"].values())

    return claim


def rate(*sums: Sum) -> float:
    offers = sum(seen.offers for seen in sums)
    return sum(seen.yeses for seen in sums) / offers if offers else 0.0


def seen_of(learned: Learned, id: str) -> History:
    return learned.histories([id]).get(id, History())


# What each reason claims, in the words of the phrases.
CLAIMS: dict[Reason, Claim] = {
    "first": lambda _, __, at, ___: bool(at.only),
    "return": lambda _, __, at, ___: at.returning,
    "then": lambda it, _, at, __: at.follow is not None and at.follow.prompt.id == it.prompt,
    "again": lambda it, _, at, __: at.again is not None and at.again.prompt.id == it.prompt,
    "step": lambda it, _, __, ___: it.idea is not None and it.step == it.idea.step is not None,
    "step_near": lambda it, _, __, ___: it.idea is not None and it.idea.step_is_near,
    "idea_chosen": lambda it, _, at, __: it.idea == at.idea is not None,
    "idea_turn": lambda it, _, at, __: it.idea is not None and it.idea in at.ideas,
    "idea_liked": lambda it, _, __, learned: (
        it.idea is not None
        and rate(learned.sums["idea"][it.idea.id]) > rate(*learned.sums["make-up"].values())
    ),
    "idea_lit": lambda it, _, __, ___: it.idea is not None and it.idea.lit > 0,
    "kind": lambda it, found, at, learned: (
        found.kind == it.about and liked("make-up", 0)(it, found, at, learned)
    ),
    "size": lambda it, found, at, learned: (
        it.about in ("1", str(found.minutes)) and liked("make-up", 1)(it, found, at, learned)
    ),
    "place": lambda it, found, at, learned: (
        "+".join(sorted(found.places)) == it.about and liked("make-up", 2)(it, found, at, learned)
    ),
    "hour": lambda it, found, at, learned: (
        it.about == f"{at.part}/{found.kind}" and liked("hour", 0)(it, found, at, learned)
    ),
    "weekday": lambda it, found, at, learned: (
        it.about.startswith("weekend" if at.weekend else "week/")
        and liked("weekday", 0)(it, found, at, learned)
    ),
    "prompt": lambda it, _, __, learned: (
        rate(seen_of(learned, it.prompt).seen) > rate(*learned.sums["make-up"].values())
    ),
    "wanted": lambda _, found, at, __: at.wishes.get(found.kind) == "more",
    "explore": lambda it, _, __, learned: is_new(seen_of(learned, it.prompt)),
    "known_least": lambda it, found, _, __: it.about == found.kind,
    "idea_explore": lambda it, _, at, __: it.idea == at.idea is not None,
    "own": lambda _, found, __, ___: found.own,
    "at_hand": lambda _, __, at, ___: at.narrowed,
    "new": lambda it, _, __, learned: is_new(seen_of(learned, it.prompt)),
    "rested": lambda it, _, __, learned: not is_new(seen_of(learned, it.prompt)),
}


def assert_least_is_known(choice: Choice, of: State) -> None:
    """Of its kind there were the fewest answers, and of its kind it was here longest ago."""
    candidates, at, learned = of
    could_come, _ = for_idea(shortlist(ordinary(candidates, at), at), choice.idea, at)

    def answers(kind: str) -> float:
        cells = learned.sums.get("make-up", {})
        return sum(seen.offers for cell, seen in cells.items() if cell.split("/")[0] == kind)

    fewest = min(answers(it.kind) for it in could_come)
    assert answers(choice.about) == pytest.approx(fewest)
    days = [seen_of(learned, id_of(it)).shown for it in could_come if it.kind == choice.about]
    assert seen_of(learned, choice.prompt).shown == min(day for day in days if day is not None)
    assert not any(is_new(seen_of(learned, id_of(it))) for it in could_come)


def is_new(history: History) -> bool:
    return history.shown is None or (TODAY - history.shown).days >= 90


def test_every_reason_claims_something() -> None:
    assert set(CLAIMS) == set(get_args(Reason))


# The reasons that claim something of somebody's tastes, each with the term that it comes from.
LEARNED: dict[Reason, str] = {
    "kind": "kind",
    "size": "size",
    "place": "place",
    "hour": "hour",
    "weekday": "weekday",
    "prompt": "prompt",
    "wanted": "wanted",
    "idea_liked": "idea",
    "idea_lit": "idea",
}


def test_the_reason_is_true_and_comes_from_what_weighed_most() -> None:
    told = set()
    for seed in range(5000):
        candidates, at, learned = state(seed)
        choice = choose(candidates, at, learned, chance(seed))
        if choice is None:
            continue
        told.add(choice.reason)
        found = next(
            (it for it in candidates if id_of(it) == choice.prompt), candidate("of a rule")
        )
        assert CLAIMS[choice.reason](choice, found, at, learned), seed
        if choice.reason == "known_least":
            assert_least_is_known(choice, State(candidates, at, learned))
        if choice.reason in LEARNED:
            most = max(choice.terms, key=lambda term: term.drawn)
            assert LEARNED[choice.reason] == most.name, seed
            assert choice.about == most.about, seed
            assert most.drawn > 0, seed
        if choice.reason in LEARNED and choice.reason != "wanted":
            assert sum(seen.offers for seen in learned.sums["make-up"].values()) >= 10, seed
            assert most.seen.offers >= 3, seed
            assert most.seen.yeses >= 2, seed
    assert told == set(get_args(Reason))
