"""Work on a thread that nothing waits for at quitting."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_the_background(work: Callable[[], T]) -> T:
    """The result of the work, done on a daemon thread, which ends with the process."""
    result: Future[T] = Future()
    result.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again where it is awaited
            result.set_exception(error)

    Thread(target=run, name="background", daemon=True).start()
    return await asyncio.wrap_future(result)
