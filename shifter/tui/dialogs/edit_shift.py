"""Editing a shift: its words, its note, and what it belongs to."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from shifter.core.names import match_person
from shifter.core.records import Shift
from shifter.core.text import quoted
from shifter.errors import ChangedElsewhere, Gone, ShifterError, WrongUsage, field
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.new_idea import OffersNewIdea
from shifter.tui.drafts import editing
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.option_row import Option, OptionRow

if TYPE_CHECKING:
    from shifter.companion.shifts import ShiftEdit


_SAVE = "ctrl+s"
_DELETE = "ctrl+g"
"""It does nothing in a field, nor is it one that fingers know for something else."""


class EditShiftDialog(OffersNewIdea[bool], FormDialog[bool]):
    """Whether the shift is still there, as it was saved.

    `save` gets the shift as it was shown, and only what was changed of that. Where it was changed
    elsewhere meanwhile, saving again puts what stands here in place of that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding(_DELETE, "delete", "Delete", show=False)]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Save", "submit"),
        Key(_DELETE, "Delete it", "delete"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self,
        shift: Shift,
        save: Callable[[Shift, "ShiftEdit"], Awaitable[Shift]],
        delete: Callable[[Shift], Awaitable[Shift]],
        *,
        idea_names: Sequence[str] = (),
        person_names: Sequence[str] = (),
    ) -> None:
        self._shown = shift
        self._save = save
        self._delete = delete
        self._people = person_names
        self._anyway = ""
        fields = _fields(shift, idea_names, person_names)
        super().__init__("Change this shift", fields, self._submit, place=editing(shift.id))

    def compose_body(self) -> ComposeResult:
        """The fields, and below them the Little Yes, which often comes days later."""
        yield from super().compose_body()
        options = [Option("not yet", False), Option("it lit something up", True)]
        newcomer = Static(classes="hint", id="newcomer", markup=False)
        newcomer.display = False
        yield newcomer
        yield OptionRow("Little Yes ", options, self._shown.little_yes)

    def begun(self) -> tuple[str | None, ...]:
        """What was left here; its note goes on with what was begun of that elsewhere."""
        note = self.drafts.take_note(self._shown)
        if note is not None:
            *others, here = super().begun() or [None] * len(self._at_first)
            both = "\n".join(filter(None, (here, note)))
            self.drafts.put(self._place, (*others, both))
        return super().begun()

    def show_trouble(self, error: ShifterError) -> bool:
        if isinstance(error, ChangedElsewhere):
            self._shown = error.now
            error.message += self._anyway
        if isinstance(error, Gone):
            error.message = f"{error.message[:-1]}, so nothing is saved. Your words stay here."
        return super().show_trouble(error)

    @on(Input.Changed, "#person")
    def _say_who_is_new(self, event: Input.Changed) -> None:
        """A name that was mistyped would become somebody else's."""
        name = event.value.strip()
        newcomer = self.query_one("#newcomer", Static)
        newcomer.display = bool(name) and _is_new(name, self._people)
        newcomer.update(f"{quoted(name)} is new here.")

    @in_turn
    async def action_delete(self) -> None:
        self._anyway = f"; {_DELETE} again deletes it all the same."
        await self._delete(self._shown)
        self.dismiss(False)

    async def _submit(self, after: Mapping[str, str]) -> bool:
        self._anyway = f"; {_SAVE} again puts yours in its place."
        edit = _edit({f.name: f.value for f in _fields(self._shown)}, after)
        is_lit: bool = self.query_one(OptionRow).value
        if is_lit != self._shown.little_yes:
            edit["little_yes"] = is_lit
        if self.takes_new_idea:
            edit["new_idea"] = True
        if edit:
            await self._save(self._shown, edit)
        return True


def _is_new(name: str, people: Sequence[str]) -> bool:
    try:
        return match_person(name, people) is None
    except ShifterError:
        return False  # It could be more than one; saving says so.


def _fields(
    shift: Shift, idea_names: Sequence[str] = (), person_names: Sequence[str] = ()
) -> tuple[Field, ...]:
    wall = shift.wall
    return (
        Field("text", "Shift", shift.text),
        Field("idea", "Idea", shift.idea or "", "none", idea_names),
        Field("person", "Person", shift.person or "", "nobody", person_names),
        Field(
            "minutes", "Minutes", "" if shift.minutes is None else str(shift.minutes), "not noted"
        ),
        Field("on", "When", f"{wall:%Y-%m-%d %H:%M}", "now"),
        Field("note", "Note", shift.note or "", "none", is_long=True),
    )


def _edit(before: Mapping[str, str], after: Mapping[str, str]) -> "ShiftEdit":
    changed = {name: value.strip() for name, value in after.items() if value != before[name]}
    edit: ShiftEdit = {}
    if "text" in changed:
        edit["text"] = changed["text"]
    if "note" in changed:
        edit["note"] = changed["note"] or None
    if "idea" in changed:
        edit["idea"] = changed["idea"] or None
    if "person" in changed:
        edit["person"] = changed["person"] or None
    if "minutes" in changed:
        with field("minutes"):
            edit["minutes"] = _minutes(changed["minutes"])
    if "on" in changed:
        edit["on"] = changed["on"] or "now"
    return edit


def _minutes(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdecimal():
        raise WrongUsage("Minutes", f"{quoted(text)} is not a number of minutes; 5 would be one.")
    return int(text)
