"""A theme's colours for the first paint, computed without Textual."""

import os
from collections.abc import Callable, Mapping

from shifter.core.quick_tuple import NamedTuple
from shifter.theme_files import DEFAULT, OF_THE_TERMINAL, ThemeProblem, find
from shifter.tui.default_theme import default_theme, has_many_colours


class Colour(NamedTuple):
    """A colour as parameters of an SGR escape sequence: as foreground, and as background."""

    text: str
    ground: str


Colours = Mapping[str, Colour]

_NEEDED = ("background", "surface", "foreground", "ink", "quiet", "line", "accent", "idea")
_GREYEST, _GREYS, _FIRST = 0.15, 25, 95
_BRIGHT = 8


def colours_for(theme: str | None) -> Colours | None:
    """The colours of a theme, or of the one that suits the terminal.

    None where they are not certain: few colours, a theme of Textual's, a faulty file.
    """
    as_parameters = _colour_system()
    if as_parameters is None:
        return None
    try:
        file = find(theme or default_theme())
    except ThemeProblem:
        return None
    if file is None:
        return None
    colours: dict[str, Colour] = {}
    for key in _NEEDED:
        colour = _colour(file.colors[key], as_parameters)
        if colour is None:
            return None
        colours[key] = colour
    return colours


def _colour(value: str, as_parameters: Callable[[str], str]) -> Colour | None:
    if value == DEFAULT:
        return Colour("39", "49")
    if value in OF_THE_TERMINAL:
        place = OF_THE_TERMINAL.index(value)
        base = 30 + place if place < _BRIGHT else 90 + place - _BRIGHT
        return Colour(str(base), str(base + 10))
    if len(value) != len("#rrggbb"):
        return None
    parameters = as_parameters(value)
    return Colour(f"38;{parameters}", f"48;{parameters}")


def _colour_system() -> Callable[[str], str] | None:
    if "TEXTUAL_COLOR_SYSTEM" in os.environ or not has_many_colours():
        return None
    is_true = os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return _true_colour if is_true else _one_of_256


def _components(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _true_colour(colour: str) -> str:
    red, green, blue = _components(colour)
    return f"2;{red};{green};{blue}"


def _one_of_256(colour: str) -> str:
    """The nearest of 256 colours, found as Rich finds it, which Textual draws with."""
    red, green, blue = (component / 255 for component in _components(colour))
    highest, lowest = max(red, green, blue), min(red, green, blue)
    lightness, spread = (highest + lowest) / 2, highest - lowest
    saturation = spread and spread / (1 - abs(2 * lightness - 1))
    if saturation < _GREYEST:
        grey = round(lightness * _GREYS)
        return f"5;{16 if grey == 0 else 231 if grey == _GREYS else 231 + grey}"
    sixths = [_sixth(component) for component in _components(colour)]
    return f"5;{16 + 36 * sixths[0] + 6 * sixths[1] + sixths[2]}"


def _sixth(component: int) -> int:
    return round(component / _FIRST if component < _FIRST else 1 + (component - _FIRST) / 40)
