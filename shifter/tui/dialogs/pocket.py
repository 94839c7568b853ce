"""Taking a pick along, to be asked about later."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key as KeyPress
from textual.widgets import Input

from shifter.core.views import TodayView
from shifter.tui.dates import day_ahead
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.lines import Line, Lines

_A_DAY = "d"
_MOMENTS = (
    ("t", "Tonight", "tonight"),
    ("m", "Tomorrow", "tomorrow"),
    ("w", "The weekend", "weekend"),
    (_A_DAY, "Another day", ""),
)


class PocketDialog(Dialog[TodayView]):
    """Results in the view once the pick is pocketed. Another day is typed below the choices."""

    AUTO_FOCUS = "Lines"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Pocket it", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self, pocket: Callable[[str], Awaitable[TodayView]], *, tonight_is_ahead: bool, today: date
    ) -> None:
        super().__init__("Take it along until")
        self._pocket = pocket
        self._examples = f"friday, friday 18:00 or {day_ahead(today)}"
        self._moments = _MOMENTS if tonight_is_ahead else _MOMENTS[1:]

    def compose_body(self) -> ComposeResult:
        lines = Lines(
            [
                Line(Content.assemble((f"{key}  ", "$accent"), (name, "$ink")), key)
                for key, name, _ in self._moments
            ]
        )
        lines.styles.height = len(self._moments)
        yield lines
        day = LineInput(placeholder=self._examples, id="day")
        day.display = False
        yield day

    def on_key(self, event: KeyPress) -> None:
        lines = self.query_one(Lines)
        if lines.has_focus and event.character in [key for key, _, _ in self._moments]:
            event.stop()
            lines.move_to(event.character or "")
            self.on_lines_chosen()

    def on_lines_chosen(self) -> None:
        if self.query_one(Lines).key == _A_DAY:
            day = self.query_one("#day", Input)
            day.display = True
            day.focus()
        else:
            self.action_submit()

    async def answer(self) -> TodayView:
        chosen = self.query_one(Lines).key
        when = next(words for key, _, words in self._moments if key == chosen)
        return await self._pocket(when or self.query_one("#day", Input).value)
