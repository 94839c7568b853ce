"""Everything that was done, by name, the latest first; undone actions are marked."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from shifter.core.days import long_day
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key

if TYPE_CHECKING:
    from shifter.companion.history import Deed


class HistoryDialog(Dialog[None]):
    """A list to look at; undoing is done outside of it, step by step."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,q,enter", "leave", "Close", show=False),
    ]
    keys = (Key("esc", "Close", "leave"),)

    def __init__(self, deeds: Sequence["Deed"]) -> None:
        super().__init__("Everything you did and undid, latest first")
        self._deeds = deeds

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="to-read"):
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        if not self._deeds:
            return [Content("Nothing yet.")]
        lines: list[Content] = []
        for day, deeds in groupby(self._deeds, key=lambda deed: deed.day):
            lines += [Content("")] if lines else []
            lines.append(Content.styled(long_day(day), "bold $ink"))
            for deed in deeds:
                style = "$quiet" if deed.undone_at else "$foreground"
                undone = "  undone" if deed.undone_at else ""
                time = f"{deed.wall:%H:%M}  "
                lines.append(
                    Content.assemble((time, "$quiet"), (deed.label, style), (undone, "$accent"))
                )
        return lines
