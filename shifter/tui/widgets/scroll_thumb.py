"""The thumb of a scroll bar: where it is, and where dragging it scrolls to."""

from typing import NamedTuple


class Thumb(NamedTuple):
    """Its first row within the bar, and how many rows it takes."""

    row: int
    rows: int


def thumb(top: int, shown: int, rows: int) -> Thumb:
    """The thumb while `shown` of `rows` rows are visible, from row `top` on."""
    size = max(1, shown * shown // rows)
    return Thumb(round(top * (shown - size) / max(1, rows - shown)), size)


def dragged_to(row: int, shown: int, rows: int) -> int:
    """The row that is at the top once the middle of the thumb is dragged to `row`."""
    size = thumb(0, shown, rows).rows
    most = rows - shown
    return max(0, min(round((row - size // 2) * most / max(1, shown - size)), most))
