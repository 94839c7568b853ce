"""Plain text for people: emphasis, marks, dates and numbers in words."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import groupby

from shifter.cli.output import can_print, fitted, harmless, is_shown, wants_colour
from shifter.core.days import long_day, other_year
from shifter.core.number_words import counted

# Emphasis travels as private marks and becomes escape codes at the very end, after everything
# else in the text was made harmless.
_STRONG, _QUIET, _GOOD, _LIT, _PLAIN = "\x11", "\x12", "\x13", "\x14", "\x15"
_CODES = {
    _STRONG: "\x1b[1m",
    _QUIET: "\x1b[2m",
    _GOOD: "\x1b[32m",
    _LIT: "\x1b[33m",
    _PLAIN: "\x1b[0m",
}

_UNICODE = {"yes": "✦", "done": "✓", "dot": "·", "quote": "▎"}
_ASCII = {"yes": "*", "done": "+", "dot": "-", "quote": "|"}
_BOARD = "○─░▒▓█◂"
"""What the board is drawn with beside them."""

_MINUTE = 60  # seconds


class Page:
    """What standard output can show, and how."""

    def __init__(self, read_today: Callable[[], date]) -> None:
        self._read_today = read_today
        self.colour = wants_colour()
        self.unicode = can_print("".join(_UNICODE.values()) + _BOARD)
        symbols = _UNICODE if self.unicode else _ASCII
        self.yes, self.done = symbols["yes"], symbols["done"]
        self.dot, self.quote = symbols["dot"], symbols["quote"]

    @cached_property
    def today(self) -> date:
        """The shift day, which needs no year beside it."""
        return self._read_today()

    def strong(self, text: object) -> str:
        """What matters in a line."""
        return f"{_STRONG}{text}{_PLAIN}"

    def quiet(self, text: object) -> str:
        """What may be overlooked."""
        return f"{_QUIET}{text}{_PLAIN}"

    def good(self, text: object) -> str:
        """What was done."""
        return f"{_GOOD}{text}{_PLAIN}"

    def lit(self, text: object) -> str:
        """A Little Yes."""
        return f"{_LIT}{text}{_PLAIN}"

    def joined(self, parts: Iterable[str | None]) -> str:
        """The parts that are there, with a dot between them."""
        return f" {self.dot} ".join(part for part in parts if part)

    def day(self, day: date, near: date | None = None) -> str:
        """`Thursday 19 November`, with the year where it is not that of today, or of `near`."""
        return f"{long_day(day)}{other_year(day, near or self.today)}"

    def finished(self, lines: Iterable[str]) -> str:
        """The lines as one text that is safe to print."""
        text = "\n".join(lines)
        if is_shown():
            text = fitted(text, sys.stdout)
        return "\n".join(map(self._finished, text.split("\n")))

    def _finished(self, line: str) -> str:
        if line.isprintable():
            return line
        return "".join(
            "".join(map(self._code, run)) if is_mark else harmless("".join(run))
            for is_mark, run in groupby(line, key=_CODES.__contains__)
        )

    def _code(self, mark: str) -> str:
        return _CODES[mark] if self.colour else ""


def duration(minutes: int) -> str:
    """`45 minutes`, `3 hours`, `2 hours and 5 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(counted(rest, "minute"))
    return " and ".join(parts)


def length(seconds: int) -> str:
    """How long a pick takes: `30 seconds`, `5 min`."""
    if seconds < _MINUTE:
        return f"{seconds} seconds"
    return f"{-(-seconds // _MINUTE)} min"
