"""Styled lines, which need no Textual, turned into content that a widget renders."""

from textual.content import Content
from textual.style import Style

from shifter.tui.widgets.styled_line import StyledLine, filled, one_line


def to_content(line: StyledLine) -> Content:
    """The same text with the same styles and click actions."""
    content = Content.assemble(*((span.text, span.style) for span in line.spans))
    start = 0
    for span in line.spans:
        end = start + len(span.text)
        if span.action:
            content = content.stylize(Style.from_meta({"@click": span.action}), start, end)
        start = end
    return content


def column(text: str, width: int, style: str = "") -> Content:
    """The text in exactly `width` cells, so that what stands beside it lines up."""
    return to_content(filled(one_line(text, width, style), width))


def centred(content: Content, width: int) -> Content:
    """The content in the middle of `width` cells."""
    return content.pad_left(max(0, (width - content.cell_length) // 2))
