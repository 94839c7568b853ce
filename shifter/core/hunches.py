"""What a Little Yes is called once it is a hunch of its own."""

from shifter.core.records import Shift
from shifter.core.text import LINE_LIMIT

_LONGEST = 60
"""Characters; a note whose last line is longer would make the name a paragraph."""


def hunch_why(shift: Shift) -> str:
    """What is behind a hunch that a Little Yes became, in one line."""
    return f"It lit up: {shift.text}"[:LINE_LIMIT]


def hunch_name(shift: Shift) -> str:
    """The last words noted on it, or else what was done."""
    lines = [line.strip() for line in (shift.note or "").splitlines() if line.strip()]
    return lines[-1] if lines and len(lines[-1]) <= _LONGEST else shift.text
