"""Strength: how settled the habit is, from 0 to 1.

The score of Loop Habit Tracker for a daily habit: it loses half its distance to 0 (or to 1) in 13
empty (or active) days. Rest days leave it as it is.
"""

from collections.abc import Iterable
from datetime import date

from shifter.core.rest import RestDays

MULTIPLIER = 0.5 ** (1 / 13)


def after_active(strength: float) -> float:
    """The strength once an active day is counted in."""
    return strength * MULTIPLIER + (1 - MULTIPLIER)


def after_empty(strength: float, counted_days: int) -> float:
    """The strength after `counted_days` days that were neither active nor rest days."""
    return float(strength * MULTIPLIER**counted_days)


def strength(active: Iterable[date], rest: RestDays, today: date) -> float:
    """The strength as of today; an empty today does not count, as it is not over.

    `active` holds each active day once, in order. Days after today are left out.
    """
    score = 0.0
    before: date | None = None
    for day in active:
        if day > today:
            break
        if before is not None:
            score = after_empty(score, rest.counted_between(before, day))
        score = after_active(score)
        before = day
    if before is None:
        return 0.0
    return after_empty(score, rest.counted_between(before, today))
