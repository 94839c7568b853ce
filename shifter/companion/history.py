"""Undo and redo, after a restart too, whichever process did it; and a look at what was done."""

from collections.abc import Callable
from datetime import date, datetime

from shifter.companion.context import Context
from shifter.core.days import shift_day
from shifter.core.moment import from_text
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import Refused
from shifter.store import changes, offers
from shifter.store.changes import Action
from shifter.store.offers import Offer
from shifter.store.store import Store
from shifter.store.writer import Writer


class Undoable(NamedTuple):
    """The action that undo would take back; a later one has a higher `sequence`."""

    label: str
    action: str
    sequence: int


class Deed(NamedTuple):
    """An action by its name, when it was done and when it was taken back, if it was (UTC).

    `wall` is when it was done by the clock on the wall, as it goes here and now, and `day` the
    shift day that it was done on.
    """

    action: str
    label: str
    at: datetime
    wall: datetime
    day: date
    undone_at: datetime | None


class _Step(NamedTuple):
    """A way through the history: how the next action is found and taken, and what its end says."""

    name: str
    next: Callable[[Store], Action | None]
    take: Callable[[Writer, str], None]
    nothing: tuple[str, str]


_UNDO = _Step(
    "undo",
    changes.next_undo,
    changes.undo,
    ("Nothing to undo", "The log is as it was at the very start."),
)
_REDO = _Step(
    "redo",
    changes.next_redo,
    changes.redo,
    ("Nothing to redo", "Nothing was undone since the last thing you did."),
)


class History:
    """What was done, and taken back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def next_undo(self) -> Undoable | None:
        """What `undo` would take back."""
        action = changes.next_undo(self._context.store)
        return Undoable(action.label, action.id, action.sequence) if action else None

    def undo(self, meant: Undoable | None = None) -> str:
        """Take the last action back, as a whole; returns its name.

        Refused if `meant` is given and something else was done since it was looked up.
        """
        return self._take(_UNDO, meant)

    def redo(self) -> str:
        """Do again what was undone last; refused once something else was done since."""
        return self._take(_REDO)

    def deeds(self, limit: int = 50) -> tuple[Deed, ...]:
        """The latest actions, the latest first, those that were undone too; 0 gives all."""
        zone = self._context.clock.zone()
        rollover = self._context.store.settings().rollover

        def deed(action: Action) -> Deed:
            at = from_text(action.created)
            undone_at = from_text(action.undone_at) if action.undone_at else None
            wall = at.astimezone(zone).replace(tzinfo=None)
            day = shift_day(wall, rollover)
            return Deed(action.id, action.label, at, wall, day, undone_at)

        return tuple(map(deed, changes.latest(self._context.store, limit)))

    def _take(self, step: _Step, meant: Undoable | None = None) -> str:
        store = self._context.store
        with self._context.action(step.name) as writer:
            action = step.next(store)
            if action is None:
                raise Refused(*step.nothing)
            if meant is not None and action.id != meant.action:
                raise Refused("Something newer", f"The last thing done is now: {action.label}.")
            shown = offers.open_offer(store)
            step.take(writer, action.id)
            self._make_room(writer, shown, action.id)
        return action.label

    def _make_room(self, writer: Writer, shown: Offer | None, action: str) -> None:
        """Leave one pick on the card: the one that was put back, if it is one of today's.

        None where the one of today is done again, whose reply it is that comes back.
        """
        store, today = self._context.store, self._context.today()
        still = offers.get(store, shown.id) if shown else None
        if still is None or still.outcome != "open":
            return
        back = offers.other_open_offer(store, still.id)
        if back is not None and back.day == today:
            offers.pass_by(writer, still.id, "withdrawn")
        elif back is not None:
            offers.pass_by(writer, back.id, "ignored")
        elif offers.was_answered_by(store, action, today):
            offers.pass_by(writer, still.id, "withdrawn")
