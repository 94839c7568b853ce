"""A question that takes one line of text."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.prose import Prose
from shifter.tui.widgets.signs_stay import SignsStay

AnswerT = TypeVar("AnswerT")


class LineDialog(Dialog[AnswerT], Generic[AnswerT]):
    """Passes one line to `submit`, whose result is the dialog's."""

    def __init__(
        self,
        heading: str,
        submit: Callable[[str], Awaitable[AnswerT]],
        *,
        hint: str = "",
        value: str = "",
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        suggester: Suggester | None = None,
        does: str = "Save",
        place: str = "",
        selected: bool = False,
        edits: str = "",
    ) -> None:
        """`suggestions` or a `suggester` complete what is typed; `does` names the enter key.

        With `selected`, what is typed takes the place of `value`. Where the line is about a shift,
        `edits` is the key that edits those.
        """
        super().__init__(heading, place=place)
        self._does = does
        self._line_submit = submit
        self._hint = hint
        self._value = value
        self._placeholder = placeholder
        self._selected = selected
        self._edits = edits
        self._suggester = suggester or SuggestFromList(suggestions, case_sensitive=False)

    def keys_here(self) -> tuple[Key, ...]:
        return (Key("enter", self._does, "submit"), Key("esc", "Leave it", "leave"))

    def compose_body(self) -> ComposeResult:
        if self._hint:
            yield Prose(self._hint, classes="hint")
        yield LineInput(
            self._value,
            placeholder=self._placeholder,
            suggester=self._suggester,
            select_on_focus=self._selected,
            classes="above-signs" if self._edits else "",
        )
        if self._edits:
            yield SignsStay(self._edits)

    def on_input_changed(self, event: Input.Changed) -> None:
        for below in self.query(SignsStay):
            below.look(event.value)

    async def answer(self) -> AnswerT:
        return await self._line_submit(self.query_one(Input).value)
