"""Which backups are worth keeping."""

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12


def worth_keeping(taken: Iterable[datetime]) -> frozenset[datetime]:
    """The newest backup of each of the last 7 days, 4 weeks and 12 months that have one.

    Counted from the backups themselves, so that a wrong clock never thins out more. All of the
    newest day stay, since one taken by hand a moment ago must not vanish.
    """
    newest_first = sorted(taken, reverse=True)
    kept = {each for each in newest_first if each.date() == newest_first[0].date()}
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda each: each.date()),
        (WEEKS, lambda each: each.isocalendar()[:2]),
        (MONTHS, lambda each: (each.year, each.month)),
    )
    for most, span in spans:
        newest = {span(each): each for each in reversed(newest_first)}
        kept |= set(sorted(newest.values())[-most:])
    return frozenset(kept)
