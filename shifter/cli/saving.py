"""Files that a command writes: whole, or not at all."""

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress

from shifter.errors import FileTrouble, Refused, WrongUsage


def format_of(path: str | None, known: Sequence[str]) -> str | None:
    """The format that a file's name ends with; None where it has no ending.

    Raises WrongUsage where it has one that is not `known`.
    """
    ending = os.path.splitext(path or "")[1][1:].lower()
    if ending and ending not in known:
        *most, last = (f".{name}" for name in known)
        raise WrongUsage(
            "Which format?",
            f"No file can end in .{ending} here, but in {', '.join(most)} or {last}; "
            "or say which with --format.",
        )
    return ending or None


def save(path: str, pieces: Iterable[str], *, spare: str, force: bool = False) -> None:
    """Write a text into a new file; with `force`, in place of one that is there.

    `spare` is the data file, which is never overwritten, whatever name it is given. Raises
    FileTrouble, and Refused for the data file or a file that is there.
    """
    # Behind a link it is the file itself that is replaced.
    target = os.path.realpath(path)
    if _is_same(target, spare):
        raise Refused("That is the log itself", f"{path} is the data file. Name another one.")
    # A device such as /dev/null would be replaced by a file.
    if os.path.exists(target) and not os.path.isfile(target):
        raise FileTrouble("The file could not be written", f"{path} is not a file.")
    if os.path.exists(target) and not force:
        raise Refused(
            "The file is there already",
            f"{path} was left as it is; name another, or add --force to write over it.",
        )
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):  # and may be read by as many as before
            os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(temporary, target)
    except OSError as error:
        raise FileTrouble("The file could not be written", f"{path}: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
