"""Merging and deleting: everything moves along or stays out of sight, and undo has all of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.errors import Refused
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived
from tests.standing_clock import StandingClock


@pytest.fixture
def two(companion: Companion, clock: StandingClock) -> Companion:
    """Clay, of which much is told, and Pottery studio."""
    ideas = companion.ideas
    ideas.add("Clay", why="my hands want work")
    ideas.add("Pottery studio")
    companion.shifts.log("Walked past the kiln #Clay @Ines 10m !")
    companion.shifts.log("Signed up #Pottery")
    ideas.note("Clay", "the kiln is warm")
    ideas.steps.set("Clay", "show three mugs", question="would anybody pay?")
    ideas.steps.found("Clay", "two would")
    ideas.steps.set("Clay", "ask Ines for a day along")
    ideas.projects.begin("Clay")
    ideas.projects.add_output("Clay", "a price list")
    clock.set("2026-11-20T09:00")
    return companion


def test_what_a_dead_end_taught_stays_in_the_trail(two: Companion) -> None:
    two.ideas.rule_out("Clay", taught="I like it warm")
    two.ideas.revive("Clay")
    trail = two.ideas.opened("Clay").trail
    moves = [(entry.stage, entry.about) for entry in trail if entry.stage]
    assert moves[:3] == [("project", None), ("dead_end", "I like it warm"), ("project", None)]
    two.ideas.merge("Clay", "Pottery")
    told = [entry.about for entry in two.ideas.opened("Pottery").trail if entry.of == "Clay"]
    assert "I like it warm" in told


def test_everything_moves_along(two: Companion) -> None:
    merged = two.ideas.merge("Clay", "Pottery studio")
    assert [idea.name for idea in two.ideas.all(ended=True)] == ["Pottery studio"]
    assert (merged.shifts, merged.minutes, merged.little_yeses) == (2, 10, 1)
    opened = two.ideas.opened("Pottery studio")
    assert opened.people == (("Ines", 1),)
    assert [output.text for output in opened.card.outputs] == ["a price list"]
    assert opened.card.step is not None
    assert opened.card.step.text == "ask Ines for a day along"
    told = [(entry.kind, entry.text, entry.about, entry.of) for entry in opened.trail]
    assert told == [
        ("joined", "Clay", "my hands want work", None),
        ("stage", "", None, "Clay"),
        ("found", "two would", "would anybody pay?", None),
        ("note", "the kiln is warm", None, None),
        ("shift", "Signed up", None, None),
        ("shift", "Walked past the kiln", None, None),
        ("stage", "", None, None),
        ("stage", "", None, "Clay"),
    ]
    assert {shift.idea for shift in two.shifts.find().shifts} == {"Pottery studio"}


def test_an_output_that_both_had_can_be_checked_off_by_its_words(two: Companion) -> None:
    projects = two.ideas.projects
    projects.begin("Pottery")
    projects.add_output("Pottery", "A price list")
    two.ideas.merge("Clay", "Pottery")
    assert len(projects.outputs("Pottery")) == 2
    for there in (1, 2):
        projects.check_output("Pottery", "a price list")
        assert sum(one.checked is not None for one in projects.outputs("Pottery")) == there
    projects.uncheck_output("Pottery", "a price list")
    projects.uncheck_output("Pottery", "a price list")
    assert all(one.checked is None for one in projects.outputs("Pottery"))
    projects.add_output("Pottery", "one page")
    with pytest.raises(Refused, match="more would be a job"):
        projects.add_output("Pottery", "two pages")


def test_undo_of_a_merge_brings_everything_back(two: Companion, file: Path) -> None:
    before = two.ideas.view(), two.ideas.opened("Clay"), two.shifts.find()
    two.ideas.merge("Clay", "Pottery studio")
    assert rounded(derived(file)) == recounted(file)
    two.history.undo()
    assert (two.ideas.view(), two.ideas.opened("Clay"), two.shifts.find()) == before
    assert rounded(derived(file)) == recounted(file)
    two.history.redo()
    assert two.ideas.get("Pottery studio").shifts == 2


def test_what_was_merged_into_something_that_is_merged_moves_on(two: Companion) -> None:
    two.ideas.add("Ceramics")
    two.ideas.merge("Clay", "Pottery studio")
    two.ideas.merge("Pottery studio", "Ceramics")
    trail = two.ideas.opened("Ceramics").trail
    assert [entry.text for entry in trail if entry.kind == "joined"] == ["Pottery studio", "Clay"]
    assert sum(entry.kind == "shift" for entry in trail) == 2


def test_the_pick_knows_the_idea_that_a_step_moved_to(two: Companion) -> None:
    two.ideas.merge("Clay", "Pottery studio")
    pick = two.picks.current()
    assert (pick.text, pick.idea) == ("ask Ines for a day along", "Pottery studio")


def test_an_idea_is_no_part_of_itself(two: Companion) -> None:
    with pytest.raises(Refused):
        two.ideas.merge("Clay", "clay")


def test_deleting_leaves_the_shifts_and_one_undo_names_their_idea_again(two: Companion) -> None:
    two.ideas.delete("Clay")
    shifts = {shift.text: shift.idea for shift in two.shifts.find().shifts}
    assert shifts == {"Walked past the kiln": None, "Signed up": "Pottery studio"}
    assert two.shifts.find(search="clay").total == 0
    assert two.ideas.view().four_weeks.elsewhere == 1
    two.history.undo()
    assert two.shifts.find(search="clay").total == 1
    assert two.ideas.get("Clay").shifts == 1


def test_deleting_is_one_small_write_however_many_shifts_there_are(
    two: Companion, file: Path
) -> None:
    for number in range(50):
        two.shifts.log(f"thing {number} #Clay")
    two.ideas.delete("Clay")
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            'SELECT "table" FROM change WHERE label LIKE ?', ("deleted the idea%",)
        ).fetchall()
    assert rows == [("idea",)]


def test_a_name_is_free_again_once_its_idea_is_deleted(two: Companion) -> None:
    two.ideas.delete("Clay")
    assert two.ideas.add("Clay").shifts == 0
