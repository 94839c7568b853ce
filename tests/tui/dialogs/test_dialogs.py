"""The dialogs that every screen can use: help, a menu, yes or no, a form."""

from asyncio import Event, sleep
from collections.abc import Mapping
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input

from shifter.core.records import Logged
from shifter.core.sign_words import Known
from shifter.core.text import LINE_LIMIT
from shifter.core.views import TodayView
from shifter.errors import Refused
from shifter.tui.app import ShifterApp
from shifter.tui.commands import EVERYWHERE, IDEAS, key_name
from shifter.tui.dialogs.add_shift import AddShiftDialog
from shifter.tui.dialogs.base import Dialog
from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
from shifter.tui.dialogs.confirm import ConfirmDialog
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.help import HelpDialog
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.dialogs.little_yes import LittleYesDialog
from shifter.tui.dialogs.one_of_many import OneOfManyDialog
from shifter.tui.keys.turns import TurnTakingApp
from shifter.tui.widgets.key_row import KeyRow
from tests.tui.stage import SIZES, said, seen

STAGES = (
    Choice("1", "Hunch [/b]", "a flicker is enough", "hunch"),
    Choice("2", "Exploring", "having a taste", "exploring"),
    Choice("p", "Project", "small, with an end", "project"),
)
UNANSWERED = "unanswered"


class Asking(TurnTakingApp):
    """Asks one question, and keeps the answer."""

    VERTICAL_BREAKPOINTS = ShifterApp.VERTICAL_BREAKPOINTS

    def __init__(self, dialog: Dialog[Any]) -> None:
        super().__init__()
        self.dialog = dialog
        self.answer: object = UNANSWERED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.keep)

    def keep(self, answer: object) -> None:
        self.answer = answer

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(("ink", "quiet", "line", "lit", "idea"), "#888888")


async def _never(line: str, when: str | None, *, new_idea: bool) -> Logged:
    raise AssertionError((line, when, new_idea))


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


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("enter",), "exploring"),
        (("down", "enter"), "project"),
        (("1",), "hunch"),
        (("p",), "project"),
        (("escape",), None),
        (("z",), UNANSWERED),
    ],
)
async def test_a_menu_is_answered_by_arrows_or_by_its_own_keys(
    keys: tuple[str, ...], answer: object
) -> None:
    app = Asking(ChoiceDialog("Which stage? [/b]", STAGES, current="exploring"))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.answer == answer


@pytest.mark.parametrize(("keys", "answer"), [(("b",), 10), (("end", "enter"), 59)])
async def test_a_menu_may_have_more_entries_than_there_are_keys(
    keys: tuple[str, ...], answer: int
) -> None:
    entries = [
        Choice(key, f"Idea {number}", "", number)
        for key, number in zip(entry_keys(), range(60), strict=False)
    ]
    app = Asking(ChoiceDialog("Which one?", entries))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.answer == answer


async def test_the_keys_that_move_the_cursor_choose_nothing() -> None:
    entries = [
        Choice(key, f"Idea {number}", "", number)
        for key, number in zip(entry_keys(), range(40), strict=False)
    ]
    app = Asking(ChoiceDialog("Which one?", entries))
    async with app.run_test() as pilot:
        await pilot.press("j", "j", "k", "h", "l", "enter")
        await pilot.pause()
        assert app.answer == 1


LONG = "Wrote down, over two cups of tea, everything that Ines told me about the second firing"


@pytest.mark.parametrize("size", SIZES)
async def test_a_menu_shows_all_of_its_words_at_any_size(size: tuple[int, int]) -> None:
    entries = [
        Choice("1", "Rang Tom", "✦", "short"),
        Choice("2", LONG, "and it lit something up", "long"),
        Choice("3", LONG, "", "bare"),
        Choice("4", "Tea with Ines", LONG.removeprefix("Wrote"), "detailed"),
    ]
    app = Asking(ChoiceDialog("Which one?", entries))
    async with app.run_test(size=size) as pilot:
        shown = " ".join(seen(pilot).replace("│", " ").split())
        assert shown.count(LONG) == 2
        assert f"Tea with Ines {LONG.removeprefix('Wrote ')}" in shown
        assert f"{LONG} and it lit something up" in shown
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert " ".join(seen(pilot).replace("│", " ").split()).count(LONG) == 2
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.answer == "long"


async def test_a_menu_is_answered_by_clicks() -> None:
    app = Asking(ChoiceDialog("Which stage?", STAGES))
    async with app.run_test() as pilot:
        await pilot.click("Lines", offset=(4, 2))
        await pilot.click(KeyRow, offset=(1, 0))
        await pilot.pause()
        assert app.answer == "project"


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", None), ("escape", None)])
async def test_yes_or_no(key: str, answer: object) -> None:
    app = Asking(ConfirmDialog("Leave without it? [/b]", "What you wrote would be gone."))
    async with app.run_test() as pilot:
        assert "Leave without it? [/b]" in seen(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert app.answer == answer


async def test_only_the_keys_that_a_question_shows_answer_it() -> None:
    app = Asking(ConfirmDialog("Bring this backup back?"))
    async with app.run_test() as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert "y Yes   n No" in seen(pilot)
        assert app.answer is UNANSWERED
        await pilot.press("n")
        await pilot.pause()
        assert app.answer is None


async def test_a_line_is_handed_over_as_it_was_typed() -> None:
    async def submit(line: str) -> str:
        return f"<{line}>"

    app = Asking(LineDialog("What is its name?", submit, value="Radio", hint="[b]any[/b]"))
    async with app.run_test() as pilot:
        assert "[b]any[/b]" in seen(pilot)
        await pilot.press("space", "2", "question_mark", "enter")
        await pilot.pause()
        assert app.answer == "<Radio 2?>"


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
