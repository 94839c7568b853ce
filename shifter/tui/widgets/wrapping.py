"""Text cut to a number of cells: wide glyphs, emoji and endless words never break a border.

User text is never markup, so it always comes in as a plain string.
"""

from collections.abc import Sequence

from textual.content import Content

NO_BREAK = "\u00a0"
_HELD = "\ufdd0"  # No character at all, so that nobody writes it.


def one_line(text: str, width: int, style: str = "") -> Content:
    """The text on one line of at most `width` cells, with an ellipsis where it was cut."""
    return Content.styled(" ".join(text.split()), style).truncate(max(0, width), ellipsis=True)


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """The text in lines of at most `width` cells, broken between words where possible.

    Never at a no-break space, at which Textual would break as well.
    """
    held = " ".join(text.replace(NO_BREAK, _HELD).split())
    lines = Content(held).wrap(max(2, width))
    return [Content.styled(line.plain.rstrip().replace(_HELD, " "), style) for line in lines]


def shortened(lines: Sequence[Content], most: int, width: int) -> list[Content]:
    """At most `most` of the lines, the last of them cut if others were left out."""
    if len(lines) <= most:
        return list(lines)
    if most <= 0:
        return []
    rest = Content(" ").join(lines[most - 1 :])
    return [*lines[: most - 1], rest.truncate(width, ellipsis=True)]


def column(text: str, width: int, style: str = "") -> Content:
    """The text in exactly `width` cells, so that what stands beside it lines up."""
    return filled(one_line(text, width, style), width)


def filled(line: Content, width: int) -> Content:
    """The line, cut or padded to exactly `width` cells."""
    return line.truncate(width, ellipsis=True).truncate(width, pad=True)


def centred(line: Content, width: int) -> Content:
    """The line in the middle of `width` cells."""
    return line.pad_left(max(0, (width - line.cell_length) // 2))
