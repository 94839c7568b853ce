"""Telling a damaged file from a fault of the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from shifter.errors import FileTrouble, ShifterError


@contextmanager
def diagnosed(database: str) -> Iterator[None]:
    """Where the work trips over what a damaged file says, tell that; any other error goes on.

    A flipped bit can make a text of a date, which no rule of SQLite's forbids; looking at every
    value costs nothing as long as nothing goes wrong. Figures that are wrong are counted again.
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
