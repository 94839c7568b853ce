"""The Streaks screen: the board, the day under its cursor, and a page of numbers."""

from shifter.tui.screens.streaks.screen import StreaksScreen

__all__ = ["StreaksScreen"]
