"""The Today screen."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from shifter.core.records import Pick
from shifter.errors import ShifterError
from shifter.tui import commands
from shifter.tui.screens.today.card_actions import CardActions
from shifter.tui.screens.today.day_actions import DayActions

if TYPE_CHECKING:
    from shifter.core.views import TodayView


class TodayScreen(CardActions, DayActions):
    """One card, one tiny action; below it, what already adds up."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TODAY)]

    commands = commands.TODAY
    purpose = "One tiny thing now. Do it, log it, see it add up."
    tab = "today"

    def __init__(self) -> None:
        super().__init__()
        self._why: tuple[TodayView, Sequence[str]] | None = None

    async def look_ahead(self) -> None:
        """Work out what a skip and the help will ask for."""
        await super().look_ahead()
        with suppress(ShifterError):  # Whoever asks for the help is told.
            await self.why_this_pick()

    async def why_this_pick(self) -> Sequence[str]:
        """Why it is this one, and what that rests on; known already if it was asked before."""
        pick, view = self.open_pick, self.view
        if pick is None or view is None:
            return ()
        if self._why is None or self._why[0] is not view:
            self._why = view, await self.app.ask(self._told_why, pick)
        return self._why[1]

    def _told_why(self, pick: Pick) -> tuple[str, ...]:
        # A function of its own, so that the companion's part is imported on its thread too.
        return self.companion.lessons.why(pick)
