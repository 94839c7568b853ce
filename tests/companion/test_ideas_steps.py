"""Next steps and experiments: set, offered, preferred by the pick, taken, and what they found."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shifter.companion import Companion
from shifter.companion.figures import Figures
from shifter.core.pick.situation import NEXT_STEP
from shifter.core.records import Streak
from shifter.errors import FileTrouble, Refused, WrongUsage
from tests.companion.cards import leave_only
from tests.companion.conftest import Open
from tests.companion.rows import lines
from tests.standing_clock import StandingClock

if TYPE_CHECKING:
    from collections.abc import Callable

STEP = "ask Ines for a day along"


@pytest.fixture
def pottery(companion: Companion) -> Companion:
    companion.ideas.add("Pottery")
    return companion


def test_a_new_idea_is_offered_a_small_step_that_stays_the_same(pottery: Companion) -> None:
    offered = pottery.ideas.card("Pottery").offered
    assert offered is not None
    assert len(offered) <= 50
    assert pottery.ideas.steps.offered("Pottery") == offered
    assert pottery.ideas.view().cards[0].offered == offered


def test_what_was_done_is_not_offered_again(pottery: Companion, file: Path) -> None:
    leave_only(file, "a-working-name", "ten-things-it-gives")
    pick = pottery.picks.current()
    nickname = pick.prompt == "a-working-name"
    pottery.picks.done()
    offered = pottery.ideas.card("Pottery").offered
    assert offered is not None
    assert offered.startswith("list ten things" if nickname else "give it a nickname")


def test_no_two_ideas_are_offered_the_same_once_one_was_done(
    pottery: Companion, file: Path
) -> None:
    for name in ("Radio", "Bees", "Law"):
        pottery.ideas.add(name)
    leave_only(file, "a-working-name", "ten-things-it-gives")
    pottery.picks.current()
    pottery.picks.done()
    with_all = sqlite3.connect(file)
    with_all.execute("UPDATE prompt SET retired = NULL")
    with_all.commit()
    with_all.close()
    offered = [card.offered for card in pottery.ideas.view().cards]
    assert len(set(offered)) == len(offered) == 4


def test_the_offered_step_can_be_had_in_full(pottery: Companion) -> None:
    assert "Pottery" not in str(pottery.ideas.steps.offered("Pottery"))
    full = pottery.ideas.steps.offered_in_full("Pottery")
    assert full[0].isupper()
    assert "Pottery" in full


def test_no_offered_step_calls_a_project_a_hunch(pottery: Companion) -> None:
    names = ["Pottery", *(f"Idea {number}" for number in range(14))]
    for name in names[1:]:
        pottery.ideas.add(name)
    for name in names:
        pottery.ideas.move(name, "project")
    offered = {str(pottery.ideas.steps.offered(name)) for name in names}
    assert len(offered) > 10
    assert not [step for step in offered if "hunch" in step]


def test_ideas_that_come_after_each_other_are_offered_other_steps(pottery: Companion) -> None:
    pottery.ideas.add("Radio")
    offered = pottery.ideas.steps.offered("Radio")
    assert offered != pottery.ideas.steps.offered("Pottery")
    pottery.ideas.delete("Pottery")
    assert pottery.ideas.steps.offered("Radio") == offered


def test_nothing_is_offered_beside_a_step_of_ones_own(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    card = pottery.ideas.card("Pottery")
    assert (card.step and card.step.text, card.offered) == (STEP, None)


def test_what_has_ended_is_offered_nothing(pottery: Companion) -> None:
    pottery.ideas.rule_out("Pottery")
    assert pottery.ideas.card("Pottery").offered is None


def test_the_pick_prefers_the_next_step(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pick = pottery.picks.current()
    assert (pick.prompt, pick.text, pick.idea) == (NEXT_STEP, STEP, "Pottery")
    assert pick.why == "It is the next step you set for “Pottery”."


def test_an_idea_without_a_step_gets_its_turn_as_well(pottery: Companion) -> None:
    pottery.ideas.add("Radio")
    pottery.ideas.steps.set("Pottery", STEP)
    ideas = {pottery.picks.current().idea, *(pottery.picks.another().idea for _ in range(12))}
    assert ideas >= {"Pottery", "Radio"}


def test_a_step_that_was_passed_by_does_not_come_back_at_once(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.picks.current()
    assert STEP not in [pottery.picks.another().text for _ in range(8)]
    clock.set("2026-11-21T08:00")
    assert pottery.picks.current().text != STEP
    clock.set("2026-11-23T08:00")
    assert pottery.picks.current().text == STEP


def test_what_comes_in_an_ideas_turn_is_its_step_while_that_may_be_shown(
    pottery: Companion, clock: StandingClock, file: Path
) -> None:
    pottery.ideas.add("Radio")
    pottery.ideas.add("Bees")
    passed_by = -4
    others = set()
    for days in range(60):
        clock.set(f"{date(2026, 11, 19) + timedelta(days=days)}T08:00")
        if days == 10:  # It is liked and was offered more often than the others by then.
            pottery.ideas.steps.set("Pottery", STEP)
        pick = pottery.picks.current()
        if pick.text == STEP:
            passed_by = days
        elif pick.idea == "Pottery" and days >= 10 and days - passed_by > 3:
            others.add(pick.why)
        if pick.idea == "Pottery" and pick.text != STEP:
            pottery.picks.done()
        pottery.shifts.log("Swept the floor")
    leads_on = {why for reason in ("explore", "then") for why in lines(file, f"reasons.{reason}")}
    assert passed_by > 0
    assert others <= leads_on


def test_it_comes_sooner_on_a_day_that_is_given_to_its_idea(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.picks.current()
    pottery.picks.another()
    clock.set("2026-11-20T08:00")
    pottery.picks.set_at_hand(idea="Pottery")
    assert pottery.picks.current().text == STEP


def test_done_takes_the_step_and_undo_gives_it_back(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    logged = pottery.picks.done()
    assert (logged.shift.text, logged.shift.idea) == (STEP, "Pottery")
    assert pottery.ideas.steps.current("Pottery") is None
    pottery.history.undo()
    assert pottery.ideas.steps.current("Pottery") is not None


def test_the_morning_after_tells_that_the_step_was_taken(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.picks.done()
    clock.set("2026-11-20T08:00")
    told = pottery.today.view().greeting.sentence
    assert told == f"Yesterday you took a step of your own: {STEP}."


def test_a_step_that_was_ticked_on_its_idea_is_told_as_taken(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.ideas.steps.take("Pottery")
    clock.set("2026-11-20T08:00")
    told = pottery.today.view().greeting.sentence
    assert told == f"Yesterday you took a step of your own: {STEP}."


def test_beginning_on_a_step_counts_but_does_not_take_it(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    smaller = pottery.picks.smaller()
    assert smaller.seconds < 300
    assert smaller.quote is not None
    assert smaller.quote.text == STEP
    pottery.picks.done()
    step = pottery.ideas.steps.current("Pottery")
    assert step is not None
    assert step.is_open


def test_only_the_whole_of_a_step_is_told_to_be_ones_own(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    assert pottery.picks.current().own_step
    assert not pottery.picks.smaller().own_step
    assert not pottery.picks.another().own_step


def test_with_two_minutes_at_hand_a_step_is_only_begun(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.picks.set_at_hand(minutes=2)
    pick = pottery.picks.current()
    assert pick.seconds <= 120
    assert (pick.prompt, pick.quote and pick.quote.text) == (NEXT_STEP, STEP)


def test_never_again_drops_the_step_and_leaves_all_others(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.add("Radio")
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.picks.retire()
    assert pottery.ideas.steps.current("Pottery") is None
    pottery.ideas.steps.set("Radio", "listen to one programme")
    clock.set("2026-11-20T08:00")
    assert "listen to one programme" in [
        pottery.picks.current().text,
        *(pottery.picks.another().text for _ in range(5)),
    ]


def test_a_step_that_was_passed_by_can_be_sent_away_for_good(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    passed_by = pottery.picks.current()
    pottery.picks.another()
    pottery.picks.never_again(passed_by.offer)
    assert pottery.ideas.steps.current("Pottery") is None
    assert not next(p for p in pottery.prompts.all() if p.id == NEXT_STEP).retired


@pytest.mark.parametrize(
    "deed", ["take", "drop", "replace", "rule out", "delete"], ids=lambda deed: deed
)
def test_a_pick_goes_when_its_step_does(pottery: Companion, deed: str) -> None:
    steps = pottery.ideas.steps
    steps.set("Pottery", STEP)
    pottery.picks.current()
    deeds: dict[str, Callable[[], object]] = {
        "take": lambda: steps.take("Pottery"),
        "drop": lambda: steps.drop("Pottery"),
        "replace": lambda: steps.set("Pottery", "buy a bag of clay"),
        "rule out": lambda: pottery.ideas.rule_out("Pottery"),
        "delete": lambda: pottery.ideas.delete("Pottery"),
    }
    deeds[deed]()
    assert pottery.picks.current().text != STEP


def test_an_experiment_says_when_its_day_is_near(pottery: Companion, clock: StandingClock) -> None:
    pottery.ideas.add("Radio")
    pottery.ideas.steps.set("Radio", "listen to one programme")
    pottery.ideas.steps.set(
        "Pottery", "show three mugs", question="would anybody pay?", by="29 November"
    )
    assert not pottery.ideas.card("Pottery").step_is_near
    clock.set("2026-11-26T08:00")
    assert pottery.ideas.card("Pottery").step_is_near
    pick = pottery.picks.current()
    assert (pick.text, pick.why) == ("show three mugs", "You set Sunday 29 November for this.")
    clock.set("2026-11-30T08:00")
    late = pottery.picks.current()
    assert (late.text, late.why) == (
        "show three mugs",
        "It is the next step you set for “Pottery”.",
    )
    assert pick.quote is not None
    assert pick.quote.text == "would anybody pay?"


def test_a_near_day_is_shown_again_the_day_after_it_was_passed_by(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", "show three mugs", question="pay?", by="tomorrow")
    pottery.picks.current()
    pottery.picks.another()
    assert pottery.picks.current().text != "show three mugs"
    clock.set("2026-11-20T08:00")
    assert pottery.picks.current().text == "show three mugs"


def test_what_was_found_goes_into_the_trail_and_makes_room(pottery: Companion) -> None:
    steps = pottery.ideas.steps
    steps.set("Pottery", "show three mugs", question="would anybody pay?")
    pottery.picks.done()
    step = steps.current("Pottery")
    assert step is not None
    assert step.awaits_answer
    steps.found("Pottery", "two people would")
    assert steps.current("Pottery") is None
    entry = next(e for e in pottery.ideas.opened("Pottery").trail if e.kind == "found")
    assert (entry.text, entry.about) == ("two people would", "would anybody pay?")


@pytest.fixture
def tested(pottery: Companion) -> Companion:
    """An experiment was run a moment ago, and nobody wrote down what it found."""
    pottery.ideas.steps.set("Pottery", "show three mugs", question="would anybody pay?")
    pottery.picks.done()
    return pottery


def is_asked(companion: Companion) -> bool:
    (card,) = companion.ideas.view().cards
    step = companion.ideas.steps.current("Pottery")
    assert card.step == step
    assert (step is None) == (card.offered is not None)
    return step is not None and step.awaits_answer


def test_what_was_noted_on_the_shift_answers_the_question(tested: Companion) -> None:
    assert is_asked(tested)
    shift = tested.shifts.find(limit=1).shifts[0]
    tested.today.add_note(shift.id, "two people would")
    assert not is_asked(tested)
    tested.history.undo()
    assert is_asked(tested)


def test_another_step_takes_the_place_of_the_question_for_good(tested: Companion) -> None:
    tested.ideas.steps.set("Pottery", STEP)
    step = tested.ideas.steps.current("Pottery")
    assert (step and step.text, tested.picks.another().text) == (STEP, STEP)
    tested.picks.done()
    assert tested.ideas.steps.current("Pottery") is None


def test_what_was_found_is_asked_for_a_week(tested: Companion, clock: StandingClock) -> None:
    clock.set("2026-11-25T08:00")
    assert is_asked(tested)
    clock.set("2026-11-26T08:00")
    assert not is_asked(tested)


def test_something_may_be_found_before_the_step_was_taken(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", "show three mugs", question="would anybody pay?")
    pottery.ideas.steps.found("Pottery", "nobody came")
    assert pottery.ideas.steps.current("Pottery") is None


def test_what_was_found_can_be_put_into_other_words(
    pottery: Companion, clock: StandingClock
) -> None:
    pottery.ideas.steps.set("Pottery", "show three mugs")
    step = pottery.ideas.steps.found("Pottery", "two would")
    clock.set("2026-11-25T09:00")
    pottery.ideas.steps.edit_found(step.id, "three would")
    entry = next(e for e in pottery.ideas.opened("Pottery").trail if e.kind == "found")
    assert (entry.text, entry.day) == ("three would", date(2026, 11, 19))


def test_another_step_takes_the_place_of_an_open_one(pottery: Companion) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    pottery.ideas.steps.set("Pottery", "buy a bag of clay")
    pottery.ideas.steps.drop("Pottery")
    assert pottery.ideas.steps.current("Pottery") is None


def test_a_step_can_be_put_into_other_words(pottery: Companion) -> None:
    steps = pottery.ideas.steps
    first = steps.set("Pottery", "show mugs", question="pay?", by="2026-11-29")
    changed = steps.change("Pottery", "show three mugs")
    assert changed == first._replace(text="show three mugs", question=None, by=None)


def test_steps_are_there_for_every_process(pottery: Companion, open_again: Open) -> None:
    pottery.ideas.steps.set("Pottery", STEP)
    other = open_again()
    other.ideas.steps.take("Pottery", minutes=7, little_yes=True)
    assert pottery.ideas.steps.current("Pottery") is None
    shift = pottery.shifts.find(limit=1).shifts[0]
    assert (shift.text, shift.minutes, shift.little_yes) == (STEP, 7, True)


def test_what_makes_no_sense_is_refused(pottery: Companion) -> None:
    steps = pottery.ideas.steps
    for refused in (
        lambda: steps.set("Pottery", " "),
        lambda: steps.set("Pottery", STEP, by="2026-11-18"),
        lambda: steps.found("Pottery", "nothing was asked"),
        lambda: steps.take("Pottery"),
        lambda: steps.drop("Pottery"),
        lambda: steps.set("Radio", STEP),
    ):
        with pytest.raises(Refused):
            refused()
    with pytest.raises(WrongUsage):
        steps.set("Pottery", STEP, by="sometime")


def test_a_step_that_was_taken_is_told_or_it_was_not_taken(
    pottery: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    pottery.ideas.steps.set("Pottery", STEP)

    def busy(_: Figures) -> Streak:
        raise FileTrouble("The file is in use", "Try again.")

    with monkeypatch.context() as patched:
        patched.setattr(Figures, "streak", busy)
        with pytest.raises(FileTrouble):
            pottery.ideas.steps.take("Pottery")
    assert pottery.shifts.find().total == 0
    assert pottery.ideas.steps.take("Pottery").shift.text == STEP
