"""Files that are locked as long as the process that locked them lives."""

import fcntl
import os
from contextlib import suppress


def locked(path: str, *, make: bool = False) -> int | None:
    """The open file, locked for this process until it is closed.

    None where another process, or this one, has locked it, or there is none to lock.
    """
    try:
        file = os.open(path, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file


def let_go(file: int | None) -> None:
    """Close a locked file."""
    if file is not None:
        with suppress(OSError):
            os.close(file)
