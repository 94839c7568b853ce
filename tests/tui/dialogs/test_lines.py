"""What is typed into a dialog's line, pasted there, and saved."""

from asyncio import Future
from datetime import date

import pytest
from textual.events import Paste
from textual.widgets import Input

from shifter.core.records import Logged
from shifter.core.sign_words import Known
from shifter.core.text import LINE_LIMIT
from shifter.core.views import TodayView
from shifter.errors import Refused
from shifter.tui.dialogs.add_shift import AddShiftDialog
from shifter.tui.dialogs.base import Dialog
from shifter.tui.dialogs.choice import ChoiceDialog
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.dialogs.little_yes import LittleYesDialog
from shifter.tui.dialogs.one_of_many import OneOfManyDialog
from shifter.tui.dialogs.rest import RestDialog
from tests.tui.dialogs.asking import STAGES, UNANSWERED, Asking
from tests.tui.stage import SIZES, said, seen


async def _never(line: str, when: str | None, *, new_idea: bool) -> Logged:
    raise AssertionError((line, when, new_idea))


async def test_the_day_of_rest_is_named_before_anything_is_read() -> None:
    still_reading: Future[date] = Future()

    async def read(_text: str) -> date:
        return await still_reading

    async def mark(_first: date, _last: date) -> None:
        pass

    app = Asking(RestDialog(read, mark, first="today", day=date(2026, 11, 19)))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Thursday 19 November" in seen(pilot)


async def test_words_that_are_refused_from_the_choice_have_the_focus_again() -> None:
    async def refuse(_words: str | None) -> TodayView:
        raise Refused("No", "Not these.")

    app = Asking(LittleYesDialog(refuse, edits="e", place="a shift"))
    async with app.run_test() as pilot:
        await pilot.press(*"clay", "tab", "enter")
        assert "Not these." in seen(pilot)
        await pilot.press("space", *"again")
        assert app.screen.query_one(Input).value == "clay again"


async def _as_typed(text: str | None) -> str | None:
    return text


@pytest.mark.parametrize(
    "dialog",
    [
        LineDialog("A note", _as_typed),
        OneOfManyDialog("Which idea?", ["kiln"], _as_typed, hint="", does="Go there"),
        FormDialog("A note", (Field("note", "Note"),), lambda typed: _as_typed(typed["note"])),
    ],
    ids=["line", "one of many", "form"],
)
async def test_what_is_typed_is_saved_as_in_a_note_of_many_lines(dialog: Dialog[str]) -> None:
    app = Asking(dialog)
    async with app.run_test() as pilot:
        await pilot.press(*"kiln", "ctrl+s")
        assert app.answer == "kiln"


async def test_nothing_is_saved_where_nothing_is_written() -> None:
    app = Asking(ChoiceDialog("Which stage?", STAGES))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        assert app.answer == UNANSWERED


async def test_several_lines_are_pasted_as_one_and_no_more_than_fit() -> None:
    app = Asking(AddShiftDialog(_never, Known((), ())))
    async with app.run_test() as pilot:
        line, when = app.screen.query(Input)
        line.post_message(Paste("\nRang\tAna\r\nabout \x1b[31mclay\n\n"))
        await pilot.pause()
        assert line.value == "Rang Ana about [31mclay"
        line.post_message(Paste("x\n" * 300))
        await pilot.pause()
        assert len(line.value) == LINE_LIMIT
        left_out = len("Rang Ana about [31mclay") + len("x\n" * 300) - 1 - LINE_LIMIT
        assert f"The last {left_out} of what you pasted stayed out." in said(pilot)[0]
        when.post_message(Paste("yesterday\n18:00"))
        await pilot.pause()
        assert when.value == "yesterday 18:00"


async def test_the_signs_are_told_until_one_is_typed() -> None:
    async with Asking(AddShiftDialog(_never, Known((), ()))).run_test(size=SIZES[0]) as pilot:
        line = pilot.app.screen.query(Input).first()
        assert "#idea  @person  10m  and ! for a Little Yes" in seen(pilot)
        line.value = "Rang Ana"
        await pilot.pause()
        assert "@person" in seen(pilot)
        line.value = "Rang @Ana 10m "
        await pilot.pause()
        assert "@person" not in seen(pilot)
        assert "10 min" in seen(pilot)


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("sign", ["#kiln", f"#{'kiln' * 100}"])
async def test_however_long_the_line_is_the_keys_stay(size: tuple[int, int], sign: str) -> None:
    async with Asking(AddShiftDialog(_never, Known((), ()))).run_test(size=size) as pilot:
        line = pilot.app.screen.query(Input).first()
        line.post_message(Paste(f"Rang Ana {sign} {'about the kiln ' * 400}"))
        await pilot.pause()
        pilot.app.clear_notifications()
        await pilot.pause()
        shown = seen(pilot)
        assert "no idea" in shown
        assert "When" in shown
        assert "esc Leave it" in shown


async def test_a_long_paste_into_an_empty_field_shows_its_end() -> None:
    async with Asking(AddShiftDialog(_never, Known((), ()))).run_test() as pilot:
        line = pilot.app.screen.query(Input).first()
        line.post_message(Paste("Rang Ana about the kiln, " * 4 + "and it was lovely"))
        await pilot.pause()
        assert "and it was lovely" in seen(pilot)


async def test_what_is_left_of_a_long_line_is_seen() -> None:
    async with Asking(AddShiftDialog(_never, Known((), ()))).run_test() as pilot:
        line = pilot.app.screen.query(Input).first()
        line.value = "Rang Ana about the kiln, " * 4
        await pilot.press("end", *["left"] * 90, "ctrl+k")
        assert line.value == "Rang Ana a"
        assert "Rang Ana a" in seen(pilot)


async def test_a_letter_lays_nothing_out() -> None:
    async with Asking(AddShiftDialog(_never, Known((), ()))).run_test() as pilot:
        layouts: list[object] = []
        screen = pilot.app.screen
        await pilot.press("R")
        await pilot.pause()
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append, immediate=True)
        await pilot.press(*"ang Ana", "backspace", "left", "b")
        await pilot.pause()
        assert "Rang Abn" in seen(pilot)
        assert not layouts


async def test_a_line_is_handed_over_as_it_was_typed() -> None:
    async def submit(line: str) -> str:
        return f"<{line}>"

    app = Asking(LineDialog("What is its name?", submit, value="Radio", hint="[b]any[/b]"))
    async with app.run_test() as pilot:
        assert "[b]any[/b]" in seen(pilot)
        await pilot.press("space", "2", "question_mark", "enter")
        await pilot.pause()
        assert app.answer == "<Radio 2?>"
