"""What a file brings, whichever program wrote it: rows as they would stand in the data file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shifter.errors import Refused
from shifter.store.writer import Value

Row = Mapping[str, Value]


class LeftOut(NamedTuple):
    """How many records of a file are not taken, and why."""

    records: int
    why: str


class Incoming(NamedTuple):
    """The rows of each section by its name, and what was left out of them."""

    source: str
    rows: Mapping[str, Sequence[Row]]
    left_out: tuple[LeftOut, ...] = ()


def unusable(what: str) -> Refused:
    """The answer to a file that can't be taken in; `what` says where it goes wrong."""
    return Refused("That file can't be imported", f"{what} Nothing was changed.")
