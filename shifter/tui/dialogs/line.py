"""A question that takes one line of text."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.line_input import LineInput

AnswerT = TypeVar("AnswerT")


class LineDialog(Dialog[AnswerT], Generic[AnswerT]):
    """One line, handed to `submit`; what that returns is the dialog's result."""

    def __init__(
        self,
        heading: str,
        submit: Callable[[str], Awaitable[AnswerT]],
        *,
        hint: str = "",
        value: str = "",
        placeholder: str = "",
        suggestions: Sequence[str] = (),
    ) -> None:
        """`suggestions` complete what is typed."""
        super().__init__(heading)
        self._line_submit = submit
        self._hint = hint
        self._value = value
        self._placeholder = placeholder
        self._suggestions = suggestions

    def compose_body(self) -> ComposeResult:
        if self._hint:
            yield Static(Content(self._hint), classes="hint")
        yield LineInput(
            self._value,
            placeholder=self._placeholder,
            suggester=SuggestFromList(self._suggestions, case_sensitive=False),
            select_on_focus=False,
        )

    async def answer(self) -> AnswerT:
        return await self._line_submit(self.query_one(Input).value)
