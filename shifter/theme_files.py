"""Theme files: those that ship and the user's own, found, read and checked without Textual."""

import os
from collections.abc import Mapping
from contextlib import suppress

from shifter import paths
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import ShifterError, WrongUsage

DARK, LIGHT = "hearth", "daylight"
"""The themes of those who chose none: on a dark background, and on a light one."""

SIXTEEN = "terminal"
"""The theme of those who chose none, where there are sixteen colours or fewer."""

COLORS: Mapping[str, str] = {
    "background": "behind everything",
    "surface": "behind dialogs and lists",
    "panel": "behind text fields, what is said and the line the cursor is on",
    "foreground": "running text",
    "ink": "headings, and what you wrote yourself",
    "quiet": "hints and names of things; still to be read",
    "line": "rules, frames and the stairs ahead",
    "accent": "keys, the cursor and the frame of the card",
    "lit": "Little Yeses, and what needs a look",
    "done": "what was done",
    "idea": "the names of ideas",
    "ended": "what was ruled out, with thanks",
    "level-1": "a day with one shift",
    "level-2": "a day with two",
    "level-3": "a day with three or four",
    "level-4": "a day with five and more",
}
"""Every colour of a theme, and what is drawn in it."""

OF_THE_TERMINAL = tuple(
    f"{shade}{name}"
    for shade in ("", "bright-")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
)
"""The sixteen colours that a terminal has of its own, in its order."""

DEFAULT = "default"
"""Whatever the terminal writes with, or on, when it is told nothing."""

TEXTUAL_THEMES = (
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-latte",
    "catppuccin-frappe",
    "catppuccin-macchiato",
    "solarized-light",
    "solarized-dark",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
    "ansi-dark",
    "ansi-light",
)
"""The names of the themes that come with Textual, which a quick command does not load."""

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NAME = _LETTERS | frozenset("0123456789-")
_HEX = frozenset("0123456789abcdefABCDEF")
_LONGEST_ABOUT = 100


class ThemeFile(NamedTuple):
    """What a file says. `about` is its character in a sentence; the colours have `COLORS`' names.

    `is_own` is True for the user's own.
    """

    path: str
    is_own: bool
    name: str
    about: str
    dark: bool
    colors: Mapping[str, str]


class ThemeProblem(ShifterError):
    """What is wrong with a theme: the file, the key, and why, in one line."""

    def __init__(self, message: str) -> None:
        from shifter.core.text import for_terminal

        # A key or a name in the file is quoted as it stands there, which can be anything.
        super().__init__("A theme was skipped", " ".join(for_terminal(message).split()))


class Shelf(NamedTuple):
    """The themes of all folders by name, and what is wrong with the files that hold none."""

    themes: Mapping[str, ThemeFile]
    problems: tuple[str, ...]


def shipped_folder() -> str:
    """The folder of the themes that ship: in the installed package, beside it in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "themes")
    return installed if os.path.isdir(installed) else os.path.join(package, os.pardir, "themes")


def own_folder() -> str:
    """The folder of the user's own themes, which need not exist."""
    return os.path.join(paths.config_folder(), "themes")


def all_themes() -> Shelf:
    """Every theme file; one of the user's own takes the place of one that ships."""
    themes: dict[str, ThemeFile] = {}
    problems: list[str] = []
    for folder in (shipped_folder(), own_folder()):
        for path in files_in(folder):
            try:
                theme = read_file(path)
            except ThemeProblem as problem:
                problems.append(problem.message)
            else:
                themes[theme.name] = theme
    return Shelf(themes, tuple(problems))


def all_names() -> list[str]:
    """The names of all themes, those of files without a look into them."""
    folders = (shipped_folder(), own_folder())
    files = (path for folder in folders for path in files_in(folder))
    names = (os.path.basename(path).removesuffix(".toml") for path in files)
    return list(dict.fromkeys((*names, *TEXTUAL_THEMES)))


