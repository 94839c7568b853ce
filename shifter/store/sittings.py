"""Whether the app was left properly the last time: a mark beside the backups while it is open.

The mark is locked as long as its process lives. A number alone would not do: the system gives the
numbers of processes that are no more to others.
"""

import os
from contextlib import suppress

from shifter.paths import backup_folder, make_folder
from shifter.store.locks import let_go, locked

_MARK = "open-"
_held: dict[str, int | None] = {}
"""The marks of this process, as open files."""


def begin(database: str) -> bool:
    """Leave the mark of this process; returns whether one of an ended process was there."""
    folder, mark = backup_folder(database), _mark(database)
    was_left = False
    with suppress(OSError):  # where nothing can be written, nothing was cut short in writing
        make_folder(folder)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if name.startswith(_MARK) and (left := locked(path)) is not None:
                was_left = True
                os.unlink(path)
                let_go(left)
        if mark not in _held:
            _held[mark] = locked(mark, make=True)
    return was_left


def end(database: str) -> None:
    """Take the mark of this process away."""
    mark = _mark(database)
    if mark in _held:
        with suppress(OSError):
            os.unlink(mark)
        let_go(_held.pop(mark))


def _mark(database: str) -> str:
    return os.path.join(backup_folder(database), f"{_MARK}{os.getpid()}")
