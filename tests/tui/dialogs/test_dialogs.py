"""How any dialog is answered, refused and left."""

from asyncio import Event, sleep
from collections.abc import Mapping

import pytest
from textual.widgets import Input

from shifter.errors import Refused
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.line import LineDialog
from tests.tui.dialogs.asking import UNANSWERED, Asking
from tests.tui.stage import seen


async def test_a_form_hands_over_every_field_by_its_name() -> None:
    async def submit(values: Mapping[str, str]) -> dict[str, str]:
        return dict(values)

    fields = (Field("taught", "It taught me"), Field("note", "Note", "so far", is_long=True))
    app = Asking(FormDialog("Not this way?", fields, submit))
    async with app.run_test() as pilot:
        await pilot.press("x", "tab", "y", "enter", "z", "ctrl+s")
        await pilot.pause()
        assert app.answer == {"taught": "x", "note": "y\nzso far"}


async def test_what_is_refused_is_told_in_the_dialog_which_stays() -> None:
    async def refuse(line: str) -> str:
        if line == "twice":
            raise Refused("Twice", "[b]There[/b] is one already.")
        return line

    app = Asking(LineDialog("What is its name?", refuse, value="twice"))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer == UNANSWERED
        assert "[b]There[/b] is one already." in seen(pilot)
        assert app.screen.query_one(Input).value == "twice"
        await pilot.press("backspace", "enter")
        await pilot.pause()
        assert app.answer == "twic"


async def test_a_bounced_enter_submits_once() -> None:
    lines: list[str] = []

    async def submit(line: str) -> str:
        lines.append(line)
        await pilot.pause(0.05)
        return line

    app = Asking(LineDialog("What is its name?", submit, value="once"))
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter", "enter")
        await pilot.pause(0.2)
        assert lines == ["once"]


@pytest.mark.parametrize("refused", [False, True])
async def test_a_dialog_is_left_once_its_answer_is_through(refused: bool) -> None:
    may_answer = Event()

    async def submit(line: str) -> str:
        await may_answer.wait()
        if refused:
            raise Refused("Twice", "There is one already.")
        return line

    app = Asking(LineDialog("What is its name?", submit, value="once"))
    async with app.run_test() as pilot:
        await pilot.press("enter", "escape")
        assert app.answer == UNANSWERED
        may_answer.set()
        await pilot.pause(0.1)
        assert app.answer == (None if refused else "once")


async def test_the_app_is_left_once_the_answer_is_through() -> None:
    may_answer = Event()

    async def submit(line: str) -> str:
        await may_answer.wait()
        return line

    app = Asking(LineDialog("What is its name?", submit, value="once"))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await app.action_quit()
        await pilot.pause()
        assert app.is_running
        may_answer.set()
        while app.is_running:  # noqa: ASYNC110 - Textual tells it in no other way
            await sleep(0.01)
        assert app.answer == "once"
