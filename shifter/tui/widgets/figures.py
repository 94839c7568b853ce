"""Big figures, three rows high, each with its word at its foot."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from shifter.tui.widgets import digits

ROWS = digits.ROWS
_LEAST_GAP = 3
_MOST_GAP = 22


class Figure(NamedTuple):
    """A number and what it counts."""

    number: int
    word: str

    @property
    def width(self) -> int:
        """Cells: three a digit, a blank, the word."""
        return 3 * len(str(self.number)) + 1 + len(self.word)


def width_of(figures: Sequence[Figure]) -> int:
    """The fewest cells in which the figures stand side by side."""
    return sum(figure.width + _LEAST_GAP for figure in figures) - _LEAST_GAP


def side_by_side(figures: Sequence[Figure], width: int) -> Content:
    """The figures in three rows, spread over a width but never far apart."""
    spare = width - sum(figure.width for figure in figures)
    gap = " " * max(_LEAST_GAP, min(_MOST_GAP, spare // max(1, len(figures) - 1)))
    lines = [Content(gap).join(_row(figure, row) for figure in figures) for row in range(ROWS)]
    return Content("\n").join(lines)


def _row(figure: Figure, row: int) -> Content:
    drawn = "".join(digits.rows_of(digit, is_bold=True)[row] for digit in str(figure.number))
    word = figure.word if row == ROWS - 1 else " " * len(figure.word)
    return Content.assemble((drawn, "$ink"), " ", (word, "$quiet"))
