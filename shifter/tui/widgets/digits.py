"""Digits three columns wide and three rows high; a colon takes one column."""

from collections.abc import Sequence
from functools import cache

from shifter.plain_glyphs import terminal_encoding

ROWS = 3

# Drawn with ASCII only.
PLAIN_DIGITS = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    ":": (" ", ":", " "),
    "+": ("   ", "_|_", " | "),
}


@cache
def needs_plain_digits() -> bool:
    """Whether the terminal lacks the lines that digits are usually drawn with."""
    return terminal_encoding() != "utf-8"


def rows_of(character: str, *, is_bold: bool = False) -> Sequence[str]:
    """A digit, a colon or a plus as it is drawn in each row."""
    if needs_plain_digits():
        return PLAIN_DIGITS[character]
    if character == ":":
        return (" ", ":", " ")
    from textual.renderables.digits import DIGITS, DIGITS3X3, DIGITS3X3_BOLD

    start = DIGITS.index(character) * ROWS
    drawn = DIGITS3X3_BOLD if is_bold else DIGITS3X3
    return [row.ljust(3) for row in drawn[start : start + ROWS]]
