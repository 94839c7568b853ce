"""Work that nobody waits for, neither on the screen nor when the app is left."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App

from shifter.errors import ShifterError

if TYPE_CHECKING:
    from textual.worker import Worker

T = TypeVar("T")

_EVERY = 3600.0  # seconds


def keep_up(
    app: App[Any], upkeep: Callable[[], None], tell: Callable[[ShifterError], None]
) -> None:
    """Do the upkeep in the background, now and every hour; what is wrong is told once."""
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


async def in_the_background(work: Callable[[], T]) -> T:
    """What the work returns; a thread of its own does it, which ends with the process."""
    result: Future[T] = Future()
    result.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            result.set_exception(error)

    Thread(target=run, name="upkeep", daemon=True).start()
    return await asyncio.wrap_future(result)
