"""Themes: one TOML file each, checked before Textual gets to see it."""

import os
import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import Theme

OWN_COLORS = (
    "ink",
    "quiet",
    "line",
    "lit",
    "done",
    "idea",
    "ended",
    "level-1",
    "level-2",
    "level-3",
    "level-4",
)
"""The colours that shifter has beyond Textual's; `$ink` and so on in styles."""

_BASE_COLORS = ("background", "surface", "panel", "foreground", "accent")
_COLORS = (*_BASE_COLORS, *OWN_COLORS)
_NAME = re.compile("[a-z][a-z0-9-]*")


class ThemeProblem(Exception):
    """What is wrong with a theme: the file, the key, and why, in one line."""


class Themes(NamedTuple):
    """What a folder held: the themes that can be used, and what is wrong with the others."""

    good: tuple[Theme, ...]
    problems: tuple[str, ...]


def load_folder(folder: str) -> Themes:
    """Every theme in a folder; a folder that does not exist holds none."""
    good: list[Theme] = []
    problems: list[str] = []
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for name in names:
        if not name.endswith(".toml"):
            continue
        try:
            good.append(load_file(os.path.join(folder, name)))
        except ThemeProblem as problem:
            problems.append(str(problem))
    return Themes(tuple(good), tuple(problems))


def load_named(folder: str, name: str) -> Theme | None:
    """The theme in the file of its name; None where there is none, or anything is wrong with it."""
    if not _NAME.fullmatch(name):
        return None
    try:
        theme = load_file(os.path.join(folder, f"{name}.toml"))
    except ThemeProblem:
        return None
    return theme if theme.name == name else None


def load_file(path: str) -> Theme:
    """The theme of one file. Raises `ThemeProblem`."""
    file = os.path.basename(path)
    try:
        with open(path, "rb") as stream:
            content = tomllib.load(stream)
    except (OSError, ValueError) as error:
        raise ThemeProblem(f"{file}: {error}") from error
    name, dark, colors = content.get("name"), content.get("dark"), content.get("colors")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ThemeProblem(f"{file}: name: small letters, figures and hyphens are needed")
    if not isinstance(dark, bool):
        raise ThemeProblem(f"{file}: dark: true or false is needed")
    if not isinstance(colors, dict):
        raise ThemeProblem(f"{file}: colors: a [colors] section is needed")
    return _theme(name, dark, _checked_colors(file, colors))


def _checked_colors(file: str, colors: Mapping[str, object]) -> dict[str, str]:
    for key in colors:
        if key not in _COLORS:
            raise ThemeProblem(f"{file}: colors.{key}: there is no such colour")
    checked: dict[str, str] = {}
    for key in _COLORS:
        value = colors.get(key)
        if not isinstance(value, str):
            raise ThemeProblem(f"{file}: colors.{key}: a colour such as '#f2b53c' is needed")
        try:
            Color.parse(value)
        except ColorParseError as error:
            raise ThemeProblem(f"{file}: colors.{key}: {value!r} is not a colour") from error
        checked[key] = value
    return checked


def _theme(name: str, dark: bool, colors: Mapping[str, str]) -> Theme:
    theme = Theme(
        name=name,
        dark=dark,
        primary=colors["accent"],
        secondary=colors["idea"],
        accent=colors["accent"],
        warning=colors["lit"],
        # Trouble is told in words; nothing in shifter is red.
        error=colors["ended"],
        success=colors["done"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        variables={
            **{key: colors[key] for key in OWN_COLORS},
            "border": colors["accent"],
            "border-blurred": colors["line"],
            "block-cursor-background": colors["accent"],
            "block-cursor-foreground": colors["background"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colors["panel"],
            "block-cursor-blurred-foreground": colors["ink"],
            "input-cursor-background": colors["accent"],
            "input-cursor-foreground": colors["background"],
            "input-selection-background": colors["panel"],
            "scrollbar": colors["line"],
            "scrollbar-hover": colors["quiet"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
            "scrollbar-corner-color": colors["background"],
        },
    )
    # A colour that Textual can't work with would otherwise show only once the theme is chosen.
    theme.to_color_system().generate()
    return theme


def own_colors_for(theme: Theme) -> dict[str, str]:
    """The colours in `OWN_COLORS` for a theme that was not made for shifter, out of its own."""
    generated = theme.to_color_system().generate()
    foreground, accent = generated["foreground"], generated["accent"]
    shades = (0.35, 0.55, 0.8, 1.0)
    return {
        "ink": foreground,
        "quiet": _between(generated["background"], foreground, 0.75),
        "line": _between(generated["background"], foreground, 0.35),
        "lit": accent,
        "done": generated["success"],
        "idea": generated["success"],
        "ended": generated["secondary"],
        **{
            f"level-{level}": _between(generated["background"], accent, shade)
            for level, shade in enumerate(shades, start=1)
        },
    }


def _between(background: str, color: str, amount: float) -> str:
    below, above = Color.parse(background), Color.parse(color)
    if below.ansi is not None or above.ansi is not None:
        return color  # The terminal's own colours can't be mixed.
    return below.blend(above, amount).hex
