"""Styled lines painted straight into strips, which by way of Textual's content takes far longer."""

from functools import lru_cache
from itertools import groupby

from rich.control import strip_control_codes
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style

from shifter.tui.widgets.styled_line import Span, StyledLine

_KEPT = 512
"""Styles that are made once: a card has some fifty, and most are in the same place on the next."""


def to_strip(line: StyledLine, base: Style, y: int) -> Strip:
    """The line on top of a style, as the row `y` of what can be selected with the mouse."""
    segments: list[Segment] = []
    x = 0
    for (style, action), spans in groupby(line.spans, key=_look):
        text = "".join(span.text for span in spans)
        if not text.isprintable():
            text = strip_control_codes(text)
        segments.append(Segment(text, _placed(base, Style.parse(style), action, x, y)))
        x += len(text)
    return Strip(segments, line.cell_length)


def _look(span: Span) -> tuple[str, str]:
    return span.style, span.action


@lru_cache(_KEPT)
def _placed(base: Style, style: Style, action: str, x: int, y: int) -> RichStyle:
    """A style that knows where it begins, for a selection, and what a click on it does."""
    whole = base + style
    if action:
        whole += Style.from_meta({"@click": action})
    return whole.rich_style_with_offset(x, y)
