"""What standard output's terminal can do, as far as it tells."""

import os
import shutil

from shifter.cli.output import can_print, is_shown, wants_colour
from shifter.core.quick_tuple import NamedTuple


class Terminal(NamedTuple):
    """`colours` is how many there are: 0, 16, 256 or 16,777,216."""

    name: str
    is_terminal: bool
    columns: int
    rows: int
    colours: int
    unicode: bool


def look_at_terminal() -> Terminal:
    """The terminal of this process."""
    size = shutil.get_terminal_size()
    is_terminal = is_shown()
    return Terminal(
        name=os.environ.get("TERM", ""),
        is_terminal=is_terminal,
        columns=size.columns,
        rows=size.lines,
        colours=_colours() if wants_colour() else 0,
        unicode=can_print("✦▁█"),
    )


def _colours() -> int:
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if "256color" in os.environ.get("TERM", "") else 16
