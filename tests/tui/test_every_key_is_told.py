"""In the smallest terminal every key is told: below a dialog, or by the footer and the help."""

import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from shifter.core.records import Stage as IdeaStage
from shifter.tui import commands
from shifter.tui.dialogs.base import Dialog
from shifter.tui.keys import keymap
from shifter.tui.screens.base import ShifterScreen
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.ideas.opened import IdeaScreen
from shifter.tui.widgets.footer import short
from shifter.tui.widgets.key_row import KeyRow
from shifter.tui.widgets.scrolled_text import ScrolledText
from tests.tui.stage import SIZES, Stage, press, said, seen, settle
from tests.tui.today.acting import put_on_card

WAYS_TO_SCREENS = {
    "today": ["", "n", "space", "space d", "w"],
    "streaks": ["", "tab", "tab left", "i 1"],
    "ideas": ["", "right", "slash", "escape slash R e p enter", "enter", "escape escape enter"],
    "story": ["", "slash", "A n a", "enter", "w"],
}
WAYS_TO_DIALOGS = {
    "today": [
        *("a", "r", "t", "i", "p", "p d", "x", "question_mark", "comma", "comma slash"),
        *(
            "comma down down enter",
            "comma end",
            "comma end enter",
            "comma question_mark",
            "ctrl+l",
            "ctrl+k",
            "ctrl+t",
        ),
        *("ctrl+o", "ctrl+o slash", "ctrl+o a", "ctrl+o i", "enter", "d enter", "y"),
        *("e", "e 1", "e 1 e"),
    ],
    "streaks": ["a", "r", "i", "question_mark", "up e"],
    "ideas": [
        *("a", "m", "x", "n", "e", "question_mark", "m 3"),
        *(
            f"slash R e p enter enter {key}"
            for key in ("a", "n", "w", "m", "x", "o", "p", "e", "g")
        ),
    ],
    "story": ["f", "g", "h", "x", "a", "question_mark", "down e"],
}

KNOWN = {"app.focus_next", "app.focus_previous", "copy_text", "app.help_quit", "app.suspend"}
"""What works in every field of every program."""

MOVES = {"cursor", "page", "first", "last", "scroll", "step", "lane", "leave_shelf"}
"""The help tells once what moves."""

SIDEWAYS = {"page_left", "page_right"}
"""Textual's own keys for what is wider than the screen, which nothing here is."""

LIKEWISE = {"choose", "submit", "save", "start_over", "help"}
"""The same as enter; what the heading tells once words were kept; and what tells the keys."""


def does(action: str) -> str:
    """An action without what is handed to it: left and right are told as one."""
    return action.partition("(")[0].removeprefix("screen.")


def works(pilot: Pilot[None]) -> Iterator[Binding]:
    """What a key does on the screen in front, as far as not everybody knows it."""
    screen = pilot.app.screen
    is_typing = isinstance(pilot.app.focused, Input | TextArea)
    for active in screen.active_bindings.values():
        action = does(active.binding.action)
        is_letter = is_typing and len(active.binding.key) == 1
        is_mere = action in KNOWN | MOVES | LIKEWISE or is_letter
        if active.node is screen and active.enabled and not is_mere:
            yield active.binding


@pytest.mark.parametrize("screen", WAYS_TO_DIALOGS)
async def test_below_every_dialog_all_its_keys_stand_whole(lived_in: Stage, screen: str) -> None:
    put_on_card(lived_in, lambda pick: pick.asks is None)
    app = lived_in.app(screen=screen)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        for way in WAYS_TO_DIALOGS[screen]:
            await press(pilot, *way.split())
            dialog = app.screen
            assert isinstance(dialog, Dialog), (way, dialog)
            shown = seen(pilot)
            row = dialog.query_one(KeyRow)
            for key in row.keys:
                words = re.escape(f"{key.key} {key.name}")
                assert re.search(rf"(^|\s){words}(\s|$)", shown, re.MULTILINE), (way, key)
            told = {does(key.action) for key in row.keys}
            untold = {binding.key for binding in works(pilot) if does(binding.action) not in told}
            assert untold == set(), way
            while app.screen is not app.screen_stack[0]:
                await press(pilot, "escape")
            await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("screen", WAYS_TO_SCREENS)
