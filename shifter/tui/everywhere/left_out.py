"""Files of suggestions that can't be used."""

from contextlib import suppress
from typing import TYPE_CHECKING

from shifter.errors import ShifterError

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_FEW = 3


async def tell_left_out(app: "ShifterApp") -> None:
    """Say which of the user's files of suggestions can't be used."""
    with suppress(ShifterError):  # A damaged data file is reported by whatever needs it.
        faults = await app.ask(app.companion.prompts.faults)
        if faults:
            files = "A file" if len(faults) == 1 else f"{len(faults)} files"
            title = f"{files} of suggestions skipped"
            text = "\n".join(f"{fault}." for fault in faults[:_FEW])
            app.notify(text, title=title, severity="warning", markup=False)
