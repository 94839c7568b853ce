"""Copying a data file as it is at one moment, whole or not at all."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from shifter.errors import FileTrouble
from shifter.store.connection import open_existing, recognised
from shifter.store.partials import partial_beside
from shifter.store.patience import LONGEST
from shifter.store.soundness import first_damage
from shifter.store.troubles import damaged, trouble
from shifter.whole_files import sync_folder

_AT_ONCE = 512
"""Pages copied before whoever writes meanwhile gets a turn: a long log takes seconds in all."""


def copy(source: str, target: str) -> None:
    """Copy a data file; the copy gets its name once it was found whole.

    Raises FileTrouble: about `source` where that is damaged, empty, not shifter's or too long in
    use, else about `target`.
    """
    with whole_copy(source, target) as partial:
        os.replace(partial, target)


@contextmanager
def whole_copy(source: str, target: str) -> Iterator[str]:
    """A copy that was found whole, under a temporary name beside `target`, to be given its name.

    Raises FileTrouble as `copy` does.
    """
    try:
        with partial_beside(target) as partial:
            _copy(source, partial, target)
            if first_damage(partial, thorough=True):
                raise damaged(source)
            yield partial
            sync_folder(os.path.dirname(target) or ".")
    except OSError as error:
        raise _not_written(target, error) from error


def _copy(source: str, partial: str, target: str) -> None:
    end = time.monotonic() + LONGEST

    def go_on(status: int, _remaining: int, _total: int) -> None:
        # Python itself would wait for a busy file for ever.
        if status == sqlite3.SQLITE_BUSY and time.monotonic() > end:
            raise FileTrouble("The file is in use", f"{source} is busy. Try again in a moment.")

    try:
        with closing(open_existing(source)) as origin, closing(open_existing(partial)) as made:
            if not recognised(origin, source):
                raise FileTrouble("There is nothing in it", f"{source} is empty.")
            try:
                origin.backup(made, pages=_AT_ONCE, progress=go_on)
                # A copy is one file, whatever the original is.
                made.execute("PRAGMA journal_mode = DELETE").fetchall()
            except sqlite3.OperationalError as error:
                raise trouble(error, target) from error
    except sqlite3.Error as error:
        raise trouble(error, source) from error


def _not_written(target: str, error: OSError) -> FileTrouble:
    return FileTrouble("It was not copied", f"{target} can't be written: {error.strerror}.")
