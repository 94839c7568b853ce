"""The help of a dialog stands over it, and leaves it as it is."""

import pytest
from textual.widgets import Input

from shifter.config import Config
from shifter.tui.dialogs.help import DialogHelp
from shifter.tui.dialogs.little_yes import LittleYesDialog
from shifter.tui.dialogs.settings import SettingsDialog
from tests.tui.stage import SIZES, Stage, press, said, seen, settle, write
from tests.tui.today.acting import put_on_card


@pytest.mark.parametrize("size", SIZES)
async def test_it_tells_every_key_of_the_dialog_and_what_moves(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "down", "question_mark")
        assert isinstance(app.screen, DialogHelp)
        shown = " ".join(seen(pilot).split())
        assert "Keys here" in shown
        below = app.screen_stack[-2]
        assert isinstance(below, SettingsDialog)
        told = [f"{key.key} {key.name}" for key in below.keys_here()]
        assert told[0] == "enter Change"
        for key in told:
            assert key in shown.replace("│ ", "")
        assert "In lists and dialogs" in shown


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "enter"])
async def test_whoever_leaves_it_is_back_where_they_were(lived_in: Stage, key: str) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "slash", *"days", "enter", "down")
        before = seen(pilot)
        assert "▸ Empty days allowed" in before
        await press(pilot, "question_mark")
        assert isinstance(app.screen, DialogHelp)
        await press(pilot, key)
        assert seen(pilot) == before
        assert said(pilot) == []


async def test_what_is_typed_stays_and_a_question_mark_in_it_is_a_sign(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.asks is None)
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "d", "y")
        assert isinstance(app.screen, LittleYesDialog)
        field = app.screen.query_one(Input)
        await write(pilot, "why")
        await press(pilot, "question_mark")
        assert field.value == "why?"
        await press(pilot, "tab", "right", "question_mark")
        assert isinstance(app.screen, DialogHelp)
        await press(pilot, "escape")
        assert "What lit up?" in seen(pilot)
        assert "● a hunch to follow" in seen(pilot)
        assert field.value == "why?"


async def test_a_key_that_is_asked_for_is_taken_rather_than_told(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "end", "enter", "question_mark")
        assert isinstance(app.screen, SettingsDialog)
        assert "? is already Help; give" in seen(pilot)


async def test_it_has_the_key_that_the_help_was_given(lived_in: Stage) -> None:
    app = lived_in.app(Config(keys={"everywhere.help": "f1"}), screen="story")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "question_mark")
        assert isinstance(app.screen, SettingsDialog)
        await press(pilot, "f1")
        assert isinstance(app.screen, DialogHelp)
        await press(pilot, "f1")
        assert isinstance(app.screen, SettingsDialog)
