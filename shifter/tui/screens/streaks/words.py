"""The words of the board that only this screen has."""

from textual.content import Content

from shifter.core import board_words
from shifter.core.board_view import BoardView
from shifter.core.board_words import landing
from shifter.core.records import Streak
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.figures import Figure
from shifter.tui.widgets.styled_line import one_line

EMPTY = "What you do adds up here, and none of it goes away. "


def front_row(streak: Streak) -> tuple[Figure, ...]:
    """The four figures that cannot fall; one stands there once it has something to say."""
    return tuple(Figure(number, word) for number, word in board_words.front_row(streak))


def landing_words(view: BoardView) -> tuple[str, ...]:
    """The landing ahead in several ways; only the whole log is some fourteen hundred."""
    ways = landing(view.stairs.total, view.stairs.ahead, view.when)
    return ways if view.idea is None else ways[-2:]


def narrowed(view: BoardView, width: int, back: str) -> list[Content]:
    """Which idea everything is narrowed to, if any, and the key that shows the others again."""
    if view.idea is None:
        return []
    way = Content.assemble("  ", (back, "$accent"), (" shows everything", "$quiet"))
    name = to_content(one_line(view.idea, width - way.cell_length - len("Only "), "bold $idea"))
    return [Content.assemble(("Only ", "$quiet"), name, way)]
