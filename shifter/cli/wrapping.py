"""Long lines, broken between words where they would not fit into the terminal."""

import re
from collections.abc import Iterator

from shifter.plain_glyphs import width_of

_GAP = re.compile(r" {2,}(?=\S)")


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns; a word that is longer stays whole.

    What goes on below begins under the words of a column, or as far in as its line does. Control
    characters, as which emphasis travels, take no column.
    """
    for line in text.split("\n"):
        if _columns(line) <= width:
            yield line
        else:
            yield from _broken(line, width)


def _broken(line: str, width: int) -> Iterator[str]:
    gaps = (_columns(line[: gap.end()]) for gap in _GAP.finditer(line))
    indent = max((gap for gap in gaps if gap <= width // 2), default=0)
    kept, used = "", 0
    for piece in re.findall(r" *[^ ]+", line):
        columns = _columns(piece)
        if used + columns > width and used > indent:
            yield kept
            piece = " " * indent + piece.lstrip(" ")  # noqa: PLW2901 - it begins a line now
            kept, used = piece, _columns(piece)
        else:
            kept, used = kept + piece, used + columns
    yield kept


def _columns(text: str) -> int:
    if text.isascii():
        return len(text) - sum(character < " " for character in text)
    return sum(width_of(character) for character in text if character >= " ")
