"""Garbage is collected between keys, so that hardly any key waits for it."""

import gc

_THRESHOLDS = 20_000, 50, 10
"""When Python collects by itself. With its own 700 objects, it does a dozen times while a dialog
opens, and each time takes one to two milliseconds."""

_FEW = 1_000
"""New objects that are not worth it; a letter in a field makes less than that."""


def start_collecting() -> None:
    """Collect from now on, among what comes: what is there now stays."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()


def collect_young() -> None:
    """Collect among what has come since the last time."""
    young, _, _ = gc.get_count()
    if young > _FEW:
        gc.collect(0)


def collect() -> None:
    """Collect among all that has come, if there may be anything."""
    young, times_young, _ = gc.get_count()
    if young > _FEW or times_young:
        gc.collect()


def collect_at_first_rest() -> None:
    """Collect among what was there at the beginning as well, and let the rest of it stay."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
