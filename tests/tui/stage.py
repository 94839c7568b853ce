"""The app on a test's own file and clock, and what it shows."""

import asyncio
import sys
from asyncio import sleep
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import ClassVar

from textual._compositor import LayoutUpdate
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.records import Shift
from shifter.tui import modes
from shifter.tui.app import ShifterApp
from shifter.tui.drafts import Drafts
from shifter.tui.sayings import SayingApp
from tests.standing_clock import StandingClock
from tests.tui.quiet import draw, press_keys, quiet

SIZES = ((60, 18), (80, 24), (160, 50))
"""What shifter has to fit, what it is at home in, and what it may be generous in."""

_ROUNDS_AT_REST = 2
_GLANCE = 0.01
_PATIENCE = 200
_MOST_AT_WORK = 20
_NO_BOUNCE = 0.05
"""Seconds after which a key is another one, and not a bounce of the one before."""


class Stage:
    """Opens the file for the app, and beside it for the test."""

    def __init__(self, file: Path, clock: StandingClock) -> None:
        self.file = file
        self.clock = clock

    @contextmanager
    def companion(self) -> Iterator[Companion]:
        """A companion of the test's own, as another process would have one."""
        companion = self._open(Config())
        try:
            yield companion
        finally:
            companion.close()

    def app(
        self,
        config: Config | None = None,
        *,
        screen: str = "today",
        demo: bool = False,
        config_path: Path | None = None,
        upkeep: Callable[[], None] | None = None,
        drafts: Drafts | None = None,
    ) -> ShifterApp:
        """The app, which starts on one of its screens."""
        _as_it_is_run()
        config = config or Config()
        path = str(config_path) if config_path else None

        factory = partial(self._open, config)
        return _begins_with(screen)(
            factory, config, demo=demo, config_path=path, upkeep=upkeep, drafts=drafts
        )

    def _open(self, config: Config) -> Companion:
        chance = Random(7)  # noqa: S311 - chance, no secret
        return open_companion(str(self.file), config=config, clock=self.clock, random=chance)


def newest(stage: Stage) -> Shift:
    """The newest shift in the file."""
    with stage.companion() as companion:
        return companion.shifts.find(limit=1).shifts[0]


def _as_it_is_run() -> None:
    """Start tasks as Textual does in a program: from Python 3.12 on, at once."""
    if sys.version_info >= (3, 12):
        with suppress(RuntimeError):  # Outside of a loop the app makes its own.
            asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


def _begins_with(screen: str) -> type[ShifterApp]:
    if screen == "today":
        return ShifterApp
    made = modes.MODES[screen]

    class OnThatScreen(ShifterApp):
        DEFAULT_MODE = screen
        MODES: ClassVar = {name: mode for name, mode in modes.MODES.items() if name != screen}

        def get_default_screen(self) -> Screen[None]:
            # Begun as Today is; a mode would build its fields before the app has a screen.
            assert callable(made)
            begun = made()
            self._load_screen_css(begun)
            return begun

        def on_mount(self) -> None:
            self.add_mode(screen, made)

    return OnThatScreen


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was begun has been written and shown; a dialog may stay open."""
    app = pilot.app
    assert isinstance(app, ShifterApp)
    rounds_at_rest, patience, rounds_at_work = 0, _PATIENCE, 0
    while rounds_at_rest < _ROUNDS_AT_REST:
        # The companion answers in turn, so everything asked before this has been answered.
        await app.ask(bool)
        was_at_work = await quiet()
        # It draws as well, and what waited for the drawing is at work then.
        await pilot.wait_for_animation()
        if (await quiet() or was_at_work) and rounds_at_work < _MOST_AT_WORK:
            rounds_at_rest = 0
            rounds_at_work += 1
        elif patience and _awaits_the_clock(app):
            patience -= 1
            await pilot.pause(_GLANCE)
        else:
            rounds_at_rest += 1
    await quiet()
    draw(app)


def _awaits_the_clock(app: ShifterApp) -> bool:
    """Whether an action, keys, another size or what is to be drawn wait, though all is quiet."""
    if not app.screen_stack:
        return False  # The app is closing.
    acts = app._turn_of(app.screen).locked()  # noqa: SLF001 - only a test has to know
    return acts or bool(app._early or app._resize_event or app._batch_count)  # noqa: SLF001


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what they do after each."""
    for key in keys:
        if _is_the_last(pilot, key):
            await sleep(_NO_BOUNCE)
        await press_keys(pilot.app, [key])
        await settle(pilot)


def _is_the_last(pilot: Pilot[None], key: str) -> bool:
    assert isinstance(pilot.app, ShifterApp)
    last = pilot.app._heard  # noqa: SLF001 - only the same key again can be a bounce
    return isinstance(last, Key) and last.key == key


async def press_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than what they do, and wait for all of it."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in keys:
        await settle(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Write a text where the focus is, all of it at once."""
    pilot.app.post_message(Paste(text))
    await settle(pilot)


def seen(pilot: Pilot[None]) -> str:
    """The text on the screen, line by line; the first is row 0, and empty ones count."""
    app = pilot.app
    # A screenshot has the same text, after many times the work on its colours.
    drawn = app.screen._compositor.render_update(  # noqa: SLF001
        full=True,
        screen_stack=app._background_screens,  # noqa: SLF001
    )
    assert isinstance(drawn, LayoutUpdate)
    return text_of(drawn)


def text_of(picture: LayoutUpdate) -> str:
    """The text of a picture of all of the screen, line by line."""
    return "\n".join(map(_line, picture.strips))


def said(pilot: Pilot[None]) -> list[str]:
    """What is said now, and what waits to be: the title where there is one, and the message."""
    app = pilot.app
    assert isinstance(app, SayingApp)
    return [f"{it.title}: {it.text}" if it.title else it.text for it in app.sayings]


async def unsaid(pilot: Pilot[None]) -> str:
    """The text on the screen, once nothing is said there any more."""
    pilot.app.clear_notifications()
    await pilot.pause()
    return seen(pilot)


def _line(strips: Iterable[Strip]) -> str:
    line, column = "", 0
    for segment in chain.from_iterable(strips):
        if segment.text.strip(" "):
            line = line.ljust(column) + segment.text
        column += segment.cell_length
    return line.replace("\xa0", " ").rstrip()


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until the words are on the screen."""
    for _ in range(50):
        if words in seen(pilot):
            return
        await pilot.pause(0.1)
    raise AssertionError(seen(pilot))
