"""Screens that the terminal gets in one frame, whole, rather than piece by piece.

This and driver.py alone may use private names of Textual; they are those of version 8.
"""

import asyncio
from contextlib import suppress
from typing import TypeVar

from textual.screen import Screen

ResultT = TypeVar("ResultT")

_PATIENCE = 0.2
"""Seconds after which a screen is drawn though something on it still moves."""


class DrawnAtOnce(Screen[ResultT]):
    """A screen that can be drawn in one frame, as soon as all of it is there.

    Textual would draw what has moved and then all of it, each up to a sixtieth of a second later.
    """

    def _compositor_refresh(self) -> None:
        """Draw what is to be drawn, unless that is held back, or nothing of it can be seen.

        Textual would throw away what is held back, and draw a page anew for what it covers.
        """
        front = self.app.screen
        if self is not front and front.styles.background.a == 1:
            self._dirty_widgets.clear()
        elif not self.app._batch_count:  # noqa: SLF001
            super()._compositor_refresh()

    async def come_to_rest(self) -> None:
        """Lay it out, while drawing is held back, until nothing moves any more."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._hear_out()
                while self._layout_required:
                    self._layout_required = False
                    self._refresh_layout()
                    await self._hear_out()

    def draw_all(self) -> None:
        """Draw all of it now, as it is laid out, if it is in front."""
        self.refresh()
        if self.is_attached and self is self.app.screen:
            self._repaint_required = False
            self._compositor.update_widgets({self})
            self._compositor_refresh()
            # Its timer first sleeps for a sixtieth of a second; the first key has no need to wait.
            self._update_timer.resume()

    async def _hear_out(self) -> None:
        """Wait until the widgets have done what they were told, and it what they asked for then."""
        for nodes in ([*self.walk_children()], [self]):
            all_heard = [asyncio.Event() for _ in nodes]
            for node, heard in zip(nodes, all_heard, strict=True):
                node.call_next(heard.set)
            for heard in all_heard:
                await heard.wait()
