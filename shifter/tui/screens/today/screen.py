"""The Today screen."""

from typing import ClassVar

from textual.binding import BindingType

from shifter.core.records import Pick
from shifter.tui import commands
from shifter.tui.everywhere.help_words import HelpPart
from shifter.tui.screens.today.card_actions import CardActions
from shifter.tui.screens.today.day_actions import DayActions


class TodayScreen(CardActions, DayActions):
    """One card, one tiny action; below it, what already adds up."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TODAY)]

    commands = commands.TODAY
    purpose = "One tiny thing now. Do it, log it, see it add up."
    tab = "today"

    async def help_first(self) -> HelpPart | None:
        """Why it is this one, and what that rests on."""
        pick = self.open_pick
        if pick is None:
            return None
        return HelpPart("Why this one?", await self.app.ask(self._told_why, pick))

    def _told_why(self, pick: Pick) -> tuple[str, ...]:
        # A function of its own, so that the companion's part is imported on its thread too.
        return self.companion.lessons.why(pick)
