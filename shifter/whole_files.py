"""Files that are written whole and last, or not at all."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

PARTIAL = ".partial"
"""The end of the name of a file that is not whole yet."""


def write_whole(path: str, pieces: Iterable[str], *, mode: int = 0o666) -> None:
    """Write a text into a file, or in place of one; on return it survives a power cut.

    Behind a link it is the file itself that is replaced. Another one may be read by as many as
    before; `mode` is for a new one, as far as the umask allows it. Raises OSError, and whatever
    `pieces` raise; then everything is as it was.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    # A name of its own: others may be writing the same file.
    partial = os.path.join(folder, f".shifter-{os.urandom(8).hex()}{PARTIAL}")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            os.chmod(partial, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(partial, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(partial)
        raise
    sync_folder(folder)


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
