"""Editing what was written beside the shifts, wherever it is shown."""

from typing import TYPE_CHECKING, Protocol

from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.screens.base import ShifterScreen

if TYPE_CHECKING:
    from shifter.core.projects import Output
    from shifter.tui.dialogs.base import Dialog


class Told(Protocol):
    """A note, a finding or an output, as a trail or the Story shows it."""

    @property
    def kind(self) -> str: ...

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def about(self) -> str | None: ...


async def mend_words(screen: ShifterScreen, told: Told, idea: str) -> None:
    """Ask for other words and save them; `idea` is the idea it belongs to, by name or id."""
    if await screen.app.push_screen_wait(_dialog(screen, told, idea)) is not None:
        await screen.load()


def _dialog(screen: ShifterScreen, told: Told, idea: str) -> "Dialog[str] | Dialog[Output]":
    ideas = screen.companion.ideas
    place = f"mending {told.id}"
    if told.kind == "note" and "\n" not in told.text:
        return LineDialog(
            "The note",
            lambda text: screen.change(ideas.edit_note, told.id, text),
            hint="Leave it empty to delete it.",
            value=told.text,
            place=place,
        )
    if told.kind == "note":
        return FormDialog(
            "The note",
            (Field("note", "Empty deletes", told.text, is_long=True),),
            lambda lines: screen.change(ideas.edit_note, told.id, lines["note"]),
            place=place,
        )
    if told.kind == "found":
        return LineDialog(
            "What you found",
            lambda text: screen.change(ideas.steps.edit_found, told.id, text),
            hint=told.about or "",
            value=told.text,
            place=place,
        )
    return LineDialog(
        told.text,
        lambda text: screen.change(ideas.projects.check_output, idea, told.id, outcome=text),
        hint="What came of it: a line or a link.",
        value=told.about or "",
        place=place,
    )
