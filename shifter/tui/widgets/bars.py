"""Small bars: horizontal ones with a name and a number each, vertical ones, and a curve."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from shifter.tui.widgets.content import column

LONGEST_NAME = 24
EIGHTHS = " ▁▂▃▄▅▆▇█"
_LYING = " ▏▎▍▌▋▊▉█"
_STEPS = 8
_LEVELS = 4
_WIDEST_POINT = 3


class Bar(NamedTuple):
    """A name and how much of it there is."""

    name: str
    amount: int


def lying(bars: Sequence[Bar], length: int) -> list[Content]:
    """One line per bar: its name, the bar (the largest has this length), and its number.

    Names are cut to `LONGEST_NAME` cells.
    """
    most = max((bar.amount for bar in bars), default=0) or 1
    names = min(max((cell_len(bar.name) for bar in bars), default=0), LONGEST_NAME)
    return [
        Content.assemble(
            column(bar.name, names, "$quiet"),
            " ",
            (_drawn(bar.amount, most, length), "$level-3"),
            (f" {bar.amount:,}" if bar.amount else "·", "$quiet"),
        )
        for bar in bars
    ]


def standing(parts: Sequence[float], rows: int) -> list[Content]:
    """One column per part (0 to 1), from the top row down; a part above 0 always shows."""
    return [Content.styled(row, "$level-3") for row in _rows(parts, rows)]


def glowing(parts: Sequence[float], rows: int) -> list[Content]:
    """The same, with brighter rows toward the top."""
    return [
        Content.styled(row, f"$level-{_LEVELS - number * _LEVELS // rows}")
        for number, row in enumerate(_rows(parts, rows))
    ]


def _rows(parts: Sequence[float], rows: int) -> list[str]:
    heights = [eighths(part, 1, rows) for part in parts]
    return ["".join(sign(height, row) for height in heights) for row in range(rows - 1, -1, -1)]


def stretched(points: Sequence[float], width: int) -> list[float]:
    """The points stretched over a width, or as many of them as fit."""
    if not points:
        return []
    if len(points) >= width:
        last = len(points) - 1
        return [points[round(column * last / max(1, width - 1))] for column in range(width)]
    wide = min(_WIDEST_POINT, width // len(points))
    return [point for point in points for _ in range(wide)]


def _drawn(amount: int, most: int, length: int) -> str:
    whole, part = divmod(eighths(amount, most, length), _STEPS)
    return "█" * whole + (_LYING[part] if part else "")


def eighths(amount: float, most: float, cells: int) -> int:
    """The length of a bar, where `most` takes so many cells; anything above 0 always shows."""
    return max(1, round(amount * cells * _STEPS / most)) if amount > 0 else 0


def sign(height: int, row: int) -> str:
    """What a standing bar of so many eighths shows in a row; the lowest is row 0."""
    return EIGHTHS[max(0, min(_STEPS, height - row * _STEPS))]
