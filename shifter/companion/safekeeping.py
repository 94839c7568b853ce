"""Keeping the data file safe; none of it needs the file to be sound."""

import os

from shifter.clock import Clock, SystemClock
from shifter.core.contents import Contents
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import Refused
from shifter.store import backups, copying, restoring, sittings
from shifter.store.backups import Backup
from shifter.store.contents import contents
from shifter.store.damage_note import note_damage
from shifter.store.soundness import first_damage
from shifter.store.troubles import Damaged, damaged, refuse_if_barred


class Copied(NamedTuple):
    """A copy of the data file, and what is in it."""

    path: str
    contents: Contents


class Restored(NamedTuple):
    """What is in the data file now, and where the previous one is kept, if there was one."""

    aside: str | None
    contents: Contents


class Safekeeping:
    """What can be done for a data file by its path alone."""

    def __init__(self, database: str, clock: Clock | None = None) -> None:
        self.database = database
        self._clock = clock or SystemClock()

    def back_up(self, target: str | None = None) -> Copied:
        """Take a backup now: to a new file or into a folder, else beside the others.

        Raises Refused where there is nothing to back up, or something stands there already.
        """
        refuse_if_barred(self.database)
        if not os.path.exists(self.database) or contents(self.database).version == 0:
            raise Refused("Nothing to back up", f"{self.database} holds nothing yet.")
        if target is None:
            path = backups.take(self.database, self._clock.now().wall).path
        else:
            path = self._free(target)
            copying.copy(self.database, path)
        return Copied(path, contents(path))

    def all_backups(self) -> list[Backup]:
        """Every backup there is, the newest first. Raises FileTrouble where none can be seen."""
        refuse_if_barred(self.database)
        return backups.all_backups(self.database)

    def all_set_aside(self) -> list[Backup]:
        """Every file that a restore set aside, the newest first."""
        return restoring.all_set_aside(self.database)

    def named(self, name: str) -> str:
        """The path of a file, or of what is kept by this name; Refused where there is neither."""
        if os.path.exists(name):
            return name
        for kept in (*self.all_backups(), *self.all_set_aside()):
            if name in (kept.name, os.path.basename(kept.path)):
                return kept.path
        raise Refused(
            "There is no such backup", f"{name} is neither a file nor one of the backups."
        )

    def inside(self, path: str) -> Contents:
        """What is in a data file or a backup. Raises FileTrouble."""
        return contents(path)

    def restore(self, path: str) -> Restored:
        """Make a backup or any other data file the one in use; the present one is kept aside.

        Raises ShifterError as `restoring.restore` does, and then nothing has changed.
        """
        refuse_if_barred(self.database)
        aside = restoring.restore(self.database, path, self._clock.now().wall)
        return Restored(aside, contents(self.database))

    def keep(self) -> None:
        """Take the backup of the day unless there is one, and thin out the old ones.

        A backup is checked, and the file with it; after a sitting that was cut short the file is
        checked in any case. Raises FileTrouble where no backup can be taken, Damaged where the file
        is; nothing is written to it from then on.
        """
        try:
            self._keep()
        except Damaged:
            note_damage(self.database)
            raise

    def leave(self) -> None:
        """End the sitting that `keep` began."""
        sittings.end(self.database)

    def _keep(self) -> None:
        was_cut_short = sittings.begin(self.database)
        today = self._clock.now().wall
        if all(backup.taken.date() != today.date() for backup in self.all_backups()):
            if not contents(self.database).is_empty:
                backups.take(self.database, today)
                backups.thin_out(self.database)
        elif was_cut_short and first_damage(self.database):
            raise damaged(self.database)

    def _free(self, target: str) -> str:
        if os.path.isdir(target):
            wall = self._clock.now().wall
            target = os.path.join(target, f"shifter-{wall:%Y-%m-%d-%H%M%S}.db")
        if os.path.lexists(target):
            raise Refused("There is a file already", f"{target} was left alone; name another one.")
        return target
