"""The first morning, and the moment after a shift."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.config import Config
from shifter.core.records import Pick
from shifter.core.views import OpenCard, ReplyCard, TodayView
from shifter.errors import Refused
from tests.companion.cards import leave_only
from tests.companion.conftest import Open
from tests.companion.rows import table
from tests.standing_clock import StandingClock


def reply(view: TodayView) -> ReplyCard:
    assert isinstance(view.card, ReplyCard)
    return view.card


def open_pick(view: TodayView) -> Pick:
    assert isinstance(view.card, OpenCard)
    return view.card.pick


def test_the_first_start_has_a_card_and_nothing_else(companion: Companion) -> None:
    view = companion.today.view()
    assert view.first_start
    assert isinstance(view.card, OpenCard)
    assert (view.week, view.boil, view.away, view.timer) == (None, (), None, None)
    assert (view.stairs.behind, view.stairs.total, view.stairs.ahead) == (0, 0, 10)
    assert view.idea_names == ()
    assert view.greeting.lead == "Good morning."


@pytest.mark.parametrize("curious", ["pottery, of all things", "", "   ", None])
def test_beginning_shows_something_of_thirty_seconds(
    companion: Companion, open_again: Open, curious: str | None
) -> None:
    view = companion.today.begin(curious)
    pick = open_pick(view)
    assert not view.first_start
    assert pick.seconds == 30
    assert pick.why == "The first one is meant to be easy."
    named = (curious or "").strip()
    assert [idea.name for idea in companion.ideas.all(ended=False)] == ([named] if named else [])
    assert open_pick(open_again(seed=5).today.view()) == pick


def test_what_makes_them_curious_becomes_a_hunch_that_undoes(companion: Companion) -> None:
    companion.today.begin("pottery")
    idea = companion.ideas.get("pottery")
    assert (idea.stage, idea.why) == ("hunch", None)
    assert companion.history.undo() == "added the idea “pottery”"
    assert companion.ideas.all(ended=True) == ()


def test_the_first_question_is_asked_again_where_its_answer_was_undone(
    companion: Companion, open_again: Open
) -> None:
    companion.today.begin("pottery")
    companion.history.undo()
    assert open_again().today.view().first_start
    companion.history.redo()
    assert not open_again().today.view().first_start
    companion.history.undo()
    companion.today.begin(None)
    assert not open_again().today.view().first_start


def test_a_shift_that_is_redone_has_its_reply_again_though_another_pick_came(
    companion: Companion,
) -> None:
    companion.today.begin("pottery")
    done = reply(companion.today.done())
    companion.history.undo()
    companion.history.undo()
    assert isinstance(companion.today.view().card, OpenCard)
    companion.history.redo()
    companion.history.redo()
    assert reply(companion.today.view()) == done


def test_the_first_start_is_over_once_something_was_logged(companion: Companion) -> None:
    companion.shifts.log("Drew a cup")
    assert not companion.today.view().first_start


def test_done_turns_the_card_into_the_reply(companion: Companion) -> None:
    pick = open_pick(companion.today.view())
    card = reply(companion.today.done())
    assert card.shift == companion.shifts.find().shifts[0]
    assert (card.shift.prompt, card.number) == (pick.prompt, 1)
    companion.shifts.log("something else, from a shell")
    assert reply(companion.today.view()).number == 1
    assert card.answer is not None
    assert (card.then.prompt if card.then else None) == (pick.then.prompt if pick.then else None)


def test_a_reply_counts_all_shifts_up_to_its_own_whenever_they_were_written(
    companion: Companion, clock: StandingClock, tmp_path: Path
) -> None:
    table = tmp_path / "before.csv"
    table.write_text("date,text\n2026-11-02,Drew a cup\n2026-11-03,Drew a jug\n")
    companion.exchange.bring_in(str(table))
    companion.today.view()
    assert reply(companion.today.done()).number == 3
    companion.shifts.log("Drew a bowl", on="2026-11-04")
    clock.go_on(timedelta(minutes=1))
    companion.shifts.log("Drew a plate")
    view = companion.today.view()
    assert (reply(view).number, view.stairs.total) == (4, 5)


def test_the_reply_stays_after_a_restart_until_another_is_asked_for(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.today.view()
    card = reply(companion.today.done())
    clock.set("2026-11-20T03:30")
    assert reply(open_again(seed=9).today.view()) == card
    assert open_pick(companion.today.another()).offer == companion.picks.current().offer
    assert isinstance(open_again().today.view().card, OpenCard)


def test_on_a_new_day_there_is_a_new_card(companion: Companion, clock: StandingClock) -> None:
    companion.today.view()
    companion.today.done()
    clock.set("2026-11-20T04:00")
    assert isinstance(companion.today.view().card, OpenCard)


def test_done_from_a_shell_is_a_reply_in_the_app(companion: Companion, open_again: Open) -> None:
    companion.today.view()
    shift = open_again().picks.done().shift
    assert reply(companion.today.view()).shift == shift


def test_a_bounced_key_logs_nothing(companion: Companion) -> None:
    companion.today.view()
    companion.today.done()
    with pytest.raises(Refused):
        companion.today.done()
    assert companion.shifts.find().total == 1


def test_undo_turns_the_reply_back_into_the_pick(companion: Companion) -> None:
    pick = open_pick(companion.today.view())
    card = reply(companion.today.done(note="x"))
    companion.history.undo()
    assert open_pick(companion.today.view()) == pick
    companion.history.redo()
    assert reply(companion.today.view()) == card


def test_a_deleted_shift_has_no_reply(companion: Companion) -> None:
    companion.today.view()
    card = reply(companion.today.done())
    companion.shifts.delete(card.shift.id)
    assert isinstance(companion.today.view().card, OpenCard)


def test_what_else_was_logged_leaves_the_card_alone(companion: Companion) -> None:
    pick = open_pick(companion.today.view())
    companion.shifts.log("Something else")
    assert open_pick(companion.today.view()) == pick


def test_now_and_then_there_is_just_silence_and_no_line_comes_twice_in_sixty_days(
    companion: Companion, clock: StandingClock
) -> None:
    lines = []
    for number in range(100):
        day = date(2026, 1, 1) + timedelta(days=number)
        clock.set(f"{day}T08:00")
        lines.append((day, reply(companion.today.done()).answer))
    silent = [day for day, line in lines if line is None]
    assert 6 <= len(silent) <= 35
    for index, (day, line) in enumerate(lines):
        lately = [other for on, other in lines[:index] if (day - on).days <= 60]
        assert line is None or line not in lately


def test_even_many_a_day_never_hear_the_same_twice(companion: Companion, file: Path) -> None:
    leave_only(file, "it-in-one-line")
    companion.prompts.add("Sweep the studio", repeats=True)
    lines = []
    for _ in range(80):
        companion.picks.another()
        lines.append(reply(companion.today.done(little_yes=True)).answer)
    spoken = [line for line in lines if line is not None]
    assert len(spoken) == len(set(spoken))
    assert len(spoken) > 40


def test_the_first_and_the_landings_have_lines_of_their_own(
    companion: Companion, file: Path
) -> None:
    companion.today.view()
    first = reply(companion.today.done()).answer
    assert (first,) in table(file, "SELECT text FROM phrase WHERE section = 'replies.first'")
    for number in range(8):
        companion.shifts.log(f"thing {number}")
    companion.today.another()
    card = reply(companion.today.done())
    assert card.number == 10
    assert card.answer is not None
    assert "10" in card.answer
    assert "{" not in card.answer


def test_a_little_yes_can_be_given_to_any_shift(companion: Companion, clock: StandingClock) -> None:
    shift = companion.shifts.log("Helped Bo carry the oven", note="heavy").shift
    clock.set("2026-11-22T10:00")
    companion.today.lit(shift.id, "baking for a street")
    lit = companion.shifts.get(shift.id)
    assert (lit.little_yes, lit.note, lit.day) == (True, "heavy\nbaking for a street", shift.day)
    assert companion.history.undo() == "a Little Yes for “Helped Bo carry the oven”"
    assert companion.shifts.get(shift.id) == shift


def test_a_little_yes_needs_no_words(companion: Companion) -> None:
    shift = companion.shifts.log("Drew a cup").shift
    companion.today.lit(shift.id, None)
    lit = companion.shifts.get(shift.id)
    assert (lit.little_yes, lit.note) == (True, None)


def test_a_note_is_what_was_written_last(companion: Companion) -> None:
    companion.today.view()
    shift = reply(companion.today.done(note="first")).shift
    assert reply(companion.today.add_note(shift.id, "second\nline")).shift.note == "second\nline"
    assert reply(companion.today.add_note(shift.id, " ")).shift.note is None
    companion.shifts.delete(shift.id)
    with pytest.raises(Refused):
        companion.today.add_note(shift.id, "too late")
    with pytest.raises(Refused):
        companion.today.lit(shift.id, "too late")


def test_the_if_then_line_is_asked_for_on_the_first_day_alone(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.shifts.log("Drew a cup", on="yesterday")
    companion.today.view()
    assert reply(companion.today.done()).asks_anchor
    clock.set("2026-11-20T08:00")
    companion.today.view()
    assert not reply(open_again().today.done()).asks_anchor


def test_the_if_then_line_is_asked_for_until_it_was_answered_and_never_again(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.today.view()
    assert reply(companion.today.done()).asks_anchor
    assert reply(open_again().today.view()).asks_anchor
    assert not reply(companion.today.anchor_asked()).asks_anchor
    clock.set("2026-11-20T08:00")
    companion.today.view()
    assert not reply(open_again().today.done()).asks_anchor


def test_who_has_an_if_then_line_is_not_asked_for_one(open_again: Open) -> None:
    companion = open_again(config=Config(anchor="I pour my coffee"))
    companion.today.view()
    assert not reply(companion.today.done()).asks_anchor
