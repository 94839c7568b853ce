"""The ideas on the boil, and those that ended."""

from shifter.companion.ideas.area import Ideas

__all__ = ["Ideas"]
