"""The settings that decide no figures: config.toml in the user's config folder."""

import os
from collections.abc import Iterator, Mapping

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import MINUTES
from shifter.core.text import LINE_LIMIT, clean_line, for_terminal
from shifter.errors import FileTrouble, WrongUsage

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | int | bool

SKIPPED = "A setting was skipped"
_UNREAD = "The settings can't be read"


class Config(NamedTuple):
    """What config.toml says, with defaults for what it does not say.

    `minutes` is how long a pick may take. `anchor` is the if-then line. `problems` name the file,
    the key and what is wrong, a sentence each; `heading` stands above them.
    """

    theme: str | None = None
    minutes: int = 5
    anchor: str | None = None
    motion: bool = True
    bell: bool = False
    notify: bool = False
    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()
    heading: str = SKIPPED


_SWITCHES = ("motion", "bell", "notify")
_KEYS = "keys."

MEANING = {
    "theme": "The colours. Empty follows the terminal, light or dark.",
    "minutes": "How long a pick may take, unless today has more or less time.",
    "anchor": "What you do just before you open shifter, such as pour my coffee. It may be empty.",
    "motion": "Whether things move as they change.",
    "bell": "Whether the terminal rings when the timer is done.",
    "notify": "Whether the desktop says so too, through the terminal.",
}
"""What each setting is for, in a sentence."""

ALLOWED = {
    "theme": "the name of a theme",
    "minutes": "2, 5, 10 or 60",
    "anchor": f"a line of at most {LINE_LIMIT} characters",
    **dict.fromkeys(_SWITCHES, "on or off"),
}
"""What each setting can be, as it is typed."""

_IN_THE_FILE = {
    "theme": f"{ALLOWED['theme']} in quotes",
    "anchor": f"{ALLOWED['anchor']} in quotes",
    **dict.fromkeys(_SWITCHES, "true or false"),
}


def load_config(path: str) -> Config:
    """Read the file; what is wrong in it becomes a problem, and the default holds."""
    try:
        with open(path, "rb") as file:
            written = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except OSError as error:
        return _unread(f"{path} can't be read: {error.strerror}")
    from shifter.toml import parse

    try:
        config = _checked(path, parse(written))
    except ValueError as error:  # a number of thousands of digits is one too
        config = _unread(f"{path}: {error}")
    # What is wrong is quoted as it stands in the file, which can be anything.
    return config._replace(problems=tuple(for_terminal(problem) for problem in config.problems))


def _unread(trouble: str) -> Config:
    told = f"{trouble}. The usual settings hold until it is mended."
    return Config(problems=(told,), heading=_UNREAD)


def _checked(path: str, table: Mapping[str, object]) -> Config:
    from shifter.core.names import did_you_mean

    config = Config()
    problems: list[str] = []
    for name, value in table.items():
        if name == "keys" and isinstance(value, dict):
            every = dict(_bindings(value))
            wrong = [key for key, bound in every.items() if not isinstance(bound, str)]
            problems += [f"{path}: keys.{key} must be a key's name in quotes." for key in wrong]
            keys = {key: bound for key, bound in every.items() if isinstance(bound, str)}
            config = config._replace(keys=keys)
        elif name == "keys":
            problems.append(f"{path}: keys must be a table, [keys].")
        elif name not in ALLOWED:
            near = did_you_mean(name, ALLOWED)
            problems.append(f"{path}: {name} is not a setting of shifter. {near}".rstrip())
        elif not _fits(name, value):
            expected = _IN_THE_FILE.get(name, ALLOWED[name])
            problems.append(f"{path}: {name} must be {expected}.")
        else:
            config = _with(config, name, value)
    return config._replace(problems=tuple(problems))


