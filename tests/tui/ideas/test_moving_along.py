"""An idea is added, gets a next step, moves along, and comes back; by keys and by mouse."""

import pytest
from textual.widgets import Input

from shifter.core.records import Stage as IdeaStage
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.lane_tabs import LaneTabs
from shifter.tui.widgets.lines import Lines
from shifter.tui.widgets.shelf import Shelf
from tests.tui.conftest import HalfSecond
from tests.tui.ideas.looking import NARROW, SMALL, WIDE, begin, chosen, line_of
from tests.tui.stage import Stage, press, said, seen, settle, write


async def test_an_idea_is_added_with_one_line_and_a_step_is_offered(stage: Stage) -> None:
    async with stage.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot)
        await press(pilot, "a")
        await write(pilot, "Bookbinding [/b]")
        await press(pilot, "enter")
        assert chosen(pilot) == "Bookbinding [/b]"
        with stage.companion() as companion:
            offered = companion.ideas.card("Bookbinding").offered
        assert f"→ maybe: {offered} " in seen(pilot)
        await press(pilot, "n", "enter")
        with stage.companion() as companion:
            step = companion.ideas.card("Bookbinding").step
        assert step is not None
        assert "Bookbinding [/b]" in step.text
        assert f"→ {step.text} " in seen(pilot)
        await press(pilot, "n")
        await write(pilot, " now")
        await press(pilot, "enter")
        assert f"→ {step.text} now " in seen(pilot)


async def test_what_is_refused_is_told_in_the_dialog_and_nothing_typed_is_lost(
    lived_in: Stage,
) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot)
        await press(pilot, "a")
        await write(pilot, "UX research")
        await press(pilot, "enter")
        shown = seen(pilot)
        assert "What makes you curious?" in shown
        assert "│ UX research" in shown
        await press(pilot, "escape")
        assert "What makes you curious?" not in seen(pilot)


@pytest.mark.parametrize(("key", "stage_name"), [("2", "exploring"), ("1", "hunch")])
async def test_an_idea_is_moved_along(lived_in: Stage, key: str, stage_name: IdeaStage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "Repair café")
        await press(pilot, "m", key)
        assert chosen(pilot) == "Repair café"
        with lived_in.companion() as companion:
            assert companion.ideas.get("Repair").stage == stage_name


async def test_a_project_is_asked_how_long_it_may_take(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "m", "3")
        assert "12 weeks" in seen(pilot)
        await press(pilot, "2")
        assert "━┄┄┄┄┄┄┄  week 1 of 8" in seen(pilot)


async def test_the_yes_is_asked_for_once_more(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "m", "4")
        assert "y Yes   n Not yet" in seen(pilot)
        await press(pilot, "escape")
        with lived_in.companion() as companion:
            assert companion.ideas.get("UX").stage == "exploring"


async def test_moving_along_begins_with_what_comes_next(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "[b]Radio[/b]")
        for weeks, stage_name in ((), "exploring"), (("enter",), "project"), ((), "project"):
            await press(pilot, "m")
            assert "where it is now" in seen(pilot)
            await press(pilot, "enter", *weeks)
            with lived_in.companion() as companion:
                assert companion.ideas.get("Radio").stage == stage_name


async def test_leaving_that_question_leaves_the_idea_where_it_is(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "m", "3", "escape")
        with lived_in.companion() as companion:
            assert companion.ideas.get("UX").stage == "exploring"


