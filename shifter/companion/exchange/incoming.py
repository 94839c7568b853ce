"""What a file brings, whichever program wrote it: rows as they would stand in the data file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shifter.errors import Refused
from shifter.store.writer import Value

Row = Mapping[str, Value]

WITHOUT_WORDS = "without words"


class LeftOut(NamedTuple):
    """How many records of a file are not taken, and why.

    `lines` are those of the file that somebody could mend, where it has any.
    """

    records: int
    why: str
    lines: tuple[int, ...] = ()


class LeavingOut:
    """Counts what is left out by why it is, while a file is read."""

    def __init__(self) -> None:
        self._records: Counter[str] = Counter()
        self._lines: dict[str, list[int]] = {}

    def one(self, why: str, line: int | None = None) -> None:
        """One more."""
        self._records[why] += 1
        if line is not None:
            self._lines.setdefault(why, []).append(line)

    def told(self) -> tuple[LeftOut, ...]:
        """What was left out, most of all first."""
        return tuple(
            LeftOut(records, why, tuple(sorted(self._lines.get(why, ()))))
            for why, records in self._records.most_common()
        )


class Incoming(NamedTuple):
    """The rows of each section by its name, and what was left out of them."""

    source: str
    rows: Mapping[str, Sequence[Row]]
    left_out: tuple[LeftOut, ...] = ()


def unusable(what: str) -> Refused:
    """The answer to a file that can't be taken in; `what` says where it goes wrong."""
    return Refused("That file can't be imported", f"{what} Nothing was changed.")
