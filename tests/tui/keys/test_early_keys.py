"""What is typed too early is meant for what the key before it brings."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from shifter.companion import open_companion
from shifter.config import Config
from shifter.core.records import Shift
from shifter.tui.screens.ideas import IdeasScreen
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, seen, settle
from tests.tui.today.acting import plain, put_on_card

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


def is_shown(pilot: Pilot[None], value: str) -> bool:
    return value in [field.value for field in pilot.app.screen.query(Input)]


ASKED = "asked Mira how she sees seven bees"


@pytest.mark.parametrize(
    ("before", "key", "value"),
    [
        ([], "a", f" {ASKED}"),
        ([], "e", f"Called Bo {ASKED}"),
        (["d"], "y", f" {ASKED}"),
        (["3"], "a", f" {ASKED}"),
        (["3"], "n", f" {ASKED}"),
        (["3"], "x", f" {ASKED}"),
        (["4"], "g", f" {ASKED}"),
        (["4"], "slash", f" {ASKED}"),
        ([], "ctrl+p", f" {ASKED}"),
    ],
)
async def test_every_letter_behind_the_key_that_asks_is_heard_once(
    lived_in: Stage, before: list[str], key: str, value: str
) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("Called Bo")
    put_on_card(lived_in, plain)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, *before)
        await at_once(pilot, key, " ", *ASKED)
        assert await comes_true(pilot, lambda: is_shown(pilot, value)), seen(pilot)


@pytest.mark.parametrize("key", ["a", "e"])
async def test_a_bounced_key_asks_once_and_is_no_letter(lived_in: Stage, key: str) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("B")
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, key, key, *" seen")
        assert await comes_true(pilot, lambda: is_shown(pilot, " seen" if key == "a" else "B seen"))


async def test_a_menu_hears_a_key_once_and_its_answer_waits_for_those_behind(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        for text in ("Called Bo", "Called Mo"):
            companion.shifts.log(text)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "e", *"Ay2 and met her")
        assert await comes_true(pilot, lambda: is_shown(pilot, "Called Bo and met her"))


async def test_what_is_typed_behind_the_key_that_saves_is_no_part_of_it(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("Called Bo")
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "e", *" twice", "ctrl+s", "a", *"Rang Ana", "enter", "3")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, IdeasScreen))
    assert [shift.text for shift in shifts(lived_in)[:2]] == ["Rang Ana", "Called Bo twice"]


async def test_what_is_typed_behind_the_key_that_leaves_is_no_part_of_it(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "a", *"Rang", "escape", "3")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, IdeasScreen))
        await press(pilot, "1", "a")
        assert is_shown(pilot, "Rang")


@pytest.mark.parametrize(
    ("typed", "pause", "text"),
    [
        ("eAsked Mira how she got\x13q", 0, "BoAsked Mira how she got"),
        ("eeAsked Mira how she got\x13q", 0, "BoAsked Mira how she got"),
        ("eseven bees see\x13q", 0.05, "Boseven bees see"),
        ("aactually, all at Ana's\rq", 0, "ctually, all at Ana's"),
    ],
)
def test_bytes_behind_the_key_that_asks_are_heard_once(
    new_file: Path, tmp_path: Path, typed: str, pause: float, text: str
) -> None:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    with closing(open_companion(str(file), config=Config())) as companion:
        companion.shifts.log("Bo")
    terminal = PseudoTerminal({"SHIFTER_DB": str(file), "HOME": str(tmp_path), "PYTHONUTF8": "1"})
    try:
        terminal.read_until("Quit")
        for keys in typed if pause else [typed]:
            terminal.type(keys)
            time.sleep(pause)
        assert terminal.leave() == 0
    finally:
        terminal.close()
    with closing(open_companion(str(file), config=Config())) as companion:
        assert companion.shifts.find().shifts[0].text == text
