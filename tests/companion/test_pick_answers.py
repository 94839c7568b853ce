"""What can be done with a pick, and taken back."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.errors import Refused, WrongUsage
from tests.companion.cards import leave_only, outcomes
from tests.companion.conftest import Open
from tests.companion.rows import people_made, table
from tests.standing_clock import StandingClock


@pytest.fixture
def ladder(companion: Companion, file: Path) -> Companion:
    """One prompt of three sizes on the card."""
    leave_only(file)
    companion.prompts.add(
        "Draw for five minutes",
        done="Drew for five minutes",
        smaller=("Draw a circle", "Find a pencil"),
    )
    companion.picks.current()
    return companion


def test_done_logs_the_pick_as_it_stands(ladder: Companion) -> None:
    logged = ladder.picks.done(note="round\nish", little_yes=True)
    shift = logged.shift
    assert (shift.text, shift.note, shift.little_yes) == (
        "Drew for five minutes",
        "round\nish",
        True,
    )
    assert shift.minutes == 5
    assert shift.prompt == ladder.prompts.all()[-1].id
    assert shift.done_at == datetime(2026, 11, 19, 6, 58, tzinfo=UTC)
    assert logged.streak.total == 1
    assert ladder.shifts.find().shifts == (shift,)


def test_the_minutes_it_took_may_be_told(ladder: Companion) -> None:
    assert ladder.picks.done(minutes=17).shift.minutes == 17


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_minutes_that_can_not_be_are_refused_and_the_pick_stays(
    ladder: Companion, minutes: int
) -> None:
    pick = ladder.picks.current()
    with pytest.raises(WrongUsage):
        ladder.picks.done(minutes=minutes)
    assert ladder.picks.current() == pick
    assert ladder.shifts.find().total == 0


def test_done_a_second_time_is_refused_until_another_is_on_the_card(
    companion: Companion, open_again: Open
) -> None:
    companion.picks.current()
    companion.picks.done()
    for one in (companion, open_again(seed=3)):
        with pytest.raises(Refused, match="done"):
            one.picks.done()
    assert companion.shifts.find().total == 1
    companion.picks.another()
    companion.picks.done()
    assert companion.shifts.find().total == 2


def test_two_processes_log_one_pick_once(companion: Companion, open_again: Open) -> None:
    other = open_again()
    companion.picks.current()
    other.picks.current()
    other.picks.done()
    with pytest.raises(Refused):
        companion.picks.done()
    assert companion.shifts.find().total == 1


def test_a_new_day_has_a_new_pick_to_do(companion: Companion, clock: StandingClock) -> None:
    companion.picks.current()
    companion.picks.done()
    clock.set("2026-11-20T08:00")
    assert companion.picks.done().streak.total == 2


def test_another_skips_the_open_one(companion: Companion, file: Path) -> None:
    first = companion.picks.current()
    second = companion.picks.another()
    assert second.prompt != first.prompt
    assert companion.picks.current() == second
    assert outcomes(file) == ["skipped", "open"]


def test_another_never_shows_one_twice_a_day_while_there_are_others(companion: Companion) -> None:
    shown = [companion.picks.current().prompt]
    shown += [companion.picks.another().prompt for _ in range(40)]
    assert len(set(shown)) == len(shown)


def test_the_only_one_there_is_comes_again(ladder: Companion) -> None:
    assert ladder.picks.another().text == "Draw for five minutes"


def test_smaller_walks_down_to_the_last_rung(ladder: Companion, file: Path) -> None:
    sizes = [ladder.picks.current()]
    while sizes[-1].can_shrink:
        sizes.append(ladder.picks.smaller())
    assert [pick.text for pick in sizes] == [
        "Draw for five minutes",
        "Draw a circle",
        "Find a pencil",
    ]
    assert [pick.seconds for pick in sizes] == [300, 150, 75]
    assert len({pick.why for pick in sizes}) == 1
    with pytest.raises(Refused, match="small"):
        ladder.picks.smaller()
    assert ladder.picks.current() == sizes[-1]
    assert outcomes(file) == ["smaller", "smaller", "open"]


def test_a_smaller_one_counts_in_full(ladder: Companion) -> None:
    ladder.picks.smaller()
    ladder.picks.smaller()
    logged = ladder.picks.done()
    assert (logged.shift.text, logged.shift.minutes) == ("Find a pencil", 2)
    assert logged.streak.total == 1
    assert logged.streak.this_week.days == 1


def test_every_prompt_of_the_catalogue_can_shrink_to_half_a_minute(companion: Companion) -> None:
    for _ in range(30):
        pick = companion.picks.another()
        while pick.can_shrink:
            smaller = companion.picks.smaller()
            assert smaller.seconds < pick.seconds
            assert smaller.prompt == pick.prompt
            pick = smaller
        assert pick.seconds == 30


def test_only_at_the_last_rung_may_one_write_a_smaller_one(ladder: Companion) -> None:
    with pytest.raises(Refused, match="smaller"):
        ladder.picks.write_smaller("Look at the pencil")
    ladder.picks.smaller()
    ladder.picks.smaller()
    with pytest.raises(Refused):
        ladder.picks.write_smaller("  ")
    pick = ladder.picks.write_smaller("Look at [b]the pencil[/b] {person|x}")
    assert pick.text == "Look at [b]the pencil[/b] {person|x}"
    assert ladder.picks.current() == pick
    assert ladder.picks.done().shift.text == "Look at [b]the pencil[/b] {person|x}"


def test_ones_own_smaller_one_has_no_field_of_the_larger(companion: Companion, file: Path) -> None:
    leave_only(file)
    companion.prompts.add("Draw a circle", asks="What it became")
    assert companion.picks.current().asks == "What it became"
    assert companion.picks.write_smaller("Find a pencil").asks is None


def test_a_retired_one_never_comes_again(companion: Companion, file: Path) -> None:
    leave_only(file)
    for number in range(4):
        companion.prompts.add(f"Thing {number}")
    gone = companion.picks.current()
    following = companion.picks.retire()
    assert following.prompt != gone.prompt
    assert companion.prompts.get(gone.prompt).retired
    assert gone.text not in {companion.picks.another().text for _ in range(30)}
    companion.prompts.restore(gone.prompt)
    assert gone.text in {companion.picks.another().text for _ in range(30)}


def test_the_last_one_that_fits_can_not_be_retired(ladder: Companion) -> None:
    pick = ladder.picks.current()
    with pytest.raises(Refused, match="Nothing fits"):
        ladder.picks.retire()
    assert ladder.picks.current() == pick
    assert not ladder.prompts.get(pick.prompt).retired


ANSWERS: dict[str, Callable[[Companion], object]] = {
    "done": lambda it: it.picks.done(note="x", little_yes=True),
    "another": lambda it: it.picks.another(),
    "smaller": lambda it: it.picks.smaller(),
    "pocket": lambda it: it.picks.pocket("tomorrow"),
    "retire": lambda it: it.picks.retire(),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_undo_puts_the_pick_back_and_redo_makes_the_answer_again(
    companion: Companion, open_again: Open, file: Path, answer: str
) -> None:
    pick = companion.picks.current()
    before = people_made(file)
    ANSWERS[answer](companion)
    after = people_made(file)
    assert after != before
    waiting = table(file, "SELECT id FROM offer WHERE outcome = 'open' AND deleted IS NULL")
    for _ in range(2):
        open_again().history.undo()
        assert people_made(file) == before
        assert companion.picks.current() == pick
        open_again().history.redo()
        assert people_made(file) == after
        assert waiting == table(
            file, "SELECT id FROM offer WHERE outcome = 'open' AND deleted IS NULL"
        )


@pytest.mark.parametrize("answer", ANSWERS)
def test_undo_puts_the_pick_back_even_if_another_was_shown_since(
    companion: Companion, answer: str
) -> None:
    pick = companion.picks.current()
    ANSWERS[answer](companion)
    companion.picks.set_at_hand(minutes=2)
    companion.picks.current()
    companion.picks.set_at_hand(minutes=5)
    companion.today.another()
    companion.history.undo()
    while companion.picks.current().offer != pick.offer:
        companion.history.undo()
    companion.picks.done()
    with pytest.raises(Refused):
        companion.picks.done()


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_is_undone_on_a_later_day_leaves_that_days_pick_alone(
    companion: Companion, clock: StandingClock, answer: str
) -> None:
    companion.picks.current()
    ANSWERS[answer](companion)
    clock.set("2026-11-20T08:00")
    today = companion.picks.current()
    companion.history.undo()
    # A note that was taken back is not quoted any more.
    assert companion.picks.current()._replace(quote=today.quote) == today
    companion.history.redo()
    assert companion.picks.current() == today


def test_undo_says_what_it_takes_back(companion: Companion) -> None:
    text = companion.picks.current().text
    for answer, label in (
        ("another", "showed another"),
        ("retire", f"retired “{text}”"),
        ("pocket", f"pocketed “{text}”"),
    ):
        ANSWERS[answer](companion)
        upcoming = companion.history.next_undo()
        assert upcoming is not None
        assert companion.history.undo() == upcoming.label == label
    shift = companion.picks.done().shift
    assert companion.history.undo() == f"did “{shift.text}”"
