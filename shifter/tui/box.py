"""A rectangle of cells that needs no Textual; its `Region` is made of the same four figures."""

from shifter.core.quick_tuple import NamedTuple


class Box(NamedTuple):
    """First column and row, and how many of each."""

    x: int
    y: int
    width: int
    height: int
