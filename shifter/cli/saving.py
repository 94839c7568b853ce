"""Files that a command writes: whole, or not at all."""

import os
from collections.abc import Iterable, Sequence

from shifter.errors import FileTrouble, Refused, WrongUsage
from shifter.whole_files import write_whole


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
    # What is looked at is what is replaced, which is the file behind a link.
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
    try:
        write_whole(target, pieces)
    except OSError as error:
        raise FileTrouble("The file could not be written", f"{path}: {error.strerror}.") from error


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
