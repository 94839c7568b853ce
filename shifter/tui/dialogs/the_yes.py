"""An idea has become the one: the way there, and what to do with the book."""

from collections.abc import Callable, Mapping
from typing import Literal

from textual.content import Content

from shifter.core.ideas_view import TheWay
from shifter.tui.dialogs.moment import Moment
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.yes_scene import yes_scene


class TheYesMoment(Moment[Literal["story", "book"]]):
    """`p` prints the story, `b` closes the book or opens it again, any other key goes on."""

    moves_for = 1.6

    def __init__(self, way: TheWay) -> None:
        book = "Open the book" if way.book_closed else "Close the book"
        super().__init__(
            Key("p", "Print the story", "print_story"),
            Key("b", book, "turn_book"),
            Key("any other key", "Go on", "leave"),
        )
        self._way = way

    def paint(self, width: int, height: int, progress: float) -> list[Content]:
        return yes_scene(self._way, width, height, progress)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        return {"p": self.action_print_story, "b": self.action_turn_book}

    def action_print_story(self) -> None:
        self.answer("story")

    def action_turn_book(self) -> None:
        self.answer("book")
