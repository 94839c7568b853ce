"""The Ideas screen, and an idea once it is opened."""

from shifter.tui.screens.ideas.opened import IdeaScreen
from shifter.tui.screens.ideas.screen import IdeasScreen

__all__ = ["IdeaScreen", "IdeasScreen"]
