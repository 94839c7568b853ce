"""The thumb of a scroll bar: which rows it takes, and what is seen once it is dragged there."""

from typing import NamedTuple


class Thumb(NamedTuple):
    """Its first row and how many it has, of as many as are shown of something longer."""

    row: int
    rows: int


def thumb(top: int, shown: int, rows: int) -> Thumb:
    """The thumb while `shown` of so many rows are in sight, from `top` on."""
    size = max(1, shown * shown // rows)
    return Thumb(round(top * (shown - size) / max(1, rows - shown)), size)


def dragged_to(row: int, shown: int, rows: int) -> int:
    """The row that comes to the top when the middle of the thumb is dragged to a row."""
    size = thumb(0, shown, rows).rows
    most = rows - shown
    return max(0, min(round((row - size // 2) * most / max(1, shown - size)), most))
