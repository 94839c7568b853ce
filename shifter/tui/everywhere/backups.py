"""Backups in the app: taking one, and restoring one."""

import os
from typing import TYPE_CHECKING

from shifter.core.days import whole_day
from shifter.core.number_words import counted
from shifter.errors import FileTrouble, Refused
from shifter.paths import short_path

if TYPE_CHECKING:
    from shifter.companion.safekeeping import Safekeeping
    from shifter.store.backups import Backup
    from shifter.tui.app import ShifterApp

_SHOWN = 8
_NOW = ""


async def choose_backup(app: "ShifterApp") -> None:
    """Take a backup now, or restore one after a look at what is in it."""
    from shifter.tui.dialogs.choice import Choice, ChoiceDialog

    if app.demo:
        raise Refused("Nothing to keep", "A demo is somebody else's year; nothing of it is kept.")
    safekeeping = app.companion.safekeeping
    found = await app.ask(_looked_into, safekeeping)
    choices = [
        Choice("n", "Take one now", "", _NOW),
        *(
            Choice(str(number), _day(backup), inside, backup.path)
            for number, (backup, inside) in enumerate(found, start=1)
        ),
    ]
    chosen = await app.push_screen_wait(ChoiceDialog("Backups", choices))
    if chosen == _NOW:
        copied = await app.ask(safekeeping.back_up)
        shifts = counted(copied.contents.shifts, "shift")
        app.say(f"A backup with {shifts}, in {short_path(os.path.dirname(copied.path))}")
    elif chosen is not None:
        await _bring_back(app, chosen, {each.path: words for each, words in found}[chosen])


async def _bring_back(app: "ShifterApp", path: str, inside: str) -> None:
    from shifter.tui.dialogs.confirm import ConfirmDialog

    question = ConfirmDialog(
        "Bring this backup back?", f"In it: {inside}. The present file is kept aside."
    )
    if not await app.push_screen_wait(question):
        return
    restored = await app.ask(app.companion.restore, path)
    await app.begin_sitting()
    app.heard()
    aside = ""
    if restored.aside:
        aside = f" The previous file is kept as {short_path(restored.aside)}"
    app.say(f"Brought back: {counted(restored.contents.shifts, 'shift')}.{aside}")


def _looked_into(safekeeping: "Safekeeping") -> list[tuple["Backup", str]]:
    """The newest backups with what is in each, in a few words."""
    found = []
    for backup in safekeeping.all_backups()[:_SHOWN]:
        try:
            inside = safekeeping.inside(backup.path)
        except FileTrouble as error:
            found.append((backup, error.title.lower()))
        else:
            ideas = counted(inside.ideas, "idea")
            found.append((backup, f"{counted(inside.shifts, 'shift')}, {ideas}"))
    return found


def _day(backup: "Backup") -> str:
    return f"{whole_day(backup.taken)}, {backup.taken:%H:%M}"
