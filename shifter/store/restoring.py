"""Putting another file in the place of the data file, which is kept aside."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime

from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import FileTrouble, Refused
from shifter.store.backups import STAMP, STAMPED, Backup, kept_in
from shifter.store.connection import open_existing, owned
from shifter.store.copying import whole_copy
from shifter.store.partials import partial_beside
from shifter.store.patience import Patience
from shifter.store.troubles import is_damage, trouble

if TYPE_CHECKING:
    from typing import BinaryIO

# What SQLite may have left beside a file: it belongs to that file and would spoil another.
_COMPANY = ("-journal", "-wal", "-shm")
_ASIDE = "-aside-"


def restore(database: str, source: str, at: datetime) -> str | None:
    """Make `source` the data file; returns where the previous one is kept, if there was one.

    At every moment one of the two stands in the data file's place. Raises FileTrouble where the
    source is damaged, newer or not shifter's, or the data file is in use or another program's.
    """
    place = os.path.realpath(database)
    if _is_in_use(place, source):
        raise Refused("That is the file in use", f"{source} is what shifter works with already.")
    with whole_copy(source, place) as partial, _held(place) as previous:
        aside = _set_aside(previous, place, at) if previous else None
        os.replace(partial, place)
    return aside


def all_set_aside(database: str) -> list[Backup]:
    """Every file that a restore set aside, the newest first.

    A restore that was cut short may have left a second name of the file in use; that is none.
    """
    folder, name = os.path.split(os.path.realpath(database))
    kept = kept_in(folder, f"{re.escape(name)}{_ASIDE}{STAMPED}")
    return [aside for aside in kept if not _is_in_use(database, aside.path)]


def _is_in_use(database: str, path: str) -> bool:
    return os.path.exists(database) and os.path.samefile(database, path)


@contextmanager
def _held(place: str) -> Iterator["BinaryIO | None"]:
    """The file, while nobody can write to it; to a damaged one nobody can write anyway.

    It is open from here until another has its place: when a process closes a file, the system
    takes every lock from it that the process has on the file, SQLite's among them.
    """
    if not os.path.exists(place):
        yield None
        return
    try:
        with closing(open_existing(place)) as connection:
            try:
                Patience()(lambda: _hold(connection, place))
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
            with open(place, "rb") as previous:
                yield previous
    except sqlite3.Error as error:
        raise trouble(error, place) from error


def _hold(connection: sqlite3.Connection, place: str) -> None:
    owned(connection, place)
    # A write-ahead log is taken in first: it would stay behind under the old name.
    if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
        raise FileTrouble("The file is in use", f"{place}: close what uses it, and try again.")
    connection.execute("BEGIN EXCLUSIVE")


def _set_aside(previous: "BinaryIO", place: str, at: datetime) -> str | None:
    if not os.stat(place).st_size:
        return None
    stem = f"{place}{_ASIDE}{at.strftime(STAMP)}"
    aside, number = stem, 1
    while os.path.exists(aside):
        number += 1
        aside = f"{stem}-{number}"
    try:
        os.link(place, aside)
    except OSError:  # not every file system can give a file two names
        _copy(previous, aside)
    with suppress(OSError):  # nor has every one of them modes
        os.chmod(aside, 0o600)
    for company in _COMPANY:
        if os.path.exists(place + company):
            os.replace(place + company, aside + company)
    return aside


def _copy(previous: "BinaryIO", aside: str) -> None:
    """Copy the file, which may be damaged, byte by byte: whole and on the disk, or not at all."""
    with partial_beside(aside) as partial:
        with open(partial, "wb") as file:
            shutil.copyfileobj(previous, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, aside)
