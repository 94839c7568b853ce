"""What the next start will show first, kept from one run of the app to the next.

Working it out takes longer than loading all that draws it. So the app draws it ahead, for the
hours and mornings to come, and a start shows it if nothing has changed since: neither the data
file nor the settings, the theme or the terminal.
"""

import os

from shifter import paths

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is shown
if TYPE_CHECKING:
    from collections.abc import Iterable

Picture = tuple[float, float, str]
"""From when until when it holds (seconds since 1970), and what to write to the terminal."""

_BETWEEN = "\0"  # stands in no picture
_CHANGE_COUNTER = 4, 24
"""How many bytes of a data file say how often it was changed, and where they begin."""

_TERMINAL = ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER")

_looked_into: dict[tuple[int, int], int] = {}
"""The data files that were looked into, by device and inode, each open for good."""


def kept_picture(database: str, size: tuple[int, int], now: float) -> str | None:
    """The picture for an instant (seconds since 1970); None where none holds."""
    try:
        with open(paths.pictures_file(), encoding="utf-8", newline="") as file:
            theme, circumstances, *pictures = file.read().split(_BETWEEN)
        # Opening a pipe would wait for whoever writes to it.
        if not os.path.isfile(database):
            return None
        if circumstances != circumstances_of(database, theme, size):
            return None
        while pictures:
            since, until, text, *pictures = pictures
            if float(since) <= now < float(until):
                return text
    except (OSError, ValueError):
        return None  # Not there, or not what this program wrote.
    return None


def keep_pictures(theme: str, circumstances: str, pictures: "Iterable[Picture]") -> None:
    """Keep the pictures for the next start, in place of those kept before."""
    path = paths.pictures_file()
    # Not by `write_whole`: what can be drawn again needs no wait for the disk.
    temporary = f"{path}.{os.getpid()}"
    try:
        paths.make_folder(os.path.dirname(path))
        # They quote the log, which is private.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8", newline="") as file:
            # One by one: joined, and then encoded, they would be in memory three times over.
            file.write(f"{theme}{_BETWEEN}{circumstances}")
            for since, until, text in pictures:
                file.write(f"{_BETWEEN}{since!r}{_BETWEEN}{until!r}{_BETWEEN}")
                file.write(text)
        os.replace(temporary, path)
    except OSError:
        return  # The next start takes a moment longer.


def circumstances_of(database: str, theme: str, size: tuple[int, int]) -> str:
    """All that a picture depends on besides the time. Raises OSError without a data file."""
    files = (
        database,
        f"{database}-journal",
        paths.config_file(),
        os.path.join(paths.config_folder(), "themes", f"{theme}.toml"),
        os.path.join(paths.state_folder(), "background"),
        os.path.dirname(os.path.dirname(__file__)),
    )
    return repr(
        (
            os.path.abspath(database),
            os.pread(_opened(database), *_CHANGE_COUNTER),
            tuple(size),
            os.environ.get("TZ"),
            os.path.realpath("/etc/localtime"),
            *(os.environ.get(name) for name in _TERMINAL),
            *(_state(file) for file in files),
        )
    )


def _opened(database: str) -> int:
    """The data file, which is never closed.

    When a process closes a file, the system takes every lock from it that the process has on the
    file, SQLite's among them.
    """
    file = _looked_into.get(_identity(os.stat(database)))
    if file is None:
        file = os.open(database, os.O_RDONLY)
        _looked_into[_identity(os.fstat(file))] = file
    return file


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _state(file: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
