"""Undo and redo, after a restart too, whichever process did it."""

from datetime import datetime
from typing import NamedTuple

from shifter.companion.context import Context
from shifter.core.moment import from_text
from shifter.errors import Refused
from shifter.store import changes, offers
from shifter.store.offers import Offer
from shifter.store.writer import Writer


class Undoable(NamedTuple):
    """The action that undo would take back, and when it was done (UTC)."""

    label: str
    at: datetime
    action: str


class History:
    """What was done, and taken back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def next_undo(self) -> Undoable | None:
        """What `undo` would take back."""
        action = changes.next_undo(self._context.store)
        return Undoable(action.label, from_text(action.created), action.id) if action else None

    def undo(self) -> str:
        """Take the last action back, as a whole; its name comes back."""
        store = self._context.store
        with self._context.action("undo") as writer:
            action = changes.next_undo(store)
            if action is None:
                raise Refused("Nothing to undo", "The log is as it was at the very start.")
            shown = offers.open_offer(store)
            changes.undo(writer, action.id)
            self._make_room(writer, shown)
        return action.label

    def redo(self) -> str:
        """Do again what was undone last; refused once something else was done since."""
        store = self._context.store
        with self._context.action("redo") as writer:
            action = changes.next_redo(store)
            if action is None:
                raise Refused("Nothing to redo", "Nothing was undone since the last thing you did.")
            shown = offers.open_offer(store)
            changes.redo(writer, action.id)
            self._make_room(writer, shown)
        return action.label

    def _make_room(self, writer: Writer, shown: Offer | None) -> None:
        """Leave one pick on the card: the one that was put back, if it is one of today's."""
        store = self._context.store
        still = offers.get(store, shown.id) if shown else None
        if still is None or still.outcome != "open":
            return
        back = offers.other_open_offer(store, still.id)
        if back is not None and back.day == self._context.today():
            offers.pass_by(writer, still.id, "withdrawn")
        elif back is not None:
            offers.pass_by(writer, back.id, "ignored")
