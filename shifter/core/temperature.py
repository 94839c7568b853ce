"""How recently an idea was touched."""

from shifter.core.records import Temperature

LAST_DAY_OF: tuple[tuple[Temperature, int], ...] = (("hot", 2), ("warm", 7), ("cool", 14))


def temperature(days_quiet: int) -> Temperature:
    """The temperature after `days_quiet` days without a shift, an addition or a revival."""
    for name, last_day in LAST_DAY_OF:
        if days_quiet <= last_day:
            return name
    return "resting"
