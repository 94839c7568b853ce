"""Folders: a name for what is not whole yet, and making a new file survive a power cut."""

import os

PARTIAL = ".partial"
"""The end of the name of a file that is not whole yet."""


def sync_folder(folder: str) -> bool:
    """Make a new name in a folder survive a power cut; False where the system can't say so."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
