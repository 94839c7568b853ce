"""Waiting for a file that another program holds."""

import sqlite3
import time
from collections.abc import Callable

from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

# Seconds that SQLite itself waits; an interrupt is noticed between two of its waits.
SPELL = 0.2
LONGEST = 30.0


Meanwhile = Callable[[float], None]
"""What is done between two attempts; it gets the seconds that have gone by."""


class Patience:
    """Tries again while the file is busy, for at most `seconds`, which may be lowered meanwhile."""

    def __init__(self, seconds: float = LONGEST, meanwhile: Meanwhile | None = None) -> None:
        self.seconds = seconds
        self.meanwhile = meanwhile

    def __call__(self, attempt: "Callable[[], T]") -> "T":
        """What the attempt returns; raises what it raised once the time is up."""
        begin = time.monotonic()
        while True:
            try:
                return attempt()
            except sqlite3.OperationalError as error:
                waited = time.monotonic() - begin
                if not is_busy(error) or waited >= self.seconds:
                    raise
                if self.meanwhile is not None:
                    self.meanwhile(waited)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program holds the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
