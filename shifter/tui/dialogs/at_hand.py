"""What is at hand today: how much time, and where."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from shifter.core.records import MINUTES, AtHand, Place
from shifter.core.views import TodayView
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.option_row import Option, OptionRow

_HOUR = 60
_PLACES: tuple[Option[Place], ...] = (
    Option("anywhere", "anywhere"),
    Option("desk", "desk"),
    Option("phone", "phone"),
    Option("out and about", "out"),
)


class AtHandDialog(Dialog[TodayView]):
    """Results in the view once both are set, for today only."""

    AUTO_FOCUS = "#minutes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False)]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "For today", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(self, at_hand: AtHand, save: Callable[[int, Place], Awaitable[TodayView]]) -> None:
        super().__init__("What is at hand?")
        self._at_hand = at_hand
        self._save = save

    def compose_body(self) -> ComposeResult:
        minutes = [Option(_name(number), number) for number in MINUTES]
        yield OptionRow("Time ", minutes, self._at_hand.minutes, id="minutes")
        yield OptionRow("Place", _PLACES, self._at_hand.place or "anywhere", id="place")

    async def answer(self) -> TodayView:
        minutes: OptionRow[int] = self.query_one("#minutes", OptionRow)
        place: OptionRow[Place] = self.query_one("#place", OptionRow)
        return await self._save(minutes.value, place.value)


def _name(minutes: int) -> str:
    return "an hour" if minutes == _HOUR else f"{minutes} min"