async def test_every_key_of_a_screen_is_in_its_help_or_on_it(
    lived_in: Stage, screen: str, size: tuple[int, int]
) -> None:
    put_on_card(lived_in, lambda pick: pick.asks is None)
    app = lived_in.app(screen=screen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for way in WAYS_TO_SCREENS[screen]:
            await press(pilot, *way.split())
            here = app.screen
            assert isinstance(here, ShifterScreen), (way, here)
            shown = seen(pilot)
            every = keymap.every_command().values()
            names = {f"{short(app.key_of(it))} {here.name_of(it)}" for it in every}
            footer = re.split(r"\s{2,}", shown.split("\n")[-1].strip())
            assert set(footer) <= names, way
            is_typing = isinstance(app.focused, Input)
            assert is_typing or footer[-2:] == ["? Help", "q Quit"], way
            helped = {command.action for command in (*here.commands, *commands.EVERYWHERE)}
            untold = {
                binding.key
                for binding in works(pilot)
                if does(binding.action) not in helped
                and f"{commands.key_name(binding.key)} " not in shown
            }
            assert untold == set(), way


async def told_by_help(pilot: Pilot[None]) -> tuple[list[str], list[str]]:
    """The keys that the help of the screen in front names: as its own, and as those of lists."""
    await press(pilot, "question_mark")
    text = pilot.app.screen.query_one(ScrolledText)
    lines = [text.render_line(row).text.rstrip() for row in range(text.virtual_size.height)]
    keys, _, _ = "\n".join(lines).partition("\nWords\n")
    own, _, of_lists = keys.partition("\nIn lists and dialogs\n")
    await press(pilot, "escape")
    entry = re.compile(r"^(\S.*?)  +\S", re.MULTILINE)
    first, then = (
        [key for keys in entry.findall(part) for key in keys.split(", ")]
        for part in (own, of_lists)
    )
    return first, then


@pytest.mark.parametrize("screen", WAYS_TO_SCREENS)
async def test_the_help_names_every_key_that_works_once(lived_in: Stage, screen: str) -> None:
    app = lived_in.app(screen=screen)
    async with app.run_test() as pilot:
        await settle(pilot)
        for way in ("", {"ideas": "enter", "story": "w"}.get(screen, "")):
            await press(pilot, *way.split())
            own, of_lists = await told_by_help(pilot)
            assert len(own) == len(set(own)), way
            moving = {*"hjkl", "up", "down", "left", "right", "page up", "page down", "home", "end"}
            told = {*own, *of_lists, *(moving if "arrows" in of_lists else ())}
            works_here = {
                keymap.name_of(active.binding.key)
                for active in app.screen.active_bindings.values()
                if active.enabled and does(active.binding.action) not in KNOWN | SIDEWAYS
            }
            assert works_here <= told, way


MUTE = {"show_all", "leave_find", "hunch", "never_again"}
"""Leaving what nobody is in needs no words; Today's card has its own."""


async def says_why(pilot: Pilot[None]) -> None:
    """Press every key that does nothing on the screen in front: each says why, in a line."""
    here = pilot.app.screen
    assert isinstance(here, ShifterScreen)
    for command in here.commands:
        is_move = command.group == "The cursor"
        if here.check_action(command.action, ()) or is_move or command.action in MUTE:
            continue
        await press(pilot, command.key.split(",")[0])
        (words,) = said(pilot)
        assert words.endswith("."), command
        assert "\n" not in words, command
        assert pilot.app.screen is here
        pilot.app.clear_notifications()


@pytest.mark.parametrize("screen", ["streaks", "ideas", "story"])
async def test_on_an_empty_screen_a_key_that_does_nothing_says_why(
    stage: Stage, screen: str
) -> None:
    async with stage.app(screen=screen).run_test(notifications=True) as pilot:
        await settle(pilot)
        await says_why(pilot)


@pytest.mark.parametrize("stage_of_it", ["hunch", "exploring", "project", "yes", "dead_end"])
async def test_in_every_stage_of_an_idea_a_key_that_does_nothing_says_why(
    lived_in: Stage, stage_of_it: IdeaStage
) -> None:
    with lived_in.companion() as companion:
        if stage_of_it == "dead_end":
            companion.ideas.rule_out("Pottery")
        elif stage_of_it != "exploring":
            companion.ideas.move("Pottery", stage_of_it)
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await settle(pilot)
        board = pilot.app.screen
        assert isinstance(board, IdeasScreen)
        board.show_idea("Pottery studio")
        await settle(pilot)
        await says_why(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, IdeaScreen)
        await says_why(pilot)


async def test_what_was_found_out_is_no_shift_and_says_so(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("Pottery", "show mugs", question="would anybody pay?")
        companion.ideas.steps.found("Pottery", "two would")
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await says_why(pilot)
        await press(pilot, "y")
        assert said(pilot) == ["Only a shift can be a Little Yes."]


async def test_a_key_is_a_letter_to_whoever_types(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"zzzyl", "enter")
        assert said(pilot) == []
        await press(pilot, "y")
        assert said(pilot) == ["Nothing is found here; esc shows all."]