def files_in(folder: str) -> list[str]:
    """The paths of the theme files in a folder, by name; none where there is no folder."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(".toml")]


def saved(folder: str) -> tuple[tuple[str, float], ...]:
    """The theme files in a folder, and when each was saved last, in seconds."""
    found: list[tuple[str, float]] = []
    for path in files_in(folder):
        with suppress(OSError):  # It was taken away meanwhile.
            found.append((path, os.stat(path).st_mtime))
    return tuple(found)


def find(name: str) -> ThemeFile | None:
    """The theme with this name; None where no file is called so. Raises `ThemeProblem`."""
    if not is_name(name):
        return None
    for folder in (own_folder(), shipped_folder()):
        path = os.path.join(folder, f"{name}.toml")
        if os.path.exists(path):
            return read_file(path)
    return None


def usual() -> ThemeFile:
    """The theme of those who chose none, as it ships: there is always one to fall back on."""
    return read_file(os.path.join(shipped_folder(), f"{DARK}.toml"))


def is_name(name: str) -> bool:
    """Whether a theme can be called so."""
    return name[:1] in _LETTERS and _NAME.issuperset(name)


def check_name(name: str) -> None:
    """Raise WrongUsage where no theme is called so, ThemeProblem where its file has a fault.

    An empty name follows the terminal.
    """
    if name and name not in TEXTUAL_THEMES and find(name) is None:
        raise WrongUsage("Which theme?", f"{no_such(name)} shifter themes lists them all.")


def no_such(name: str) -> str:
    """That no theme is called so, and which come near, in sentences."""
    from shifter.core.names import did_you_mean
    from shifter.core.text import in_one_line

    return f"No theme is called {in_one_line(name)}. {did_you_mean(name, all_names())}".rstrip()


def read_file(path: str) -> ThemeFile:
    """The theme of one file, checked. Raises `ThemeProblem`."""
    file = os.path.basename(path)
    try:
        with open(path, "rb") as stream:
            written = stream.read()
        content = _plain_content(written.decode(errors="surrogateescape"))
        if content is None:
            from shifter.toml import parse

            content = parse(written)
    except OSError as error:
        raise ThemeProblem(f"{file}: it can't be read: {error.strerror}") from error
    except ValueError as error:
        raise ThemeProblem(f"{file}: {error}") from error
    about, dark, colors = content.get("about", ""), content.get("dark"), content.get("colors")
    for key in content:
        if key not in ("name", "about", "dark", "colors"):
            raise ThemeProblem(f"{file}: {key}: a theme has no such key")
    name = _checked_name(file, content.get("name"))
    if not isinstance(about, str) or not about.isprintable() or len(about) > _LONGEST_ABOUT:
        raise ThemeProblem(f"{file}: about: one short line of text is needed")
    if not isinstance(dark, bool):
        raise ThemeProblem(f"{file}: dark: true or false is needed")
    if not isinstance(colors, dict):
        raise ThemeProblem(f"{file}: colors: a [colors] section is needed")
    is_own = os.path.dirname(path) == own_folder()
    return ThemeFile(path, is_own, name, about, dark, _checked_colors(file, colors))


def _plain_content(text: str) -> Mapping[str, object] | None:
    """What a file says that is written like those that ship; None where another is.

    To load a TOML parser takes longer than all else that a theme needs at the start.
    """
    content: dict[str, object] = {}
    colors: dict[str, object] | None = None
    for line in filter(None, text.split("\n")):
        entry = _plain_entry(line)
        section = content if colors is None else colors
        if not line.isprintable() or (entry is not None and entry[0] in section):
            return None
        if entry is not None:
            section[entry[0]] = entry[1]
        elif line == "[colors]" and "colors" not in content:
            content["colors"] = colors = {}
        elif not line.startswith("#"):
            return None
    return content


def _plain_entry(line: str) -> tuple[str, str | bool] | None:
    """The name and the value of a line such as `ink = "#f2b53c"` or `dark = true`."""
    name, _, value = line.partition(" = ")
    if not name or not _NAME.issuperset(name):
        return None
    if value in ("true", "false"):
        return name, value == "true"
    text = value[1:-1]
    return None if '"' in text or "\\" in text or value != f'"{text}"' else (name, text)


def is_of_the_terminal(color: str) -> bool:
    """Whether a colour is one of those that the terminal itself decides on."""
    return color == DEFAULT or color in OF_THE_TERMINAL


def _is_hex(color: str) -> bool:
    return color[:1] == "#" and len(color) in (4, 7) and _HEX.issuperset(color[1:])


def _checked_name(file: str, name: object) -> str:
    if not isinstance(name, str) or not is_name(name):
        raise ThemeProblem(f"{file}: name: small letters, figures and hyphens are needed")
    if f"{name}.toml" != file:
        raise ThemeProblem(f"{file}: name: it must be the file's own, {file.removesuffix('.toml')}")
    return name


def _checked_colors(file: str, colors: Mapping[str, object]) -> dict[str, str]:
    for key in colors:
        if key not in COLORS:
            raise ThemeProblem(f"{file}: colors.{key}: there is no such colour")
    checked: dict[str, str] = {}
    for key in COLORS:
        value = colors.get(key)
        if not isinstance(value, str):
            raise ThemeProblem(f"{file}: colors.{key}: a colour such as '#f2b53c' is needed")
        if not _is_hex(value) and not is_of_the_terminal(value):
            raise ThemeProblem(
                f"{file}: colors.{key}: {value!r} is not a colour such as '#f2b53c',"
                " and none of the terminal's own"
            )
        checked[key] = value
    return checked
