"""Everything that the board and an opened idea can do, by mouse alone; only words are typed."""

import re

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.ideas.opened import IdeaScreen
from tests.tui.clicking import click, command, place, wheel
from tests.tui.conftest import HalfSecond
from tests.tui.stage import SIZES, Stage, said, seen, settle, unsaid, write

# The smallest leaves most out of the footer; the others take as long again.
in_every_size = pytest.mark.parametrize(
    "size",
    [SIZES[0], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[1:])],
    ids=lambda size: f"{size[0]}x{size[1]}",
)


async def choose(pilot: Pilot[None], entry: str) -> None:
    """An entry of a menu: one click puts the cursor there, and one more chooses."""
    await click(pilot, entry)
    await click(pilot, "enter Choose")


async def begin(pilot: Pilot[None], name: str) -> None:
    """The board, with a click on an idea's card."""
    await settle(pilot)
    await click(pilot, "3 Ideas")
    assert isinstance(pilot.app.screen, IdeasScreen)
    there = re.compile(rf"[━─╌┄│═▸] (?={re.escape(name)} )")
    for lane in ("Hunches", "Exploring", "Projects", "Ruled out"):
        if there.search(seen(pilot)):
            break
        await click(pilot, lane)
    card = there.search(seen(pilot))
    assert card is not None
    await click(pilot, card[0] + name)


async def opened(pilot: Pilot[None], name: str) -> None:
    await begin(pilot, name)
    await click(pilot, "enter Open")
    assert isinstance(pilot.app.screen, IdeaScreen)


ASKING = {
    "Pottery studio": {
        "Move along: to exploring": "where it is now",
        "Rule out: this one is not the way.": "Pottery studio: not this way?",
        "Next step: what comes next, or an": "What comes next for Pottery",
        "Found: write down what you found": "What did you find?",
        "Edit: its name, and what is behind": "What is it called",
    },
    "on the board": {"Add: a new idea. Half a thought": "What makes you curious?"},
    "opened": {
        "Log a shift: something you did": "What did you do for",
        "Note: write down what is worth": "What is worth keeping?",
        "Merge: make it a part of another": "Which idea does Pottery studio belong to?",
        "Edit: change what that line says.": "esc Leave it",
    },
    "Repair café": {
        "Outputs: what the project has to": "What there is to show",
        "Weeks: how long the project may": "How long may it take?",
    },
}


