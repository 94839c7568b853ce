"""The staircase: 10, 25, 50, then a landing every fifty shifts."""

EARLY_LANDINGS = (10, 25)
STRIDE = 50


def landing_ahead(total: int) -> int:
    """The first landing above `total` shifts."""
    for landing in EARLY_LANDINGS:
        if total < landing:
            return landing
    return (total // STRIDE + 1) * STRIDE


def landing_behind(total: int) -> int:
    """The last landing reached with `total` shifts; 0 before the first."""
    if total >= STRIDE:
        return total // STRIDE * STRIDE
    return max((landing for landing in EARLY_LANDINGS if landing <= total), default=0)
