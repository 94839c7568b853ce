"""What an examination of the data file found."""

from datetime import datetime
from typing import Literal, NamedTuple

from shifter.core.contents import Contents

State = Literal["new", "lost", "barred", "whole", "damaged", "unusable"]


class Salvage(NamedTuple):
    """A new file with what could be read of a damaged one.

    `rows` has the number that came over for each table. `lost` is how many did not; None where
    nobody can tell.
    """

    path: str
    rows: dict[str, int]
    lost: int | None


class Kept(NamedTuple):
    """A backup as it was found; `taken` is a wall-clock time, without a zone."""

    name: str
    taken: datetime
    is_whole: bool


class Examination(NamedTuple):
    """The state of the data file, what is wrong with it, and what was put right.

    `new` is no file yet, `lost` one that its backups outlived, `barred` one in a folder that may
    not be entered, whose backups can't be seen either; `trouble` says in a sentence why a
    file is not used. `recounted` names the derived tables that were wrong; None where they could
    not be looked at. `backups` are the newest first. `clock_behind` is the instant (UTC) of the
    last action, where the clock stands before it. `salvage` is what could be read of a damaged
    file.
    """

    path: str
    state: State
    size: int = 0
    trouble: str | None = None
    damages: tuple[str, ...] = ()
    contents: Contents | None = None
    recounted: tuple[str, ...] | None = None
    backups: tuple[Kept, ...] = ()
    clock_behind: datetime | None = None
    salvage: Salvage | None = None
