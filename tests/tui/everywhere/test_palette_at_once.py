"""What is typed in the palette faster than it finds anything: enter waits for what is found."""

from asyncio import create_task
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from rich.console import RenderableType
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from shifter.companion import open_companion
from shifter.config import Config
from shifter.tui import modes
from shifter.tui.app import ShifterApp
from shifter.tui.dialogs.help import HelpDialog
from shifter.tui.everywhere.palette import Palette
from shifter.tui.keys import early_keys
from tests.tui.pseudo_terminal import WHOLE, PseudoTerminal
from tests.tui.stage import Stage, press, press_at_once, settle

_DOWN = "\x1b[B"


def shifts(stage: Stage) -> int:
    with stage.companion() as companion:
        return companion.shifts.find().total


@pytest.mark.parametrize(
    "keys",
    [
        (*"help", "enter"),
        (*"help", "enter", "enter"),
        (*"helx", "backspace", "p", "enter"),
        ("down", "down", *"help", "enter"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("is_open", [True, False])
async def test_enter_runs_the_first_of_what_is_found(
    lived_in: Stage, keys: tuple[str, ...], is_open: bool
) -> None:
    before = shifts(lived_in)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        if is_open:
            await press(pilot, "ctrl+p")
        await press_at_once(pilot, *(() if is_open else ("ctrl+p",)), *keys)
        assert isinstance(pilot.app.screen, HelpDialog)
    assert shifts(lived_in) == before


async def test_the_arrows_move_in_the_list_of_what_is_typed(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await press_at_once(pilot, "ctrl+p", *"add", "down", "down", "up", "enter")
        assert app.current_mode == "streaks"


async def test_enter_does_nothing_where_nothing_is_found(lived_in: Stage) -> None:
    before = shifts(lived_in)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press_at_once(pilot, "ctrl+p", *"zzzz", "down", "up", "enter")
        await pilot.pause(0.6)  # By now it says so.
        await press(pilot, "down", "up", "pagedown", "enter")
        assert isinstance(pilot.app.screen, Palette)
    assert shifts(lived_in) == before


async def test_enter_in_an_empty_field_runs_the_first_of_all(lived_in: Stage) -> None:
    before = shifts(lived_in)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press_at_once(pilot, "ctrl+p", "enter")
        assert not pilot.app.screen.is_modal
    assert shifts(lived_in) == before + 1


async def test_escape_after_enter_is_meant_for_what_it_opens(lived_in: Stage) -> None:
    """The file answers only once all of it is typed."""
    app, may_answer, before = lived_in.app(), Event(), shifts(lived_in)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        busy = create_task(app.ask(may_answer.wait))
        await pilot.press(*"help", "enter", "escape")
        assert isinstance(app.screen, Palette)
        may_answer.set()
        await busy
        await settle(pilot)
        assert not app.screen.is_modal
    assert shifts(lived_in) == before


async def test_enter_is_void_if_other_words_are_typed_before_anything_is_found(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_keys, "_PATIENCE", 5)
    app, may_answer = lived_in.app(), Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        busy = create_task(app.ask(may_answer.wait))
        await pilot.press(*"hel", "enter", "p")
        await pilot.pause(0.3)
        assert app.screen.query_one(Input).value == "help"
        may_answer.set()
        await busy
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        await press(pilot, "enter")
        assert isinstance(app.screen, HelpDialog)


async def test_what_it_opens_takes_its_place_without_the_screen_between(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modes, "_LOOKS", 10_000)
    drawn: list[str] = []
    display = ShifterApp._display  # noqa: SLF001 - all that is drawn comes through here

    def listed(app: ShifterApp, screen: Screen[object], picture: RenderableType | None) -> None:
        if app.screen is screen and not app._batch_count:  # noqa: SLF001
            drawn.append(type(screen).__name__)
        display(app, screen, picture)

    monkeypatch.setattr(ShifterApp, "_display", listed)
    app, may_answer = lived_in.app(), Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        await press_at_once(pilot, "ctrl+p", *"suggest")
        await pilot.pause(0.3)
        busy = create_task(app.ask(may_answer.wait))
        app.post_message(Key("enter", None))
        await pilot.pause(0.2)
        may_answer.set()
        await busy
        await settle(pilot)
        assert {*drawn[drawn.index("Palette") :]} == {"Palette", "PromptsDialog"}


@pytest.fixture
def terminal(new_file: Path, tmp_path: Path) -> Iterator[PseudoTerminal]:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    companion = open_companion(str(file), config=Config())
    companion.today.begin(None)
    companion.close()
    terminal = PseudoTerminal({"SHIFTER_DB": str(file), "HOME": str(tmp_path), "PYTHONUTF8": "1"})
    terminal.read_until(WHOLE)
    yield terminal
    terminal.close()


@pytest.mark.parametrize("burst", ["help\r", "help\r\r", f"{_DOWN}{_DOWN}help\r"])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_burst_of_keys_in_a_terminal_runs_what_it_says(
    terminal: PseudoTerminal, tmp_path: Path, burst: str, is_open: bool
) -> None:
    if is_open:
        terminal.type("\x10")
        terminal.read_until("earch for commands")
    terminal.type(burst if is_open else f"\x10{burst}")
    terminal.read_until("One tiny thing now.")
    companion = open_companion(str(tmp_path / "shifter.db"), config=Config())
    assert companion.shifts.find().total == 0
    companion.close()
