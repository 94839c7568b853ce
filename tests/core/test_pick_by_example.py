"""Choosing the one prompt for the card: each rule by itself."""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from shifter.core.pick.choosing import Learned
from shifter.core.pick.counting import Sum
from shifter.core.pick.fitting import rung_within
from shifter.core.pick.limits import EXPLORES_ONCE_IN
from shifter.core.pick.resting import resting
from shifter.core.pick.situation import (
    NEXT_STEP,
    SEASON,
    Answered,
    Follow,
    IdeaTurn,
    Situation,
)
from shifter.core.pick.turns import turns_had
from tests.core.pick_cases import (
    IDS,
    TODAY,
    candidate,
    chosen,
    ids_of_many,
    prompt,
    shown_on,
    situation,
)

if TYPE_CHECKING:
    from shifter.core.records import Kind


def test_prompts_about_an_idea_wait_until_there_is_one() -> None:
    candidates = [candidate("about it", goes_with="idea"), candidate("plain"), candidate("other")]
    assert ids_of_many(candidates, situation()) == {"plain", "other"}
    pottery = IdeaTurn("1", "Pottery", 0)
    assert ids_of_many(candidates, situation()._replace(ideas=[pottery])) == {
        "about it",
        "plain",
        "other",
    }
    at = situation()._replace(ideas=[pottery], idea=pottery)
    assert ids_of_many(candidates, at) == {"about it"}


def test_a_step_that_quotes_another_comes_alone_only_where_nothing_else_fits() -> None:
    candidates = [candidate("send the lines", leans=True), candidate("plain")]
    assert ids_of_many(candidates, situation()) == {"plain"}
    assert ids_of_many(candidates[:1], situation()) == {"send the lines"}


def test_the_next_step_of_what_was_just_done_comes_first() -> None:
    candidates = [candidate(id) for id in IDS]
    follow = Follow("a shift", prompt(IDS[3]), None, "ana")
    choice = chosen(candidates, situation()._replace(follow=follow))
    assert (choice.prompt, choice.reason, choice.follow) == (IDS[3], "then", follow)


@pytest.mark.parametrize(
    "cold",
    [
        situation()._replace(shown_today=frozenset({"then"})),
        situation()._replace(done_lately=frozenset({"then"})),
        situation()._replace(returning=True),
        situation()._replace(wishes={"try": "off"}),
        situation(2),
        situation()._replace(place="phone"),
    ],
)
def test_a_next_step_is_warm_until_it_was_shown_or_done_and_only_where_it_fits(
    cold: Situation,
) -> None:
    follow = Follow("a shift", prompt("then", places=("desk",), smaller=()), None, None)
    candidates = [candidate(id, minutes=2, kind="make") for id in IDS]
    assert chosen(candidates, situation()._replace(follow=follow)).reason == "then"
    assert chosen(candidates, cold._replace(follow=follow)).reason != "then"


def test_a_next_step_comes_in_the_size_that_fits() -> None:
    then = prompt("then", minutes=10, smaller=(120, 30))
    follow = Follow("a shift", then, None, None)
    for minutes, rung in ((10, 0), (5, 1)):
        choice = chosen([candidate("plain")], situation(minutes)._replace(follow=follow))
        assert rung_within(then, choice.at_most) == rung


def test_a_next_step_that_was_asked_for_comes_even_if_it_was_on_the_card_today() -> None:
    pottery = IdeaTurn("1", "Pottery", 0, step="a step", step_is_near=True)
    at = situation()._replace(
        follow=Follow("a shift", prompt("then"), None, None, asked=True),
        shown_today=frozenset({"then"}),
        ideas=[pottery],
        idea=pottery,
        next_step=prompt(NEXT_STEP),
    )
    assert chosen([candidate("plain")], at).reason == "then"


def test_what_was_begun_long_ago_comes_after_what_is_warm_and_ones_own_steps() -> None:
    again = Follow("an old shift", prompt("again"), None, None)
    warm = Follow("a shift", prompt("then"), None, None)
    pottery = IdeaTurn("1", "Pottery", 0, step="a step")
    at = situation()._replace(again=again)
    candidates = [candidate(id) for id in IDS]
    assert chosen(candidates, at).reason == "again"
    assert chosen(candidates, at._replace(follow=warm)).reason == "then"
    at = at._replace(ideas=[pottery], next_step=prompt(NEXT_STEP))
    assert chosen(candidates, at).reason == "step"


