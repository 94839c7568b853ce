"""A question whose answer is one of many names: found by typing, with the arrows, or by a click."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from shifter.tui.dialogs.line import LineDialog
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.lines import SIGN_WIDTH, Line, Lines
from shifter.tui.widgets.styled_line import evenly, styled

AnswerT = TypeVar("AnswerT")

_ROWS = 4


class OneOfManyDialog(LineDialog[AnswerT], Generic[AnswerT]):
    """Passes the name under the cursor to `submit`; if there is none, what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
    ]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        heading: str,
        names: Sequence[str],
        submit: Callable[[str], Awaitable[AnswerT]],
        *,
        hint: str,
        does: str,
    ) -> None:
        super().__init__(heading, submit, hint=hint, placeholder="part of its name", does=does)
        self._names = names

    def compose_body(self) -> ComposeResult:
        yield from super().compose_body()
        rows = self._found("")
        lines = Lines(rows)
        lines.styles.height = min(_ROWS, len(rows))
        lines.can_focus = False
        yield lines

    async def answer(self) -> AnswerT:
        found = self.query_one(Lines).key
        return await self._line_submit(found or self.query_one(Input).value)

    def action_step(self, step: int) -> None:
        self.query_one(Lines).action_cursor(step)

    @on(Input.Changed)
    def _find_as_typed(self, event: Input.Changed) -> None:
        self.query_one(Lines).show(self._found(event.value))

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_submit()

    def _found(self, words: str) -> list[Line]:
        room = self.columns_for(self.app.size.width) - SIGN_WIDTH
        return [
            Line(to_content(row), name)
            for name in self._names
            if words.casefold() in name.casefold()
            for row in evenly(styled(name), room)
        ]
