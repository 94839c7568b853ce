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

_SHOWN, _ASIDE_SHOWN = 8, 3
_NOW = ""


async def choose_backup(app: "ShifterApp") -> None:
    """Take a backup now, or restore one after a look at what is in it."""
    from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys

    if app.demo:
        raise Refused("Nothing to keep", "A demo is somebody else's year; nothing of it is kept.")
    safekeeping = app.companion.safekeeping
    found = await app.ask(_looked_into, safekeeping)
    choices = [
        Choice("n", "Take one now", "", _NOW),
        *(
            Choice(key, _day(kept), inside if is_backup else f"aside: {inside}", kept.path)
            for key, (kept, inside, is_backup) in zip(entry_keys(), found, strict=False)
        ),
    ]
    chosen = await app.push_screen_wait(ChoiceDialog("Backups", choices))
    if chosen == _NOW:
        copied = await app.ask(safekeeping.back_up)
        shifts = counted(copied.contents.shifts, "shift")
        app.say(f"A backup with {shifts}, in {short_path(os.path.dirname(copied.path))}")
    elif chosen is not None:
        await _bring_back(app, chosen, {kept.path: inside for kept, inside, _ in found}[chosen])


async def _bring_back(app: "ShifterApp", path: str, inside: str) -> None:
    from shifter.tui.dialogs.confirm import ConfirmDialog

    question = ConfirmDialog(
        "Bring this one back?", f"In it: {inside}. The present file is kept aside."
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


def _looked_into(safekeeping: "Safekeeping") -> list[tuple["Backup", str, bool]]:
    """The newest backups and the files last set aside: what is in each, and whether it is one."""
    backups = safekeeping.all_backups()[:_SHOWN]
    set_aside = safekeeping.all_set_aside()[:_ASIDE_SHOWN]
    return [
        *((kept, _inside(safekeeping, kept), True) for kept in backups),
        *((kept, _inside(safekeeping, kept), False) for kept in set_aside),
    ]


def _inside(safekeeping: "Safekeeping", kept: "Backup") -> str:
    try:
        inside = safekeeping.inside(kept.path)
    except FileTrouble as error:
        return error.title.lower()
    return f"{counted(inside.shifts, 'shift')}, {counted(inside.ideas, 'idea')}"


def _day(kept: "Backup") -> str:
    return f"{whole_day(kept.taken)}, {kept.taken:%H:%M}"
