"""Nothing is done with a pick that came up while another one was looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.views import TodayView
from shifter.errors import Refused
from tests.companion.cards import outcomes
from tests.standing_clock import StandingClock

Deed = Callable[[Companion, str], TodayView]

DEEDS: dict[str, Deed] = {
    "done": lambda it, offer: it.today.done(offer=offer, note="It rang."),
    "pocketed": lambda it, offer: it.today.pocket("tomorrow", offer=offer),
    "retired": lambda it, offer: it.today.retire(offer=offer),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_it_is_refused_and_then_done_with_the_one_that_is_there(
    companion: Companion, file: Path, deed: str
) -> None:
    seen = companion.picks.current()
    unseen = companion.picks.another()
    with pytest.raises(Refused, match="Another pick came up meanwhile"):
        DEEDS[deed](companion, seen.offer)
    assert outcomes(file) == ["skipped", "open"]
    DEEDS[deed](companion, unseen.offer)
    assert outcomes(file)[:2] == ["skipped", deed]


@pytest.mark.parametrize("deed", DEEDS)
def test_yesterdays_is_refused_this_morning(
    companion: Companion, clock: StandingClock, file: Path, deed: str
) -> None:
    seen = companion.picks.current()
    clock.set("2026-11-20T09:00")
    with pytest.raises(Refused, match="Another pick came up meanwhile"):
        DEEDS[deed](companion, seen.offer)
    assert outcomes(file) == ["open"]


def test_a_smaller_one_in_ones_own_words_is_refused_as_well(
    companion: Companion, file: Path
) -> None:
    seen = companion.picks.current()
    companion.picks.another()
    with pytest.raises(Refused, match="Another pick came up meanwhile"):
        companion.today.write_smaller("Look at one letter.", offer=seen.offer)
    assert outcomes(file) == ["skipped", "open"]
