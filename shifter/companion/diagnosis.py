"""Telling a damaged file from a fault of the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from shifter.errors import FileTrouble, ShifterError


@contextmanager
def diagnosed(database: str) -> Iterator[None]:
    """Where an error comes from a damaged file, say so; any other is raised as it is.

    A flipped bit can make a date unreadable without breaking any rule of SQLite's, so every value
    is looked at once something went wrong. Figures that are wrong are counted again.
    """
    try:
        yield
    except ShifterError:
        raise
    except Exception as error:
        trouble = _found(database)
        if trouble is not None:
            raise trouble from error
        raise


def _found(database: str) -> FileTrouble | None:
    from shifter.store.soundness import damages
    from shifter.store.store import Store
    from shifter.store.troubles import damaged

    if damages(database):
        return damaged(database)
    store = Store(database)
    try:
        wrong = store.recount(datetime.now(UTC))
    finally:
        store.close()
    if not wrong:
        return None
    return FileTrouble(
        "Some figures were wrong", "They have been counted again from your shifts; try once more."
    )
