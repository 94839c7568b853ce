"""The settings that decide no figures: config.toml in the user's config folder."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from shifter.errors import FileTrouble, WrongUsage

Value = str | int | bool


class Config(NamedTuple):
    """What config.toml says, with defaults for what it does not say.

    `minutes` is how long a pick may take. `anchor` is the if-then line. `problems` name the file,
    the key and what is wrong, a sentence each.
    """

    theme: str | None = None
    minutes: int = 5
    anchor: str | None = None
    motion: bool = True
    bell: bool = False
    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()


MINUTES = (2, 5, 10, 60)
_LONGEST = 500

EXPECTED = {
    "theme": "the name of a theme in quotes",
    "minutes": "2, 5, 10 or 60",
    "anchor": "a line of text in quotes",
    "motion": "true or false",
    "bell": "true or false",
}


def load_config(path: str) -> Config:
    """Read the file; what is wrong in it becomes a problem, and the default holds."""
    if not os.path.exists(path):
        return Config()
    import tomllib

    from shifter.core.text import for_terminal

    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        config = Config(problems=(f"{path} can't be read: {error}.",))
    else:
        config = _checked(path, table)
    # What is wrong is quoted as it stands in the file, which can be anything.
    return config._replace(problems=tuple(for_terminal(problem) for problem in config.problems))


def _checked(path: str, table: Mapping[str, object]) -> Config:
    config = Config()
    problems: list[str] = []
    for name, value in table.items():
        if name == "keys" and isinstance(value, dict):
            wrong = [key for key, bound in value.items() if not isinstance(bound, str)]
            problems += [f"{path}: keys.{key} must be a key's name in quotes." for key in wrong]
            keys = {key: bound for key, bound in value.items() if isinstance(bound, str)}
            config = config._replace(keys=keys)
        elif name == "keys":
            problems.append(f"{path}: keys must be a table, [keys].")
        elif name not in EXPECTED:
            problems.append(f"{path}: {name} is not a setting of shifter.")
        elif not _fits(name, value):
            problems.append(f"{path}: {name} must be {EXPECTED[name]}.")
        else:
            config = _with(config, name, value)
    return config._replace(problems=tuple(problems))


def _with(config: Config, name: str, value: object) -> Config:
    from shifter.core.text import clean_line

    match name, value:
        case "theme", str():
            return config._replace(theme=clean_line(value) or None)
        case "anchor", str():
            return config._replace(anchor=clean_line(value) or None)
        case "motion", bool():
            return config._replace(motion=value)
        case "bell", bool():
            return config._replace(bell=value)
        case "minutes", int():
            return config._replace(minutes=value)
    return config


def _fits(name: str, value: object) -> bool:
    if name in ("motion", "bell"):
        return isinstance(value, bool)
    if name == "minutes":
        return isinstance(value, int) and not isinstance(value, bool) and value in MINUTES
    return isinstance(value, str) and len(value) <= _LONGEST


def read_value(name: str, text: str) -> Value:
    """A setting's value as typed in a shell; `WrongUsage` names what would do."""
    value: Value = text
    if name in ("motion", "bell") and text in ("true", "false"):
        value = text == "true"
    elif name == "minutes":
        value = next((minutes for minutes in MINUTES if str(minutes) == text), text)
    if name not in EXPECTED:
        raise WrongUsage("Unknown setting", f"There is no setting called {name}.")
    if not _fits(name, value):
        raise WrongUsage("That value does not fit", f"{name} must be {EXPECTED[name]}.")
    return value


def save_config(path: str, name: str, value: Value) -> Config:
    """Write one setting, keeping the user's comments and order; the file is replaced whole."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        document = tomlkit.parse(text)
        document[name] = value
        _replace(path, tomlkit.dumps(document))
    except (OSError, UnicodeDecodeError) as error:
        raise FileTrouble(
            "The setting was not saved", f"{path} can't be written: {error}."
        ) from error
    except TOMLKitError as error:
        raise FileTrouble(
            "The setting was not saved", f"{path} is not valid TOML; mend it first: {error}."
        ) from error
    return load_config(path)


def _replace(path: str, text: str) -> None:
    import shutil
    import tempfile

    # Behind a link, as dotfiles often are, it is the file itself that is replaced.
    path = os.path.realpath(path)
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".config-")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
