"""The Story screen: everything that ever happened."""

from shifter.tui.screens.story.screen import StoryScreen

__all__ = ["StoryScreen"]
