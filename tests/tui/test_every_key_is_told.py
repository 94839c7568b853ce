"""In the smallest terminal every key is told: below a dialog, or by the footer and the help."""

import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from shifter.tui import commands
from shifter.tui.dialogs.base import Dialog
from shifter.tui.keys import keymap
from shifter.tui.screens.base import ShifterScreen
from shifter.tui.widgets.key_row import KeyRow
from tests.tui.stage import SIZES, Stage, press, seen, settle
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
        *("comma down down enter", "comma end", "comma end enter", "ctrl+l", "ctrl+k", "ctrl+t"),
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

KNOWN = {"app.focus_next", "app.focus_previous", "copy_text", "app.help_quit"}
"""What works in every field of every program."""

MOVES = {"cursor", "page", "first", "last", "scroll", "step", "lane", "leave_shelf"}
"""The help tells once what moves."""

LIKEWISE = {"choose", "submit", "start_over"}
"""The same as enter; and what the heading tells, once there is something to start over from."""


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
            names = {f"{app.key_of(command)} {command.name}" for command in every}
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
