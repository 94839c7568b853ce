"""What a colour looks like to eyes that lack one kind of cone, and how far apart two then are."""

from textual.color import Color, rgb_to_lab

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency" (2009), severity 1.0; they apply to linear light.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen_with(deficiency: str, color: Color) -> Color:
    """The colour as it is seen with a deficiency."""
    light = [_linear(part / 255) for part in (color.r, color.g, color.b)]
    seen = (
        sum(weight * part for weight, part in zip(row, light, strict=True))
        for row in DEFICIENCIES[deficiency]
    )
    red, green, blue = (round(255 * _encoded(min(max(part, 0), 1))) for part in seen)
    return Color(red, green, blue)


def lightness(color: Color) -> float:
    """CIE lightness, from 0 to 100."""
    return rgb_to_lab(color).L


def apart(one: Color, other: Color) -> float:
    """The distance of two colours, as CIE 1976 counts it; 2.3 can just be seen."""
    first, second = rgb_to_lab(one), rgb_to_lab(other)
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
