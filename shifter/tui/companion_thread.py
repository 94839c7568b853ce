"""The one thread that owns the companion, and so the connection to the data file."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from shifter.companion import Companion
from shifter.companion.diagnosis import diagnosed
from shifter.core.views import TodayView

P = ParamSpec("P")
T = TypeVar("T")


class CompanionThread:
    """Opens the companion, runs its methods one after another, and closes it at the end."""

    def __init__(self, factory: Callable[[], Companion]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="companion")
        self._opening = self._executor.submit(factory)

    async def open(self) -> Companion:
        """The companion, once it is open. Raises what opening it raised."""
        return await asyncio.wrap_future(self._opening)

    async def ask(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function on this thread and return its result; the event loop goes on meanwhile."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._executor, partial(self._answer, partial(function, *args, **kwargs))
        )

    async def first_view(self) -> TodayView:
        """What Today shows; the companion's part is imported on this thread too."""
        companion = await self.open()

        def view() -> TodayView:
            return companion.today.view()

        return await self.ask(view)

    def close(self) -> None:
        """Finish what is queued, then close the companion."""
        self._executor.submit(self._close_companion)
        self._executor.shutdown(wait=True)

    def _answer(self, question: Callable[[], T]) -> T:
        with diagnosed(self._opening.result().database):
            return question()

    def _close_companion(self) -> None:
        if self._opening.exception() is None:
            self._opening.result().close()
