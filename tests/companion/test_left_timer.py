"""The timer, across screens, sittings and processes."""

from datetime import timedelta

import pytest

from shifter.companion import Companion
from shifter.core.records import Pick
from shifter.core.views import OpenCard, ReplyCard, TimerCard, TodayView
from shifter.errors import Refused
from tests.companion.conftest import Open
from tests.standing_clock import StandingClock


@pytest.fixture
def pick(companion: Companion) -> Pick:
    """A pick of five minutes on the card."""
    while companion.picks.current().seconds != 300:
        companion.picks.another()
    return companion.picks.current()


def asked(view: TodayView) -> TimerCard:
    assert isinstance(view.card, TimerCard)
    return view.card


def go_on(clock: StandingClock, **time: int) -> None:
    clock.go_on(timedelta(**time))


def test_there_is_none_until_it_is_started(companion: Companion, pick: Pick) -> None:
    assert companion.today.view().timer is None
    timer = companion.today.toggle_timer().timer
    assert timer is not None
    assert (timer.offer, timer.length, timer.elapsed) == (pick.offer, 300, 0)
    assert timer.since is not None


@pytest.mark.usefixtures("pick")
def test_it_pauses_and_goes_on_where_it_was(companion: Companion, clock: StandingClock) -> None:
    companion.today.toggle_timer()
    go_on(clock, seconds=70)
    paused = companion.today.toggle_timer().timer
    assert paused is not None
    assert (paused.elapsed, paused.since) == (70, None)
    go_on(clock, hours=2)
    resumed = companion.today.toggle_timer().timer
    assert resumed is not None
    assert (resumed.elapsed, resumed.since) == (70, clock.now().utc)


@pytest.mark.usefixtures("pick")
@pytest.mark.parametrize(
    ("seconds", "minutes"), [(5, 1), (60, 1), (95, 2), (300, 5), (340, 6), (1500, 25)]
)
def test_its_minutes_are_the_shifts(
    companion: Companion, clock: StandingClock, seconds: int, minutes: int
) -> None:
    companion.today.toggle_timer()
    go_on(clock, seconds=seconds)
    view = companion.today.done()
    assert isinstance(view.card, ReplyCard)
    assert view.card.shift.minutes == minutes
    assert view.timer is None


