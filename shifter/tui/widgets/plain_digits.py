"""Figures three columns wide and three rows high, of typewriter signs alone."""

from functools import cache

from shifter.tui.plain_signs import terminal_encoding

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
    """Whether the terminal lacks the lines that figures are else drawn with."""
    return terminal_encoding() != "utf-8"
