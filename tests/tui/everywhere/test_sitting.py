"""What undo takes back at once, and what it names first."""

import pytest

from shifter.companion.history import Undoable
from shifter.tui.everywhere import sitting as sitting_module
from shifter.tui.everywhere.sitting import NAMED_FOR, Sitting
from tests.tui.stage import Stage, press, said, settle


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time by which a naming ends; a test lets it go by."""
    now = [100.0]
    monkeypatch.setattr(sitting_module, "monotonic", lambda: now[0])
    return now


def action(number: int) -> Undoable:
    return Undoable(f"action {number}", str(number), number)


LONG_BEFORE = action(1)
BEFORE = action(2)
"""The last one before the app was opened."""
SINCE = action(3)


def test_what_was_done_in_this_sitting_may_be_undone_at_once() -> None:
    assert Sitting(BEFORE).may_undo(SINCE)


def test_in_a_new_file_everything_is_of_this_sitting() -> None:
    assert Sitting(None).may_undo(SINCE)


def test_what_is_older_is_named_first() -> None:
    sitting = Sitting(BEFORE)
    assert not sitting.may_undo(BEFORE)
    sitting.name(BEFORE)
    assert sitting.may_undo(BEFORE)


def test_one_naming_counts_for_one_action() -> None:
    sitting = Sitting(BEFORE)
    sitting.name(BEFORE)
    sitting.undone(BEFORE, LONG_BEFORE)
    assert not sitting.may_undo(LONG_BEFORE)


def test_a_naming_that_was_forgotten_does_not_count() -> None:
    sitting = Sitting(BEFORE)
    sitting.name(BEFORE)
    sitting.forget()
    assert not sitting.may_undo(BEFORE)


def test_below_the_actions_of_this_sitting_lie_the_older_ones() -> None:
    sitting = Sitting(BEFORE)
    sitting.undone(SINCE, BEFORE)
    assert not sitting.may_undo(BEFORE)


def test_an_older_one_undone_elsewhere_lets_no_still_older_one_through() -> None:
    assert not Sitting(BEFORE).may_undo(LONG_BEFORE)


async def test_each_naming_has_all_of_its_own_seconds(
    lived_in: Stage, seconds: list[float]
) -> None:
    async with lived_in.app().run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u", "u")
        assert said(pilot)[0].startswith("Undone: ")
        seconds[0] += NAMED_FOR - 1
        await press(pilot, "u")
        assert said(pilot)[0].startswith("From an earlier session: ")
        seconds[0] += NAMED_FOR - 1
        await press(pilot, "u")
        assert said(pilot)[0].startswith("Undone: ")


async def test_after_its_seconds_an_older_one_is_named_again(
    lived_in: Stage, seconds: list[float]
) -> None:
    async with lived_in.app().run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        named = said(pilot)
        seconds[0] += NAMED_FOR
        await press(pilot, "u")
        assert said(pilot) == named
