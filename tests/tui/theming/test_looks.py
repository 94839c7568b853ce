"""What the app wears: the theme that was chosen, one that suits the terminal, one just saved."""

import os
import re
from pathlib import Path

import pytest

from shifter import theme_files
from shifter.config import Config
from shifter.tui.default_theme import default_theme, remember
from shifter.tui.terminal.replies import Rgb
from shifter.tui.theming.looks import BackgroundTold
from tests.tui.stage import Stage, press, said, seen, settle, until

WHITE, BLACK = Rgb(250, 250, 245), Rgb(10, 10, 10)


@pytest.fixture
def mine() -> Path:
    """A theme of the user's own."""
    folder = Path(theme_files.own_folder())
    folder.mkdir(parents=True)
    file = folder / "mine.toml"
    file.write_text(theme_text("mine"))
    return file


def theme_text(name: str) -> str:
    """A theme like hearth, under another name."""
    shipped = Path(theme_files.shipped_folder()) / "hearth.toml"
    return shipped.read_text().replace("hearth", name)


def save(file: Path, text: str) -> None:
    """Save a file a moment later than it was."""
    saved = file.stat().st_mtime
    file.write_text(text)
    os.utime(file, (saved + 1, saved + 1))


async def test_without_a_choice_it_follows_the_terminal(stage: Stage, tmp_path: Path) -> None:
    app = stage.app(screen="story", config_path=tmp_path / "config.toml")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.theme == "hearth"
        app.post_message(BackgroundTold(WHITE))
        await settle(pilot)
        assert app.theme == "daylight"
        assert default_theme() == "daylight"
        app.post_message(BackgroundTold(BLACK))
        await settle(pilot)
        assert app.theme == "hearth"
    assert not (tmp_path / "config.toml").exists()


async def test_a_choice_holds_whatever_the_terminal_tells(stage: Stage) -> None:
    app = stage.app(Config(theme="dusk"), screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        app.post_message(BackgroundTold(WHITE))
        await settle(pilot)
        assert app.theme == "dusk"


def test_the_next_start_knows_what_the_terminal_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_theme() == "hearth"
    assert remember(is_light=True)
    assert not remember(is_light=True)
    assert default_theme() == "daylight"
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "xterm")
    assert default_theme() == "terminal"
    monkeypatch.setenv("TERM", "xterm-256color")
    assert default_theme() == "daylight"
    monkeypatch.setenv("NO_COLOR", "1")
    assert default_theme() == "terminal"


async def test_a_theme_is_put_on_anew_when_it_is_saved(stage: Stage, mine: Path) -> None:
    app = stage.app(Config(theme="mine"), screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        good = theme_text("mine")
        save(mine, good.replace("#16161d", "#123456"))
        app.looks.look_again()
        await settle(pilot)
        assert app.screen.styles.background.hex == "#123456"
        save(mine, good.replace("#16161d", "warm"))
        app.looks.look_again()
        app.looks.look_again()
        await settle(pilot)
        assert app.screen.styles.background.hex == "#123456"
        (told,) = said(pilot)
        assert told.startswith("A theme was skipped: mine.toml: colors.background: 'warm' is not")
        save(mine, good.replace("#16161d", "#654321"))
        app.looks.look_again()
        await settle(pilot)
        assert app.screen.styles.background.hex == "#654321"
        assert said(pilot) == ["The theme mine is in use."]
        os.unlink(mine)
        app.looks.look_again()
        await settle(pilot)
        assert app.screen.styles.background.hex == "#654321"


async def test_the_picker_tries_on_what_the_cursor_is_on(
    stage: Stage, mine: Path, tmp_path: Path
) -> None:
    (mine.parent / "broken.toml").write_text("name =")
    config = tmp_path / "config.toml"
    config.write_text("# mine\n")
    app = stage.app(screen="story", config_path=config)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+t", "down")
        assert app.theme == "blueprint"
        await press(pilot, "escape")
        assert app.theme == "hearth"
        assert config.read_text() == "# mine\n"
        await press(pilot, "ctrl+t", "down", "down", "enter")
        assert app.theme == "celadon"
        assert config.read_text() == '# mine\ntheme = "celadon"\n'
        assert said(pilot) == []


async def test_a_theme_that_is_saved_with_a_fault_stays_in_the_picker_as_it_was(
    stage: Stage, mine: Path
) -> None:
    mine.with_name("spare.toml").write_text(theme_text("spare"))
    app = stage.app(Config(theme="mine"), screen="story")
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+t")
        save(mine, theme_text("mine").replace("#16161d", "warm"))
        await until(pilot, "mine.toml: ")
        assert "▸ mine" in seen(pilot)
        assert app.theme == "mine"
        os.unlink(mine)
        await until(pilot, "▸ spare")
        assert "  mine  " not in seen(pilot)


async def test_the_picker_tells_following_the_terminal_from_wearing_its_colours(
    stage: Stage,
) -> None:
    app = stage.app(screen="story")
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+t")
        shown = seen(pilot)
        assert "▸ light or dark, as the terminal is" in shown
        assert "Light or dark, as the terminal's own" in shown
        assert re.search(r"terminal +16 colours", shown)
        assert "hearth                ████████" in shown


async def test_a_broken_theme_in_the_place_of_the_usual_one_keeps_nobody_out(
    stage: Stage, mine: Path
) -> None:
    hearth = mine.with_name("hearth.toml")
    hearth.write_text("name =")
    app = stage.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "hearth"
        (told,) = said(pilot)
        assert "hearth.toml" in told
        save(hearth, theme_text("hearth").replace("#16161d", "#123456"))
        app.looks.look_again()
        await settle(pilot)
        assert app.screen.styles.background.hex == "#123456"


async def test_a_broken_theme_keeps_nobody_out(stage: Stage, mine: Path) -> None:
    save(mine, "name =")
    app = stage.app(Config(theme="mine"), screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "hearth"
        (told,) = said(pilot)
        assert "mine.toml" in told
        save(mine, theme_text("mine").replace("#16161d", "#123456"))
        app.looks.look_again()
        await settle(pilot)
        assert (app.theme, app.screen.styles.background.hex) == ("mine", "#123456")
        assert said(pilot) == ["The theme mine is in use."]


@pytest.mark.parametrize("theme", ["terminal", "hearth"])
async def test_the_screen_stays_in_sight_behind_a_dialog(lived_in: Stage, theme: str) -> None:
    async with lived_in.app(Config(theme=theme)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = seen(pilot).splitlines()
        await press(pilot, "a")
        assert "What did you do?" in seen(pilot)
        assert [seen(pilot).splitlines()[row] for row in (0, -1)] == [before[0], before[-1]]
