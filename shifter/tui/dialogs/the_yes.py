"""An idea has become the one: the way there, and what to do with the book."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Literal

from textual.content import Content

from shifter.core.ideas_view import TheWay
from shifter.tui.dialogs.moment import Moment
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.yes_scene import yes_scene

_SAID_FOR = 12.0
"""Seconds in which a path can be read, and written down."""


class TheYesMoment(Moment[Literal["book"]]):
    """`p` prints the story, `b` closes the book or opens it again, any other key goes on."""

    moves_for = 1.6

    def __init__(self, way: TheWay, print_story: Callable[[], Awaitable[str]]) -> None:
        """`print_story` returns the path of the file that the story is in."""
        book = "Open the book" if way.book_closed else "Close the book"
        super().__init__(
            Key("p", "Print the story", "print_story"),
            Key("b", book, "turn_book"),
            Key("any other key", "Go on", "leave"),
        )
        self._way = way
        self._print_story = print_story

    def paint(self, width: int, height: int, progress: float) -> list[Content]:
        return yes_scene(self._way, width, height, progress)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        return {"p": self.action_print_story, "b": self.action_turn_book}

    @in_turn
    async def action_print_story(self) -> None:
        """Print it, and say where it is."""
        if self.hears():
            path = await self._print_story()
            self.notify(f"The story is in {path}", timeout=_SAID_FOR, markup=False)

    def action_turn_book(self) -> None:
        self.answer("book")
