"""A question with several fields, each with its own label."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.field_row import FieldRow
from shifter.tui.widgets.key_row import Key, KeyRow
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.prose import Prose

AnswerT = TypeVar("AnswerT")


class Field(NamedTuple):
    """A field to fill in; `name` is its key in the answer.

    `suggestions` complete what is typed. A long field takes several lines of text.
    """

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    suggestions: Sequence[str] = ()
    is_long: bool = False


class FormDialog(Dialog[AnswerT], Generic[AnswerT]):
    """Passes its fields by name to `submit`, whose result is the dialog's."""

    def __init__(
        self,
        heading: str,
        fields: Sequence[Field],
        submit: Callable[[Mapping[str, str]], Awaitable[AnswerT]],
        *,
        hint: str = "",
        place: str = "",
    ) -> None:
        super().__init__(heading, place=place)
        self._fields = fields
        self._form_submit = submit
        self._hint = hint

    def compose_body(self) -> ComposeResult:
        if self._hint:
            yield Prose(self._hint, classes="hint")
        for field in self._fields:
            long, last = " long" * field.is_long, " last" * (field is self._fields[-1])
            with FieldRow(field.label, classes=f"{long}{last}"):
                yield _editor(field)

    def keys_here(self) -> tuple[Key, ...]:
        """Where a field has lines of its own, enter begins another one there; ctrl+s saves."""
        long = [field.name for field in self._fields if field.is_long]
        saves = "enter ctrl+s" if long else "enter"
        if self.focused is not None and self.focused.id in long:
            saves = "ctrl+s"
        return tuple(
            key._replace(key=saves) if key.action == "submit" else key
            for key in super().keys_here()
        )

    def on_descendant_focus(self) -> None:
        """Name what saves from there."""
        self.query_one(KeyRow).show(*self.keys_here())

    async def answer(self) -> AnswerT:
        return await self._form_submit({field.name: self._value(field) for field in self._fields})

    def _value(self, field: Field) -> str:
        if field.is_long:
            from shifter.tui.widgets.note_area import NoteArea

            return self.query_one(f"#{field.name}", NoteArea).text
        return self.query_one(f"#{field.name}", Input).value


def _editor(field: Field) -> Widget:
    if field.is_long:
        from shifter.tui.widgets.note_area import NoteArea  # slow to load, and few forms have one

        return NoteArea(field.value, placeholder=field.placeholder, id=field.name)
    return LineInput(
        field.value,
        placeholder=field.placeholder,
        suggester=SuggestFromList(field.suggestions, case_sensitive=False),
        id=field.name,
        select_on_focus=False,
    )
