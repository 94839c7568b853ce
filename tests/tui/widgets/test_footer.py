"""The footer: what can be done now, as much of it as fits, and by a click as well."""

import pytest

from shifter.config import Config
from shifter.tui.widgets.footer import Footer
from tests.tui.stage import Stage, press, seen, settle


def footer(screen_text: str) -> str:
    return screen_text.rsplit("\n", 1)[-1]


async def test_it_names_the_screens_commands_and_help_and_quit(lived_in: Stage) -> None:
    async with lived_in.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        names = footer(seen(pilot))
        assert names.startswith(" a Add  r Rest  i One idea  tab Numbers ")
        assert names.endswith(" ? Help  q Quit")


async def test_where_it_is_narrow_help_and_quit_stay(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        names = footer(seen(pilot))
        assert names.startswith(" a Add  enter Open  m Move along ")
        assert names.endswith(" ? Help  q Quit")
        assert "u Undo" not in names


async def test_it_tells_only_what_can_be_done_now(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        assert "Rule out" in footer(seen(pilot))
        assert "Bring back" not in footer(seen(pilot))
        await press(pilot, "slash", *"psycho", "enter")
        assert "Rule out" not in footer(seen(pilot))
        assert "Bring back" in footer(seen(pilot))


async def test_it_shows_the_keys_a_user_chose(lived_in: Stage) -> None:
    config = Config(keys={"streaks.rest": "z", "everywhere.help": "f1"})
    async with lived_in.app(config, screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert "z Rest" in footer(seen(pilot))
        assert footer(seen(pilot)).endswith("f1 Help  q Quit")
        await press(pilot, "f1")
        assert "z       " in seen(pilot)


@pytest.mark.parametrize(
    ("words", "shown"), [("a Add", "What makes you curious?"), ("? Help", "curious about")]
)
async def test_a_click_is_as_good_as_the_key(lived_in: Stage, words: str, shown: str) -> None:
    async with lived_in.app(screen="ideas").run_test() as pilot:
        await settle(pilot)
        await pilot.click(Footer, offset=(footer(seen(pilot)).index(words), 0))
        await settle(pilot)
        assert shown in seen(pilot)
