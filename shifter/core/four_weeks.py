"""Where four weeks' shifts went: the ideas, and what belongs to none."""

from collections.abc import Mapping
from datetime import timedelta

from shifter.core.quick_tuple import NamedTuple

FOUR_WEEKS = timedelta(days=28)


class Share(NamedTuple):
    """An idea and its shifts."""

    name: str
    shifts: int


class FourWeeks(NamedTuple):
    """The shares, the largest first, and the shifts that went to no idea."""

    shares: tuple[Share, ...]
    elsewhere: int


def four_weeks(by_idea: Mapping[str, int], total: int) -> FourWeeks:
    """The shares of a total."""
    largest = sorted(by_idea.items(), key=lambda share: (-share[1], share[0]))
    shares = tuple(Share(name, shifts) for name, shifts in largest if shifts)
    return FourWeeks(shares, total - sum(share.shifts for share in shares))
