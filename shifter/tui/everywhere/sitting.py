"""What undo may take back at once: what was done since the app was opened."""

from shifter.companion.history import Undoable


class Sitting:
    """Tells actions of this sitting from older ones, which are named before they are undone."""

    def __init__(self, before: Undoable | None) -> None:
        self._before = before
        self._named: str | None = None

    def may_undo(self, action: Undoable) -> bool:
        """Whether it can be undone at once: it is of this sitting, or has been named."""
        return not self._is_older(action) or action.action == self._named

    def name(self, action: Undoable) -> None:
        """Remember that the action was named; a second undo means it."""
        self._named = action.action

    def forget(self) -> None:
        """Forget what was named, since something else happened in between."""
        self._named = None

    def undone(self, action: Undoable, following: Undoable | None) -> None:
        """It was undone, and `following` would be undone next."""
        if self._is_older(action):
            self._before = following
        self._named = None

    def _is_older(self, action: Undoable) -> bool:
        before = self._before
        return before is not None and action.sequence <= before.sequence
