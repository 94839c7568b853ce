"""The words of the board that only this screen has."""

from shifter.core.board_view import BoardView
from shifter.core.board_words import landing
from shifter.core.records import Streak
from shifter.tui.widgets.figures import Figure

EMPTY = "What you do adds up here, and none of it goes away. "


def front_row(streak: Streak) -> tuple[Figure, ...]:
    """The four figures that cannot fall; one stands there once it has something to say."""
    figures = (
        Figure(streak.total, "shift" if streak.total == 1 else "shifts"),
        Figure(streak.people, "person" if streak.people == 1 else "people"),
        Figure(streak.little_yeses, "Little Yes" if streak.little_yeses == 1 else "Little Yeses"),
        Figure(streak.ruled_out, "path ruled out" if streak.ruled_out == 1 else "paths ruled out"),
    )
    return tuple(figure for figure in figures if figure.number)


def landing_words(view: BoardView) -> tuple[str, ...]:
    """The landing ahead in several ways; only the whole log is some fourteen hundred."""
    ways = landing(view.stairs.total, view.stairs.ahead, view.when)
    return ways if view.idea is None else ways[-2:]
