"""The upkeep of the data file, such as its daily backup, while the app runs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from shifter.errors import ShifterError
from shifter.tui.background import in_the_background

if TYPE_CHECKING:
    from textual.worker import Worker

    from shifter.tui.app import ShifterApp

_EVERY = 3600.0  # seconds


def keep_up(app: "ShifterApp", upkeep: Callable[[], None]) -> None:
    """Do the upkeep in the background, now and every hour; each error is told once."""
    told: set[str] = set()

    async def once() -> None:
        try:
            await in_the_background(upkeep)
        except ShifterError as error:
            if error.message not in told:
                told.add(error.message)
                app.tell(error)

    _now: Worker[None] = app.run_worker(once)
    app.set_interval(_EVERY, once)
