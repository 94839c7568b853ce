"""What is foreseen is what comes, as long as nothing else is done."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.views import OpenCard, PocketCard, TodayView
from tests.standing_clock import StandingClock


@pytest.fixture
def companion(file: Path, clock: StandingClock) -> Iterator[Companion]:
    """One whose chance is that of a start, with a few things done."""
    companion = open_companion(str(file), config=Config(), clock=clock)
    companion.ideas.add("Pottery studio")
    clock.set("2026-11-18T08:00:00")
    companion.shifts.log("Walked past the kiln #Pottery")
    clock.set("2026-11-19T07:58:00")
    companion.today.done()
    companion.today.another()
    yield companion
    companion.close()


def later(file: Path, clock: StandingClock, wall: str) -> TodayView:
    """What a start at another time shows."""
    clock.set(wall)
    companion = open_companion(str(file), config=Config(), clock=clock)
    view = companion.today.view()
    companion.close()
    return view


def without_ids(view: TodayView) -> TodayView:
    """The offer that the card stands for is made when it is shown."""
    card = view.card
    return (
        view._replace(card=OpenCard(card.pick._replace(offer="")))
        if isinstance(card, OpenCard)
        else view
    )


@pytest.mark.parametrize(
    ("ahead", "wall"),
    [
        (0, "2026-11-19T23:30:00"),
        (1, "2026-11-20T04:00:00"),
        (1, "2026-11-20T07:30:00"),
        (1, "2026-11-20T18:00:00"),
        (2, "2026-11-21T11:59:59"),
        (3, "2026-11-23T03:59:59"),
    ],
)
def test_it_is_what_a_start_shows_then(
    companion: Companion, file: Path, clock: StandingClock, ahead: int, wall: str
) -> None:
    foreseen = companion.foreseen(ahead)
    companion.close()
    shown = later(file, clock, wall)
    now = clock.now().utc
    (then,) = [one.view for one in foreseen if one.since <= now < one.until]
    assert without_ids(then) == without_ids(shown)


def test_nothing_is_written_to_find_out(companion: Companion, file: Path) -> None:
    before = file.read_bytes()
    for ahead in range(3):
        companion.foreseen(ahead)
    assert file.read_bytes() == before
    assert companion.history.next_undo() is not None


def test_the_spans_follow_on_one_another_from_now_on(companion: Companion) -> None:
    spans = [one for ahead in range(3) for one in companion.foreseen(ahead)]
    assert spans[0].since == datetime(2026, 11, 19, 6, 58, tzinfo=UTC)
    assert all(one.until == next.since for one, next in pairwise(spans))
    assert spans[-1].until == datetime(2026, 11, 22, 3, tzinfo=UTC)


def test_a_pocketed_pick_is_asked_about_from_its_time_on(companion: Companion) -> None:
    companion.today.pocket("tonight")
    cards = [type(one.view.card) for one in companion.foreseen(0)]
    assert cards[0] is OpenCard
    assert cards[-1] is PocketCard


def test_what_comes_after_a_skip_is_known_before(companion: Companion) -> None:
    companion.today.view()
    for _ in range(5):
        foreseen = companion.after_a_skip()
        assert foreseen is not None
        assert without_ids(foreseen) == without_ids(companion.today.another())