def test_after_a_return_the_smallest_comes() -> None:
    candidates = [candidate(id) for id in IDS]
    for seed in range(20):
        choice = chosen(candidates, situation()._replace(returning=True), seed)
        assert (choice.at_most, choice.reason) == (0, "return")


def test_the_very_first_is_one_of_those_meant_for_it_in_its_smallest_size() -> None:
    candidates = [candidate(id) for id in IDS]
    only = frozenset(IDS[:2])
    at = situation()._replace(only=only)
    assert ids_of_many(candidates, at) == only
    assert chosen(candidates, at).at_most == 0


def test_what_was_on_the_card_today_makes_way_for_what_was_not() -> None:
    candidates = [candidate(id) for id in IDS]
    at = situation()._replace(shown_today=frozenset(IDS[1:]))
    assert ids_of_many(candidates, at) == {IDS[0]}
    assert ids_of_many(candidates, at._replace(shown_today=frozenset(IDS))) == set(IDS)


def test_ideas_take_turns() -> None:
    candidates = [candidate(id, goes_with="idea") for id in IDS[:4]]
    candidates += [candidate(id) for id in IDS[4:]]
    offers: Counter[str] = Counter()
    names = ["pottery", "law", "bees", "law school"]
    for seed in range(200):
        ideas = [IdeaTurn(name, name, offers[name]) for name in names]
        choice = chosen(candidates, situation()._replace(ideas=ideas), seed)
        offers[choice.idea.name if choice.idea else "none"] += 1
    counts = [offers[name] for name in names]
    assert max(counts) - min(counts) <= 1
    assert offers["none"] > 40


def test_an_idea_that_came_later_begins_just_below_the_least_of_those_that_were_there() -> None:
    def day(number: int) -> date:
        return TODAY + timedelta(days=number)

    came = {"pottery": day(-90), "law": day(-90), "bees": day(10), "radio": day(10)}
    before = [(name, day(number)) for number in range(5) for name in ("pottery", "law", "law")]
    after = [("law", day(10)), ("bees", day(11))]
    had = turns_had(came, before + after)
    assert dict(had) == {"pottery": 5, "law": 11, "bees": 5, "radio": 4}
    # One that is there again keeps what it had, and the next one begins below the new ones too.
    again = [*before, *[("bees", day(5))] * 9, *after]
    had = turns_had({**came, "choir": day(12)}, again)
    assert dict(had) == {"pottery": 5, "law": 11, "bees": 10, "radio": 4, "choir": 3}


def test_where_nothing_was_offered_before_nothing_is_made_up() -> None:
    came = {"pottery": TODAY, "law": TODAY + timedelta(days=1)}
    assert not turns_had(came, [])
    assert turns_had(came, [("pottery", TODAY)])["law"] == 0
    assert turns_had({}, [("gone", TODAY)]) == {"gone": 1}


def test_an_idea_that_gets_no_yes_keeps_its_share() -> None:
    candidates = [candidate(str(number), goes_with="idea") for number in range(20)]
    candidates += [candidate(id) for id in IDS]
    names = ["liked", "refused", "as well"]
    sums = {"liked": Sum(40, 40), "refused": Sum(40, 0), "as well": Sum(40, 0), "": Sum(40, 10)}
    learned = Learned(
        {"idea": sums, "make-up": {"try/5/anywhere": Sum(160, 50)}}, lambda _: {}, dict
    )
    offers = Counter(dict.fromkeys(names, 0))
    for seed in range(200):
        ideas = [IdeaTurn(name, name, offers[name]) for name in names]
        choice = chosen(candidates, situation()._replace(ideas=ideas), seed, learned)
        offers.update([choice.idea.name] if choice.idea else [])
    assert min(offers.values()) >= 0.4 * max(offers.values())
    assert offers["liked"] > 2 * offers["refused"]


def test_an_unseen_prompt_comes_sooner_than_one_from_yesterday_and_each_comes_at_last() -> None:
    candidates = [candidate(id) for id in IDS]
    days: dict[str, date] = {}
    for number in range(len(IDS)):
        at = situation()._replace(today=TODAY + timedelta(days=number))
        days[chosen(candidates, at, number, shown_on(days)).prompt] = at.today
    assert set(days) == set(IDS)


