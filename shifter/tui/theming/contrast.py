"""How well one colour stands out from another, by WCAG 2.2."""

from textual.color import Color

_DARKEST_CURVED = 0.04045
"""Below this a component of sRGB is linear."""


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_light(color: Color) -> bool:
    """Whether black stands out from this colour more than white does."""
    return contrast(color, Color(0, 0, 0)) > contrast(color, Color(255, 255, 255))


def _luminance(color: Color) -> float:
    """The relative luminance of WCAG 2.2, from 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in (color.r, color.g, color.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARKEST_CURVED else ((part + 0.055) / 1.055) ** 2.4
