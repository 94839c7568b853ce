"""A pick that was taken along: asked about once, when its time has come."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.views import OpenCard, PocketCard, ReplyCard, TodayView
from shifter.errors import FileTrouble, Refused, WrongUsage
from tests.companion.cards import outcomes
from tests.companion.conftest import Open
from tests.companion.rows import people_made
from tests.standing_clock import StandingClock


def pocketed(view: TodayView) -> PocketCard:
    assert isinstance(view.card, PocketCard)
    return view.card


def is_asked(companion: Companion) -> bool:
    return isinstance(companion.today.view().card, PocketCard)


def test_the_card_moves_on_at_once(companion: Companion, file: Path) -> None:
    pick = companion.picks.current()
    view = companion.today.pocket("tomorrow")
    assert isinstance(view.card, OpenCard)
    assert view.card.pick.prompt != pick.prompt
    assert outcomes(file) == ["pocketed", "open"]


@pytest.mark.parametrize(
    ("when", "before", "after"),
    [
        ("tonight", "2026-11-19T19:59", "2026-11-19T20:00"),
        ("today 12:30", "2026-11-19T12:29", "2026-11-19T12:30"),
        ("tomorrow", "2026-11-20T11:59", "2026-11-20T12:00"),
        ("tomorrow 9am", "2026-11-20T08:59", "2026-11-20T09:00"),
        ("weekend", "2026-11-21T11:59", "2026-11-21T12:00"),
        ("monday", "2026-11-23T11:59", "2026-11-23T12:00"),
        ("24 December 18:00", "2026-12-24T17:59", "2026-12-24T18:00"),
        ("2027-01-02", "2027-01-02T11:59", "2027-01-02T12:00"),
    ],
)
def test_it_is_asked_about_once_its_time_has_come(
    companion: Companion, clock: StandingClock, when: str, before: str, after: str
) -> None:
    pick = companion.picks.current()
    companion.picks.pocket(when)
    assert not is_asked(companion)
    clock.set(before)
    assert not is_asked(companion)
    clock.set(after)
    card = pocketed(companion.today.view())
    assert (card.text, card.idea, str(card.pocketed_on)) == (pick.text, pick.idea, "2026-11-19")


def test_time_is_kept_by_the_hour_it_was_taken_along_in(
    companion: Companion, clock: StandingClock
) -> None:
    """Eight in the evening in Berlin is two in the afternoon in New York."""
    companion.picks.current()
    companion.picks.pocket("tonight")
    clock.set("2026-11-19T13:59", "America/New_York")
    assert not is_asked(companion)
    clock.set("2026-11-19T14:00")
    assert is_asked(companion)


@pytest.mark.parametrize("when", ["yesterday", "today 07:00", "2020-01-01", "1 January 2026"])
def test_the_past_is_no_pocket(companion: Companion, when: str) -> None:
    pick = companion.picks.current()
    with pytest.raises(Refused):
        companion.picks.pocket(when)
    assert companion.picks.current() == pick


@pytest.mark.parametrize("when", ["", "later", "3", "12.30", "32 December"])
def test_what_is_no_time_is_wrong_usage(companion: Companion, when: str) -> None:
    pick = companion.picks.current()
    with pytest.raises(WrongUsage):
        companion.picks.pocket(when)
    assert companion.picks.current() == pick


def test_yes_logs_it_now_and_it_is_not_asked_again(
    companion: Companion, clock: StandingClock, open_again: Open
) -> None:
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(idea="Pottery")
    pick = companion.picks.current()
    companion.picks.pocket("tomorrow")
    clock.set("2026-11-20T19:00")
    card = pocketed(open_again().today.view())
    logged = companion.picks.answer_pocket(card.pocket, "yes")
    assert logged is not None
    assert (logged.shift.prompt, logged.shift.idea) == (pick.prompt, "Pottery")
    assert str(logged.shift.day) == "2026-11-20"
    assert logged.shift.minutes == pick.minutes
    assert logged.streak.total == 1
    for one in (companion, open_again()):
        assert not is_asked(one)
        with pytest.raises(Refused):
            one.picks.answer_pocket(card.pocket, "yes")
    assert companion.shifts.find().total == 1


def test_no_logs_nothing_and_it_is_not_asked_again(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("tonight")
    clock.set("2026-11-19T20:00")
    card = pocketed(companion.today.view())
    assert companion.picks.answer_pocket(card.pocket, "no") is None
    clock.set("2026-11-29T20:00")
    assert not is_asked(companion)
    assert companion.shifts.find().total == 0


def test_not_yet_is_asked_again_a_day_later(companion: Companion, clock: StandingClock) -> None:
    companion.picks.current()
    companion.picks.pocket("tonight")
    clock.set("2026-11-19T20:00")
    card = pocketed(companion.today.view())
    view = companion.today.answer_pocket(card.pocket, "not yet")
    assert isinstance(view.card, OpenCard)
    clock.set("2026-11-20T19:59")
    assert not is_asked(companion)
    clock.set("2026-11-20T20:00")
    assert pocketed(companion.today.view()).pocket == card.pocket


def test_each_not_yet_asks_later_than_the_one_before(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("tomorrow")
    asked = []
    for days in range(20):
        clock.set(f"2026-11-{19 + days}T12:00" if days < 12 else f"2026-12-{days - 11:02}T12:00")
        view = companion.today.view()
        if isinstance(view.card, PocketCard):
            asked.append(days)
            companion.today.answer_pocket(view.card.pocket, "not yet")
    assert asked == [1, 2, 4, 8, 16]


def test_one_that_nobody_answers_for_gives_way_ever_longer(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("tomorrow")
    asked = []
    for days in range(1, 20):
        clock.set(f"{date(2026, 11, 19) + timedelta(days=days)}T12:00")
        if is_asked(companion) and is_asked(companion):
            asked.append(days)
    assert asked == [1, 2, 4, 8, 16]


def test_what_was_asked_about_is_told_from_what_will_be(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("tomorrow")
    assert [taken.asked for taken in companion.today.view().pocket] == [False]
    for day in (20, 21):
        clock.set(f"2026-11-{day}T12:00")
        assert is_asked(companion)
    clock.set("2026-11-22T12:00")
    assert not is_asked(companion)
    assert [taken.asked for taken in companion.today.view().pocket] == [True]
    clock.set("2026-11-23T06:00")
    card = pocketed(companion.today.view())
    put_off = companion.today.answer_pocket(card.pocket, "not yet").pocket
    assert [taken.asked for taken in put_off] == [False]


def test_yes_is_answered_as_any_shift_and_the_pick_below_waits(
    companion: Companion, clock: StandingClock
) -> None:
    pocketed_pick = companion.picks.current()
    companion.picks.pocket("tomorrow")
    clock.set("2026-11-20T12:00")
    below = companion.picks.current()
    view = companion.today.answer_pocket(pocketed(companion.today.view()).pocket, "yes")
    assert isinstance(view.card, ReplyCard)
    assert view.card.shift.prompt == pocketed_pick.prompt
    lit = companion.today.lit(view.card.shift.id, None)
    assert isinstance(lit.card, ReplyCard)
    view = companion.today.another()
    assert isinstance(view.card, OpenCard)
    assert view.card.pick.offer == below.offer


def test_no_question_takes_the_place_of_a_reply_that_was_just_given(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("today 08:00")
    companion.picks.current()
    clock.set("2026-11-19T08:01")
    # It came due after the card was looked at.
    assert isinstance(companion.today.done().card, ReplyCard)
    assert isinstance(companion.today.view().card, ReplyCard)
    clock.set("2026-11-19T08:12")
    assert is_asked(companion)


def test_several_are_asked_about_one_after_the_other_the_longest_due_first(
    companion: Companion, clock: StandingClock
) -> None:
    texts = {}
    for when in ("tomorrow", "tonight", "weekend"):
        texts[when] = companion.picks.current().text
        companion.picks.pocket(when)
    clock.set("2026-11-22T10:00")
    for when in ("tonight", "tomorrow", "weekend"):
        card = pocketed(companion.today.view())
        assert card.text == texts[when]
        companion.today.answer_pocket(card.pocket, "no")
    assert not is_asked(companion)


@pytest.mark.parametrize("answer", ["yes", "no", "not yet"])
def test_an_answer_is_taken_back_whole(
    companion: Companion, clock: StandingClock, file: Path, answer: str
) -> None:
    companion.picks.current()
    companion.picks.pocket("tonight")
    clock.set("2026-11-19T20:00")
    card = pocketed(companion.today.view())
    before = people_made(file)
    match answer:
        case "yes" | "no" | "not yet":
            companion.today.answer_pocket(card.pocket, answer)
    assert people_made(file) != before
    companion.history.undo()
    assert people_made(file) == before
    assert pocketed(companion.today.view()) == card


def test_a_yes_leaves_the_timer_of_another_pick_running(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    companion.picks.pocket("tonight")
    companion.today.toggle_timer()
    clock.set("2026-11-19T20:00")
    card = pocketed(companion.today.view())
    companion.today.answer_pocket(card.pocket, "yes")
    assert companion.today.view().timer is not None


def test_one_whose_idea_was_ruled_out_meanwhile_can_still_be_answered(
    companion: Companion, clock: StandingClock
) -> None:
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(idea="Pottery")
    companion.picks.current()
    companion.picks.pocket("tonight")
    companion.ideas.rule_out("Pottery")
    clock.set("2026-11-19T20:00")
    card = pocketed(companion.today.view())
    assert companion.picks.answer_pocket(card.pocket, "yes") is not None


@pytest.fixture
def made(new_file: Path) -> bytes:
    """What a new data file holds, read before somebody comes who may not read it."""
    return new_file.read_bytes()


def test_it_is_asked_about_where_that_cannot_be_remembered(
    made: bytes, guest_folder: Path, clock: StandingClock
) -> None:
    file = guest_folder / "shifter.db"
    file.write_bytes(made)
    with closing(open_companion(str(file), config=Config(), clock=clock)) as companion:
        companion.picks.current()
        companion.today.pocket("tonight")
        file.chmod(0o400)
    clock.set("2026-11-19T20:00")
    with closing(open_companion(str(file), config=Config(), clock=clock)) as companion:
        assert is_asked(companion)
        with pytest.raises(FileTrouble, match="read-only"):
            companion.today.answer_pocket(pocketed(companion.today.view()).pocket, "no")
