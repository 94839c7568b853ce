"""The Today screen."""

from typing import ClassVar

from textual.binding import BindingType

from shifter.tui import commands
from shifter.tui.screens.today.card_actions import CardActions
from shifter.tui.screens.today.day_actions import DayActions


class TodayScreen(CardActions, DayActions):
    """One card, one tiny action; below it, what already adds up."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TODAY)]

    commands = commands.TODAY
    purpose = "One tiny thing to do now. Do it, press d, and see it add up."
    tab = "today"
