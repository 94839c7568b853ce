"""The week: what was done, what lit up, what was ruled out, and a few lines to send."""

from shifter.tui.screens.week.screen import WeekScreen

__all__ = ["WeekScreen"]
