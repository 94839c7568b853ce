"""A card drawn into a given room: what matters less gives way, and no border breaks."""

from collections.abc import Iterator, Mapping, Sequence

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import Literal
from shifter.tui.widgets.card_border import Choice, lower_edge, upper_edge
from shifter.tui.widgets.styled_line import (
    Box,
    StyledLine,
    assemble,
    filled,
    one_line,
    shortened,
    styled,
)

INDENT = 4
"""Columns between the left border and the text."""

_RIGHT_AIR = 2
_EDGES = 2
_AIR = 1

Mark = Literal["field", "clock"]


class Block(NamedTuple):
    """Lines that belong together.

    Where room is short, blocks of a higher `rank` go first; rank 0 stays, and is cut at worst.
    `apart` puts an empty line above; `airy` means that the first line is empty enough for the top
    of the card. A `mark` makes the block's place known to what is drawn there. Where there is room
    to spare, one of the `longer` ones stands in place of the lines; the longest comes first.
    """

    lines: Sequence[StyledLine]
    rank: int = 0
    apart: bool = True
    airy: bool = False
    mark: Mark | None = None
    longer: Sequence[Sequence[StyledLine]] = ()


LUXURY = 3
"""The rank of blocks that are shown only where there is room to spare."""


class Sheet(NamedTuple):
    """The contents of a card, before they are fitted into a room."""

    title: str
    idea: str | None
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]
    edge: str = "$line"
    title_style: str = "$quiet"
    idea_style: str = "$idea"

    def least_rows(self) -> int:
        """The fewest rows in which nothing is cut: no air, no luxury."""
        return _EDGES + _height(_without_luxury(self.blocks))

    def wanted_rows(self) -> int:
        """The rows in which it looks good, with air above and below."""
        return self.least_rows() + _air(self.blocks)

    def most_rows(self) -> int:
        """The most rows that it can fill."""
        return _EDGES + _height(next(_longest_first(self.blocks))) + _air(self.blocks)


class Face(NamedTuple):
    """A drawn card, and where on it the marked blocks ended up."""

    lines: list[StyledLine]
    places: Mapping[Mark, Box]


def text_width(width: int) -> int:
    """The columns for text on a card of this width."""
    return max(2, width - 2 - INDENT - _RIGHT_AIR)


def draw(sheet: Sheet, width: int, height: int, pointed: str = "") -> Face:
    """The card in exactly so many columns and rows; `pointed` is the action under the mouse."""
    inside = width - 2
    rows = max(0, height - _EDGES)
    side = styled("│", sheet.edge)
    title = one_line(sheet.title, width, sheet.title_style)
    idea = None if sheet.idea is None else one_line(sheet.idea, width, sheet.idea_style)
    lines = [upper_edge(title, idea, width, sheet.edge)]
    places: dict[Mark, Box] = {}
    body, marks = _stack(_fitting(sheet.blocks, rows), rows, text_width(width))
    for mark, row, count in marks:
        if row < rows:  # Otherwise it is cut off.
            places[mark] = Box(1 + INDENT, 1 + row, text_width(width), min(count, rows - row))
    lines += [assemble(side, filled(line.pad_left(INDENT), inside), side) for line in body]
    lines.append(lower_edge(sheet.choices, width, sheet.edge, pointed))
    return Face(lines[:height], places)


def _fitting(blocks: Sequence[Block], rows: int) -> Sequence[Block]:
    """The blocks for which there is room; luxuries only where air is left around them."""
    for roomy in _longest_first(blocks):
        if _height(roomy) + _air(roomy) <= rows:
            return roomy
    kept: Sequence[Block] = _without_luxury(blocks)
    for rank in (2, 1):
        if _height(kept) <= rows:
            break
        if _height([block._replace(apart=False) for block in kept]) <= rows:
            break
        kept = [block for block in kept if block.rank < rank]
    return kept


def _stack(
    blocks: Sequence[Block], rows: int, width: int
) -> tuple[list[StyledLine], list[tuple[Mark, int, int]]]:
    """The lines of the body, with the marked blocks' first rows and heights."""
    gaps = _height(blocks) <= rows
    if _height(blocks) == rows:
        # A field stands out by its background: the row above it is of more use at the card's edge.
        blocks = [b._replace(apart=b.apart and b.mark != "field") for b in blocks]
    spare = max(0, rows - _height(blocks)) if gaps else 0
    air = _air(blocks)
    lines = [StyledLine()] * min(spare, air - _AIR + max(0, spare - air) // 3)
    marks: list[tuple[Mark, int, int]] = []
    for position, block in enumerate(blocks):
        if position and block.apart and gaps:
            lines.append(StyledLine())
        later = sum(len(other.lines) for other in blocks[position + 1 :])
        shown = shortened(block.lines, max(1, rows - len(lines) - later), width)
        if block.mark is not None:
            marks.append((block.mark, len(lines), len(shown)))
        lines += shown
    lines += [StyledLine()] * (rows - len(lines))
    return lines[:rows], marks


def _height(blocks: Sequence[Block]) -> int:
    return sum(len(b.lines) for b in blocks) + sum(1 for b in blocks[1:] if b.apart)


def _air(blocks: Sequence[Block]) -> int:
    """The empty rows above and below with which a card looks good."""
    return _AIR if blocks and blocks[0].airy else 2 * _AIR


def _longest_first(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks with their longer lines, then as they are."""
    for number in range(max((len(block.longer) for block in blocks), default=0)):
        yield [
            block._replace(lines=block.longer[number]) if number < len(block.longer) else block
            for block in blocks
        ]
    yield blocks


def _without_luxury(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.rank < LUXURY]