def test_what_was_on_the_card_of_late_rests_and_longer_if_it_was_passed_by() -> None:
    def rests(days: int, *, done: bool) -> bool:
        day = TODAY - timedelta(days=days)
        return bool(resting({"a": day}, {"a": day} if done else {}, TODAY))

    assert [rests(30, done=True), rests(31, done=True)] == [True, False]
    assert [rests(34, done=False), rests(35, done=False)] == [True, False]
    # Where a clock went back, the last time lies ahead.
    ahead = {"a": TODAY + timedelta(days=2)}
    assert resting(ahead, ahead, TODAY) == {"a": 0.0}
    # What was done before it was last on the card was passed by since.
    assert resting({"a": TODAY}, {"a": TODAY - timedelta(days=1)}, TODAY) == {"a": 0.0}


def test_what_rests_makes_way_and_where_few_are_rested_the_longest_rested_come_too() -> None:
    candidates = [candidate(str(number)) for number in range(16)]
    shares = {str(number): number / 20 for number in range(16)}
    at = situation()
    assert ids_of_many(candidates, at._replace(resting={"3": 0.9})) == set(shares) - {"3"}
    assert ids_of_many(candidates, at._replace(resting=shares)) == {"13", "14", "15"}
    # One day they were all there, and again.
    alike = dict.fromkeys(shares, 0.0)
    assert len(ids_of_many(candidates, at._replace(resting=alike))) > 10


def test_what_people_repeat_themselves_does_not_rest() -> None:
    candidates = [candidate(id, repeats=True) for id in IDS[:4]]
    candidates += [candidate("pages", repeats=True, own=True), candidate("rested")]
    at = situation()._replace(resting=dict.fromkeys([*IDS, "pages"], 0.2))
    assert "pages" in ids_of_many(candidates, at) <= {"pages", "rested"}


def test_no_pick_is_about_an_idea_in_general_while_there_is_one() -> None:
    candidates = [candidate("about it", goes_with="idea"), candidate("plain")]
    pottery = IdeaTurn("1", "Pottery", 9)
    law = IdeaTurn("2", "Law", 8)
    at = situation()._replace(ideas=[pottery, law], resting={"plain": 0.2})
    for seed in range(20):
        choice = chosen(candidates, at, seed)
        assert (choice.prompt, choice.idea in at.ideas) == ("about it", True)


def test_what_rested_for_a_season_is_as_good_as_new() -> None:
    candidates = [candidate(id) for id in IDS[:2]]
    long_ago = shown_on({IDS[0]: TODAY - timedelta(days=SEASON)})
    counts = Counter(chosen(candidates, situation(), seed, long_ago).prompt for seed in range(500))
    assert 150 < counts[IDS[0]] < 350


def test_a_clock_that_went_back_does_no_harm() -> None:
    candidates = [candidate(id) for id in IDS]
    tomorrow = shown_on(dict.fromkeys(IDS, TODAY + timedelta(days=2)))
    assert ids_of_many(candidates, situation(), tomorrow) == set(IDS)


def test_the_kinds_that_were_just_skipped_make_way_for_others() -> None:
    kinds: tuple[Kind, ...] = ("make", "talk", "learn")
    candidates = [candidate(kind, kind=kind) for kind in kinds]
    skipped = [Answered(kind, 5, "skipped", explored=False) for kind in kinds]
    at = situation()._replace(before=skipped[:1])
    assert ids_of_many(candidates, at) == {"talk", "learn"}
    assert ids_of_many(candidates, at._replace(before=skipped[:2])) == {"learn"}
    done = Answered("talk", 5, "done", explored=False)
    assert ids_of_many(candidates, at._replace(before=[done, *skipped])) == set(kinds)
    assert ids_of_many(candidates[:1], at) == {"make"}


def test_a_kind_is_not_forced_by_an_idea_whose_turn_it_is() -> None:
    candidates = [candidate("about it", kind="make", goes_with="idea"), candidate("plain")]
    pottery = IdeaTurn("1", "Pottery", 0)
    skipped = [Answered("make", 5, "skipped", explored=False)]
    at = situation()._replace(ideas=[pottery], before=skipped)
    assert ids_of_many(candidates, at) == {"plain"}
    assert ids_of_many(candidates, at._replace(idea=pottery)) == {"about it"}


