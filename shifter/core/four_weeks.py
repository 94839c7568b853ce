"""Where four weeks' shifts went: the ideas that had most of them, and everything else."""

from collections.abc import Mapping
from datetime import timedelta

from shifter.core.quick_tuple import NamedTuple

FOUR_WEEKS = timedelta(days=28)
_NAMED = 4


class Share(NamedTuple):
    """An idea and its shifts."""

    name: str
    shifts: int


class FourWeeks(NamedTuple):
    """The largest shares, the largest first, and the shifts that went anywhere else."""

    shares: tuple[Share, ...]
    elsewhere: int


def four_weeks(by_idea: Mapping[str, int], total: int) -> FourWeeks:
    """The shares of a total; ideas beyond the four largest count as elsewhere."""
    largest = sorted(by_idea.items(), key=lambda share: (-share[1], share[0]))[:_NAMED]
    shares = tuple(Share(name, shifts) for name, shifts in largest if shifts)
    return FourWeeks(shares, total - sum(share.shifts for share in shares))
