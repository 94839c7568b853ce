"""The backups of a data file, in a folder beside it: taken, found, offered, and thinned out."""

import os
import re
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from datetime import datetime
from typing import NamedTuple

from shifter.core.backups import worth_keeping
from shifter.errors import FileTrouble
from shifter.paths import backup_folder
from shifter.store.connection import open_existing, recognised
from shifter.store.patience import LONGEST
from shifter.store.soundness import first_damage
from shifter.store.troubles import command, damaged, trouble

_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})(?:-before-version-(\d+))?(?:-\d+)?\.db")
_STAMP = "%Y-%m-%d-%H%M%S"
_PARTIAL = ".partial"
_DAY = 86_400  # seconds


class Backup(NamedTuple):
    """A backup in its folder. `taken` is what the clock on the wall showed then.

    `before_version` is the version of the schema that a migration was about to bring; those are
    never thinned out.
    """

    path: str
    taken: datetime
    before_version: int | None

    @property
    def name(self) -> str:
        """The name that `restore` takes."""
        return os.path.basename(self.path).removesuffix(".db")


def all_backups(database: str) -> list[Backup]:
    """Every backup of a data file, the newest first."""
    folder = backup_folder(database)
    found = []
    with suppress(OSError):  # a folder that can't be read offers none
        for name in os.listdir(folder):
            match = _NAME.fullmatch(name)
            with suppress(ValueError):
                if match:
                    taken = datetime.strptime(match[1], _STAMP)
                    version = int(match[2]) if match[2] else None
                    found.append(Backup(os.path.join(folder, name), taken, version))
    return sorted(found, key=lambda backup: (backup.taken, backup.path), reverse=True)


def take(database: str, at: datetime, *, before_version: int | None = None) -> Backup:
    """Take a backup into the folder, named after `at`, a time on the wall clock.

    Raises FileTrouble where the data file is damaged or the folder can't be written.
    """
    folder = backup_folder(database)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise FileTrouble(
            "The backup was not taken", f"{folder} can't be made: {error.strerror}."
        ) from error
    stem = at.strftime(_STAMP) + (f"-before-version-{before_version}" if before_version else "")
    path, number = os.path.join(folder, f"{stem}.db"), 1
    while os.path.exists(path):
        number += 1
        path = os.path.join(folder, f"{stem}-{number}.db")
    copy(database, path)
    return Backup(path, at, before_version)


def copy(source: str, target: str) -> None:
    """Copy a data file as it is at one moment; the copy has its name once it was found whole.

    Raises FileTrouble: about `source` where that is damaged, not shifter's or too long in use,
    else about `target`.
    """
    try:
        handle, partial = tempfile.mkstemp(dir=os.path.dirname(target) or ".", suffix=_PARTIAL)
        os.close(handle)
    except OSError as error:
        raise _not_written(target, error) from error
    try:
        _copy(source, partial, target)
        if first_damage(partial, thorough=True):
            raise damaged(source)
        os.replace(partial, target)
        sync_folder(os.path.dirname(target) or ".")
    except sqlite3.Error as error:
        raise trouble(error, target) from error
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(partial)


def thin_out(database: str) -> None:
    """Delete the backups that are not worth keeping, and what was left half done days ago."""
    daily = [backup for backup in all_backups(database) if backup.before_version is None]
    kept = worth_keeping(backup.taken for backup in daily)
    outdated = [backup.path for backup in daily if backup.taken not in kept]
    folder = backup_folder(database)
    with suppress(OSError):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if name.endswith(_PARTIAL) and time.time() - os.stat(path).st_mtime > _DAY:
                outdated.append(path)
    for path in outdated:
        with suppress(OSError):  # another process thins them out as well
            os.unlink(path)


def last_good(database: str) -> Backup | None:
    """The newest backup that is whole."""
    for backup in all_backups(database):
        with suppress(FileTrouble):
            if first_damage(backup.path) is None:
                return backup
    return None


def offer(database: str) -> str | None:
    """The last good backup in a sentence, with the command that brings it back."""
    backup = last_good(database)
    if backup is None:
        return None
    restore = command(database, f"restore {backup.name}")
    return (
        f"The last good backup is of {in_words(backup.taken)}: “{restore}” brings it back and "
        "keeps this file aside."
    )


def in_words(taken: datetime) -> str:
    """`Thursday 19 November 2026, 07:58`."""
    return f"{taken:%A} {taken.day} {taken:%B %Y, %H:%M}"


def sync_folder(folder: str) -> None:
    """Make a new name in a folder survive a power cut, where the system lets folders be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copy(source: str, partial: str, target: str) -> None:
    end = time.monotonic() + LONGEST

    def go_on(status: int, _remaining: int, _total: int) -> None:
        # Python itself would wait for a busy file for ever.
        if status == sqlite3.SQLITE_BUSY and time.monotonic() > end:
            raise FileTrouble("The file is in use", f"{source} is busy. Try again in a moment.")

    try:
        with closing(open_existing(source)) as origin, closing(open_existing(partial)) as made:
            recognised(origin, source)
            try:
                origin.backup(made, progress=go_on)
                # A copy is one file, whatever the original is.
                made.execute("PRAGMA journal_mode = DELETE").fetchall()
            except sqlite3.OperationalError as error:
                raise trouble(error, target) from error
    except sqlite3.Error as error:
        raise trouble(error, source) from error


def _not_written(target: str, error: OSError) -> FileTrouble:
    return FileTrouble("The backup was not taken", f"{target} can't be written: {error.strerror}.")
