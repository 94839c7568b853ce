"""A note beside the backups that the data file was found damaged, so that nobody writes to it."""

import os
from contextlib import suppress

from shifter.paths import backup_folder, make_folder


def note_damage(database: str) -> None:
    """Note it for the file as it stands now; it does not apply to another one in its place."""
    with suppress(OSError):  # then this process alone knows
        make_folder(backup_folder(database))
        with open(_note(database), "w", encoding="ascii") as file:
            file.write(_mark(database))


def is_noted(database: str) -> bool:
    """Whether the file, as it stands now, was found damaged."""
    try:
        with open(_note(database), encoding="ascii") as file:
            return file.read() == _mark(database)
    except (OSError, UnicodeDecodeError):
        return False


def _note(database: str) -> str:
    return os.path.join(backup_folder(database), "damaged")


def _mark(database: str) -> str:
    status = os.stat(database)
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"
