"""The pick stays for its shift day, and only for that."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.config import Config
from shifter.errors import Refused
from tests.companion.cards import leave_only, outcomes
from tests.companion.conftest import Open
from tests.companion.rows import table
from tests.standing_clock import StandingClock


def test_it_is_the_same_for_whoever_asks_all_day(
    companion: Companion, open_again: Open, clock: StandingClock, file: Path
) -> None:
    pick = companion.picks.current()
    for seed in range(1, 6):
        clock.go_on(timedelta(hours=3))
        other = open_again(seed=seed)
        assert other.picks.current() == pick
        other.close()
    clock.set("2026-11-20T03:59")
    assert companion.picks.current() == pick
    assert outcomes(file) == ["open"]


@pytest.mark.parametrize("later", ["2026-11-20T04:00", "2026-11-20T22:00", "2027-03-01T08:00"])
def test_on_a_later_day_it_counts_as_ignored_and_another_one_comes(
    companion: Companion, clock: StandingClock, file: Path, later: str
) -> None:
    before = companion.picks.current()
    clock.set(later)
    pick = companion.picks.current()
    assert pick.offer != before.offer
    assert outcomes(file) == ["ignored", "open"]
    assert companion.picks.current() == pick


def test_being_shown_is_no_action_that_undoes(companion: Companion, clock: StandingClock) -> None:
    companion.picks.current()
    clock.set("2026-11-20T08:00")
    companion.picks.current()
    assert companion.history.next_undo() is None


def test_a_new_day_begins_at_the_rollover_that_is_set(
    companion: Companion, clock: StandingClock
) -> None:
    companion.settings.change("rollover", "6")
    pick = companion.picks.current()
    clock.set("2026-11-20T05:59")
    assert companion.picks.current() == pick
    clock.set("2026-11-20T06:00")
    assert companion.picks.current().offer != pick.offer


def test_it_stays_while_more_is_at_hand_than_it_takes(companion: Companion) -> None:
    companion.picks.set_at_hand(minutes=2)
    pick = companion.picks.current()
    companion.picks.set_at_hand(minutes=60)
    assert companion.picks.current().offer == pick.offer


def test_what_takes_longer_than_there_is_is_withdrawn_and_not_skipped(
    companion: Companion, file: Path
) -> None:
    leave_only(file)
    companion.prompts.add("Read for an hour", minutes=60)
    companion.picks.set_at_hand(minutes=60)
    assert companion.picks.current().text == "Read for an hour"
    companion.prompts.add("Read a page", minutes=2)
    companion.picks.set_at_hand(minutes=10)
    assert companion.picks.current().text == "Read a page"
    assert outcomes(file) == ["withdrawn", "open"]


def test_a_place_that_does_not_suit_withdraws_it(companion: Companion, file: Path) -> None:
    leave_only(file)
    companion.prompts.add("Call a potter", places=("desk", "phone"))
    pick = companion.picks.current()
    companion.prompts.add("Look at a roof")
    companion.picks.set_at_hand(place="phone")
    assert companion.picks.current() == pick
    companion.picks.set_at_hand(place="out")
    assert companion.picks.current().text == "Look at a roof"
    companion.picks.set_at_hand(place="anywhere")
    assert companion.picks.at_hand().place is None
    assert companion.picks.current().text == "Look at a roof"


def test_retiring_it_in_the_list_of_prompts_withdraws_it(companion: Companion) -> None:
    pick = companion.picks.current()
    companion.prompts.retire(pick.prompt)
    assert companion.picks.current().prompt != pick.prompt


@pytest.mark.parametrize("end", ["rule out", "delete", "the Yes"])
def test_an_idea_that_ended_takes_its_pick_along(companion: Companion, end: str) -> None:
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(idea="Pottery")
    pick = companion.picks.current()
    assert pick.idea == "Pottery"
    if end == "rule out":
        companion.ideas.rule_out("Pottery")
    elif end == "delete":
        companion.ideas.delete("Pottery")
    else:
        companion.ideas.move("Pottery", "yes")
    assert companion.picks.at_hand().idea is None
    after = companion.picks.current()
    assert after.offer != pick.offer
    assert after.idea is None


def test_what_is_at_hand_is_for_today_only(companion: Companion, clock: StandingClock) -> None:
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(minutes=2, place="out", idea="pottery")
    assert companion.picks.at_hand() == (2, "out", "Pottery")
    companion.picks.set_at_hand(idea="")
    assert companion.picks.at_hand() == (2, "out", None)
    clock.set("2026-11-20T03:00")
    assert companion.picks.at_hand() == (2, "out", None)
    clock.set("2026-11-20T08:00")
    assert companion.picks.at_hand() == (5, None, None)


def test_the_usual_minutes_come_from_the_settings(open_again: Open) -> None:
    companion = open_again(config=Config(minutes=2))
    assert companion.picks.at_hand().minutes == 2
    for _ in range(10):
        assert companion.picks.another().seconds <= 120
    companion.configure(Config(minutes=60))
    assert companion.picks.at_hand().minutes == 60


def test_what_nothing_fits_is_refused_and_changes_nothing(companion: Companion) -> None:
    pick = companion.picks.current()
    with pytest.raises(Refused, match="Nothing fits"):
        companion.picks.set_at_hand(minutes=1)
    assert companion.picks.at_hand().minutes == 5
    assert companion.picks.current() == pick


def test_a_day_with_no_pick_that_fits_says_so(companion: Companion, file: Path) -> None:
    leave_only(file)
    with pytest.raises(Refused, match="Nothing fits"):
        companion.picks.current()
    companion.prompts.add("Sweep the studio")
    assert companion.picks.current().text == "Sweep the studio"


def test_an_ended_idea_is_not_to_be_worked_on(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.rule_out("Pottery")
    with pytest.raises(Refused, match="Pottery"):
        companion.picks.set_at_hand(idea="pottery")


def test_the_yes_is_worked_on_where_it_is_chosen_and_has_no_turns(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.add("Radio")
    companion.ideas.steps.set("Pottery", "ask for a day along")
    companion.ideas.move("Pottery", "yes")
    assert {companion.picks.another().idea for _ in range(10)} <= {"Radio", None}
    assert companion.today.view().idea_names == ("Radio", "Pottery")
    companion.picks.set_at_hand(idea="Pottery")
    assert companion.picks.at_hand().idea == "Pottery"
    pick = companion.picks.current()
    assert pick.idea == "Pottery"
    assert pick.text != "ask for a day along"
    assert companion.picks.current() == pick
    companion.picks.set_at_hand(idea="")
    assert companion.picks.current().idea != "Pottery"


def test_two_processes_that_ask_first_get_the_same_one(
    companion: Companion, open_again: Open, file: Path
) -> None:
    other = open_again(seed=7)
    assert companion.picks.current() == other.picks.current()
    assert len(outcomes(file)) == 1


def test_a_zone_further_east_turns_the_day_and_one_further_west_does_no_harm(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    clock.set("2026-11-19T20:00", "America/New_York")
    first = companion.picks.current()
    clock.travel("Asia/Tokyo")
    second = companion.picks.current()
    assert second.offer != first.offer
    clock.travel("America/New_York")
    companion.picks.current()
    days = table(file, "SELECT day, outcome FROM offer ORDER BY id")
    assert days == [
        (str(date(2026, 11, 19)), "ignored"),
        (str(date(2026, 11, 20)), "withdrawn"),
        (str(date(2026, 11, 19)), "open"),
    ]
