"""The palette: every command, idea, person and theme by name, and any shift by its text."""

from asyncio import create_task, sleep
from threading import Event

import pytest
from textual.events import Key
from textual.widgets import OptionList

from shifter.tui.dialogs.settings import SettingsDialog
from tests.tui.stage import Stage, press, seen, settle, until, write


async def test_it_lists_the_screens_commands_with_their_keys(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await pilot.pause(0.2)
        shown = seen(pilot)
        assert "Rule out  x" in shown
        assert "Redo  ctrl+r" in shown
        assert "Bring back" not in shown
        assert "Palette" not in shown


async def test_a_command_is_found_by_what_it_does_and_carried_out(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "not the way")
        await pilot.pause(0.2)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert "not this way?" in seen(pilot)


async def test_letters_that_lie_far_apart_in_what_a_command_does_find_nothing(
    lived_in: Stage,
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "theme")
        await until(pilot, "Themes  ctrl+t")
        for other in ("Timer", "Another", "Log a shift", "The way"):
            assert other not in seen(pilot)


@pytest.mark.parametrize("words", ["rebind", "keys"])
async def test_keys_are_found_in_the_settings(lived_in: Stage, words: str) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, words)
        await pilot.pause(0.2)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, SettingsDialog)


async def test_an_idea_is_found_by_its_name_as_it_is_written(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "radio")
        await pilot.pause(0.2)
        assert "[b]Radio[/b]" in seen(pilot)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert app.current_mode == "ideas"
        assert "▸ [b]Radio[/b]" in seen(pilot)


async def test_an_idea_that_was_added_since_its_screen_was_seen_is_gone_to(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "4")
        with lived_in.companion() as companion:
            companion.ideas.add("Bookbinding")
        await pilot.pause(1.1)
        await press(pilot, "ctrl+p")
        await write(pilot, "bookb")
        await until(pilot, "Go to this idea.")
        await press(pilot, "enter")
        await settle(pilot)
        assert "▸ Bookbinding" in seen(pilot)


async def test_other_colours_can_be_chosen(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "try on other")
        await pilot.pause(0.2)
        await press(pilot, "enter")
        await press(pilot, "down")
        assert app.theme == "blueprint"
        await press(pilot, "enter")
        assert app.theme == "blueprint"


async def test_a_person_a_theme_and_any_shift_are_found(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "took the long")
        await pilot.pause(0.3)
        assert "past the kiln" in seen(pilot)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert app.current_mode == "story"
        (chosen,) = [line for line in seen(pilot).splitlines() if "▸" in line]
        assert "Took the long way home" in chosen
        await press(pilot, "ctrl+p")
        await write(pilot, "ines")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        shown = seen(pilot)
        assert "Ines wrote back" in shown
        assert "Named one more person" not in shown
        await press(pilot, "ctrl+p")
        await write(pilot, "phosphor")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert app.theme == "phosphor"


async def test_a_command_of_another_screen_is_carried_out_there(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "rule out")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        await until(pilot, "not this way?")
        assert app.current_mode == "ideas"
        await press(pilot, "escape", "ctrl+p")
        await write(pilot, "zzzzzz")
        await press(pilot, "pagedown", "pageup", "home", "end", "down", "escape")
        await pilot.resize_terminal(3, 2)
        await press(pilot, "ctrl+p")
        await pilot.pause(0.3)
        await press(pilot, "pagedown", "pageup", "escape")


@pytest.mark.parametrize("screen", ["ideas", "story"])
async def test_a_command_of_an_opened_idea_is_found_and_carried_out_there(
    lived_in: Stage, screen: str
) -> None:
    async with lived_in.app(screen=screen).run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "merge")
        await until(pilot, "On the chosen idea: Make it a part of another idea.")
        await press(pilot, "enter")
        await until(pilot, "part of its name")
        await press(pilot, "escape")
        assert pilot.app.screen.query("IdeaFacts")


async def test_what_a_week_allows_is_found_from_anywhere(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "send to")
        await until(pilot, "On last week's page: A few lines to send to somebody.")
        await press(pilot, "enter")
        await until(pilot, "9 to 15 November")


async def test_names_are_found_however_early_they_are_typed(lived_in: Stage) -> None:
    """The file answers only once all of it is typed, letter by letter."""
    app, may_answer = lived_in.app(screen="story"), Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        busy = create_task(app.ask(may_answer.wait))
        await pilot.press("ctrl+p")
        for letter in "radio":
            await pilot.press(letter)
        may_answer.set()
        await busy
        await until(pilot, "[b]Radio[/b]")


async def test_what_is_chosen_keeps_no_key_waiting_while_the_file_is_busy(
    lived_in: Stage,
) -> None:
    app, may_answer = lived_in.app(screen="story"), Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "ines")
        await until(pilot, "What you did with them.")
        busy = create_task(app.ask(may_answer.wait))
        app.post_message(Key("enter", None))
        await pilot.pause(0.1)
        app.post_message(Key("2", "2"))
        for _ in range(50):
            await sleep(0.1)
            if app.current_mode == "streaks":
                break
        mode = app.current_mode
        may_answer.set()
        await settle(pilot)
        assert busy.done()
        assert mode == "streaks"


@pytest.mark.parametrize(
    ("page", "words", "found", "there"),
    [
        (("4", "w"), "ines", "What you did with them.", "with Ines"),
        (("4", "w", "3"), "kind or period", "On Story: Only one idea", "Which part of the story?"),
        (("3", "enter", "1"), "half a thought", "On Ideas: A new idea", "What makes you curious?"),
    ],
)
async def test_a_page_that_was_opened_over_a_screen_gives_way(
    lived_in: Stage, page: tuple[str, ...], words: str, found: str, there: str
) -> None:
    async with lived_in.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *page)
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, words)
        await until(pilot, found)
        await press(pilot, "enter")
        await until(pilot, there)


@pytest.mark.parametrize(
    ("screen", "words", "names"),
    [
        pytest.param("story", "not", ["Note", "Another", "Rule out"], id="name, then what it does"),
        pytest.param("today", "exp", ["Write it out", "Next step"], id="what it does begins so"),
        pytest.param("today", "week", ["Last week", "Week after"], id="what works here first"),
        pytest.param("ideas", "re", ["Redo", "Repair café", "Rest", "Streaks"], id="ideas between"),
        pytest.param("story", "nt", ["Month before", "The week", "Next step"], id="within a word"),
        pytest.param("today", "nxst", ["Next step"], id="letters apart"),
    ],
)
async def test_what_fits_better_goes_first(
    lived_in: Stage, screen: str, words: str, names: list[str]
) -> None:
    async with lived_in.app(screen=screen).run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, words)
        await pilot.pause(0.3)
        entries = pilot.app.screen.query_one(OptionList).options
        found = [str(entry.prompt).split("  ")[0].splitlines()[0] for entry in entries]
        places = [found.index(name) for name in names]
        assert places == sorted(places)
