"""Choosing the one prompt for the card: each rule by itself."""

from collections import Counter
from datetime import timedelta

import pytest

from shifter.core.pick import NEXT_STEP, Follow, IdeaTurn, Situation
from tests.core.pick_cases import IDS, TODAY, chosen, ids_of_many, prompt, situation


def test_prompts_about_an_idea_wait_until_there_is_one() -> None:
    prompts = [prompt("about it", goes_with="idea"), prompt("plain"), prompt("other")]
    assert ids_of_many(prompts, situation()) == {"plain", "other"}
    pottery = IdeaTurn("1", "Pottery", 0)
    assert ids_of_many(prompts, situation()._replace(ideas=[pottery])) == {
        "about it",
        "plain",
        "other",
    }
    assert ids_of_many(prompts, situation()._replace(ideas=[pottery], idea=pottery)) == {"about it"}


def test_a_step_that_quotes_another_comes_alone_only_where_nothing_else_fits() -> None:
    prompts = [prompt("send the lines", quotes="you drafted"), prompt("plain")]
    assert ids_of_many(prompts, situation()) == {"plain"}
    assert ids_of_many(prompts[:1], situation()) == {"send the lines"}


def test_the_next_step_of_what_was_just_done_comes_first() -> None:
    prompts = [prompt(id) for id in IDS]
    follow = Follow("a shift", IDS[3], None, "ana")
    choice = chosen(prompts, situation()._replace(follow=follow))
    assert (choice.prompt.id, choice.term, choice.follow) == (IDS[3], "then", follow)


@pytest.mark.parametrize(
    "cold",
    [
        situation()._replace(shown_today=frozenset({"then"})),
        situation()._replace(done_lately=frozenset({"then"})),
        situation()._replace(returning=True),
        situation(2),
        situation()._replace(place="phone"),
    ],
)
def test_a_next_step_is_warm_until_it_was_shown_or_done_and_only_where_it_fits(
    cold: Situation,
) -> None:
    follow = Follow("a shift", "then", None, None)
    prompts = [
        prompt("then", places=("desk",), smaller=()),
        *(prompt(id, minutes=2) for id in IDS),
    ]
    assert chosen(prompts, situation()._replace(follow=follow)).term == "then"
    assert chosen(prompts, cold._replace(follow=follow)).term != "then"


def test_a_next_step_comes_in_the_size_that_fits() -> None:
    prompts = [prompt("then", minutes=10, smaller=(120, 30)), prompt("plain", minutes=2)]
    follow = Follow("a shift", "then", None, None)
    assert chosen(prompts, situation(10)._replace(follow=follow)).rung == 0
    assert chosen(prompts, situation(5)._replace(follow=follow)).rung == 1


def test_a_next_step_that_was_asked_for_comes_even_if_it_was_on_the_card_today() -> None:
    pottery = IdeaTurn("1", "Pottery", 0, step="a step", step_is_near=True)
    prompts = [prompt("then"), prompt("plain"), prompt(NEXT_STEP)]
    at = situation()._replace(
        follow=Follow("a shift", "then", None, None, asked=True),
        shown_today=frozenset({"then"}),
        ideas=[pottery],
        idea=pottery,
    )
    assert chosen(prompts, at).term == "then"


def test_after_a_return_the_smallest_comes() -> None:
    prompts = [prompt(id, smaller=(120, 60, 30)) for id in IDS]
    for seed in range(20):
        choice = chosen(prompts, situation()._replace(returning=True), seed)
        assert choice.prompt.ladder[choice.rung].seconds == 30


def test_the_very_first_is_one_of_those_meant_for_it_in_its_smallest_size() -> None:
    prompts = [prompt(id, smaller=(120, 30)) for id in IDS]
    only = frozenset(IDS[:2])
    at = situation()._replace(only=only)
    assert ids_of_many(prompts, at) == only
    assert chosen(prompts, at).rung == 2


def test_what_was_on_the_card_today_makes_way_for_what_was_not() -> None:
    prompts = [prompt(id) for id in IDS]
    at = situation()._replace(shown_today=frozenset(IDS[1:]))
    assert ids_of_many(prompts, at) == {IDS[0]}
    assert ids_of_many(prompts, at._replace(shown_today=frozenset(IDS))) == set(IDS)


def test_ideas_take_turns() -> None:
    prompts = [prompt(id, goes_with="idea") for id in IDS[:4]] + [prompt(id) for id in IDS[4:]]
    offers: Counter[str] = Counter()
    names = ["pottery", "law", "bees", "law school"]
    for seed in range(200):
        ideas = [IdeaTurn(name, name, offers[name]) for name in names]
        choice = chosen(prompts, situation()._replace(ideas=ideas), seed)
        offers[choice.idea.name if choice.idea else "none"] += 1
    counts = [offers[name] for name in names]
    assert max(counts) - min(counts) <= 1
    assert offers["none"] > 40


def test_an_unseen_prompt_comes_sooner_than_one_from_yesterday_and_each_comes_at_last() -> None:
    prompts = [prompt(id) for id in IDS]
    yesterday = dict.fromkeys(IDS[1:], TODAY - timedelta(days=1))
    at = situation()._replace(last_shown=yesterday)
    counts = Counter(chosen(prompts, at, seed).prompt.id for seed in range(2000))
    assert counts[IDS[0]] > 1500
    assert set(counts) == set(IDS)


def test_a_clock_that_went_back_does_no_harm() -> None:
    prompts = [prompt(id) for id in IDS]
    tomorrow = dict.fromkeys(IDS, TODAY + timedelta(days=2))
    assert ids_of_many(prompts, situation()._replace(last_shown=tomorrow)) == set(IDS)
