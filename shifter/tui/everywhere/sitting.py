"""What undo may take back at once: only what was done since the app was opened."""

from shifter.companion.history import Undoable


class Sitting:
    """Tells what was done in this sitting from older actions, which are named before undoing."""

    def __init__(self, before: Undoable | None) -> None:
        self._before = before
        self._named: str | None = None

    def may_undo(self, action: Undoable) -> bool:
        """Whether it can be undone at once: it is of this sitting, or has been named."""
        return not self._is_older(action) or action.action == self._named

    def name(self, action: Undoable) -> None:
        """It was shown to the person; asking once more means it."""
        self._named = action.action

    def forget(self) -> None:
        """Something else happened in between, so an older action is named anew."""
        self._named = None

    def undone(self, action: Undoable, following: Undoable | None) -> None:
        """It was undone, and `following` would be undone next."""
        if self._is_older(action):
            self._before = following
        self._named = None

    def _is_older(self, action: Undoable) -> bool:
        before = self._before
        return before is not None and action.sequence <= before.sequence
