"""Finding ideas as one types."""

import pytest
from textual.events import Key

from shifter.tui.widgets.lane import Lane
from tests.tui.ideas.looking import NARROW, WIDE, begin, chosen
from tests.tui.stage import Stage, press, seen, settle


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


async def test_an_idea_that_is_gone_to_is_seen_whatever_was_looked_for(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot)
        await press(pilot, "slash", *"pottery", "enter")
        await begin(pilot, "[b]Radio[/b]")
        assert chosen(pilot) == "[b]Radio[/b]"
