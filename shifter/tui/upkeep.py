"""Work that nobody waits for, neither on the screen nor at quitting."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App

from shifter.errors import ShifterError

if TYPE_CHECKING:
    from textual.worker import Worker

    from shifter.tui.app import ShifterApp

T = TypeVar("T")

_EVERY = 3600.0  # seconds
_FEW = 3


def keep_up(
    app: App[Any], upkeep: Callable[[], None], tell: Callable[[ShifterError], None]
) -> None:
    """Do the upkeep in the background, now and every hour; each error is told once."""
    told: set[str] = set()

    async def once() -> None:
        try:
            await in_the_background(upkeep)
        except ShifterError as error:
            if error.message not in told:
                told.add(error.message)
                tell(error)

    _now: Worker[None] = app.run_worker(once)
    app.set_interval(_EVERY, once)


async def tell_left_out(app: "ShifterApp") -> None:
    """Say in one toast which of the user's files of suggestions can't be used."""
    with suppress(ShifterError):  # A damaged data file is reported by whatever needs it.
        faults = await app.ask(app.companion.prompts.faults)
        if faults:
            files = "A file" if len(faults) == 1 else f"{len(faults)} files"
            title = f"{files} of suggestions left out"
            text = "\n".join(f"{fault}." for fault in faults[:_FEW])
            app.notify(text, title=title, severity="warning", markup=False)


async def in_the_background(work: Callable[[], T]) -> T:
    """The result of the work, done on a daemon thread, which ends with the process."""
    result: Future[T] = Future()
    result.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again where it is awaited
            result.set_exception(error)

    Thread(target=run, name="upkeep", daemon=True).start()
    return await asyncio.wrap_future(result)
