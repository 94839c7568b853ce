"""How brightly a day is shown on the board."""

from bisect import bisect_right

FEWEST_SHIFTS = (1, 2, 3, 5)
"""The fewest shifts of a day for the levels 1 to 4."""


def heat_level(shifts: int) -> int:
    """The level of a day with so many shifts, from 0 (none) to 4 (five and more)."""
    return bisect_right(FEWEST_SHIFTS, shifts)
