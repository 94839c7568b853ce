"""Settings on the screen: read, changed where they stand, and refused with a reason."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from shifter import config as settings_file
from shifter import theme_files
from shifter.companion.settings import ALLOWED
from shifter.companion.settings import MEANING as COUNTING
from shifter.config import Config, load_config
from shifter.tui.app import ShifterApp
from shifter.tui.dialogs.settings import Setting, SettingsDialog
from shifter.tui.keys import keymap
from tests.tui.stage import Stage, press, press_at_once, said, seen, settle, write

COMMENTED = "# mine\nminutes = 10 # for the train\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(COMMENTED)
    return file


def dialog(app: ShifterApp) -> SettingsDialog:
    assert isinstance(app.screen, SettingsDialog)
    return app.screen


def current(app: ShifterApp) -> Setting:
    setting = dialog(app).current
    assert setting is not None
    return setting


def content(file: Path) -> str:
    return file.read_text()


def test_every_setting_has_its_meaning() -> None:
    assert set(settings_file.MEANING) == set(settings_file.ALLOWED)
    assert set(COUNTING) == set(ALLOWED)


async def test_each_setting_tells_its_value_and_where_it_comes_from(
    stage: Stage, file: Path
) -> None:
    app = stage.app(load_config(str(file)), screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "down")
        shown = seen(pilot)
        (minutes,) = [
            line for line in shown.splitlines() if "Minutes for a pick" in line and "10" in line
        ]
        assert "config.toml" in minutes
        assert "How long a pick may take" in shown
        await press(pilot, "right")
        assert content(file) == COMMENTED.replace("10", "60")
        assert app.config.minutes == 60
        dialog(app).lines.move_to("grace")
        await press(pilot, "l")
        assert "data file" in seen(pilot)
        with stage.companion() as companion:
            assert companion.settings.all().grace == 2


async def test_values_stand_there_in_words_and_the_file_keeps_its_own(
    stage: Stage, file: Path
) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        shown = " ".join(seen(pilot).split())
        for line in (
            "Theme as the terminal default",
            "After I … none default",
            "Motion on default",
            "Bell off default",
            "A day ends at 04:00 default",
            "A week begins on Monday default",
            "Days off Saturday, Sunday default",
        ):
            assert line in shown
        dialog(app).lines.move_to("motion")
        await press(pilot, "down")
        assert current(app).id == "bell"
        assert "timer is done. On or off." in " ".join(seen(pilot).replace("│", "").split())
        await press(pilot, "right")
        assert current(app).value == "on"
        assert "bell = true\n" in content(file)
        for typed, words in (("false", "off"), ("on", "on"), ("true", "on"), ("Off", "off")):
            await press(pilot, "enter")
            dialog(app).editor.value = typed
            await press(pilot, "enter")
            assert current(app).value == words
        assert "bell = false\n" in content(file)
        dialog(app).lines.move_to("theme")
        await press(pilot, "enter")
        assert not dialog(app).editor.value
        await write(pilot, "as the terminal")
        await press(pilot, "enter")
        assert app.config.theme is None


async def test_a_wrong_value_is_refused_while_it_is_typed(stage: Stage, file: Path) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        dialog(app).lines.move_to("rest_weekdays")
        await press(pilot, "enter")
        await write(pilot, ",someday")
        assert "What fits: weekdays with commas, such as Saturday" in seen(pilot)
        await press(pilot, "enter")
        assert dialog(app).editor.display
        assert "enter Save   esc Leave it" in seen(pilot)
        await press(pilot, "escape")
        assert not dialog(app).editor.display
        assert current(app).value == "Saturday, Sunday"
        await press(pilot, "escape")
        assert not isinstance(app.screen, SettingsDialog)


async def test_a_value_that_is_left_is_as_it_was(stage: Stage, file: Path) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        for setting, typed in (("anchor", "pour"), ("minutes", "x")):
            dialog(app).lines.move_to(setting)
            before = current(app).value
            await press(pilot, "enter")
            await write(pilot, typed)
            await press(pilot, "escape")
            assert said(pilot) == []
            assert current(app).value == before
            await press(pilot, "enter")
            assert dialog(app).editor.value == before
            await press(pilot, "escape")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_words_find_a_setting_and_escape_shows_all_again(
    stage: Stage, file: Path, size: tuple[int, int]
) -> None:
    app = stage.app(load_config(str(file)), screen="story", config_path=file)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert "/ Find" in seen(pilot)
        await press(pilot, "slash", *"never", "space", *"off")
        assert current(app).id == "rest_weekdays"
        assert "Minutes for a pick" not in seen(pilot)
        await press(pilot, "enter", "enter")
        assert dialog(app).editor.has_focus
        await write(pilot, ",friday")
        await press(pilot, "enter")
        assert current(app).value == "Fri, Sat, Sun"
        await press(pilot, "slash", *"xyz")
        assert "Nothing matches" in seen(pilot)
        await press(pilot, "enter", "enter", "right", "delete", "escape")
        assert "Minutes for a pick" in seen(pilot)
        await press(pilot, "escape")
        assert not app.screen.is_modal


async def test_a_search_begins_at_what_is_called_so(stage: Stage, file: Path) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "slash", *"done", "enter")
        assert current(app).id == "keys.today.done"


async def test_each_search_begins_at_the_first_line_found_and_says_what_keys_do(
    stage: Stage, file: Path
) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "slash", *"another")
        first = current(app).id
        assert "enter Go to it   esc Show all" in seen(pilot)
        await press(pilot, "escape")
        assert "/ Find   esc Close" in seen(pilot)
        assert current(app).id == first
        dialog(app).lines.action_last()
        await press(pilot, "slash", *"another")
        assert current(app).id == first
        await press(pilot, "enter")
        assert "enter Change   / Find   esc Show all" in seen(pilot)
        await press(pilot, "slash", *"xyz")
        assert [key.key for key in dialog(app).keys_here()] == ["esc"]


async def test_a_key_is_changed_everywhere_and_back(stage: Stage, file: Path) -> None:
    app = stage.app(screen="ideas", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "a Add" in seen(pilot)
        await press(pilot, "comma")
        dialog(app).lines.move_to("keys.ideas.add")
        await press(pilot, "enter", "q")
        assert "q is already Quit; give that one another first." in seen(pilot)
        await press(pilot, "l")
        assert "l moves the cursor." in seen(pilot)
        await press(pilot, "b", "escape")
        assert content(file) == f'{COMMENTED}\n[keys]\n"ideas.add" = "b"\n'
        assert "b Add" in seen(pilot)
        await press(pilot, "b")
        assert app.screen.is_modal
        await press(pilot, "escape", "comma")
        dialog(app).lines.move_to("keys.ideas.add")
        await press(pilot, "enter", "delete", "escape")
        assert "a Add" in seen(pilot)
        assert keymap.check(app.config.keys).good == {}


async def test_the_row_of_a_key_asks_for_it_and_stays_in_view(stage: Stage, file: Path) -> None:
    app = stage.app(screen="story", config_path=file)
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert "Next value" in seen(pilot)
        dialog(app).lines.move_to("keys.everywhere.today")
        await settle(pilot)
        assert "enter Change   / Find   esc Close" in seen(pilot)
        await press(pilot, "enter", "q")
        shown = seen(pilot)
        assert "Today               press the new key" in shown
        assert "del Back to 1   esc Leave it" in shown
        assert "Close" not in shown
        assert "q is already Quit; give that one another first." in shown
        await press(pilot, "escape")
        assert "press the new key" not in seen(pilot)
        assert "esc Close" in seen(pilot)
        assert content(file) == COMMENTED
        await press(pilot, "enter", "slash")
        assert "/ is already Find; give that one another first." in seen(pilot)
        await press(pilot, "f2")
        assert content(file).endswith('"everywhere.today" = "f2"\n')
        await press(pilot, "enter", "1")
        assert "everywhere.today" not in content(file)


async def test_keys_that_come_faster_than_they_are_kept_count_in_their_order(
    stage: Stage, file: Path
) -> None:
    app = stage.app(load_config(str(file)), screen="story", config_path=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "down")
        assert current(app).id == "minutes"
        await press_at_once(pilot, "right", "right", "down", "escape")
        assert not isinstance(app.screen, SettingsDialog)
        assert app.config.minutes == 2
        await press(pilot, "comma")
        dialog(app).lines.move_to("keys.everywhere.today")
        await press(pilot, "enter")
        await press_at_once(pilot, "f2", "escape")
        assert not isinstance(app.screen, SettingsDialog)
        assert content(file).endswith('"everywhere.today" = "f2"\n')


async def change_key(pilot: Pilot[None], id: str, key: str) -> None:
    assert isinstance(pilot.app, ShifterApp)
    await press(pilot, "comma")
    dialog(pilot.app).lines.move_to(f"keys.{id}")
    await press(pilot, "enter", key, "escape")


async def test_every_screen_that_is_open_shows_a_changed_key_at_once(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "3", "4", "1")
        await change_key(pilot, "today.another", "j")
        assert "j Another" in seen(pilot)
        await change_key(pilot, "today.done", "z")
        await change_key(pilot, "today.add", "b")
        shown = seen(pilot)
        assert "z Done" in shown
        assert "b Add what you did" in shown
        await press(pilot, "z")
        assert "j Another" in seen(pilot)
        await change_key(pilot, "everywhere.streaks", "f2")
        for key in ("f2", "3", "4", "1"):
            assert " f2 Streaks " in seen(pilot).splitlines()[0]
            await press(pilot, key)
        await press(pilot, "f2")
        await change_key(pilot, "streaks.numbers", "f3")
        assert "f3 Numbers" in seen(pilot).splitlines()[-1]


async def test_words_that_name_a_key_name_the_changed_one(stage: Stage) -> None:
    app = stage.app(screen="ideas")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert "a adds one." in seen(pilot)
        await change_key(pilot, "ideas.add", "b")
        assert "b adds one." in seen(pilot)
        await press(pilot, "2")
        await change_key(pilot, "streaks.add", "b")
        assert "b writes the first." in seen(pilot)


async def test_the_longest_name_of_a_theme_stands_whole_and_apart(lived_in: Stage) -> None:
    longest = max(theme_files.TEXTUAL_THEMES, key=len)
    async with lived_in.app(Config(theme=longest)).run_test() as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert f"{longest}  default" in seen(pilot)
