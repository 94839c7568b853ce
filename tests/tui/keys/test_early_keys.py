"""What is typed too early is meant for what the key before it brings."""

from collections.abc import Callable

from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from shifter.core.records import Shift
from shifter.tui.screens.ideas import IdeasScreen
from tests.tui.stage import Stage, press, seen, settle

_AT_MOST = 100


async def at_once(pilot: Pilot[None], *typed: str | Paste) -> None:
    """All of it in one go, as a slow line or another program sends it."""
    for key in typed:
        event = Key(key, key if len(key) == 1 else None) if isinstance(key, str) else key
        pilot.app.post_message(event)


async def comes_true(pilot: Pilot[None], holds: Callable[[], bool]) -> bool:
    """Whether something holds before long; what is typed too early is heard a little later."""
    for _ in range(_AT_MOST):
        await settle(pilot)
        if holds():
            return True
        await pilot.pause(0.05)
    return False


def shifts(stage: Stage) -> tuple[Shift, ...]:
    with stage.companion() as companion:
        return companion.shifts.find().shifts


async def test_a_line_and_the_key_that_asks_for_it_in_one_go(lived_in: Stage) -> None:
    before = len(shifts(lived_in))
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "a", *"Drank a glass", "enter")
        assert await comes_true(pilot, lambda: len(shifts(lived_in)) > before)
    assert shifts(lived_in)[0].text == "Drank a glass"
    assert len(shifts(lived_in)) == before + 1


async def test_what_is_pasted_right_after_the_key_lands_in_the_dialog(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "a", Paste("Rang the kiln"))

        def is_there() -> bool:
            return "Rang the kiln" in [field.value for field in pilot.app.screen.query(Input)]

        assert await comes_true(pilot, is_there)


async def test_a_key_behind_the_one_that_enters_is_for_what_comes_then(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "a", *"Rang Ana", "enter", "3")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, IdeasScreen))
    assert shifts(lived_in)[0].text == "Rang Ana"


async def test_a_bounced_key_logs_once(lived_in: Stage) -> None:
    before = len(shifts(lived_in))
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "d", "d", "d", "3")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, IdeasScreen))
    assert len(shifts(lived_in)) == before + 1


async def test_a_bounced_enter_does_not_enter_what_the_first_one_brings(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, "3", "x")
        await at_once(pilot, "enter", "enter")
        await settle(pilot)
        assert await comes_true(pilot, lambda: "spare" in seen(pilot))
        assert pilot.app.screen.is_modal


async def test_lines_of_a_note_typed_in_one_go_keep_their_empty_line(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "d", "enter", "a", "enter", "enter", "b", "ctrl+s")
        assert await comes_true(pilot, lambda: shifts(lived_in)[0].note == "a\n\nb")
