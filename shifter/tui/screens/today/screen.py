"""The Today screen."""

from typing import ClassVar

from textual.binding import BindingType

from shifter.tui import commands
from shifter.tui.help_words import HelpPart
from shifter.tui.screens.today.card_actions import CardActions
from shifter.tui.screens.today.day_actions import DayActions


class TodayScreen(CardActions, DayActions):
    """One card, one tiny action; below it, what already adds up."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TODAY)]

    commands = commands.TODAY
    purpose = "One tiny thing to do now. Do it, log it, and see it add up."
    tab = "today"

    def help_first(self) -> HelpPart | None:
        """Why it is this one."""
        pick = self.open_pick
        return None if pick is None else HelpPart("Why this one?", (pick.why,))
