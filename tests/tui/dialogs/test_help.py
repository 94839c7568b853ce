"""The help: every key and word in any size of the terminal."""

import pytest

from shifter.tui.commands import EVERYWHERE, IDEAS, key_name
from shifter.tui.dialogs.help import HelpDialog
from tests.tui.dialogs.asking import Asking
from tests.tui.stage import seen

WORDS = {"hunch": "half a thought", "Little Yes": "a light"}


def help_dialog() -> HelpDialog:
    return HelpDialog(
        "Ideas", "What is on the boil.", IDEAS, lambda command: key_name(command.key), words=WORDS
    )


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_help_tells_every_key_and_word_however_small_the_terminal(
    size: tuple[int, int],
) -> None:
    app = Asking(help_dialog())
    async with app.run_test(size=size) as pilot:
        shown, page = "", None
        while page != (page := seen(pilot)):
            shown += " ".join(page.replace("│", " ").split())
            await pilot.press("down")
            await pilot.wait_for_scheduled_animations()
        for command in (*IDEAS, *EVERYWHERE):
            assert f"{command.name}: {command.help[0].lower()}{command.help[1:]}" in shown
        for word in (*WORDS, *WORDS.values(), "What is on the boil."):
            assert word in shown
        assert "esc Close" in shown


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "enter"])
async def test_help_is_easily_left(key: str) -> None:
    app = Asking(help_dialog())
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.answer is None
