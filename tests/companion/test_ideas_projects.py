"""A Shift Project: when it began, how long it takes, and what it has to show."""

from datetime import date

import pytest

from shifter.companion import Companion
from shifter.core.projects import Project
from shifter.errors import Refused, WrongUsage
from tests.standing_clock import StandingClock


@pytest.fixture
def cafe(companion: Companion) -> Companion:
    companion.ideas.add("Repair café")
    return companion


def test_becoming_a_project_begins_six_weeks_today(cafe: Companion) -> None:
    cafe.ideas.move("Repair", "project")
    card = cafe.ideas.card("Repair")
    assert (card.project, card.week) == (Project(date(2026, 11, 19), 6), 1)


def test_the_weeks_may_be_chosen_and_the_start_too(cafe: Companion, clock: StandingClock) -> None:
    cafe.ideas.move("Repair", "project", weeks=10)
    cafe.ideas.projects.begin("Repair", start="2026-11-02")
    clock.set("2026-11-23T09:00")
    card = cafe.ideas.card("Repair")
    assert (card.project, card.week) == (Project(date(2026, 11, 2), 10), 4)


def test_planning_makes_a_project_of_an_idea_in_one_step(cafe: Companion) -> None:
    cafe.ideas.projects.begin("Repair", weeks=8)
    assert cafe.ideas.get("Repair").stage == "project"
    cafe.history.undo()
    assert cafe.ideas.get("Repair").stage == "hunch"
    assert cafe.ideas.projects.get("Repair") is None


def test_outputs_are_checked_off_with_what_came_of_them(
    cafe: Companion, clock: StandingClock
) -> None:
    projects = cafe.ideas.projects
    projects.add_output("Repair", "a table on Saturdays")
    projects.add_output("Repair", "a price list")
    clock.set("2026-11-21T09:00")
    projects.check_output("Repair", "table", outcome="nine people came")
    clock.set("2026-11-25T09:00")
    projects.check_output("Repair", "table", outcome="and two came back")
    table, prices = projects.outputs("Repair")
    assert (table.checked, table.outcome) == (date(2026, 11, 21), "and two came back")
    assert prices.checked is None
    entry = next(e for e in cafe.ideas.opened("Repair").trail if e.kind == "output")
    assert (entry.text, entry.about) == ("a table on Saturdays", "and two came back")
    assert projects.check_output("Repair", "table").outcome == "and two came back"
    assert projects.check_output("Repair", "table", outcome=" ").outcome is None
    assert projects.uncheck_output("Repair", "table").checked is None


def test_outputs_can_be_mended_and_left_out(cafe: Companion) -> None:
    projects = cafe.ideas.projects
    projects.add_output("Repair", "a table")
    projects.rename_output("Repair", "table", "a table on Saturdays")
    assert [output.text for output in projects.outputs("Repair")] == ["a table on Saturdays"]
    projects.remove_output("Repair", "table")
    assert projects.outputs("Repair") == ()
    cafe.history.undo()
    assert len(projects.outputs("Repair")) == 1


def test_three_outputs_will_do(cafe: Companion) -> None:
    for output in ("one", "two", "three"):
        cafe.ideas.projects.add_output("Repair", output)
    with pytest.raises(Refused, match="more would be a job"):
        cafe.ideas.projects.add_output("Repair", "four")


def test_which_output_has_to_be_clear(cafe: Companion) -> None:
    projects = cafe.ideas.projects
    with pytest.raises(Refused, match="has none"):
        projects.check_output("Repair", "table")
    projects.add_output("Repair", "a table")
    projects.add_output("Repair", "a table cloth")
    assert projects.check_output("Repair", "a table").text == "a table"
    for unclear in ("tab", "chair"):
        with pytest.raises(Refused, match="“a table”, “a table cloth”"):
            projects.check_output("Repair", unclear)


@pytest.mark.parametrize("weeks", [-1, 53])
def test_weeks_stay_within_a_year(cafe: Companion, weeks: int) -> None:
    with pytest.raises(WrongUsage):
        cafe.ideas.move("Repair", "project", weeks=weeks)
    assert cafe.ideas.get("Repair").stage == "hunch"


def test_what_has_ended_is_no_project(cafe: Companion) -> None:
    cafe.ideas.rule_out("Repair")
    with pytest.raises(Refused):
        cafe.ideas.projects.begin("Repair")
