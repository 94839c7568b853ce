"""The colours of a theme, for a picture; the app reads and checks themes by itself."""

import os
import re
from collections.abc import Mapping

from shifter import paths

DEFAULT = "hearth"

# What a picture falls back on, colour by colour: those of the default theme.
_COLOURS = {
    "background": "#16161d",
    "foreground": "#d9d4c7",
    "ink": "#fffaf0",
    "quiet": "#9a97a3",
    "line": "#4a4956",
    "accent": "#f2b53c",
    "level-1": "#5c4620",
    "level-2": "#90692a",
    "level-3": "#c99232",
    "level-4": "#ffd05e",
}
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


def theme_colours(name: str | None) -> Mapping[str, str]:
    """The colours of the theme with this name, the default one's where it has none to draw with.

    A theme that uses the terminal's own colours has no certain ones, and is drawn in the default's.
    """
    wanted = _colours_of(name or DEFAULT)
    if not all(_HEX.fullmatch(wanted.get(key, "")) for key in _COLOURS):
        return _COLOURS
    return {key: wanted[key] for key in _COLOURS}


def _colours_of(name: str) -> Mapping[str, str]:
    import tomllib

    for folder in (os.path.join(paths.config_folder(), "themes"), _shipped_folder()):
        try:
            with open(os.path.join(folder, f"{os.path.basename(name)}.toml"), "rb") as file:
                colours = tomllib.load(file).get("colors")
        except (OSError, ValueError):
            continue
        if isinstance(colours, dict):
            return {str(key): str(value) for key, value in colours.items()}
    return {}


def _shipped_folder() -> str:
    """Where the themes that ship are: in the package once installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "themes")
    return installed if os.path.isdir(installed) else os.path.join(package, os.pardir, "themes")
