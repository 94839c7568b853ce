"""Waiting until the event loop has nothing left to do."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from textual.app import App

from shifter.tui.keys.early_keys import EarlyKeysApp

_LOOKS = 3
_MOST_TURNS = 300
"""What never rests, as a layout that goes round, must not hold a test up for ever."""
_GLANCES = 3
_GLANCE = 0.01
_DRAWINGS = 2
_press_keys = App._press_keys  # noqa: SLF001 - what a pilot presses comes through here


@runtime_checkable
class _OpenLoop(Protocol):
    """An event loop that shows what it is about to call; asyncio's own does."""

    _ready: deque[asyncio.Handle]


async def quiet(_min_sleep: float = 0, _max_sleep: float = 0) -> bool:
    """Wait until all that was begun in the loop is through or waits; whether there was anything.

    It stands in for Textual's `wait_for_idle`, which sleeps 20 ms at a time and takes a process
    that used little of them for an idle one.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _OpenLoop)
    looks, was_at_work = 0, False
    for _ in range(_MOST_TURNS):
        if looks == _LOOKS:
            break
        # Meanwhile the loop takes in what threads have answered and which timers are due.
        await asyncio.sleep(0)
        if loop._ready:  # noqa: SLF001 - asyncio tells it in no other way
            looks, was_at_work = 0, True
        else:
            looks += 1
    return was_at_work


def draw(app: App[object] | App[None]) -> None:
    """Draw what is to be drawn, as the pilot's pause does, and what lies behind a dialog too."""
    if app.screen_stack:
        for screen in (*app._background_screens, app.screen):  # noqa: SLF001
            screen._on_timer_update()  # noqa: SLF001


async def press_keys(app: App[Any], keys: Iterable[str]) -> None:
    """Press keys as Textual's pilot does, let in what is held back, and draw what they did."""
    for key in keys:
        await _press_keys(app, [key])
        glances = _GLANCES
        while isinstance(app, EarlyKeysApp) and app._early and glances:  # noqa: SLF001
            glances -= 1
            await asyncio.sleep(_GLANCE)
            await quiet()
        for _ in range(_DRAWINGS):
            draw(app)
            await quiet()
