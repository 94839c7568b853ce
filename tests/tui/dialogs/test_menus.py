"""A menu, and yes or no: answered by arrows, by keys and by clicks."""

import pytest

from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
from shifter.tui.dialogs.confirm import ConfirmDialog
from shifter.tui.widgets.key_row import KeyRow
from tests.tui.dialogs.asking import STAGES, UNANSWERED, Asking
from tests.tui.stage import SIZES, seen


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
