"""Which idea a Little Yes has become."""

from shifter.companion.naming import idea_called
from shifter.core.hunches import hunch_name, hunch_why
from shifter.core.records import Shift
from shifter.store import ideas, shifts
from shifter.store.store import Store


def hunch_of(store: Store, shift: Shift) -> ideas.Named | None:
    """The idea that a Little Yes has become: the one with its name, or one named otherwise.

    What lies behind a hunch tells what lit up, if the Little Yes is of that idea or no other one
    reads the same.
    """
    called = idea_called(store, hunch_name(shift))
    if called is not None:
        return called
    behind = ideas.with_why(store, hunch_why(shift), first=shift.idea)
    if behind is None or behind.name == shift.idea or not shifts.is_lit_elsewhere(store, shift):
        return behind
    return None
