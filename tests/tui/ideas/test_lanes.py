"""The lanes of the board, the place for the Yes and the shelf, and the cursor among them."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from shifter.tui.everywhere import going
from tests.tui.ideas.looking import NARROW, SMALL, WIDE, begin, chosen, line_of
from tests.tui.stage import Stage, press, seen, settle


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


@pytest.mark.parametrize("height", [24, 30, 34, 40, 44])
@pytest.mark.parametrize("width", [105, 120, 140, 160])
async def test_the_board_is_at_once_what_it_is_after_the_window_was_another(
    rich: Stage, width: int, height: int
) -> None:
    async with rich.app(screen="ideas").run_test(size=(width, height)) as pilot:
        await settle(pilot)
        begun = seen(pilot)
        for other in ((width - 1, height), (80, 24)):
            for size in (other, (width, height)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
            assert seen(pilot) == begun


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


async def test_the_palette_goes_to_an_idea(lived_in: Stage) -> None:
    app = lived_in.app(screen="today")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await going.go_to_idea(app, "Pottery studio")
        await settle(pilot)
        assert chosen(pilot) == "Pottery studio"
