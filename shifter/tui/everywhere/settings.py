"""The settings in the app: each as it is now, where its value comes from, and what it may be."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from shifter import config, theme_files
from shifter.companion import settings as counting
from shifter.companion.settings import DataSettings
from shifter.config import Config
from shifter.core.setting_words import CHOICES, NAMES, in_words
from shifter.errors import WrongUsage
from shifter.tui.commands import Command
from shifter.tui.dialogs.settings import Groups, Setting, SettingsDialog
from shifter.tui.keys import keymap

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_DATA, _FILE, _DEFAULT = "data file", "config.toml", "default"
_KEYS = "keys."


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
            await app.keep_setting(id, config.read_value(id, "" if _is_usual(id, value) else value))
        return await shown()

    await app.push_screen_wait(SettingsDialog(await shown(), keep))


def _settings_shown(kept: Config, given: frozenset[str], data: DataSettings) -> Groups:
    """All settings in groups; `given` are the names that config.toml sets."""
    set_in_data = data.given()
    good = keymap.check(kept.keys).good
    return {
        "How it looks and works": [_of_config(name, kept, given) for name in config.ALLOWED],
        "How it counts": [_of_data(name, data, set_in_data) for name in counting.ALLOWED],
        "Keys": [_of_key(command, good) for command in keymap.every_command().values()],
    }


def _of_config(name: str, kept: Config, given: frozenset[str]) -> Setting:
    value = getattr(kept, name)
    words = in_words(name, value)
    choices = _choices(name)
    if name == "theme":
        choices = ("", *theme_files.all_themes().themes, *theme_files.TEXTUAL_THEMES)
    return Setting(
        name,
        NAMES[name],
        config.MEANING[name],
        "" if value is None else words,
        words,
        _FILE if name in given else _DEFAULT,
        partial(_check_config, name),
        choices,
    )


def _of_data(name: str, data: DataSettings, given: frozenset[str]) -> Setting:
    words = in_words(name, data.text(name))
    return Setting(
        name,
        NAMES[name],
        counting.MEANING[name],
        words,
        words,
        _DATA if name in given else _DEFAULT,
        partial(_check_counting, name),
        _choices(name),
    )


def _choices(name: str) -> Sequence[str]:
    return tuple(CHOICES.get(name, {}).values())


def _of_key(command: Command, good: Mapping[str, str]) -> Setting:
    """The key of a command; `good` are the keys of one's own that are in use."""
    id = command.id
    return Setting(
        f"{_KEYS}{id}",
        command.name,
        f"{command.name}: {command.help[0].lower()}{command.help[1:]}",
        good.get(id, command.key),
        keymap.name_of(good.get(id, command.key)),
        f"{id.partition('.')[0]}{', yours' if id in good else ''}",
        partial(_check_key, id, good),
        default_key=keymap.name_of(command.key),
    )


def _is_usual(id: str, value: str) -> bool:
    """Whether that is a command's key anyway, which needs no line in config.toml."""
    command = keymap.every_command().get(id.removeprefix(_KEYS))
    return command is not None and value == command.key


def _check_config(name: str, value: str) -> None:
    config.read_value(name, value)


def _check_counting(name: str, value: str) -> None:
    counting.read_value(name, value)


def _check_key(id: str, good: Mapping[str, str], value: str) -> None:
    if not value:
        return
    problems = keymap.check({**good, id: value}).problems
    if problems:
        raise WrongUsage("That key can't be used", problems[0].removeprefix(f"keys.{id}: "))
