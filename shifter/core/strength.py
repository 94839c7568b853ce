"""Strength: how settled the habit is, from 0 to 1.

The score of Loop Habit Tracker for a daily habit: it loses half its distance to 0 (or to 1) in 13
empty (or active) days. Rest days leave it as it is.
"""

MULTIPLIER = 0.5 ** (1 / 13)


def after_active(strength: float) -> float:
    """The strength once an active day is counted in."""
    return strength * MULTIPLIER + (1 - MULTIPLIER)


def after_empty(strength: float, counted_days: int) -> float:
    """The strength after `counted_days` days that were neither active nor rest days."""
    return float(strength * MULTIPLIER**counted_days)
