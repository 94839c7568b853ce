"""What lit up, and whether to keep it as a hunch."""

from collections.abc import Awaitable, Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from shifter.core.text import LINE_LIMIT
from shifter.core.views import TodayView
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.option_row import Option, OptionRow
from shifter.tui.widgets.signs_stay import SignsStay


class Lit(NamedTuple):
    """The view once the Little Yes is kept, and whether it shall be a hunch too."""

    view: TodayView
    as_hunch: bool


class LittleYesDialog(Dialog[Lit]):
    """Keeps what lit up, through `keep`; both questions may be left open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False)]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Keep it", "submit"),
        Key("esc", "Just the yes", "leave"),
    )

    def __init__(
        self, keep: Callable[[str | None], Awaitable[TodayView]], *, edits: str, place: str
    ) -> None:
        """`edits` is the key that edits shifts."""
        super().__init__("✦ A Little Yes. What lit up?", place=place)
        self._edits = edits
        self._keep = keep

    def compose_body(self) -> ComposeResult:
        yield LineInput(
            placeholder="a few words, or none",
            max_length=LINE_LIMIT,
            select_on_focus=False,
            classes="above-signs",
        )
        yield SignsStay(self._edits)
        options = [Option("just a note", False), Option("a hunch to follow", True)]
        yield OptionRow("Keep it as", options, False)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(SignsStay).look(event.value)

    async def answer(self) -> Lit:
        what = self.query_one(Input).value.strip()
        hunch: OptionRow[bool] = self.query_one(OptionRow)
        return Lit(await self._keep(what or None), hunch.value)