def test_after_one_that_was_ignored_something_smaller_or_other_comes() -> None:
    candidates = [
        candidate("the same", kind="make"),
        candidate("smaller", kind="make", minutes=2),
        candidate("other", kind="talk"),
    ]
    at = situation()._replace(before=[Answered("make", 5, "ignored", explored=False)])
    assert ids_of_many(candidates, at) == {"smaller", "other"}


def test_a_kind_that_is_off_never_comes_and_one_that_is_wanted_comes_more() -> None:
    candidates = [candidate(id, kind="make") for id in IDS[:4]]
    candidates += [candidate(id, kind="talk") for id in IDS[4:]]
    at = situation()._replace(wishes={"talk": "off"})
    assert ids_of_many(candidates, at) == set(IDS[:4])
    at = situation()._replace(wishes={"talk": "more"})
    picks = [chosen(candidates, at, seed) for seed in range(200)]
    wanted = [pick for pick in picks if pick.prompt in IDS[4:]]
    assert len(wanted) > 150
    assert {"wanted"} == {pick.reason for pick in wanted if pick.reason != "new"}


def test_one_pick_in_ten_is_something_new() -> None:
    known, new = IDS[:4], IDS[4:]
    candidates = [candidate(id) for id in IDS]
    learned = shown_on(dict.fromkeys(known, TODAY - timedelta(days=2)))
    before = [Answered("make", 5, "done", explored=False)] * (EXPLORES_ONCE_IN - 1)
    for seed in range(50):
        choice = chosen(candidates, situation()._replace(before=before), seed, learned)
        assert (choice.reason, choice.prompt in new) == ("explore", True)
    # Where all that goes with an idea is known, it is of the others.
    known_of_idea = [candidate(id, goes_with="idea") for id in known]
    at = situation()._replace(before=before, ideas=[IdeaTurn("1", "Pottery", 0)])
    for seed in range(50):
        choice = chosen([*known_of_idea, *candidates[4:]], at, seed, learned)
        assert (choice.reason, choice.prompt in new) == ("explore", True)
    explored = [Answered("make", 5, "done", explored=True), *before]
    reasons = {
        chosen(candidates, situation()._replace(before=explored), seed, learned).reason
        for seed in range(50)
    }
    assert "explore" not in reasons


def test_where_nothing_is_new_one_pick_in_ten_is_what_least_is_known_of() -> None:
    candidates = [candidate(id, kind="make") for id in IDS[:4]]
    candidates += [candidate(id, kind="talk") for id in IDS[4:]]
    days = {id: TODAY - timedelta(days=40 + number) for number, id in enumerate(IDS)}
    sums = {"make/5/anywhere": Sum(20, 18), "talk/5/anywhere": Sum(6, 0)}
    learned = shown_on(days)._replace(sums={"make-up": sums})
    before = [Answered("make", 5, "done", explored=False)] * (EXPLORES_ONCE_IN - 1)
    for seed in range(20):
        choice = chosen(candidates, situation()._replace(before=before), seed, learned)
        # Of the kind with the fewest answers the one that was here longest ago, liked or not.
        assert (choice.prompt, choice.reason, choice.about) == (IDS[-1], "known_least", "talk")
    # Before it is time, what is liked comes as ever.
    sooner = situation()._replace(before=before[1:], shown_today=frozenset({"another"}))
    assert {chosen(candidates, sooner, seed, learned).reason for seed in range(20)} & {"kind"}
    # The day is for an idea: it is found out about.
    pottery = IdeaTurn("1", "Pottery", 0)
    about = [it._replace(goes_with="idea") for it in candidates]
    at = situation()._replace(before=before, idea=pottery, ideas=[pottery])
    choice = chosen(about, at, 0, learned)
    assert (choice.prompt, choice.reason, choice.idea) == (IDS[-1], "idea_explore", pottery)
    # After days away it comes in its smallest size.
    at = situation()._replace(before=before, returning=True)
    assert chosen(candidates, at, 0, learned).at_most == 0
