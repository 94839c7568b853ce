"""The Story screen."""

from datetime import timedelta

from shifter.companion.context import Context
from shifter.companion.shifts import Shifts
from shifter.core.views import StoryRow, StoryView


class Story:
    """What the Story screen shows."""

    def __init__(self, context: Context, shifts: Shifts) -> None:
        self._context = context
        self._shifts = shifts

    def view(self, *, search: str | None = None, limit: int = 200) -> StoryView:
        """The newest shifts, or those that hold every word searched for."""
        found = self._shifts.find(search=search, limit=limit)
        rows = tuple(
            StoryRow(shift, (shift.done_at + timedelta(seconds=shift.offset)).time())
            for shift in found.shifts
        )
        return StoryView(self._context.today(), rows, found.total)