@in_every_size
async def test_by_mouse_every_question_of_the_board_is_asked_and_left(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await begin(pilot, "Pottery studio")
        for line, question in {**ASKING["Pottery studio"], **ASKING["on the board"]}.items():
            await command(pilot, line)
            assert question in seen(pilot)
            await click(pilot, "esc Leave it")
            assert question not in seen(pilot)


@in_every_size
async def test_by_mouse_every_question_of_an_opened_idea_is_asked_and_left(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await opened(pilot, "Pottery studio")
        for line, question in {**ASKING["Pottery studio"], **ASKING["opened"]}.items():
            await command(pilot, line)
            assert question in seen(pilot)
            await click(pilot, "esc Leave it")
            assert question not in seen(pilot)
        await click(pilot, "esc Back")
        await opened(pilot, "Repair café")
        for line, question in ASKING["Repair café"].items():
            await command(pilot, line)
            assert question in seen(pilot)
            await click(pilot, "esc Leave it")


@in_every_size
async def test_by_mouse_an_idea_is_added_moved_and_found_again(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await begin(pilot, "Pottery studio")
        await click(pilot, "a Add")
        await write(pilot, "Bees")
        await click(pilot, "enter Save")
        assert place(pilot, "▸ Bees")
        await click(pilot, "m Move along")
        await choose(pilot, "3  Project")
        await choose(pilot, "3  10 weeks")
        assert place(pilot, "week 1 of 10")
        await command(pilot, "Undo: take back the last thing")
        with rich.companion() as companion:
            assert companion.ideas.get("Bees").stage == "hunch"
        await command(pilot, "Find: show what has these words,")
        await write(pilot, "listen")
        assert not place(pilot, "Bees")
        await click(pilot, "esc Show all")
        await begin(pilot, "Bees")


@in_every_size
async def test_by_mouse_an_idea_is_ruled_out_copied_and_brought_back(
    rich: Stage, size: tuple[int, int], half_second: HalfSecond
) -> None:
    async with rich.app(Config(motion=False)).run_test(size=size, notifications=True) as pilot:
        await begin(pilot, "Pottery studio")
        for leave in ("any other key", "Bring it back"):
            await command(pilot, "Rule out: this one is not the way.")
            await click(pilot, "enter Go on")
            await click(pilot, "enter Rule it out")
            assert place(pilot, "You may feel lighter")
            half_second()
            await click(pilot, "Copy as a card")
            assert said(pilot)[-1] == "Copied. Somebody will be glad for you."
            assert "Pottery studio" in pilot.app.clipboard
            await click(pilot, leave)
            await begin(pilot, "Pottery studio")
            if leave == "any other key":
                await command(pilot, "Bring back: put it on the boil")
        with rich.companion() as companion:
            assert companion.ideas.get("Pottery").stage == "exploring"


@in_every_size
async def test_by_mouse_a_step_is_taken_its_answer_found_and_led_on(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await opened(pilot, "Pottery studio")
        await command(pilot, "Did the step: log the next step as")
        await command(pilot, "Found: write down what you found")
        await write(pilot, "two would")
        await click(pilot, "enter Save")
        await choose(pilot, "1  Another step")
        await write(pilot, "ask both what they would pay")
        await click(pilot, "enter Save")
        with rich.companion() as companion:
            view = companion.ideas.opened("Pottery")
        assert view.card.step is not None
        assert view.card.step.text == "ask both what they would pay"
        assert "two would" in [entry.text for entry in view.trail]


@in_every_size
async def test_by_mouse_outputs_are_added_checked_and_left_out(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await opened(pilot, "Repair café")
        await command(pilot, "Outputs: what the project has to")
        await choose(pilot, "3  one page")
        await choose(pilot, "1  It's finished")
        await write(pilot, "on the door")
        await click(pilot, "enter Save")
        await command(pilot, "Outputs: what the project has to")
        await choose(pilot, "2  a price list")
        await choose(pilot, "3  Remove it")
        await command(pilot, "Outputs: what the project has to")
        await choose(pilot, "a  One more")
        await write(pilot, "a film")
        await click(pilot, "enter Save")
        with rich.companion() as companion:
            outputs = companion.ideas.card("Repair").outputs
        assert [(output.text, output.outcome) for output in outputs] == [
            ("a table on Saturdays", "nine people came"),
            ("one page", "on the door"),
            ("a film", None),
        ]


@in_every_size
async def test_by_mouse_a_trail_is_mended_and_lights_a_hunch(
    rich: Stage, size: tuple[int, int]
) -> None:
    async with rich.app().run_test(size=size, notifications=True) as pilot:
        await opened(pilot, "Pottery studio")
        for _ in range(9):
            if place(pilot, "Ines wrote back"):
                break
            await wheel(pilot, pilot.app.screen.query_one("Lines"))
        await click(pilot, "Ines wrote back")
        await command(pilot, "Make it a hunch: what lit up, as an")
        await click(pilot, "enter")
        assert said(pilot)[-1] == "A hunch now: Ines wrote back"
        await unsaid(pilot)
        await click(pilot, "Ines wrote back", times=2)
        await click(pilot, "esc Leave it")


@in_every_size
async def test_by_mouse_an_idea_is_merged_and_deleted(rich: Stage, size: tuple[int, int]) -> None:
    async with rich.app().run_test(size=size) as pilot:
        await opened(pilot, "Pottery studio")
        await command(pilot, "Merge: make it a part of another")
        await write(pilot, "caf")
        await click(pilot, "▸ Repair café")
        await click(pilot, "enter Merge")
        assert place(pilot, "Pottery studio became a part of it")
        await command(pilot, "Delete: the idea goes, its shifts stay.")
        assert isinstance(pilot.app.screen, IdeasScreen)
        assert "Repair café" not in await unsaid(pilot)
        await command(pilot, "Undo: take back the last thing")
        with rich.companion() as companion:
            assert companion.ideas.get("Repair").stage == "project"


@in_every_size
async def test_by_mouse_the_yes_is_reached_printed_closed_and_opened_again(
    rich: Stage,
    size: tuple[int, int],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
    half_second: HalfSecond,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with rich.app(Config(motion=False)).run_test(size=size, notifications=True) as pilot:
        await begin(pilot, "Pottery studio")
        await click(pilot, "m Move along")
        await choose(pilot, "4  The Yes")
        await click(pilot, "y Yes")
        half_second()
        await click(pilot, "Print the story")
        assert said(pilot)[-1].startswith("The story is in ")
        half_second()
        await click(pilot, "Close the book")
        await click(pilot, "1 Today")
        assert place(pilot, "The book is closed. “Pottery studio”: yes.")
        await click(pilot, "Open it again")
        await opened(pilot, "Pottery studio")
        await command(pilot, "The way: how it became the Yes, and")
        half_second()
        assert place(pilot, "Close the book")
        await click(pilot, "any other key")
        assert isinstance(pilot.app.screen, IdeaScreen)
