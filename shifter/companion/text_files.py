"""Text files that are written among the user's documents, each under a name of its own."""

import os
import re
from contextlib import suppress

from shifter.errors import FileTrouble
from shifter.store.folders import PARTIAL

_LONGEST_NAME = 60


def write_new(title: str, ending: str, text: str) -> str:
    """Write a text into a new file named after its title; returns its path."""
    from shifter.paths import documents_folder, make_folder

    words = re.findall(r"\w+", title.lower())
    folder, name = documents_folder(), "-".join(["shifter", *words])[:_LONGEST_NAME]
    path = os.path.join(folder, f"{name}.{ending}")
    number = 1
    while os.path.exists(path):
        number += 1
        path = os.path.join(folder, f"{name}-{number}.{ending}")
    partial = f"{path}{PARTIAL}"
    try:
        make_folder(folder)
        with open(partial, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(partial, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(partial)
        raise FileTrouble(
            "The story can't be written",
            f"{path}: {error.strerror}. `shifter story` prints it too.",
        ) from error
    return path
