"""Each command is declared once, has a key of its own where it works, and is carried out."""

import pytest

from shifter.tui import commands
from shifter.tui.app import ShifterApp
from shifter.tui.commands import Command
from shifter.tui.keys import keymap
from shifter.tui.screens.base import ShifterScreen
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.ideas.opened import IdeaScreen
from shifter.tui.screens.story import StoryScreen
from shifter.tui.screens.streaks import StreaksScreen
from shifter.tui.screens.today.screen import TodayScreen
from shifter.tui.screens.week import WeekScreen

SCREENS = (TodayScreen, StreaksScreen, IdeasScreen, IdeaScreen, StoryScreen, WeekScreen)
GROUPS = (
    *(commands.TODAY, commands.STREAKS, commands.IDEAS),
    *(commands.IDEA, commands.STORY, commands.WEEK),
)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0].id)
def test_no_key_stands_for_two_things_on_one_screen(group: tuple[Command, ...]) -> None:
    keys = [command.key for command in (*group, *commands.EVERYWHERE)]
    assert len(keys) == len(set(keys))


def test_every_id_is_its_own() -> None:
    ids = [command.id for group in (*GROUPS, commands.EVERYWHERE) for command in group]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_a_screen_is_carried_out_there(screen: type[ShifterScreen]) -> None:
    for command in screen.commands:
        assert callable(getattr(screen, f"action_{command.action}", None)), command.id


def test_every_command_of_everywhere_is_carried_out_by_the_app() -> None:
    for command in commands.EVERYWHERE:
        assert callable(getattr(ShifterApp, f"action_{command.action}", None)), command.id


def test_good_wishes_for_keys_are_taken() -> None:
    wishes = {"story.add": "n", "everywhere.help": "f1", "today.done": "ctrl+d"}
    assert keymap.check(wishes) == keymap.Keymap(wishes, ())


@pytest.mark.parametrize(
    ("typed", "bound", "written"),
    [
        ("?", "question_mark", "?"),
        ("esc", "escape", "esc"),
        ("del", "delete", "del"),
        ("ctrl+/", "ctrl+slash", "ctrl+/"),
        ("b, f2", "b,f2", "b, f2"),
        ("D", "D", "D"),
        ("é", "é", "é"),
        ("-", "minus", "-"),
    ],
)
def test_keys_are_written_as_people_write_them(typed: str, bound: str, written: str) -> None:
    free = {"everywhere.help": "f1"}
    assert keymap.check({**free, "today.done": typed}).good == {**free, "today.done": bound}
    assert keymap.name_of(bound) == written


def test_every_key_there_is_can_be_written_in_the_settings() -> None:
    for id, command in keymap.every_command().items():
        assert keymap.check({id: command.key}).problems == (), id


def test_keys_may_be_swapped() -> None:
    wishes = {"story.add": "e", "story.edit": "a"}
    assert keymap.check(wishes).good == wishes


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"zzz": "d"}, "keys.zzz: there is no such command."),
        ({"done": "d"}, "keys.done: there is no such command. Did you mean today.done?"),
        ({"story.add": ""}, "keys.story.add: '' is not a key."),
        ({"story.add": "banana"}, "keys.story.add: 'banana' is not a key."),
        ({"story.add": "e"}, "keys.story.add: e is already Edit; give that one another first."),
        ({"story.add": "q"}, "keys.story.add: q is already Quit; give that one another first."),
        (
            {"everywhere.quit": "d"},
            "keys.everywhere.quit: d is already Done; give that one another first.",
        ),
        ({"story.add": "?"}, "keys.story.add: ? is already Help; give that one another first."),
        (
            {"story.add": "b,slash"},
            "keys.story.add: / is already Search; give that one another first.",
        ),
        ({"ideas.add": "j"}, "keys.ideas.add: j moves the cursor."),
        ({"story.add": "home"}, "keys.story.add: home moves the cursor."),
        ({"story.week": "pagedown"}, "keys.story.week: pagedown moves the cursor."),
    ],
)
def test_a_wish_that_cannot_be_granted_is_told(wish: dict[str, str], said: str) -> None:
    assert keymap.check(wish) == keymap.Keymap({}, (said,))


def test_two_wishes_for_one_key_leave_one_of_them() -> None:
    keys = keymap.check({"story.add": "n", "story.edit": "n"})
    assert len(keys.good) == 1
    assert len(keys.problems) == 1


def test_no_command_says_its_name_twice() -> None:
    for command in (command for group in (*GROUPS, commands.EVERYWHERE) for command in group):
        begins = command.help.casefold().replace(".", " ").split()
        assert begins[0] != command.name.casefold().split()[0], command.id
