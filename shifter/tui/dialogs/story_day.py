"""Which day of the Story to go to."""

from collections.abc import Awaitable, Callable
from datetime import date

from shifter.tui.dialogs.line import LineDialog


class StoryDayDialog(LineDialog[date]):
    """Results in the day as `read` understood it."""

    def __init__(self, read: Callable[[str], Awaitable[date]]) -> None:
        super().__init__(
            "To which day?", read, placeholder="today, 3 march, 2025-06-15", does="Go there"
        )
