"""What works on every screen: switching, undo, refusals, and hearing of other writers."""

import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input

from shifter.config import Config, load_config
from shifter.errors import FileTrouble
from shifter.paths import config_folder
from shifter.tui import run
from shifter.tui.app import ShifterApp
from shifter.tui.screens.base import ShifterScreen
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, said, seen, settle, until, write


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


async def test_undo_takes_back_what_was_done_in_this_sitting_at_once(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "a")
        await write(pilot, "Bookbinding")
        await press(pilot, "enter")
        assert "Bookbinding" in seen(pilot)
        await press(pilot, "u")
        assert said(pilot)[-1] == "Undone: added the idea “Bookbinding”"
        with lived_in.companion() as companion:
            names = {idea.name for idea in companion.ideas.all(ended=True)}
        assert "Bookbinding" not in names


async def test_undo_names_what_is_older_and_wants_a_second_press(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Psychoanalysis").stage == "dead_end"
        assert "ruled out “Psychoanalysis”" in said(pilot)[-1]
        await press(pilot, "u")
        assert len(said(pilot)) == 1, "what is said takes the place of what was said before"
        with lived_in.companion() as companion:
            assert companion.ideas.get("Psychoanalysis").stage == "hunch"


async def test_each_older_action_is_named_anew(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u", "u", "u")
        with lived_in.companion() as companion:
            assert "first client" in companion.shifts.find(limit=1).shifts[0].text
        assert "first client" in said(pilot)[-1]


async def test_redo_does_again_what_was_undone(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "delete")
        assert "first client" not in seen(pilot).partition("Deleted")[0]
        await press(pilot, "u", "ctrl+r")
        assert said(pilot)[-1].startswith("Done again: deleted “Asked Ana")


async def test_a_refusal_is_told_once_and_changes_nothing(stage: Stage) -> None:
    app = stage.app(screen="streaks")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert said(pilot) == ["Nothing to undo: The log is as it was at the very start."]


@pytest.mark.parametrize(
    ("screen", "opens", "refused", "leaves"),
    [
        ("ideas", (), "v", "1"),
        ("ideas", (), "v", "enter"),
        ("ideas", ("enter",), "v", "escape"),
        ("ideas", ("enter",), "v", "3"),
        ("today", (), "plus", "w"),
        ("story", ("w",), "c", "escape"),
    ],
)
async def test_what_is_refused_on_a_screen_stays_behind_with_it(
    lived_in: Stage, screen: str, opens: tuple[str, ...], refused: str, leaves: str
) -> None:
    async with lived_in.app(screen=screen).run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *opens, refused)
        assert len(said(pilot)) == 1
        before = pilot.app.screen
        await press(pilot, leaves)
        assert pilot.app.screen is not before
        assert said(pilot) == []


async def test_a_refusal_of_the_log_stays_behind_as_well(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert len(said(pilot)) == 1
        await press(pilot, "3")
        assert said(pilot) == []


async def test_what_was_done_is_still_said_on_the_next_screen(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, "Bookbinding")
        await press(pilot, "escape")
        assert said(pilot) == ["Kept as you left it, for when you come back."]
        await press(pilot, "enter", "delete", "1")
        assert len(said(pilot)) == 1
        assert said(pilot)[0].startswith("Deleted: ")


async def test_a_toast_that_just_fills_its_lines_loses_none_of_them(stage: Stage) -> None:
    async with stage.app(screen="story").run_test(size=(60, 18), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "a")  # Without a dialog it is the header that says it.
        assert pilot.app.screen.is_modal
        for columns in range(40, 52):
            pilot.app.clear_notifications()
            pilot.app.notify(f"{'x' * (columns - len(' train'))} train")
            await settle(pilot)
            assert "train" in seen(pilot), columns


async def test_a_toast_cuts_no_word_of_what_lies_below_it(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        pilot.app.notify("Words")
        await settle(pilot)
        assert seen(pilot).splitlines()[-1].split() == ["█", "Words"]


async def test_what_another_process_writes_is_shown_within_moments(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        with lived_in.companion() as companion:
            companion.shifts.log("Logged from a shell")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Logged from a shell" in seen(pilot)


async def test_what_is_seen_behind_a_dialog_is_kept_up_with(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f")
        with lived_in.companion() as companion:
            companion.shifts.log("Logged from a shell")
        await until(pilot, "16 shifts")
        assert app.screen.is_modal


async def test_a_screen_below_a_page_is_loaded_once_it_is_seen_again(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        below, page = app.screen_stack
        assert isinstance(below, ShifterScreen)
        with lived_in.companion() as companion:
            companion.ideas.add("Bookbinding")
        await pilot.pause(1.1)
        await settle(pilot)
        assert below.is_due
        assert isinstance(page, ShifterScreen)
        assert not page.is_due
        await press(pilot, "escape")
        assert "5 on the boil" in seen(pilot)


async def test_the_day_turns_while_the_app_is_open(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Thursday 19 November" in seen(pilot)
        lived_in.clock.set("2026-11-20T07:58:00")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Friday 20 November" in seen(pilot)


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


async def test_undo_rests_while_a_search_is_typed(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "delete", "/", "ctrl+r", "u")
        assert app.screen.query_one(Input).value == "u"
        assert len(said(pilot)) == 1


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


MINUTES = "config.toml: minutes must be 2, 5, 10 or 60."


async def test_settings_that_were_left_out_are_told_in_one_notice(stage: Stage) -> None:
    keys = {"story.add": "e", "story.dance": "d"}
    config = Config(theme="moss", keys=keys, problems=(MINUTES,))
    app = stage.app(config, screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        more = "And three more: shifter doctor lists them."
        assert said(pilot) == [f"A setting was skipped: {MINUTES} {more}"]
        assert app.theme == "hearth"


async def test_a_file_of_settings_that_cannot_be_read_is_not_told_as_one_setting(
    stage: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "paper\n')
    app = stage.app(load_config(str(file)), screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        (told,) = said(pilot)
        assert told.startswith("The settings can't be read: ")
        assert "line 1 can't be understood: a quote is not closed there. The usual" in told


async def test_one_setting_that_was_left_out_is_told_whole(stage: Stage) -> None:
    async with stage.app(Config(problems=(MINUTES,))).run_test(notifications=True) as pilot:
        await settle(pilot)
        assert said(pilot) == [f"A setting was skipped: {MINUTES}"]


async def test_suggestions_that_were_left_out_are_told_at_once_and_the_app_goes_on(
    lived_in: Stage,
) -> None:
    folder = Path(config_folder()) / "prompts"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text('# mine\n[kiln]\nkind = "nap"\n', encoding="utf-8")
    (folder / "b.toml").write_text("x = = 1\n", encoding="utf-8")
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        (told,) = said(pilot)
        assert "a.toml, line 2, kiln: " in told
        assert "b.toml: line 1 can't be understood" in told
        await press(pilot, "n", "3", "1")
        assert said(pilot) == [told]
        assert "d Done" in seen(pilot)


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


@pytest.mark.parametrize("screen", ["today", "streaks", "ideas", "story"])
async def test_what_is_pasted_where_nothing_is_typed_does_nothing_and_says_where_it_can_go(
    lived_in: Stage, screen: str
) -> None:
    with lived_in.companion() as companion:
        before = companion.shifts.find().total
    async with lived_in.app(screen=screen).run_test() as pilot:
        await settle(pilot)
        await write(pilot, "dnsx")
        assert said(pilot) == ["a opens a line to paste that into."]
        await press(pilot, "a")
        await write(pilot, "Rang Tom")
        assert "Rang Tom" in seen(pilot)
        assert said(pilot) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == before


async def test_a_demo_says_first_that_nothing_is_kept_and_how_ones_own_begins(
    lived_in: Stage,
) -> None:
    async with lived_in.app(demo=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = "Try everything, nothing is kept. q leaves; then shifter begins your own."
        assert told in seen(pilot)
        await press(pilot, "d")
        assert "begins your own" not in seen(pilot)
