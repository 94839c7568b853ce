"""What a Little Yes is called once it is a hunch of its own."""

import re

from shifter.core.records import Shift
from shifter.core.text import LINE_LIMIT

_LONGEST = 60
"""Characters; a note whose last line is longer would make the name a paragraph."""

_SHORT = 28
"""Characters; about as many as stand on one line wherever an idea is named."""
_PART = re.compile(r"[,;:.!?…()\n]|\s[-–—]\s")


def hunch_why(shift: Shift) -> str:
    """What is behind a hunch that a Little Yes became, in one line."""
    return f"It lit up: {shift.whole_text}"[:LINE_LIMIT]


def hunch_name(shift: Shift) -> str:
    """The last words noted on it, or else what was done."""
    lines = [line.strip() for line in (shift.note or "").splitlines() if line.strip()]
    return lines[-1] if lines and len(lines[-1]) <= _LONGEST else shift.whole_text


def short_name(shift: Shift) -> str:
    """A few words of that, for whoever is asked what the hunch is called."""
    name = hunch_name(shift)
    first, *words = _PART.split(name, maxsplit=1)[0].split() or name.split()
    for word in words:
        if len(first) + 1 + len(word) > _SHORT:
            break
        first = f"{first} {word}"
    return first
