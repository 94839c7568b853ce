"""Themes in Textual's form: from shifter's theme files, or Textual's own made readable."""

from collections.abc import Mapping
from dataclasses import replace

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from shifter import theme_files
from shifter.theme_files import ThemeFile
from shifter.tui.theming.contrast import contrast, is_light

_LEAST_CONTRAST = 4.5
"""The least contrast between a text and its ground (WCAG 2.2, level AA)."""

_SET_OFF = (1.12, 1.2)
"""The contrast between a field and the dialog that it stands on: the least, and the most."""

_PARTS_OF_CONTRAST = (0.3, 0.53, 0.76)
_UNDER = 0.8
"""How much of a level's colour lies behind its sign."""

_STEPS = 40


def load(name: str) -> Theme | None:
    """The theme with this name; None where there is none. Raises `ThemeProblem`."""
    file = theme_files.find(name)
    if file is not None:
        return from_file(file)
    return from_textual(BUILTIN_THEMES[name]) if name in BUILTIN_THEMES else None


def from_file(file: ThemeFile) -> Theme:
    """The theme that a file describes."""
    colors = {name: _as_textual_says(color) for name, color in file.colors.items()}
    return _theme(
        Theme(
            name=file.name,
            dark=file.dark,
            primary=colors["accent"],
            ansi=any(theme_files.is_of_the_terminal(color) for color in file.colors.values()),
        ),
        colors,
    )


def from_textual(theme: Theme) -> Theme:
    """One of Textual's themes with shifter's colours, each text shifted until it is readable."""
    generated = theme.to_color_system().generate()
    papers = ("background", "surface", "panel")
    if theme.ansi:
        quiet, line = "ansi_default", theme.primary
        colors = dict.fromkeys((*papers, "foreground", "ink"), "ansi_default")
        shades = [theme.primary, theme.primary, generated["accent"], generated["accent"]]
        if generated["warning"].endswith("red"):
            generated["warning"] = generated["accent"]
    else:
        colors = {name: Color.parse(generated[name]).hex6 for name in papers}
        below = colors["background"]
        colors["panel"] = _set_off(colors["panel"], colors["surface"], generated["foreground"])
        colors["foreground"] = colors["ink"] = generated["foreground"]
        quiet = _between(below, generated["foreground"], 0.75)
        line = _between(below, generated["foreground"], 0.35)
    colors |= {
        "accent": generated["accent"],
        "lit": generated["warning"],
        "done": generated["success"],
        "idea": generated["success"],
        "ended": generated["secondary"],
        "quiet": quiet,
    }
    if not theme.ansi:
        grounds = [Color.parse(colors[name]) for name in papers]
        for name in colors.keys() - papers:
            colors[name] = _readable(Color.parse(colors[name]), grounds).hex6
        shades = _shades(grounds[0], Color.parse(colors["accent"]))
    colors["line"] = line
    colors |= {f"level-{level}": shade for level, shade in enumerate(shades, 1)}
    return _theme(theme, colors)


def _theme(base: Theme, colors: Mapping[str, str]) -> Theme:
    return replace(
        base,
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
            **base.variables,
            **colors,
            **_under_levels(colors),
            "ansi-background": colors["background"],
            "ansi-foreground": colors["foreground"],
            "border": colors["accent"],
            "border-blurred": colors["line"],
            "block-cursor-background": colors["accent"],
            "block-cursor-foreground": colors["background"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colors["panel"],
            "block-cursor-blurred-foreground": colors["ink"],
            "input-cursor-background": colors["accent"],
            "input-cursor-foreground": colors["background"],
            "input-selection-background": colors["line"],
            "input-selection-foreground": colors["ink"],
            "scrollbar": colors["line"],
            "scrollbar-hover": colors["quiet"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
            "scrollbar-corner-color": colors["background"],
        },
    )


def _under_levels(colors: Mapping[str, str]) -> Mapping[str, str]:
    """What lies behind a level's sign, so that the sign is still seen; none of the terminal's own.

    A shade can't be mixed of those, and the sign alone has to tell.
    """
    below = Color.parse(colors["background"])
    return {
        f"under-level-{number}": colors["background"]
        if below.ansi is not None
        else below.blend(Color.parse(colors[f"level-{number}"]), _UNDER).hex6
        for number in range(1, 5)
    }


def _as_textual_says(color: str) -> str:
    if theme_files.is_of_the_terminal(color):
        return f"ansi_{color.replace('-', '_')}"
    return color


def _between(background: str, color: str, amount: float) -> str:
    return Color.parse(background).blend(Color.parse(color), amount).hex6


def _set_off(panel: str, surface: str, foreground: str) -> str:
    """The panel, or what is seen as one: in some of Textual's themes it is as the surface.

    In others it is so far from it that all colours would have to pale to be read on both.
    """
    below = Color.parse(surface)
    least, most = _SET_OFF
    apart = contrast(Color.parse(panel), below)
    if least <= apart <= most:
        return panel
    end = panel if apart > most else foreground
    mixed = (_between(surface, end, step / 100) for step in range(101))
    return next(it for it in mixed if contrast(Color.parse(it), below) >= least)


def _shades(background: Color, color: Color) -> list[str]:
    """Four shades up to a colour in even steps of contrast, the first a little higher.

    What is done stands out from what is empty before it stands out from less of it.
    """
    whole = contrast(background, color)
    shades: list[str] = []
    for part in _PARTS_OF_CONTRAST:
        wanted = whole**part
        mixed = (background.blend(color, step / 100) for step in range(101))
        shades.append(next(it for it in mixed if contrast(background, it) >= wanted).hex6)
    return [*shades, color.hex6]


def _readable(color: Color, grounds: list[Color]) -> Color:
    """The colour, made darker or lighter until it is readable on every ground."""
    end = Color(0, 0, 0) if is_light(grounds[0]) else Color(255, 255, 255)
    for step in range(_STEPS + 1):
        part = step / _STEPS
        # Lightened it keeps its hue, which white would wash out; darkened, orange would turn red.
        moved = color.blend(end, part) if is_light(grounds[0]) else color.lighten(part)
        if all(contrast(moved, ground) >= _LEAST_CONTRAST for ground in grounds):
            return moved
    return end