def _bindings(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Each command's id and its key, whether the id stands in quotes or not."""
    for key, bound in table.items():
        if isinstance(bound, dict):
            yield from ((f"{key}.{rest}", value) for rest, value in _bindings(bound))
        else:
            yield key, bound


def _with(config: Config, name: str, value: object) -> Config:
    match name, value:
        case "theme", str():
            config = config._replace(theme=clean_line(value) or None)
        case "anchor", str():
            config = config._replace(anchor=clean_line(value) or None)
        case "motion", bool():
            config = config._replace(motion=value)
        case "bell", bool():
            config = config._replace(bell=value)
        case "notify", bool():
            config = config._replace(notify=value)
        case "minutes", int():
            config = config._replace(minutes=value)
    return config


def _fits(name: str, value: object) -> bool:
    if name in _SWITCHES:
        return isinstance(value, bool)
    if name == "minutes":
        return isinstance(value, int) and not isinstance(value, bool) and value in MINUTES
    return isinstance(value, str) and len(value) <= LINE_LIMIT


def read_value(name: str, typed: str) -> Value:
    """A setting's value as typed, in the words that people read or as it stands in the file.

    Raises `WrongUsage`, which names what would do, `Refused` for a line that is too long, and
    `ThemeProblem` for a theme whose file has a fault.
    """
    from shifter.core.setting_words import as_kept

    if name.startswith(_KEYS):
        return typed
    if name not in ALLOWED:
        raise WrongUsage("Unknown setting", f"There is no setting called {name}.")
    text = as_kept(name, typed)
    value: Value = text
    if name == "theme":
        from shifter.theme_files import check_name

        check_name(text)
    elif name in _SWITCHES and text in ("true", "false"):
        value = text == "true"
    elif name == "minutes":
        value = next((minutes for minutes in MINUTES if str(minutes) == text), text)
    elif name == "anchor":
        value = clean_line(text)
    if not _fits(name, value):
        raise WrongUsage(f"That does not fit {name}", f"What fits: {ALLOWED[name]}.")
    return value


def given(path: str) -> frozenset[str]:
    """The names of the settings that the file says something of; keys as `keys.today.done`."""
    from shifter.toml import parse

    try:
        with open(path, "rb") as file:
            table = parse(file.read())
    except (OSError, ValueError):
        return frozenset()
    return frozenset(name for name, _ in _bindings(table))


def changed(config: Config, name: str, value: Value) -> Config:
    """The settings with one of them changed, and nothing written."""
    if not name.startswith(_KEYS):
        return _with(config, name, value)
    keys = {**config.keys, name.removeprefix(_KEYS): str(value)}
    return config._replace(keys={id: key for id, key in keys.items() if key})


def save_config(path: str, name: str, value: Value) -> Config:
    """Write one setting, keeping the user's comments and order; the file is replaced whole.

    A key is named `keys.today.done`; an empty one is taken out, so that the default holds again.
    """
    from shifter.paths import make_folder, refuse_nowhere

    refuse_nowhere(path)
    # A device that a link leads to, such as /dev/null, would be replaced by a file.
    if os.path.exists(path) and not os.path.isfile(path):
        raise FileTrouble("The setting was not saved", f"{path} is not a file.")
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from shifter.toml import parse
    from shifter.whole_files import write_whole

    try:
        text = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8-sig", newline="") as file:
                text = file.read()
        parse(text)  # it says in a person's words what is wrong
        document = tomlkit.parse(text)
        if name.startswith(_KEYS):
            _bind(document, name.removeprefix(_KEYS), value)
        else:
            document[name] = value
        make_folder(os.path.dirname(os.path.realpath(path)))
        write_whole(path, (tomlkit.dumps(document),), mode=0o600)
    except OSError as error:
        raise FileTrouble(
            "The setting was not saved", f"{path} can't be written: {error.strerror}."
        ) from error
    except (TOMLKitError, ValueError) as error:
        raise FileTrouble(
            "The setting was not saved", f"{path}: {error}. Mend that first."
        ) from error
    return load_config(path)


def _bind(document: "TOMLDocument", command: str, key: Value) -> None:
    """Set a command's key in [keys], whichever way its id is written there.

    Raises ValueError where `keys` is something other than a table.
    """
    keys = document.setdefault("keys", {})
    if not isinstance(keys, dict):
        raise ValueError("keys must be a table, [keys]")  # noqa: TRY004 - the file's fault
    screen, _, action = command.partition(".")
    nested = keys.get(screen)
    table, name = keys, command
    if isinstance(nested, dict) and action in nested:
        table, name = nested, action
    if key:
        table[name] = key
    else:
        table.pop(name, None)
