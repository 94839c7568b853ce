"""What is believed of somebody's tastes, out of sums."""

from datetime import date, timedelta

import pytest

from shifter.core.pick.beliefs import SPREAD, Beliefs, of_prompt
from shifter.core.pick.choosing import Learned
from shifter.core.pick.counting import HALF_LIFE, NOTHING, Sum, faded, grown, worth
from shifter.core.pick.situation import Follow
from tests.core.pick_cases import IDS, candidate, chosen, prompt, situation

TODAY = date(2026, 11, 19)


def test_without_a_pick_nothing_is_claimed() -> None:
    beliefs = Beliefs({})
    assert beliefs.rate == 0
    assert beliefs.kind("make") == (0.0, SPREAD["kind"], NOTHING)


def test_a_place_is_not_blamed_for_the_kind_that_is_mostly_done_there() -> None:
    """Calls are refused; what else is done on the phone is liked as much as anything."""
    beliefs = Beliefs(
        {
            "make-up": {
                "talk/5/phone": Sum(20, 1),
                "make/5/phone": Sum(3, 2),
                "make/5/desk": Sum(12, 8),
                "learn/5/desk": Sum(12, 8),
            }
        }
    )
    assert beliefs.kind("talk").mean < -0.25
    assert beliefs.place("phone").mean > beliefs.kind("talk").mean / 3


def test_more_picks_make_a_belief_narrower_and_bring_it_nearer_to_what_was_seen() -> None:
    few, many = (
        Beliefs({"make-up": {"make/5/desk": Sum(n, n), "talk/5/desk": Sum(n, 0)}})
        for n in (2.0, 30.0)
    )
    assert few.kind("make").spread > many.kind("make").spread
    assert 0 < few.kind("make").mean < many.kind("make").mean < 0.55


def test_a_new_prompt_starts_from_what_is_known_of_its_kind() -> None:
    beliefs = Beliefs({"make-up": {"make/5/desk": Sum(20, 18), "talk/5/desk": Sum(20, 2)}})
    liked = beliefs.expected("make", 5, "desk")
    assert liked > 0.7
    assert of_prompt(NOTHING, liked) == (0.0, SPREAD["prompt"])
    mean, spread = of_prompt(Sum(10, 0), liked)
    assert mean < -0.2
    assert spread < SPREAD["prompt"]


def test_a_pick_counts_half_after_the_half_life() -> None:
    before = TODAY - timedelta(days=HALF_LIFE)
    kept = grown(before)
    assert faded(kept, kept, grown(TODAY)) == pytest.approx((0.5, 0.5))
    # A sum that ten years were added to is still a number.
    assert 0 < faded(1.0, 1.0, grown(date(2099, 1, 1))).offers < 1e-200


def test_outcomes_are_worth_different_things() -> None:
    def yes(outcome: str, *, lit: bool = False, pocket: str | None = None) -> float:
        worth_of = worth(outcome, lit=lit, pocket=pocket)
        assert worth_of is not None
        return worth_of.yeses / worth_of.offers

    in_order = [
        yes("done", lit=True),
        yes("done"),
        yes("done", pocket="yes"),
        yes("pocketed", pocket=""),
        yes("smaller"),
        yes("pocketed", pocket="no"),
        yes("skipped"),
    ]
    assert in_order == sorted(in_order, reverse=True)
    assert len(set(in_order)) == len(in_order)
    assert worth("open", lit=False, pocket=None) is None
    assert worth("withdrawn", lit=False, pocket=None) is None


def test_a_warm_step_of_a_kind_that_is_usually_refused_waits() -> None:
    follow = Follow("a shift", prompt("then"), None, None)
    at = situation()._replace(follow=follow)
    candidates = [candidate(id, kind="make") for id in IDS]
    refused = Learned({"make-up": {"try/5/anywhere": Sum(8, 0.5)}}, lambda _: {}, dict)
    assert chosen(candidates, at).reason == "then"
    assert chosen(candidates, at, learned=refused).reason != "then"
    asked = at._replace(follow=follow._replace(asked=True))
    assert chosen(candidates, asked, learned=refused).reason == "then"
