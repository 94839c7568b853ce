"""What is in a data file, in few words."""

from datetime import date
from typing import NamedTuple


class Contents(NamedTuple):
    """Counts of what a person made; `last_day` and `last_text` are of the newest shift."""

    version: int
    shifts: int
    ideas: int
    people: int
    last_day: date | None
    last_text: str | None

    @property
    def is_empty(self) -> bool:
        """Whether nobody has made anything yet."""
        return not (self.shifts or self.ideas or self.people)
