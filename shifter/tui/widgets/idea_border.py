"""The edges of an idea's card: their weight shows its temperature, bulbs its Little Yeses."""

from typing import NamedTuple

from textual.content import Content

from shifter.core.records import Temperature
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import one_line

_BULB = "✦"


class Stroke(NamedTuple):
    """How a border is drawn: six glyphs, and the style that goes with them."""

    left_top: str
    flat: str
    right_top: str
    upright: str
    left_bottom: str
    right_bottom: str
    style: str


STROKES: dict[Temperature, Stroke] = {
    "hot": Stroke("┏", "━", "┓", "┃", "┗", "┛", "$lit"),
    "warm": Stroke("╭", "─", "╮", "│", "╰", "╯", "$ink"),
    "cool": Stroke("╭", "╌", "╮", "╎", "╰", "╯", "$quiet"),
    "resting": Stroke("╭", "┄", "╮", "┊", "╰", "╯", "$line"),
}
YES = Stroke("╔", "═", "╗", "║", "╚", "╝", "$lit")
PLAQUE = Stroke("╭", "─", "╮", "│", "╰", "╯", "$quiet")


def upper_edge(name: str, stroke: Stroke, width: int, *, chosen: bool) -> Content:
    """`╭─ ▸ Pottery studio ────╮`; a sign and a bold name mark the chosen one."""
    sign = Content.styled("▸ ", "bold $accent") if chosen else Content("")
    style = "bold $ink" if chosen else "$ink"
    title = to_content(one_line(name, width - 6 - sign.cell_length, style))
    rest = width - 5 - sign.cell_length - title.cell_length
    return Content.assemble(
        (stroke.left_top + stroke.flat, stroke.style),
        " ",
        sign,
        title,
        " ",
        (stroke.flat * rest + stroke.right_top, stroke.style),
    )


def row(line: Content, stroke: Stroke, width: int, *, chosen: bool = False) -> Content:
    """One row between the two sides; a chosen card stands out by its ground as well."""
    side = Content.styled(stroke.upright, stroke.style)
    within = Content.assemble(" ", line.truncate(width - 4, ellipsis=True, pad=True), " ")
    if chosen:
        within = within.stylize_before("on $panel")
    return Content.assemble(side, within, side)


def lower_edge(little_yeses: int, stroke: Stroke, width: int) -> Content:
    """`╰─✦─✦─✦──────╯`; if there are more than fit, their number follows them."""
    room = width - 3
    bulbs = min(little_yeses, room // 2)
    number = f" {little_yeses:,} " if bulbs < little_yeses else ""
    if number:
        bulbs = (room - len(number)) // 2
    lit = [(f"{stroke.flat}", stroke.style), (_BULB, "$accent")] * bulbs
    rest = width - 2 - 2 * bulbs - len(number)
    return Content.assemble(
        (stroke.left_bottom, stroke.style),
        *lit,
        (number, "$accent"),
        (stroke.flat * rest + stroke.right_bottom, stroke.style),
    )
