"""Whether the app was left properly the last time: a mark beside the backups while it is open.

The mark is locked as long as its process lives. A number alone would not do: the system gives the
numbers of processes that are no more to others.
"""

import fcntl
import os
from contextlib import suppress

from shifter.paths import backup_folder

_MARK = "open-"
_held: dict[str, int] = {}
"""The marks of this process, as open files."""


def begin(database: str) -> bool:
    """Leave the mark of this process; whether one of a process that is no more was there."""
    folder, mark = backup_folder(database), _mark(database)
    was_left = False
    with suppress(OSError):  # where nothing can be written, nothing was cut short in writing
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if name.startswith(_MARK) and path not in _held and _is_let_go(path):
                was_left = True
                os.unlink(path)
        if mark not in _held:
            _held[mark] = os.open(mark, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(_held[mark], fcntl.LOCK_EX | fcntl.LOCK_NB)
    return was_left


def end(database: str) -> None:
    """Take the mark of this process away."""
    mark = _mark(database)
    if mark in _held:
        with suppress(OSError):
            os.unlink(mark)
        os.close(_held.pop(mark))


def _mark(database: str) -> str:
    return os.path.join(backup_folder(database), f"{_MARK}{os.getpid()}")


def _is_let_go(mark: str) -> bool:
    """Whether the process that left it has ended."""
    try:
        file = os.open(mark, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(file)
    return True