async def test_not_the_yes_after_all_is_asked_first(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Repair", "yes")
    async with lived_in.app(screen="ideas").run_test(size=WIDE, notifications=True) as pilot:
        await begin(pilot, "Repair café")
        assert "v Not the Yes " in seen(pilot)
        assert "Bring back" not in seen(pilot)
        await press(pilot, "v")
        assert "Not the Yes after all?" in seen(pilot)
        await press(pilot, "n")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Repair").stage == "yes"
        await press(pilot, "v", "y")
        assert said(pilot) == ["Back on the boil: Repair café"]
        with lived_in.companion() as companion:
            assert companion.ideas.get("Repair").stage == "project"


async def test_what_was_ruled_out_is_brought_back(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await begin(pilot, "Psychoanalysis")
        await press(pilot, "v")
        assert said(pilot) == ["Back on the boil: Psychoanalysis"]
        assert chosen(pilot) == "Psychoanalysis"
        with lived_in.companion() as companion:
            assert companion.ideas.get("Psychoanalysis").stage == "hunch"


async def test_an_idea_gets_another_name_a_reason_and_a_test(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "[b]Radio[/b]")
        await press(pilot, "e")
        await write(pilot, " at night")
        await press(pilot, "tab")
        await write(pilot, "voices")
        await press(pilot, "tab")
        await write(pilot, "nobody listens")
        await press(pilot, "enter")
        assert chosen(pilot) == "[b]Radio[/b] at night"
        with lived_in.companion() as companion:
            opened = companion.ideas.opened("Radio")
        assert (opened.card.idea.why, opened.drop_if) == ("voices", "nobody listens")


async def test_what_was_found_leads_straight_on(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("UX", "watch one session", question="do I stay awake?")
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "f")
        assert "do I stay awake?" in seen(pilot)
        await write(pilot, "I forgot to eat")
        await press(pilot, "enter")
        assert "Where does that lead?" in seen(pilot)
        await press(pilot, "2", "enter")
        with lived_in.companion() as companion:
            opened = companion.ideas.opened("UX")
        assert opened.card.idea.stage == "project"
        assert opened.card.project is not None
        assert "I forgot to eat" in [entry.text for entry in opened.trail]


async def test_by_mouse_alone_a_card_is_chosen_opened_and_moved(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "Repair café")
        lane = pilot.app.screen.query_one("#exploring", Lane)
        await pilot.click(lane, offset=(5, 7))
        await settle(pilot)
        assert chosen(pilot) == "Pottery studio"
        footer = seen(pilot).split("\n")[-1]
        await pilot.click(offset=(footer.index("Move along"), 29))
        await settle(pilot)
        assert "this is the work" in seen(pilot)
        await pilot.click(Lines, offset=(9, 0))
        await pilot.click(Lines, offset=(9, 0), times=2)
        await settle(pilot)
        with lived_in.companion() as companion:
            assert companion.ideas.get("Pottery").stage == "hunch"
        await pilot.click(pilot.app.screen.query_one("#hunch", Lane), offset=(5, 2), times=2)
        await settle(pilot)
        assert "esc Back" in seen(pilot)


async def test_by_mouse_whatever_the_footer_has_no_room_for_is_in_the_help(
    lived_in: Stage,
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot, "UX research")
        footer = seen(pilot).split("\n")[-1]
        await pilot.click(offset=(footer.index("Help"), 17))
        await settle(pilot)
        rows = seen(pilot).split("\n")
        row = next(
            number for number, line in enumerate(rows) if "Rule out: this one is not" in line
        )
        await pilot.click(offset=(rows[row].index("Rule out: this one is not"), row))
        await settle(pilot)
        assert "UX research: not this way?" in seen(pilot)


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_where_one_lane_is_shown_the_keys_to_the_others_are_named(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot)
        assert line_of("Hunches", seen(pilot)).rstrip().endswith("← →")
        before = chosen(pilot)
        await press(pilot, "right")
        assert chosen(pilot) != before


async def test_by_mouse_the_tabs_and_the_shelf_are_reached(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await pilot.click(Shelf, offset=(9, 2))
        await settle(pilot)
        assert "▸ Psychoanalysis" in seen(pilot)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        tabs = line_of("Hunches", seen(pilot))
        await pilot.click(LaneTabs, offset=(tabs.index("Projects") + 2, 0))
        await settle(pilot)
        assert chosen(pilot) == "Repair café"


async def test_the_days_that_are_given_as_examples_lie_ahead(lived_in: Stage) -> None:
    lived_in.clock.set("2026-12-28T09:00:00")
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, "n")
        by = pilot.app.screen.query_one("#by", Input).placeholder
        await press(pilot, "escape", "1", "p", "d")
        pocket = pilot.app.screen.query_one("#day", Input).placeholder
    examples = [*by.partition(" …")[0].split(", "), *pocket.replace(" or ", ", ").split(", ")]
    with lived_in.companion() as companion:
        days = [
            companion.read_day(example.removesuffix(" 18:00"), ahead=True) for example in examples
        ]
        assert min(days) > companion.day()
    assert by.startswith("friday, 6 January 2027")


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_the_cursor_goes_along_with_what_undo_and_redo_move(
    lived_in: Stage, half_second: HalfSecond, size: tuple[int, int]
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "x", "enter", "enter")
        half_second()
        await press(pilot, "enter")
        for key in ("u", "ctrl+r", "u"):
            await press(pilot, key)
            assert chosen(pilot) == "UX research"
