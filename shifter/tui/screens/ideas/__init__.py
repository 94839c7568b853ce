"""The Ideas screen, and an idea once it is opened, which is not loaded before."""

from shifter.tui.screens.ideas.screen import IdeasScreen

__all__ = ["IdeasScreen"]
