"""An opened idea: its facts, its trail, and everything that can be done with it."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from shifter.tui.dialogs.edit_shift import EditShiftDialog
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.ideas.opened import IdeaScreen
from shifter.tui.widgets.lines import Lines
from tests.tui.clicking import click
from tests.tui.stage import SIZES, Stage, press, said, seen, settle, unsaid, write


async def opened(pilot: Pilot[None], name: str) -> None:
    """Open an idea from the board."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, IdeasScreen)
    pilot.app.screen.show_idea(name)
    await settle(pilot)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, IdeaScreen)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (160, 50)])
async def test_facts_and_trail_are_seen_in_every_size(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await opened(pilot, "Pottery studio")
        shown = seen(pilot)
        assert "Pottery studio" in shown
        assert "exploring, hot" in shown
        assert "4 shifts" in shown
        assert "✦ 1" in shown
        assert "Took the long way home, past the kiln" in shown


@pytest.mark.parametrize("size", [(100, 30), (110, 40), (130, 40), (160, 50)])
async def test_a_long_line_of_the_trail_is_wrapped_at_once(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    words = [f"word{number}" for number in range(30)]
    with lived_in.companion() as companion:
        companion.shifts.log(" ".join(words), idea="Pottery studio")
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await opened(pilot, "Pottery studio")
        trail = seen(pilot)
        assert all(word in trail for word in words)
        assert "…" not in "".join(row for row in trail.split("\n") if "word" in row)


async def test_a_long_name_stands_whole_above_its_facts(lived_in: Stage) -> None:
    name = "Something with letters and paper, and one more thing at the end of it"
    with lived_in.companion() as companion:
        companion.ideas.add(name)
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, name)
        first, second = seen(pilot).split("\n")[3:5]
        assert first.endswith("a hunch")
        assert f"{first.removesuffix('a hunch').strip()} {second.strip()}" == name


async def test_what_nobody_touched_yet_is_new_and_not_hot(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Beekeeping")
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        new_ones = [row for row in seen(pilot).split("\n") if "a new one" in row]
        assert new_ones
        assert not any("hot" in row for row in new_ones)
        await opened(pilot, "Beekeeping")
        assert "a new one: nothing is logged on it yet" in seen(pilot)
        assert "hot" not in seen(pilot)


async def test_what_nobody_touched_for_weeks_is_no_new_one(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Beekeeping")
    lived_in.clock.set("2026-12-24T09:00")
    async with lived_in.app(screen="ideas").run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        assert any("nothing yet" in row and "resting" in row for row in seen(pilot).split("\n"))
        await opened(pilot, "Beekeeping")
        assert "a hunch, resting" in seen(pilot)
        assert "new one" not in seen(pilot)


async def test_what_was_ruled_out_without_a_shift_is_no_new_one(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Beekeeping")
        companion.ideas.rule_out("Beekeeping")
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Beekeeping")
        assert "nothing was logged on it" in seen(pilot)


async def test_the_trail_tells_everything_newest_first(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.note("Pottery", "warm even in the morning")
        companion.ideas.steps.set("Pottery", "show mugs", question="would anybody pay?")
        companion.ideas.steps.found("Pottery", "two would")
        companion.ideas.add("Clay", why="a bag of it")
        companion.ideas.merge("Clay", "Pottery")
        companion.ideas.edit("Pottery", {"drop_if": "nobody comes back"})
    async with lived_in.app(screen="ideas").run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Pottery studio")
        shown = seen(pilot)
        told = [
            "The hunch   my hands want work",
            "Drop it if  nobody comes back",
            "With        Ines 2",
            "Clay became a part of it, which began as: a bag of it",
            "two would",
            "to the question: would anybody pay?",
            "warm even in the morning",
            "Tuesday",
            "Took the long way home",
            "✦  Ines wrote back",
            "◇  exploring",
            "◇  a hunch",
        ]
        places = [shown.index(words) for words in told]
        assert places == sorted(places)


async def test_escape_goes_back_to_where_one_was(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, IdeasScreen)
        assert "▸ Pottery studio" in seen(pilot)


async def test_it_is_still_open_after_another_screen_and_the_key_of_the_board_closes_it(
    lived_in: Stage,
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(80, 24)) as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "1", "3")
        assert isinstance(pilot.app.screen, IdeaScreen)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, IdeasScreen)


async def test_a_shift_is_logged_on_it(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "a")
        await write(pilot, "Bought a bag of clay 5m")
        await press(pilot, "enter")
        assert "Bought a bag of clay" in seen(pilot)
        with lived_in.companion() as companion:
            assert companion.shifts.find(limit=1).shifts[0].idea == "Pottery studio"


async def test_a_shift_that_names_another_idea_is_logged_on_that_one(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "a")
        await write(pilot, "Watched somebody cook #ux")
        await press(pilot, "enter")
        with lived_in.companion() as companion:
            assert companion.shifts.find(limit=1).shifts[0].idea == "UX research"


async def test_the_next_step_is_set_and_taken(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "n")
        await write(pilot, "ask Ines for a day along")
        await press(pilot, "enter")
        assert "Next        ask Ines for a day along" in seen(pilot)
        await press(pilot, "d")
        assert said(pilot) == ["✓ ask Ines for a day along. u takes it back."]
        assert "Next        maybe: " in seen(pilot)
        assert "n takes it" in seen(pilot)


async def test_a_note_is_kept_and_mended(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "w")
        await write(pilot, "the kiln is warn")
        await press(pilot, "enter", "home")
        assert "▎  the kiln is warn" in seen(pilot)
        await press(pilot, "enter", "backspace", *"m.", "enter")
        assert "▎  the kiln is warm." in seen(pilot)


async def test_a_shift_is_mended_from_the_trail(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "home", "enter")
        assert "Change this shift" in seen(pilot)
        await press(pilot, "end")
        await write(pilot, " again")
        await press(pilot, "ctrl+s")
        assert "past the kiln again" in seen(pilot)


async def test_a_line_of_the_trail_is_opened_by_its_second_row_and_by_its_note(
    lived_in: Stage,
) -> None:
    text = "Asked at the co-op what a bench costs a month, and who is there in the evenings"
    with lived_in.companion() as companion:
        companion.shifts.log(text, idea="Pottery studio", note="they were kind")
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        for row in ("in the evenings", "they were kind"):
            await click(pilot, row)
            await click(pilot, row)
            assert isinstance(pilot.app.screen, EditShiftDialog)
            assert pilot.app.screen.query(Input).first().value == text
            await press(pilot, "escape")


async def test_what_lit_up_becomes_a_hunch_with_one_key(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "plus")
        assert said(pilot) == ["Only a Little Yes becomes a hunch."]
        await press(pilot, "down", "plus", "enter")
        assert said(pilot) == ["A hunch now: Ines wrote back"]
        with lived_in.companion() as companion:
            assert companion.ideas.get("Ines wrote back").stage == "hunch"


async def test_outputs_are_added_checked_off_and_mended(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(100, 30)) as pilot:
        await opened(pilot, "Repair café")
        await press(pilot, "o")
        await write(pilot, "a table on Saturdays")
        await press(pilot, "enter", "o", "a")
        await write(pilot, "a price list")
        await press(pilot, "enter", "o", "1", "1")
        await write(pilot, "nine people came")
        await press(pilot, "enter")
        shown = seen(pilot)
        assert "✓ a table on Saturdays" in shown
        assert "nine people came" in shown
        assert "· a price list" in shown
        await press(pilot, "o")
        assert "What there is to show, three at most" in seen(pilot)
        await press(pilot, "2", "3")
        assert "a price list" not in seen(pilot).split("Thursday")[0].split("Today")[0]
        await press(pilot, "o", "1", "4")
        assert "· a table on Saturdays" in seen(pilot)


@pytest.mark.parametrize("keys", [("home", "enter"), ("o", "1", "1")])
async def test_what_came_of_an_output_can_be_emptied(
    lived_in: Stage, keys: tuple[str, ...]
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.projects.add_output("Repair", "a table")
        companion.ideas.projects.check_output("Repair", "table", outcome="nine people came")
    async with lived_in.app(screen="ideas").run_test(size=(100, 30)) as pilot:
        await opened(pilot, "Repair café")
        await press(pilot, *keys, "ctrl+u", "enter")
        assert "✓ a table" in seen(pilot)
        assert "nine people came" not in seen(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_two_projects_in_one_keep_all_their_outputs(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    with lived_in.companion() as companion:
        projects = companion.ideas.projects
        projects.begin("Pottery")
        for name, outputs in (("Repair", ("sign", "table", "page")), ("Pottery", ("mug", "bowl"))):
            for output in outputs:
                projects.add_output(name, f"a {output}")
        projects.check_output("Repair", "table")
        companion.ideas.merge("Pottery", "Repair")
    app = lived_in.app(screen="ideas")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, IdeasScreen)
        app.screen.show_idea("Repair café")
        await settle(pilot)
        shown = seen(pilot)
        assert "and 2 more to show" in shown
        for output in ("a sign", "a page", "a mug"):
            assert output in shown, "what is not there yet comes first"
        for output in ("a table", "a bowl"):
            assert output not in shown
        await press(pilot, "enter", "o")
        for output in ("a sign", "a table", "a page", "a mug", "a bowl"):
            assert output in seen(pilot)
        assert "One more" not in seen(pilot)
        await press(pilot, "5", "1", "enter")
    with lived_in.companion() as companion:
        found = companion.ideas.projects.outputs("Repair")
        assert [output.text for output in found if output.checked] == ["a table", "a bowl"]
        companion.history.undo()
        companion.history.undo()
        assert len(companion.ideas.projects.outputs("Pottery")) == 2


async def test_by_mouse_an_output_is_checked_off_and_a_line_of_the_trail_opened(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.projects.add_output("Repair", "a price list")
    async with lived_in.app(screen="ideas").run_test(size=(100, 30)) as pilot:
        await opened(pilot, "Repair café")
        footer = seen(pilot).split("\n")[-1]
        await pilot.click(offset=(footer.index("Outputs"), 29))
        await settle(pilot)
        for _ in ("the output", "it is there"):
            await pilot.click("ChoiceDialog Lines", offset=(9, 0))
            await pilot.click("ChoiceDialog KeyRow", offset=(2, 0))
            await settle(pilot)
        await pilot.click("LineDialog KeyRow", offset=(2, 0))
        await settle(pilot)
        assert "✓ a price list" in seen(pilot)
        # Today's output and the day above it, a blank row, then Tuesday and its newest shift.
        await pilot.click(Lines, offset=(12, 4))
        await pilot.click(Lines, offset=(12, 4), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditShiftDialog)
        assert pilot.app.screen.query(Input).first().value == "Drew the table's plan"


async def test_a_project_gets_more_weeks(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Repair café")
        await press(pilot, "p", "4")
        assert "4 of 12, since 28 October" in seen(pilot)


async def test_it_becomes_a_part_of_another_idea(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await opened(pilot, "[b]Radio[/b]")
        await press(pilot, "g")
        await write(pilot, "pottery")
        await press(pilot, "enter")
        assert said(pilot) == ["[b]Radio[/b] is a part of Pottery studio now."]
        assert "Pottery studio" in seen(pilot)
        await press(pilot, "u", "escape")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Radio").stage == "hunch"


async def test_it_is_merged_into_the_one_that_the_cursor_is_on(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "g")
        await write(pilot, "nothing of that name")
        await press(pilot, "enter")
        assert "esc Leave it" in seen(pilot)
        await press(pilot, *["backspace"] * 20)
        await press(pilot, "down", "up", "down", "enter")
        assert len(said(pilot)) == 1
        with lived_in.companion() as companion:
            assert "Pottery studio" not in [idea.name for idea in companion.ideas.all(ended=True)]


async def test_a_deleted_idea_closes_and_undo_has_it_back(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "delete")
        assert isinstance(pilot.app.screen, IdeasScreen)
        assert "Pottery studio" not in await unsaid(pilot)
        await press(pilot, "u")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Pottery").shifts == 4


async def test_an_idea_that_went_elsewhere_closes_by_itself(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        with lived_in.companion() as companion:
            companion.ideas.delete("Pottery")
        await pilot.pause(1.2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, IdeasScreen)


async def test_what_was_ruled_out_tells_its_lesson(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(100, 30)) as pilot:
        await opened(pilot, "Psychoanalysis")
        shown = seen(pilot)
        assert "ruled out on 18 November" in shown
        assert "It taught   I want to listen, not to treat." in shown
        assert "It spared   two years and 9,000 of fees" in shown
        assert "Next" not in shown.split("Wednesday")[0].partition("Psycho")[2]


async def test_other_screens_are_reached_and_the_idea_stays_open(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "Pottery studio")
        await press(pilot, "4", "3")
        assert isinstance(pilot.app.screen, IdeaScreen)
        assert "Pottery studio" in seen(pilot)


async def test_a_long_trail_loads_older_shifts_at_its_end(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        for number in range(230):
            companion.shifts.log(f"thing {number} #Radio")
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await opened(pilot, "[b]Radio[/b]")
        await press(pilot, "end", "end")
        assert "thing 0" in seen(pilot)
