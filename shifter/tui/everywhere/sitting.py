"""Undo and redo: what was done since the app was opened at once, what is older once it is named."""

from time import monotonic
from typing import TYPE_CHECKING

from shifter.companion.history import Undoable
from shifter.tui.sayings import in_passing

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

NAMED_FOR = 8.0  # seconds


class Sitting:
    """Tells actions of this sitting from older ones, which are named before they are undone."""

    def __init__(self, before: Undoable | None) -> None:
        self._before = before
        self._named: str | None = None
        self._named_until = 0.0

    def may_undo(self, action: Undoable) -> bool:
        """Whether it can be undone at once: it is of this sitting, or has been named."""
        is_named = action.action == self._named and monotonic() < self._named_until
        return is_named or not self._is_older(action)

    def name(self, action: Undoable) -> None:
        """Remember that the action was named; for some seconds a second undo means it."""
        self._named = action.action
        self._named_until = monotonic() + NAMED_FOR

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


async def undo(app: "ShifterApp") -> None:
    """Undo the last action; one from before this sitting is named first."""
    history = app.companion.history
    following = await app.ask(history.next_undo)
    if following is not None and not app.sitting.may_undo(following):
        app.sitting.name(following)
        key = app.key_named("everywhere.undo")
        label = in_passing(following.label)
        app.say(
            f"From an earlier session: {label}. Press {key} again to undo it.",
            seconds=NAMED_FOR,
        )
        return
    label = await app.ask(history.undo, following)
    if following is not None:
        app.sitting.undone(following, await app.ask(history.next_undo))
    app.changed.publish(None)
    app.say(f"Undone: {in_passing(label)}")


async def redo(app: "ShifterApp") -> None:
    """Do the action again that was undone last."""
    label = await app.ask(app.companion.history.redo)
    app.sitting.forget()
    app.changed.publish(None)
    app.say(f"Done again: {in_passing(label)}")
