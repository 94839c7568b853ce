"""The settings in the app: each as it is now, where its value comes from, and what it may be."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from shifter import config, theme_files
from shifter.companion import settings as counting
from shifter.companion.settings import DataSettings
from shifter.config import Config
from shifter.core.records import MINUTES
from shifter.core.weeks import WEEKDAYS
from shifter.errors import WrongUsage
from shifter.tui.dialogs.settings import Groups, Setting, SettingsDialog
from shifter.tui.keys import keymap

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_DATA, _FILE, _DEFAULT = "data file", "config.toml", "default"
_KEYS = "keys."
_NAMES = {
    "theme": "Theme",
    "minutes": "Minutes for a pick",
    "anchor": "After I …",
    "motion": "Motion",
    "bell": "Bell",
    "notify": "Desktop notice",
    "rollover": "A day ends at",
    "week_start": "A week begins on",
    "rest_weekdays": "Days off",
    "grace": "Empty days allowed",
}
"""What people read in place of the names that the settings have in config.toml and commands."""

_CHOICES: Mapping[str, Sequence[str]] = {
    "minutes": tuple(map(str, MINUTES)),
    "motion": ("true", "false"),
    "bell": ("true", "false"),
    "notify": ("true", "false"),
    "rollover": ("0", "4", "5", "6"),
    "week_start": WEEKDAYS,
    "grace": ("0", "1", "2", "3"),
}


async def change_settings(app: "ShifterApp") -> None:
    """Show every setting; a change is saved at once."""

    async def shown() -> Groups:
        given = config.given(app.config_path) if app.config_path else frozenset[str]()
        return await app.ask(_settings_shown, app.config, given, app.companion.settings)

    async def keep(id: str, value: str) -> Groups:
        if id in counting.ALLOWED:
            await app.ask(app.companion.settings.change, id, value)
            app.changed.publish(None)
        else:
            await app.keep_setting(id, config.read_value(id, value))
        return await shown()

    await app.push_screen_wait(SettingsDialog(await shown(), keep))


def _settings_shown(kept: Config, given: frozenset[str], data: DataSettings) -> Groups:
    """All settings in groups; `given` are the names that config.toml sets."""
    set_in_data = data.given()
    return {
        "How it looks and works": [_of_config(name, kept, given) for name in config.EXPECTED],
        "How it counts": [_of_data(name, data, set_in_data) for name in counting.ALLOWED],
        "Keys": [_of_key(id, kept.keys) for id in keymap.every_command()],
    }


def _of_config(name: str, kept: Config, given: frozenset[str]) -> Setting:
    value = getattr(kept, name)
    text = str(value).lower() if isinstance(value, bool) else str(value or "")
    source = _FILE if name in given else _DEFAULT
    check = partial(_check_config, name)
    choices = _CHOICES.get(name, ())
    shown = "as the terminal" if name == "theme" and not text else text
    if name == "theme":
        choices = ("", *theme_files.all_themes().themes, *theme_files.TEXTUAL_THEMES)
    return Setting(name, _NAMES[name], config.MEANING[name], text, shown, source, check, choices)


def _of_data(name: str, data: DataSettings, given: frozenset[str]) -> Setting:
    text = data.text(name)
    source = _DATA if name in given else _DEFAULT
    check = partial(_check_counting, name)
    choices = _CHOICES.get(name, ())
    return Setting(name, _NAMES[name], counting.MEANING[name], text, text, source, check, choices)


def _of_key(id: str, wishes: Mapping[str, str]) -> Setting:
    command = keymap.every_command()[id]
    good = keymap.check(wishes).good
    return Setting(
        f"{_KEYS}{id}",
        command.name,
        f"{command.name}: {command.help[0].lower()}{command.help[1:]}",
        good.get(id, command.key),
        keymap.name_of(good.get(id, command.key)),
        f"{id.partition('.')[0]}{', yours' if id in good else ''}",
        partial(_check_key, id, wishes),
        default_key=keymap.name_of(command.key),
    )


def _check_config(name: str, value: str) -> None:
    if name == "theme":
        theme_files.check_name(value)
    config.read_value(name, value)


def _check_counting(name: str, value: str) -> None:
    counting.read_value(name, value)


def _check_key(id: str, wishes: Mapping[str, str], value: str) -> None:
    if not value:
        return
    problems = keymap.check({**keymap.check(wishes).good, id: value}).problems
    if problems:
        raise WrongUsage("That key can't be used", problems[0].removeprefix(f"keys.{id}: "))
