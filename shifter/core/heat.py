"""How brightly a day is shown on the board."""

FEWEST_SHIFTS = (1, 2, 3, 5)
"""The fewest shifts of a day for the levels 1 to 4."""

_LEVELS = tuple(
    sum(shifts >= fewest for fewest in FEWEST_SHIFTS) for shifts in range(FEWEST_SHIFTS[-1] + 1)
)


def heat_level(shifts: int) -> int:
    """The level of a day with so many shifts, from 0 (none) to 4 (five and more)."""
    return _LEVELS[min(shifts, FEWEST_SHIFTS[-1])]
