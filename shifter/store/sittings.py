"""Whether the app was left properly the last time: a mark beside the backups while it is open."""

import os
from contextlib import suppress

from shifter.paths import backup_folder

_MARK = "open-"


def begin(database: str) -> bool:
    """Leave the mark of this process; whether one of a process that is no more was there."""
    folder = backup_folder(database)
    was_left = False
    with suppress(OSError):  # where nothing can be written, nothing was cut short in writing
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(folder):
            process = name.removeprefix(_MARK)
            if name.startswith(_MARK) and process.isdecimal() and not _is_running(int(process)):
                was_left = True
                os.unlink(os.path.join(folder, name))
        with open(_mark(database), "wb"):
            pass
    return was_left


def end(database: str) -> None:
    """Take the mark of this process away."""
    with suppress(OSError):
        os.unlink(_mark(database))


def _mark(database: str) -> str:
    return os.path.join(backup_folder(database), f"{_MARK}{os.getpid()}")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
