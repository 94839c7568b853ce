"""What works on every screen: switching, keys, themes, quitting; and opening the app."""

import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input

from shifter.config import Config
from shifter.errors import FileTrouble
from shifter.tui import run
from shifter.tui.app import ShifterApp
from shifter.tui.screens.base import ShifterScreen
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, seen, settle, write


async def test_figures_switch_screens(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        for key, tab in (("2", "streaks"), ("3", "ideas"), ("4", "story"), ("1", "today")):
            await press(pilot, key)
            assert app.current_mode == tab


async def test_what_one_screen_writes_the_others_show(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "4")
        assert "Repaired a lamp" not in seen(pilot)
        await press(pilot, "2", "a")
        await write(pilot, "Repaired a lamp")
        await press(pilot, "enter", "4")
        assert "Repaired a lamp" in seen(pilot)


async def test_no_printable_key_is_a_command_while_text_is_typed(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    typed = "1234 ?uqaxmve/dsnptyri [b]"
    async with app.run_test() as pilot:
        await press(pilot, "a")
        await pilot.press(*("space" if character == " " else character for character in typed))
        assert app.screen.query_one(Input).value == typed
        assert app.current_mode == "ideas"


@pytest.mark.parametrize("key", ["ctrl+r", "ctrl+p"])
async def test_a_dialog_keeps_the_commands_below_it_out(lived_in: Stage, key: str) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test() as pilot:
        await press(pilot, "a")
        dialog = app.screen
        await press(pilot, key)
        assert app.screen is dialog


@pytest.mark.parametrize("tab", ["2", "3", "4"])
async def test_keys_that_come_before_a_screen_is_ready_do_no_harm(
    lived_in: Stage, tab: str
) -> None:
    app = lived_in.app()
    async with app.run_test() as pilot:
        for key in (tab, "slash", "escape", "x", "escape", "e", "escape", "m", "escape", "delete"):
            app.simulate_key(key)
        await settle(pilot)
        assert app.is_running


async def test_quit_lets_what_was_begun_finish(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "delete", "q")
        await pilot.pause()
    with lived_in.companion() as companion:
        assert "first client" not in companion.shifts.find(limit=1).shifts[0].text


def test_a_file_that_cannot_be_opened_is_told_and_nothing_is_drawn() -> None:
    def refuse() -> None:
        raise FileTrouble("This file is damaged", "It stays as it is.")

    app = ShifterApp(refuse, Config())  # type: ignore[arg-type]  # it never returns
    app.run(headless=True)
    assert isinstance(app.trouble, FileTrouble)
    assert app.return_code == 1


def test_what_run_cannot_open_it_raises(tmp_path: Path) -> None:
    damaged = tmp_path / "shifter.db"
    damaged.write_bytes(b"no database at all" * 100)
    with pytest.raises(FileTrouble):
        run(str(damaged))
    assert damaged.read_bytes() == b"no database at all" * 100


async def test_a_chosen_theme_is_kept(stage: Stage, tmp_path: Path) -> None:
    config_path = tmp_path / "config.toml"
    app = stage.app(screen="streaks", config_path=config_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        await app.keep_setting("theme", "daylight")
        await settle(pilot)
    assert 'theme = "daylight"' in config_path.read_text()


async def test_a_theme_that_is_not_there_stays_written(stage: Stage, tmp_path: Path) -> None:
    config_path = tmp_path / "config.toml"
    config_path.write_text('theme = "moss"\n')
    app = stage.app(Config(theme="moss"), screen="streaks", config_path=config_path)
    async with app.run_test() as pilot:
        await settle(pilot)
    assert config_path.read_text() == 'theme = "moss"\n'


async def test_every_theme_that_comes_with_textual_can_be_used(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        for theme in BUILTIN_THEMES:
            assert app.looks.wear(theme)
            await settle(pilot)
            assert "shifts" in seen(pilot)


async def test_without_motion_nothing_is_animated(stage: Stage) -> None:
    app = stage.app(Config(motion=False), screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.animation_level == "none"


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ((60, 18), {"-narrow", "-short"}),
        ((80, 24), {"-normal", "-medium"}),
        ((160, 50), {"-wide", "-tall"}),
    ],
)
async def test_a_screen_knows_how_much_room_it_has(
    stage: Stage, size: tuple[int, int], classes: set[str]
) -> None:
    app = stage.app(screen="streaks")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ShifterScreen)
        assert classes <= app.screen.classes


def test_the_app_goes_without_what_it_has_no_use_for(lived_in: Stage) -> None:
    code = (
        "import sys; from shifter.cli import main; main([]); "
        "print('loaded:', *sys.modules, file=sys.__stdout__)"
    )
    terminal = PseudoTerminal({"SHIFTER_DB": str(lived_in.file)}, [sys.executable, "-c", code])
    try:
        terminal.read_until("Quit")
        terminal.type("q")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    loaded = terminal.drawn.decode().rpartition("loaded:")[2].split()
    assert "asyncio" in loaded
    assert not {"ssl", "bz2", "lzma", "tomllib", "sqlite_utils"} & set(loaded)
