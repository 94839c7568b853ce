"""The backups of a data file, in a folder beside it: taken, found, offered, and thinned out."""

import os
import re
from contextlib import suppress
from datetime import datetime

from shifter.core.backups import worth_keeping
from shifter.core.days import whole_day
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import FileTrouble
from shifter.paths import backup_folder, make_folder
from shifter.store.copying import copy
from shifter.store.partials import clear_partials
from shifter.store.soundness import first_damage
from shifter.store.troubles import command

STAMP = "%Y-%m-%d-%H%M%S"
"""How the name of a file that is kept tells since when."""

STAMPED = r"(\d{4}-\d\d-\d\d-\d{6})(?:-before-version-(\d+))?(?:-\d+)?"
"""The same as it is found again, with the version if there is one; a number makes it unique."""


class Backup(NamedTuple):
    """A data file that is kept; `taken` is a wall-clock time, without a zone.

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
    return kept_in(backup_folder(database), rf"{STAMPED}\.db")


def kept_in(folder: str, names: str) -> list[Backup]:
    """The files of a folder with such names, a pattern with `STAMPED` in it; the newest first."""
    found = []
    with suppress(OSError):  # a folder that can't be read offers none
        for name in os.listdir(folder):
            match = re.fullmatch(names, name)
            with suppress(ValueError):
                if match:
                    taken = datetime.strptime(match[1], STAMP)
                    version = int(match[2]) if match[2] else None
                    found.append(Backup(os.path.join(folder, name), taken, version))
    return sorted(found, key=lambda backup: (backup.taken, backup.path), reverse=True)


def take(database: str, at: datetime, *, before_version: int | None = None) -> Backup:
    """Take a backup into the folder, named after `at`, a time on the wall clock.

    Raises FileTrouble where the data file is damaged or the folder can't be written.
    """
    folder = backup_folder(database)
    try:
        make_folder(folder)
    except OSError as error:
        raise FileTrouble(
            "The backup was not taken", f"{folder} can't be made: {error.strerror}."
        ) from error
    stem = at.strftime(STAMP) + (f"-before-version-{before_version}" if before_version else "")
    path, number = os.path.join(folder, f"{stem}.db"), 1
    while os.path.exists(path):
        number += 1
        path = os.path.join(folder, f"{stem}-{number}.db")
    copy(database, path)
    # A restore that was killed left it there.
    clear_partials(os.path.dirname(folder))
    return Backup(path, at, before_version)


def thin_out(database: str) -> None:
    """Delete the backups that are not worth keeping."""
    daily = [backup for backup in all_backups(database) if backup.before_version is None]
    kept = worth_keeping(backup.taken for backup in daily)
    for backup in daily:
        if backup.taken not in kept:
            with suppress(OSError):  # another process thins them out as well
                os.unlink(backup.path)


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
        f"The last good backup is from {in_words(backup.taken)}: “{restore}” brings it back and "
        "keeps this file aside."
    )


def in_words(taken: datetime) -> str:
    """`Thursday 19 November 2026, 07:58`."""
    return f"{taken:%A} {whole_day(taken)}, {taken:%H:%M}"
