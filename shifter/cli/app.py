"""Opening the app from a shell."""

import gc
import os
import sys

from shifter.errors import Refused


def open_app(database: str, *, demo: bool = False) -> int:
    """Run the app until it is left. Returns its exit status; refused where nobody could type."""
    has_keys = sys.stdin is not None and sys.stdin.isatty()
    if not has_keys and "TEXTUAL_DRIVER" not in os.environ:
        raise Refused(
            "There is no terminal here",
            "The app needs one to be typed into. shifter --help lists what works without.",
        )
    gc.enable()  # unlike a command, the app lives long enough to make garbage
    from shifter.tui import run

    return run(database, demo=demo)
