"""Searching as one types, and showing only what is wanted."""

import pytest
from textual.events import Key
from textual.widgets import Input

from shifter.tui.widgets.lines import Lines
from tests.tui.stage import SIZES, Stage, press, seen, settle, until, write


async def test_searching_shows_what_is_found_while_typing(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "kiln")
        shown = seen(pilot)
        assert "2 found" in shown
        assert "Walked past the kiln" in shown
        assert "first client" not in shown
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        assert "first client" in seen(pilot)
        for key in ("slash", *"kiln"):  # All in one burst.
            pilot.app.post_message(Key(key, "/" if key == "slash" else key))
        await until(pilot, "2 found")


async def test_a_search_that_finds_nothing_says_so(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "[/b] zebra")
        assert "Nothing written with these words. esc shows all." in seen(pilot)
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        assert "first client" in seen(pilot)
        assert pilot.app.screen.query_one(Lines).has_focus


async def test_a_filter_that_finds_nothing_says_so_and_escape_shows_all(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f", *"pottery", "tab", *"tom", "enter")
        assert "Nothing of that kind" in seen(pilot)
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        assert "first client" in seen(pilot)


async def test_what_was_found_can_be_mended(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "sign")
        await press(pilot, "enter", "delete")
        with lived_in.companion() as companion:
            assert companion.shifts.find(search="sign").total == 0


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (110, 30), (200, 60)])
async def test_filtered_it_has_the_width_that_it_has_unfiltered(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        width = app.screen.query_one(Lines).region.width
        await press(pilot, "f")
        await write(pilot, "pott")
        await press(pilot, "enter")
        assert "Pottery studio   esc shows all" in seen(pilot)
        assert app.screen.query_one(Lines).region.width == width


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_by_an_unknown_idea_says_so_and_keeps_its_keys(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    async with lived_in.app(screen="story").run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"nosuchidea", "enter")
        shown = seen(pilot)
        assert "No idea is called “nosuchidea” yet." in " ".join(shown.split())
        assert "idea add" not in shown
        assert "enter Show these" in shown
        assert "esc Leave it" in shown


async def test_a_filter_is_told_in_words_and_escape_shows_all(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "enter Show these" in seen(pilot)
        for name, value in (("idea", "pott"), ("person", "ines"), ("until", "12 nov")):
            app.screen.query_one(f"#{name}", Input).value = value
        await press(pilot, "enter")
        shown = seen(pilot)
        assert "Pottery studio · with Ines · until 12 November   esc shows all" in shown
        assert "2 found" in shown
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        await press(pilot, "f")
        app.screen.query_one("#told", Input).value = "zebras"
        await press(pilot, "enter")
        assert "One of these: shifts, moves, dead ends" in seen(pilot)


async def test_words_that_are_found_are_pointed_at(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "sát")
        assert "Put up the sign for Saturday's table" in seen(pilot)
        strip = app.screen.query_one(Lines).render_line(3)
        assert [part.text for part in strip if part.style and part.style.underline] == ["Sat"]
