"""A list that stays open while what stands in it is changed, line by line."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from shifter.tui.dialogs.base import Dialog
from shifter.tui.turns import in_turn
from shifter.tui.widgets.key_row import KeyRow
from shifter.tui.widgets.lines import Line, Lines

AnswerT = TypeVar("AnswerT")


class ListDialog(Dialog[AnswerT], Generic[AnswerT]):
    """Lines, and below them what there is to say and to do about the one under the cursor.

    A subclass has the lines, what to say, and in `keys_here` what can be done.
    """

    AUTO_FOCUS = "Lines"

    lines: Lines

    def all_lines(self) -> Iterator[Line]:
        """The lines as things stand."""
        raise NotImplementedError

    def about(self) -> str:
        """What there is to say about the line under the cursor."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        self.lines = Lines()
        self.lines.show(list(self.all_lines()))
        yield self.lines
        yield Static(id="meaning", classes="told")

    def on_mount(self) -> None:
        self.explain()

    def on_lines_moved(self) -> None:
        self.explain()

    def show_lines(self) -> None:
        """Show the lines anew."""
        self.lines.show(list(self.all_lines()))
        self.explain()

    def explain(self) -> None:
        """Say what the cursor is on."""
        self.hide_trouble()
        self.query_one("#meaning", Static).update(Content(self.about()))
        self.query_one(KeyRow).show(*self.keys_here())

    @in_turn
    async def change(self, change: Callable[[], Awaitable[None]]) -> None:
        """Change something at once, one after another; what is refused is said in the dialog."""
        await change()
        self.show_lines()
