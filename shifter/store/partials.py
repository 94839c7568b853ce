"""Files that SQLite fills: each in a folder of its own, with its journal, until it has its name.

The folder is locked as long as its process lives, so that what a killed one left is known.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from shifter.store.locks import let_go, locked
from shifter.whole_files import PARTIAL

_NAME = "shifter-"
_LOCK = "lock"


@contextmanager
def partial_beside(target: str) -> Iterator[str]:
    """An empty file to fill and to move to `target`; it is gone at the end, with all beside it.

    What ended processes left half done in the folder of `target` goes first. Raises OSError where
    nothing can be written there.
    """
    folder = os.path.dirname(target) or "."
    clear_partials(folder)
    begun = tempfile.mkdtemp(dir=folder, prefix=_NAME)
    held = locked(os.path.join(begun, _LOCK), make=True)
    room = f"{begun}{PARTIAL}"
    try:
        # Not before it is locked: by this name others look for what was left.
        os.rename(begun, room)
        partial = os.path.join(room, "file")
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield partial
    finally:
        for path in (begun, room):
            shutil.rmtree(path, ignore_errors=True)
        let_go(held)


def clear_partials(folder: str) -> None:
    """Remove what processes that live no more left half done in a folder."""
    with suppress(OSError):
        for name in os.listdir(folder):
            room = os.path.join(folder, name)
            is_room = name.startswith(_NAME) and name.endswith(PARTIAL)
            if is_room and (held := locked(os.path.join(room, _LOCK))) is not None:
                shutil.rmtree(room, ignore_errors=True)
                let_go(held)
