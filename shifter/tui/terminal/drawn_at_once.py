"""Screens that are drawn in one frame, whole, and again as soon as a key has changed something.

This and driver.py alone may use private names of Textual; they are those of version 8.
"""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from time import sleep
from typing import TypeVar

from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

ResultT = TypeVar("ResultT")

_PATIENCE = 0.2
"""Seconds after which a screen is drawn though something on it still moves."""

_HANDED_OVER = 0.00005
"""Seconds for which the thread that writes to the terminal has the interpreter to itself."""


class _RowsCompositor(Compositor):
    """Asks widgets for the rows that are to be drawn, as long as they can be seen.

    Textual's asks all of them for all rows.
    """

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        width = self.size.width
        rows = self.size.region if crop is None else Region(0, crop.y, width, crop.height)
        uncovered = {*rows.line_range}
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip).intersection(rows)
            if not shown:
                continue
            strips = widget.render_lines(shown.translate(-region.offset))
            yield region, shown, strips
            for y, strip in zip(shown.line_range, strips, strict=False):
                if strip.cell_length >= width:
                    uncovered.discard(y)
            if not uncovered:
                return


class DrawnAtOnce(Screen[ResultT]):
    """A screen that can be drawn in one frame, as soon as all of it is there.

    Textual would draw what has moved and then all of it, each up to a sixtieth of a second later.
    """

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = _RowsCompositor()

    def _compositor_refresh(self) -> None:
        """Draw what is to be drawn, unless that is held back, or nothing of it can be seen.

        Textual would throw away what is held back, and draw a page anew for what it covers.
        """
        front = self.app.screen
        if self is not front and front.styles.background.a == 1:
            self._dirty_widgets.clear()
        elif not self.app._batch_count:  # noqa: SLF001
            super()._compositor_refresh()
            sleep(_HANDED_OVER)

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

    def draw_changes(self) -> None:
        """Draw now what has changed, if it stays where it is and looks the same otherwise.

        Textual would pass it on from the widget's queue to the screen's, and wait for a timer.
        """
        if self.app._batch_count or self._layout_required:  # noqa: SLF001
            return
        for node in self.walk_children(Widget, with_self=True):
            if node._layout_required or node._refresh_styles_required or node._scroll_required:  # noqa: SLF001
                return
        seen = self._compositor.visible_widgets  # The bars that scroll are among these alone.
        changed = {*self._dirty_widgets, *(it for it in seen if it._repaint_required)}  # noqa: SLF001
        if changed:
            for widget in changed:
                widget._repaint_required = False  # noqa: SLF001
            self._compositor.update_widgets(changed)
            self._compositor_refresh()

    async def _hear_out(self) -> None:
        """Wait until the widgets have done what they were told, and it what they asked for then."""
        for nodes in ([*self.walk_children()], [self]):
            all_heard = [asyncio.Event() for _ in nodes]
            for node, heard in zip(nodes, all_heard, strict=True):
                node.call_next(heard.set)
            for heard in all_heard:
                await heard.wait()


def draw_changes(screen: Screen[object]) -> None:
    """Draw now what has changed on a screen, if it is one that can."""
    if isinstance(screen, DrawnAtOnce):
        screen.draw_changes()
