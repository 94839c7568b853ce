"""The board of ideas: lanes, cards, the place for the Yes, the shelf, and the keys that act."""

import json
import re
from pathlib import Path
from uuid import uuid4

import pytest
from textual.events import Key, MouseMove, MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input

from shifter.core.records import Stage as IdeaStage
from shifter.tui.everywhere import going
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.lane_tabs import LaneTabs
from shifter.tui.widgets.lines import Lines
from shifter.tui.widgets.shelf import Shelf
from tests.tui.stage import Stage, press, said, seen, settle, unsaid, write

WIDE, NARROW, SMALL = (100, 30), (80, 24), (60, 18)


def line_of(words: str, screen_text: str) -> str:
    return next(line for line in screen_text.split("\n") if words in line)


def chosen(pilot: Pilot[None]) -> str:
    """The name behind the cursor's sign."""
    behind = line_of("▸", seen(pilot)).partition("▸ ")[2]
    return re.split(" [━─╌┄═]|  ", behind)[0]


async def begin(pilot: Pilot[None], name: str = "") -> None:
    """Wait for the board, with the cursor on an idea."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, IdeasScreen)
    if name:
        pilot.app.screen.show_idea(name)
        await settle(pilot)


async def test_lanes_stand_side_by_side_from_a_hundred_columns(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        shown = seen(pilot)
        headings = line_of("Hunches", shown)
        for words in ("a flicker is enough", "Exploring", "Projects  small, with an end"):
            assert words in headings
        assert shown.split("\n")[0].endswith("4 on the boil, 1 ruled out")
        assert "empty, and in no hurry" in shown
        assert "Ruled out, with thanks" in shown


async def test_a_card_says_what_an_idea_has(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("UX", "ask Ana for a day along")
    async with lived_in.app(screen="ideas").run_test(size=(130, 40)) as pilot:
        await begin(pilot)
        rows = seen(pilot).split("\n")
        top = next(number for number, row in enumerate(rows) if "UX research" in row)
        name, figures, step, bulbs = (row[43:87] for row in rows[top : top + 4])
        assert name.strip().startswith("┏━")
        assert "5 shifts" in figures
        assert "hot" in figures
        assert "→ ask Ana for a day along" in step
        assert bulbs.strip().startswith("┗━✦━✦━━")


@pytest.mark.parametrize(
    ("day", "corner", "word"),
    [
        ("2026-11-20", "┏━", "hot"),
        ("2026-11-24", "╭─", "warm"),
        ("2026-11-28", "╭╌", "cool"),
        ("2026-12-24", "╭┄", "resting"),
    ],
)
async def test_temperature_is_the_weight_of_the_border(
    lived_in: Stage, day: str, corner: str, word: str
) -> None:
    lived_in.clock.set(f"{day}T09:00")
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "UX research")
        rows = seen(pilot).split("\n")
        top = next(number for number, row in enumerate(rows) if "UX research" in row)
        assert rows[top].strip().startswith(corner)
        assert word in rows[top + 1]


async def test_where_it_is_narrow_there_is_one_lane_at_a_time(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "UX research")
        tabs = line_of("Hunches", seen(pilot))
        assert "[Exploring 2]" in tabs
        assert "Ruled out 1" in tabs
        assert "Repair café ━" not in seen(pilot)
        await press(pilot, "right")
        assert "[Projects 1]" in seen(pilot)
        assert chosen(pilot) == "Repair café"
        await press(pilot, "right")
        assert "I want to listen, not to treat." in seen(pilot)
        assert chosen(pilot) == "Psychoanalysis"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_arrows_stop_at_both_ends(lived_in: Stage, size: tuple[int, int]) -> None:
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot, "[b]Radio[/b]")
        await press(pilot, "left")
        assert chosen(pilot) == "[b]Radio[/b]"
        await press(pilot, "right", "right", "right")
        last = chosen(pilot)
        assert last != "[b]Radio[/b]"
        await press(pilot, "right")
        assert chosen(pilot) == last


async def test_arrows_go_to_the_card_beside(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Law")
        companion.ideas.move("Repair", "yes")
        companion.ideas.add("Bread")
        companion.ideas.move("Bread", "project")
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "left")
        assert chosen(pilot) == "Law"
        await press(pilot, "down", "right")
        assert chosen(pilot) == "Pottery studio"
        await press(pilot, "right")
        assert chosen(pilot) == "Repair café"
        await press(pilot, "up", "left")
        assert chosen(pilot) == "UX research"
        await press(pilot, "left")
        assert chosen(pilot) == "Law"


async def test_arrows_go_through_lanes_and_down_to_the_shelf_and_back(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "UX research")
        await press(pilot, "down")
        assert chosen(pilot) == "Pottery studio"
        await press(pilot, "left")
        assert chosen(pilot) == "[b]Radio[/b]"
        await press(pilot, "right", "right")
        assert chosen(pilot) == "Repair café"
        await press(pilot, "down")
        assert "▸ Psychoanalysis" in seen(pilot)
        await press(pilot, "up")
        assert chosen(pilot) == "[b]Radio[/b]"


async def test_where_there_is_room_the_yes_is_the_last_of_four_lanes(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(140, 40)) as pilot:
        await begin(pilot, "Repair café")
        assert "The Yes  this is the work" in line_of("Hunches", seen(pilot))
        assert "empty, and in no hurry" in seen(pilot)
        await press(pilot, "right")
        assert chosen(pilot) == "Repair café"
    with lived_in.companion() as companion:
        companion.ideas.move("Pottery", "yes")
    async with lived_in.app(screen="ideas").run_test(size=(140, 40)) as pilot:
        await begin(pilot, "Repair café")
        await press(pilot, "right")
        assert chosen(pilot) == "Pottery studio"
        await press(pilot, "left")
        assert chosen(pilot) == "Repair café"
        await press(pilot, "right", "down")
        assert "▸ Psychoanalysis" in seen(pilot)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_arrows_reach_the_yes_when_it_was_the_only_project(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Repair", "yes")
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, "right")
        assert chosen(pilot) == "Repair café"
        await press(pilot, "enter")
        assert "the Yes" in seen(pilot)
        await press(pilot, "escape", "left")
        assert chosen(pilot) in ("Pottery studio", "UX research")


async def test_down_from_whatever_lane_is_seen_reaches_the_yes_below_it(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Repair", "yes")
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "[b]Radio[/b]")
        await press(pilot, "down")
        assert chosen(pilot) == "Repair café"
        assert "[Hunches 1]" in seen(pilot)
        await press(pilot, "up")
        assert chosen(pilot) == "[b]Radio[/b]"


@pytest.mark.parametrize("size", [WIDE, NARROW, (140, 40)])
async def test_a_yes_that_is_not_found_leaves_no_empty_place(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Repair", "yes")
    async with lived_in.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"radio")
        assert "in no hurry" not in seen(pilot)
        assert "not among those found" in seen(pilot)
        await press(pilot, "escape")
        assert "Repair café" in seen(pilot)


async def test_every_lane_has_its_tab_however_many_cards_there_are(
    stage: Stage, tmp_path: Path
) -> None:
    with stage.companion() as companion:
        for name in ("hunch", "exploring", "project", "dead_end"):
            companion.ideas.add(f"{name} 0")
        companion.ideas.move("exploring 0", "exploring")
        companion.ideas.move("project 0", "project")
        companion.ideas.rule_out("dead_end 0")
        # Adding each of four hundred by itself takes seconds.
        document = json.loads("".join(companion.exchange.json_lines()))
        document["ideas"] = [
            {**idea, "id": str(uuid4()), "name": f"{idea['name'][:-1]}{number}"}
            for idea in document["ideas"]
            for number in range(1, 100)
        ]
        file = tmp_path / "more.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        companion.exchange.bring_in(str(file))
    async with stage.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot, "hunch 1")
        assert "Ruled out 100" in line_of("[Hunches 100]", seen(pilot))


async def test_the_cursor_stays_with_its_idea_when_the_window_changes(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "Psychoanalysis")
        assert "▸ Psychoanalysis" in seen(pilot)
        for width, height in (NARROW, SMALL, WIDE):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert "▸ Psychoanalysis" in seen(pilot)


async def test_a_wider_window_shows_again_what_had_no_room_on_the_shelf(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Law")
        companion.ideas.rule_out("Law")
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "Psychoanalysis")
        assert "more beside these" not in seen(pilot)
        for width, height in (NARROW, WIDE):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
        assert "▸ Psychoanalysis" in seen(pilot)
        assert "Law" in line_of("▸ Psychoanalysis", seen(pilot))
        assert "more beside these" not in seen(pilot)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_an_empty_board_says_how_it_begins(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.app(screen="ideas").run_test(size=size) as pilot:
        await begin(pilot)
        shown = seen(pilot)
        assert "Room for a hunch." in shown
        assert "a adds one." in shown
        assert "empty, and in no hurry" in shown


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


async def test_enter_goes_to_what_is_called_so_before_what_only_mentions_it(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("The quiet of it", why="It lit up at the Pottery studio")
    async with lived_in.app(screen="ideas").run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"pottery", "enter")
        assert chosen(pilot) == "Pottery studio"


async def test_find_filters_every_lane_as_one_types(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"r", *"e")
        shown = seen(pilot)
        assert "Repair café" in shown
        assert "UX research" in shown
        assert "Pottery studio ─" not in shown
        assert "Exploring  1 found" in shown
        await press(pilot, *"pair", "enter", "m", "escape")
        assert chosen(pilot) == "Repair café"
        await press(pilot, "escape")
        assert "Pottery studio" in seen(pilot)
        for key in ("slash", *"listen"):  # All in one burst.
            pilot.app.post_message(Key(key, "/" if key == "slash" else key))
        await settle(pilot)
        assert "listen" in seen(pilot).splitlines()[2]


async def test_nothing_moves_when_one_begins_to_find(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#exploring", Lane)
        before = lane.region
        await press(pilot, "slash")
        assert "find an idea" in seen(pilot)
        assert "esc Show all" in seen(pilot)
        assert lane.region == before


async def test_letters_are_letters_while_one_types(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"xmaun")
        assert "xmaun" in seen(pilot)
        assert "not this way?" not in seen(pilot)


async def test_leaving_the_search_leaves_the_cursor_where_it_was(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, "slash", *"listen", "escape")
        assert chosen(pilot) == "Pottery studio"


async def test_lessons_are_found_as_well(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"listen", "enter")
        assert "▸ Psychoanalysis" in seen(pilot)


async def test_a_step_with_a_near_day_says_so_on_its_card(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, "n")
        await write(pilot, "show three mugs")
        await press(pilot, "tab")
        await write(pilot, "would anybody pay?")
        await press(pilot, "tab")
        await write(pilot, "saturday")
        await press(pilot, "enter")
        shown = seen(pilot)
        assert line_of("→ show three mugs", shown).rstrip(" │┃").endswith("in 2 days")
        assert "? would anybody pay?" in shown


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


async def test_what_happens_elsewhere_is_seen_here(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        with lived_in.companion() as companion:
            companion.ideas.add("Bees")
        await pilot.pause(1.2)
        await settle(pilot)
        assert "Bees" in seen(pilot)


async def test_undo_and_redo_are_shown_at_once(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "a")
        await write(pilot, "Bees")
        await press(pilot, "enter", "u")
        assert "Bees" not in await unsaid(pilot)
        await press(pilot, "ctrl+r")
        assert "Bees" in seen(pilot)


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


async def test_by_mouse_the_wheel_goes_along_the_shelf(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        for number in range(9):
            companion.ideas.rule_out(companion.ideas.add(f"Way {number}").name)
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        shelf = pilot.app.screen.query_one(Shelf)
        assert "Psychoanalysis" not in "\n".join(seen(pilot).split("\n")[-9:-4])
        for _ in shelf.keys:
            shelf.post_message(MouseScrollDown(shelf, 9, 2, 0, 1, 0, False, False, False))
        await settle(pilot)
        assert "Psychoanalysis" in "\n".join(seen(pilot).split("\n")[-9:-4])


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


def add_sixty(stage: Stage) -> None:
    with stage.companion() as companion:
        for number in range(60):
            companion.ideas.add(f"Idea {number:02}")


async def test_many_ideas_scroll_with_the_cursor(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot)
        assert chosen(pilot) == "Idea 59"
        await press(pilot, "end")
        assert chosen(pilot) == "Idea 00"
        await press(pilot, "pageup", "up")
        assert chosen(pilot) != "Idea 00"
        await press(pilot, "home", "down", "down", "down", "down")
        assert chosen(pilot) == "Idea 55"


async def test_by_mouse_many_ideas_scroll_by_the_wheel_and_by_the_bar(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        for _ in range(2):
            lane.post_message(MouseScrollDown(lane, 9, 2, 0, 1, 0, False, False, False))
        await settle(pilot)
        assert "Idea 59" not in seen(pilot)
        assert "Idea 57" in seen(pilot)
        await pilot.mouse_down(lane, offset=(lane.size.width - 1, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 00" in seen(pilot)
        lane.post_message(MouseMove(lane, 0, 0, 0, 0, 1, False, False, False))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.mouse_up(lane, offset=(0, 0))
        await pilot.hover(lane, offset=(0, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.click(lane, offset=(lane.size.width - 1, lane.size.height // 2))
        await settle(pilot)
        assert "Idea 30" in seen(pilot)
        await pilot.click(lane, offset=(9, 5))
        await settle(pilot)
        assert chosen(pilot) != "Idea 59"
        await pilot.click(lane, offset=(9, 5), times=2)
        await settle(pilot)
        assert "esc Back" in seen(pilot)


async def test_a_bar_let_go_elsewhere_does_not_follow_the_mouse(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        await pilot.mouse_down(lane, offset=(lane.size.width - 1, 1))
        await settle(pilot)
        await pilot.hover(lane, offset=(0, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.click("#exploring")
        await settle(pilot)
        assert pilot.app.screen.query_one("#exploring").has_focus


async def test_no_border_is_lost_when_the_scroll_bar_comes_or_goes(stage: Stage) -> None:
    async with stage.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        for keys in (*(("a", name, "enter") for name in "1234"), ("u",)):
            await press(pilot, *keys)
            shown = seen(pilot)
            assert shown.count("┏") == shown.count("┓") > 0
            assert lane.has_scroll_bar is (len(lane.keys) > 3)


async def test_the_palette_goes_to_an_idea(lived_in: Stage) -> None:
    app = lived_in.app(screen="today")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await going.go_to_idea(app, "Pottery studio")
        await settle(pilot)
        assert chosen(pilot) == "Pottery studio"


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


@pytest.mark.parametrize("opened", [False, True])
async def test_an_idea_that_was_deleted_elsewhere_is_told_in_words_and_shown_no_longer(
    lived_in: Stage, *, opened: bool
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE, notifications=True) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, *(["enter"] if opened else []))
        with lived_in.companion() as companion:
            companion.ideas.delete("Pottery")
        await press(pilot, "e")
        told = "That idea is gone: It was deleted or merged elsewhere meanwhile."
        assert said(pilot) == [told]
        assert "Pottery studio" not in await unsaid(pilot)
