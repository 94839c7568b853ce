"""What lit up, and whether to keep it as a hunch."""

from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from shifter.core.text import LINE_LIMIT
from shifter.core.views import TodayView
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.option_row import Option, OptionRow


class Lit(Protocol):
    """Makes the shift a Little Yes, with a note of what lit up, and a hunch if wanted."""

    async def __call__(self, what: str | None, *, hunch: bool) -> TodayView:
        """Return the view as it is then."""
        ...


class LittleYesDialog(Dialog[TodayView]):
    """Results in the view once it is saved; both questions may be left open."""

    keeps_words = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False)]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Keep it", "submit"),
        Key("esc", "Just the yes", "leave"),
    )

    def __init__(self, lit: Lit, *, place: str) -> None:
        super().__init__("✦ A Little Yes. What lit up?", place=place)
        self._lit = lit

    def compose_body(self) -> ComposeResult:
        yield LineInput(placeholder="a few words, or none", max_length=LINE_LIMIT)
        options = [Option("just a note", False), Option("a hunch to follow", True)]
        yield OptionRow("Keep it as", options, False)

    async def answer(self) -> TodayView:
        what = self.query_one(Input).value.strip()
        hunch: OptionRow[bool] = self.query_one(OptionRow)
        return await self._lit(what or None, hunch=hunch.value)
