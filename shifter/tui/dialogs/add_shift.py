"""Adding anything else that was done: one line with signs, and when it was."""

from collections.abc import Awaitable
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from shifter.core.records import Logged
from shifter.core.sign_words import Known, completed, suggestions
from shifter.core.text import LINE_LIMIT, quoted
from shifter.core.written import read
from shifter.errors import ShifterError, field
from shifter.tui.dialogs.new_idea import OffersNewIdea
from shifter.tui.dialogs.sign_words import suggested, understood
from shifter.tui.widgets.field_row import FieldRow
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput

_COLUMNS = 48
"""The room in the narrowest terminal; assumed until the dialog is laid out."""

_SIGNS = "#idea  @person  10m  and ! for a Little Yes"


class Log(Protocol):
    """Logs a line, done at a time in words (None is now).

    With `new_idea`, an unknown idea is added as a hunch.
    """

    def __call__(self, line: str, when: str | None, *, new_idea: bool) -> Awaitable[Logged]: ...


class AddShiftDialog(OffersNewIdea[Logged]):
    """The shift once it is logged."""

    begins_anew = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False, priority=True)
    ]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Log it", "submit"),
        Key("tab", "Complete, or go on", "complete"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self,
        log: Log,
        known: Known,
        *,
        place: str = "",
        day: str | None = None,
        idea: str | None = None,
    ) -> None:
        """`day` is the one it is asked of, in words, empty for today; `idea` what it is for."""
        asked = "What did you do?" if idea is None else f"What did you do for {quoted(idea)}?"
        super().__init__(asked, place=place)
        self._log = log
        self._known = known
        self._day = day
        self._said = Content(_SIGNS)

    def compose_body(self) -> ComposeResult:
        yield LineInput(
            placeholder="Emailed Ana about the kiln #pottery @ana 10m !",
            max_length=LINE_LIMIT,
            id="line",
        )
        yield Static(_SIGNS, id="understood", classes="hint", markup=False)
        with FieldRow("When"):
            yield LineInput(
                self._day or "",
                placeholder="now, or yesterday, monday 18:00 …",
                id="on",
            )

    def begun(self) -> tuple[str | None, ...]:
        """What was left here; where a day is asked of, another one is not."""
        line, when = (*super().begun(), None, None)[:2]
        if self._day is not None and not _is_time_alone(when or ""):
            when = None
        return () if line is None and when is None else (line, when)

    def on_input_changed(self) -> None:
        self.hide_trouble()
        line = self.query_one("#line", Input).value
        names = suggestions(line, self._known)
        below = self.query_one("#understood", Static)
        below.display = True
        width = below.size.width or _COLUMNS
        said = suggested(names, width) if names else understood(line, self._known, width)
        if not (said := said or Content(_SIGNS)).is_same(self._said):
            self._said = said
            below.update(said)

    def show_trouble(self, error: ShifterError) -> bool:
        """Say what is wrong; what is wrong with the line, instead of what it is understood as."""
        self.query("#understood").set(display=error.field != "line")
        return super().show_trouble(error)

    def action_complete(self) -> None:
        """Complete the sign being typed; without one, go on to the next field."""
        line = self.query_one("#line", Input)
        names = suggestions(line.value, self._known) if line.has_focus else []
        if names:
            line.value = completed(line.value, names[0], self._known)
            line.cursor_position = len(line.value)
        else:
            self.focus_next()

    async def answer(self) -> Logged:
        when = self.query_one("#on", Input).value.strip()
        if self._day and _is_time_alone(when):
            when = f"{self._day} {when}"
        line = self.query_one("#line", Input).value
        with field("line"):
            return await self._log(line, when or None, new_idea=self.takes_new_idea)


def _is_time_alone(when: str) -> bool:
    try:
        return read(when).day is None
    except ShifterError:
        return False  # Logging it will say what is wrong.
