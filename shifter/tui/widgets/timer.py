"""The timer: what is left of it, in digits three rows high."""

from collections.abc import Sequence
from datetime import datetime
from math import floor

from shifter.core.views import TimerState
from shifter.tui.widgets.digits import rows_of


def elapsed_at(timer: TimerState, now: datetime) -> float:
    """Seconds that the timer has run, without pauses; a clock set back takes none away."""
    running = (now - timer.since).total_seconds() if timer.since is not None else 0.0
    return timer.elapsed + max(0.0, running)


def seconds_left(timer: TimerState, now: datetime) -> int:
    """Whole seconds to go, rounded up; below zero once the time is over."""
    return -floor(elapsed_at(timer, now) - timer.length)


def clock_text(left: int) -> str:
    """`4:37`, and `+0:12` for time beyond."""
    minutes, seconds = divmod(abs(left), 60)
    return f"{'+' if left < 0 else ''}{minutes}:{seconds:02}"


def digits(text: str) -> Sequence[str]:
    """The text in digits three columns wide and three rows high; a colon takes one column."""
    rows = ["", "", ""]
    for character in text:
        rows = [row + part + " " for row, part in zip(rows, rows_of(character), strict=True)]
    return [row.rstrip() for row in rows]
