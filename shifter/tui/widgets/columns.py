"""Text cut and filled to a width in cells, so that columns line up whatever the letters are."""

from textual.content import Content


def column(text: str, width: int, style: str = "") -> Content:
    """The text in exactly `width` cells, with an ellipsis where it is longer."""
    content = Content.styled(text, style) if style else Content(text)
    return content.truncate(max(0, width), ellipsis=True, pad=True)


def right_column(text: str, width: int, style: str = "") -> Content:
    """The same, at the right edge of its cells."""
    content = column(text, min(width, Content(text).cell_length), style)
    return content.pad_left(max(0, width - content.cell_length))
