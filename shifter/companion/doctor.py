"""Examining the data file, and putting right what can be computed again."""

import os
from datetime import datetime

from shifter.clock import Clock, SystemClock
from shifter.core.examination import Examination, Kept, Salvage
from shifter.core.moment import from_text
from shifter.errors import FileTrouble
from shifter.store import backups, changes, prompts
from shifter.store.connection import VERSION
from shifter.store.contents import contents
from shifter.store.damage_note import note_damage
from shifter.store.salvage.rescue import count_rows, salvage
from shifter.store.salvage.rescue import lost as lost_rows
from shifter.store.soundness import damages, first_damage
from shifter.store.store import Store
from shifter.store.troubles import Damaged, NoDatabase, barred, is_no_file, lost
from shifter.store.writer import Writer


def examine(database: str, clock: Clock | None = None) -> Examination:
    """Look at every page and every row, and at the backups.

    Derived rows that a recount does not confirm are written again, and what can be read of a
    damaged file is written to a new one beside it. Nothing else is changed: damaged, older and
    newer files stay as they are.
    """
    in_the_way = barred(database)
    if in_the_way is not None:
        return Examination(database, "barred", trouble=str(in_the_way))
    found = Examination(database, "new", backups=tuple(_backups(database)))
    try:
        found = found._replace(size=os.stat(database).st_size)
    except OSError:
        found = found._replace(size=0)
    if not found.size and not is_no_file(database):
        offered = backups.offer(database)
        if offered is not None:
            found = found._replace(state="lost", trouble=str(lost(database, offered)))
        return found
    examined = _examined(found, clock or SystemClock())
    if examined.state == "damaged":
        note_damage(database)
    return examined


def _examined(found: Examination, clock: Clock) -> Examination:
    try:
        return _looked_into(found, clock)
    except Damaged:
        return _salvaged(found, clock)
    except NoDatabase as error:
        salvaged = _salvaged(found, clock)
        if salvaged.salvage:
            return salvaged
        told = f"{error.title}: it is no database, and nothing of shifter's could be read in it."
        return found._replace(state="unusable", trouble=f"{told} It was left alone.")
    except FileTrouble as error:
        return found._replace(state="unusable", trouble=str(error))


def _looked_into(found: Examination, clock: Clock) -> Examination:
    wrong = damages(found.path)
    if wrong:
        return _salvaged(found._replace(damages=tuple(wrong)), clock)
    inside = contents(found.path)
    found = found._replace(state="whole", contents=inside)
    return _recounted(found, clock) if inside.version == VERSION else found


def _salvaged(found: Examination, clock: Clock) -> Examination:
    """Write what can be read into a new file, once as long as the damaged one stays the same."""
    offered = backups.offer(found.path) or "There is no backup of it."
    found = found._replace(
        state="damaged", trouble=f"The file is damaged, and stays as it is. {offered}"
    )
    place = os.path.realpath(found.path)
    changed = datetime.fromtimestamp(os.stat(place).st_mtime)  # noqa: DTZ006 - wall clock
    target = f"{place}-salvaged-{changed:%Y-%m-%d-%H%M%S}.db"
    if os.path.exists(target):
        rows = count_rows(target)
        return found._replace(salvage=Salvage(target, rows, lost_rows(place, rows)))
    return found._replace(salvage=salvage(place, target, _put_back_what_ships, clock.now().utc))


def _put_back_what_ships(writer: Writer) -> None:
    from shifter.catalogue.prompts import load_prompts

    prompts.copy_catalogue(writer, load_prompts())


def _recounted(found: Examination, clock: Clock) -> Examination:
    store = Store(found.path)
    now = clock.now().utc
    try:
        last = changes.last(store)
        if last is not None and from_text(last.created) > now:
            found = found._replace(clock_behind=from_text(last.created))
        return found._replace(recounted=tuple(store.recount(now)))
    except Damaged:
        raise
    except FileTrouble as error:  # such as a read-only one
        return found._replace(trouble=str(error))
    finally:
        store.close()


def _backups(database: str) -> list[Kept]:
    kept = []
    for backup in backups.all_backups(database):
        try:
            is_whole = first_damage(backup.path) is None
        except FileTrouble:
            is_whole = False
        kept.append(Kept(backup.name, backup.taken, is_whole))
    return kept
