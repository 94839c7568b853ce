"""Settings and suggestions that can't be used are told, and the app goes on without them."""

from pathlib import Path

from shifter.config import Config, load_config
from shifter.paths import config_folder
from tests.tui.stage import Stage, press, said, seen, settle

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
