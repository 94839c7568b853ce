"""What a command reads from standard input."""

import sys

from shifter.cli.output import tell


def tell_that_it_waits(file: str) -> None:
    """Say so where a command now reads, as its file -, what is typed in a terminal."""
    if file == "-" and sys.stdin is not None and sys.stdin.isatty():
        tell("Reading what is typed or pasted here; ctrl+d on a line of its own ends it.")
