"""The content of a file that is to be taken in."""

import json
import os
import stat
import sys
from collections.abc import Mapping

from shifter.companion.exchange.incoming import unusable
from shifter.errors import Refused

LARGEST = 1 << 30
"""The most bytes that a file, or what is packed in it, may have."""


def read_bytes(path: str) -> bytes:
    """The whole file; - is standard input.

    Refused where it can't be read, is not a file or far too large.
    """
    if path == "-":
        data = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
        if len(data) > LARGEST:
            raise unusable("It is larger than a gigabyte.")
        return data
    try:
        # Asked first, since opening a pipe that nobody writes to would wait for ever.
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise unusable(f"{path} is not a file.")
        if status.st_size > LARGEST:
            raise unusable(f"{path} is larger than a gigabyte.")
        with open(path, "rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "that cannot be a file's name"
        raise Refused("That file can't be read", f"{path}: {reason}.") from error


def read_json(data: str) -> Mapping[str, object]:
    """A file of JSON that holds one object. Refused where it is cut short or anything else."""
    try:
        parsed = json.loads(data)
    except RecursionError as error:
        raise unusable("Its JSON is nested too deeply.") from error
    except (ValueError, MemoryError) as error:
        raise unusable(f"It is not valid JSON: {str(error) or 'too large'}.") from error
    if not isinstance(parsed, dict):
        raise unusable("Its JSON is not a document that shifter knows.")
    return parsed
