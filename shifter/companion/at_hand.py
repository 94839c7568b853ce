"""What is at hand today: the minutes, the place, and the idea to work on."""

from shifter.companion.context import Context
from shifter.core.records import AtHand
from shifter.store import ideas, state


def at_hand(context: Context) -> AtHand:
    """What is at hand: as set for today, else the usual minutes and any place."""
    store = context.store
    today = state.at_hand(store, context.today())
    living = ideas.living(store, today.idea) if today.idea is not None else ()
    idea = next((known.name for known in living if known.id == today.idea), None)
    return AtHand(today.minutes or context.config.minutes, today.place, idea)