@pytest.mark.usefixtures("pick")
def test_minutes_that_are_told_come_before_those_on_the_timer(
    companion: Companion, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    go_on(clock, minutes=3)
    view = companion.today.done(minutes=12)
    assert isinstance(view.card, ReplyCard)
    assert view.card.shift.minutes == 12


def test_put_away_it_logs_nothing(companion: Companion, pick: Pick, open_again: Open) -> None:
    companion.today.toggle_timer()
    view = companion.today.stop_timer()
    assert view.timer is None
    assert isinstance(view.card, OpenCard)
    assert view.card.pick == pick
    assert isinstance(open_again().today.view().card, OpenCard)
    assert companion.shifts.find().total == 0


def test_whoever_comes_back_is_asked_once_and_the_minutes_are_kept(
    companion: Companion, pick: Pick, open_again: Open, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    companion.close()
    started = clock.now().wall
    go_on(clock, minutes=4)
    again = open_again()
    card = asked(again.today.view())
    assert (card.pick.text, card.seconds, card.since) == (pick.text, 240, started)
    assert asked(again.today.view()) == card
    view = again.today.answer_timer(done=True)
    assert isinstance(view.card, ReplyCard)
    assert (view.card.shift.prompt, view.card.shift.minutes) == (pick.prompt, 4)
    assert again.shifts.find().total == 1
    assert isinstance(open_again().today.view().card, ReplyCard)


def test_what_got_done_yesterday_is_answered_all_the_same(
    companion: Companion, pick: Pick, open_again: Open, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    companion.close()
    go_on(clock, days=1)
    again = open_again()
    asked(again.today.view())
    view = again.today.answer_timer(done=True)
    assert isinstance(view.card, ReplyCard)
    assert view.card.shift.prompt == pick.prompt


def test_one_that_nobody_answers_for_is_asked_about_on_two_days(
    companion: Companion, clock: StandingClock, pick: Pick, open_again: Open
) -> None:
    companion.today.toggle_timer()
    again = open_again()
    for _ in range(2):
        go_on(clock, days=1)
        assert asked(again.today.view()) == asked(again.today.view())
    go_on(clock, days=1)
    card = again.today.view().card
    assert isinstance(card, OpenCard)
    assert card.pick.offer != pick.offer
    again.today.toggle_timer()
    assert asked(open_again().today.view()).pick.offer == card.pick.offer


def test_if_it_did_not_get_done_the_pick_is_still_there(
    companion: Companion, pick: Pick, open_again: Open, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    go_on(clock, minutes=4)
    again = open_again()
    asked(again.today.view())
    view = again.today.answer_timer(done=False)
    assert isinstance(view.card, OpenCard)
    assert view.card.pick == pick
    assert isinstance(open_again().today.view().card, OpenCard)
    assert again.shifts.find().total == 0


@pytest.mark.usefixtures("pick")
def test_time_that_nobody_watched_is_not_counted_beyond_its_length(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    go_on(clock, days=3)
    again = open_again()
    assert asked(again.today.view()).seconds == 300
    again.today.answer_timer(done=True)
    assert again.shifts.find().shifts[0].minutes == 5


@pytest.mark.usefixtures("pick")
def test_a_paused_one_is_asked_about_with_what_it_had(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.today.toggle_timer()
    go_on(clock, minutes=2)
    companion.today.toggle_timer()
    go_on(clock, hours=5)
    card = asked(open_again().today.view())
    assert (card.seconds, card.since) == (120, None)


@pytest.mark.usefixtures("pick")
def test_an_answer_is_one_action_that_undoes(companion: Companion, open_again: Open) -> None:
    companion.today.toggle_timer()
    again = open_again()
    again.today.answer_timer(done=True)
    text = again.shifts.find().shifts[0].text
    assert again.history.undo() == f"did “{text}”"
    assert again.shifts.find().total == 0
    assert isinstance(again.today.view().card, OpenCard)


@pytest.mark.usefixtures("pick")
@pytest.mark.parametrize("answer", ["another", "smaller", "retire", "pocket"])
def test_what_is_off_the_card_is_not_asked_about(
    companion: Companion, open_again: Open, answer: str
) -> None:
    companion.today.toggle_timer()
    match answer:
        case "another":
            view = companion.today.another()
        case "smaller":
            view = companion.today.smaller()
        case "retire":
            view = companion.today.retire()
        case _:
            view = companion.today.pocket("tomorrow")
    assert view.timer is None
    assert isinstance(open_again().today.view().card, OpenCard)


@pytest.mark.usefixtures("pick")
def test_what_was_done_elsewhere_meanwhile_is_not_asked_about(
    companion: Companion, open_again: Open
) -> None:
    companion.today.toggle_timer()
    open_again().picks.done()
    assert isinstance(open_again().today.view().card, ReplyCard)
    assert companion.today.view().timer is None


def test_after_done_there_is_nothing_to_time(companion: Companion) -> None:
    companion.today.view()
    companion.today.done()
    with pytest.raises(Refused):
        companion.today.toggle_timer()


@pytest.mark.usefixtures("pick")
def test_a_timer_is_no_action_that_undoes(companion: Companion) -> None:
    before = companion.history.next_undo()
    companion.today.toggle_timer()
    companion.today.stop_timer()
    assert companion.history.next_undo() == before


@pytest.mark.usefixtures("pick")
def test_a_clock_that_went_back_counts_no_time(companion: Companion, clock: StandingClock) -> None:
    companion.today.toggle_timer()
    go_on(clock, minutes=-3)
    timer = companion.today.toggle_timer().timer
    assert timer is not None
    assert timer.elapsed == 0
