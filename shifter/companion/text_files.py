"""Text files that are written among the user's documents, each under a name of its own."""

import os
import re
from contextlib import suppress

from shifter.errors import FileTrouble
from shifter.whole_files import write_whole

_LONGEST_NAME = 60


def write_new(title: str, ending: str, text: str) -> str:
    """Write a text into a new file named after its title; returns its path."""
    from shifter.paths import documents_folder, make_folder

    words = re.findall(r"\w+", title.lower())
    folder, name = documents_folder(), "-".join(["shifter", *words])[:_LONGEST_NAME]
    path = os.path.join(folder, f"{name}.{ending}")
    try:
        make_folder(folder)
        path = _begun(folder, name, ending)
        _fill(path, text)
    except OSError as error:
        raise FileTrouble(
            "The story can't be written",
            f"{path}: {error.strerror}. `shifter story` prints it too.",
        ) from error
    return path


def _begun(folder: str, name: str, ending: str) -> str:
    """The path of a file that nobody else has: an empty one, made here."""
    path, number = os.path.join(folder, f"{name}.{ending}"), 1
    while True:
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError:
            number += 1
            path = os.path.join(folder, f"{name}-{number}.{ending}")
        else:
            return path


def _fill(path: str, text: str) -> None:
    try:
        write_whole(path, (text,))
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise
