"""What somebody is in the middle of writing, in a file beside the backups until it is entered.

Each process has a file of its own, locked while it lives; what others left is taken over by the
next. It is no part of the data file: every second of typing would be a change to that.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from threading import RLock

from shifter.paths import backup_folder, make_folder
from shifter.store.locks import let_go, locked
from shifter.whole_files import PARTIAL

Words = tuple[str | None, ...]
"""Of each field what stands in it, or None where it is as it was at first."""

_NAME = "half-written-"


class HalfWritten:
    """The words of this process, each by the place they are written at."""

    def __init__(self, database: str) -> None:
        self._folder = backup_folder(database)
        self._path = os.path.join(self._folder, f"{_NAME}{os.getpid()}")
        self._file: int | None = None
        self._writing = RLock()  # a signal may interrupt the very thread that writes

    def take_over(self) -> dict[str, Words]:
        """What was left by processes that have ended; from now on it is this one's."""
        words: dict[str, Words] = {}
        left = {path: file for path in self._left() if (file := locked(path)) is not None}
        for path in left:
            for place, begun in _read(path).items():
                words.pop(place, None)  # The newest stand last.
                words[place] = begun
        with suppress(OSError):  # what can't be kept here stays where it is
            if left:
                self.keep(words)
            for path in left.keys() - {self._path}:
                os.unlink(path)
        for file in left.values():
            let_go(file)
        return words

    def keep(self, words: Mapping[str, Words]) -> None:
        """Keep these words and no others. Raises OSError, and then the previous ones are kept."""
        with self._writing:
            if words:
                import json

                self._write(json.dumps(words))
            else:
                with suppress(FileNotFoundError):
                    os.unlink(self._path)
                self._hold(None)

    def close(self) -> None:
        """Leave what is kept to the next process."""
        self._hold(None)

    def _left(self) -> list[str]:
        """The files of every process, the oldest first."""
        with suppress(OSError):
            paths = [
                os.path.join(self._folder, name)
                for name in os.listdir(self._folder)
                if name.startswith(_NAME) and not name.endswith(PARTIAL)
            ]
            return sorted(paths, key=os.path.getmtime)
        return []

    def _write(self, text: str) -> None:
        make_folder(self._folder)
        partial = f"{self._path}{PARTIAL}"
        # Not by `write_whole`: it has to be locked before it gets its name, and a disk that had to
        # confirm every second of typing would never rest.
        try:
            with open(partial, "w", encoding="utf-8", opener=_for_oneself) as stream:
                stream.write(text)
            file = locked(partial)
            os.replace(partial, self._path)
        except OSError:
            with suppress(OSError):
                os.unlink(partial)
            raise
        self._hold(file)

    def _hold(self, file: int | None) -> None:
        let_go(self._file)
        self._file = file


def _for_oneself(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _read(path: str) -> dict[str, Words]:
    """The words in a file; nothing where something else stands in it."""
    import json

    try:
        with open(path, encoding="utf-8") as stream:
            found = json.load(stream)
        return {
            str(place): tuple(None if each is None else str(each) for each in words)
            for place, words in found.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
