"""What the four screens share: header, body, footer, and loading their view when it is due."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar, ParamSpec, TypeVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Event, Key, Mount, Paste, ScreenResume, ScreenSuspend
from textual.screen import Screen

from shifter.companion import Companion
from shifter.errors import ShifterError
from shifter.tui import commands
from shifter.tui.app import ShifterApp
from shifter.tui.commands import Command
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.widgets.footer import Footer, short
from shifter.tui.widgets.header import Header

P = ParamSpec("P")
T = TypeVar("T")

_A_MOMENT = 1.5
"""Seconds of waiting that need no explanation."""

_A_GLANCE = 0.2
"""Seconds for which a screen is held back until its view is loaded."""

_PATIENCE = 60.0
"""Seconds that the notice may stay; the file is given up on sooner."""

_WAITS = "Not saved yet: waiting for the data file."


class ShifterScreen(LeftOnce[None]):
    """A screen that loads its view when it is shown and something was written since.

    A subclass has its `commands` and the `bindings` made of them, says in one sentence what it
    is for, composes its body, and loads its view.
    """

    commands: ClassVar[tuple[Command, ...]]
    purpose: ClassVar[str]
    tab: ClassVar[str]

    AUTO_FOCUS = ""

    app = getters.app(ShifterApp)
    header = getters.query_one(Header)

    def __init__(self) -> None:
        super().__init__()
        self.get_ready()
        self._styled_under = self.app.styled_under
        self.is_due = True
        self._lacks_its_view = False
        self._load_is_over = asyncio.Event()
        self._load_is_over.set()
        self._said_that_it_waits = False

    @property
    def companion(self) -> Companion:
        """What a screen asks, through `app.ask`."""
        return self.app.companion

    @property
    def heading(self) -> str:
        """What its help is headed with."""
        return self.tab.capitalize()

    @property
    def key_names(self) -> dict[str, str]:
        """The keys of all that works here, by command; they may be changed at any time."""
        known = (*self.commands, *commands.EVERYWHERE)
        return {command.id: self.app.key_of(command) for command in known}

    def compose(self) -> ComposeResult:
        yield Header(self.tab, demo=self.app.demo, key_of=self.app.key_of)
        yield from self.compose_body()
        yield Footer(self.commands, self.app.key_of, self.name_of)

    def name_of(self, command: Command) -> str:
        """What a command does next, in a word or two."""
        return command.name

    def key_for(self, action: str) -> str:
        """The key of one of this screen's actions, as people read it."""
        return short(self.app.key_of(next(it for it in self.commands if it.action == action)))

    def why_not(self, action: str) -> str | None:
        """Why an action does nothing now, in a line; None where that needs no words."""
        del action
        return None

    def say_why_not(self, command: Command) -> bool:
        """Say why a command does nothing now; False if it would, or if that needs no words."""
        if not self.is_whole or self.check_action(command.action, ()):
            return False
        why = self.why_not(command.action)
        if why is not None:
            self.app.say_here(why)
        return why is not None

    def on_key(self, event: Key) -> None:
        """A key that does nothing now says why, so that nobody has to guess."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            return  # Somebody types in a field.
        for command in self.commands:
            if event.key in self.app.keys_of(command) and self.say_why_not(command):
                event.stop()
                return

    async def why_this_pick(self) -> Sequence[str]:
        """What the help begins with where there is a pick: why it is this one, in sentences."""
        return ()

    def compose_body(self) -> ComposeResult:
        """The widgets between header and footer."""
        raise NotImplementedError

    async def load(self) -> None:
        """Ask the companion for the view, and show it."""
        raise NotImplementedError

    async def complete(self) -> None:
        """Mount what the first frame could do without, before any key is handled."""

    async def look_ahead(self) -> None:
        """Work out, while nothing else is done, what a key will ask for."""

    async def on_event(self, event: Event) -> None:
        """Come to the front in the styles that it has, unless others have been put on since."""
        if isinstance(event, ScreenResume):
            event.refresh_styles = self._styled_under != self.app.styled_under
            self._styled_under = self.app.styled_under
        await super().on_event(event)

    @on(Mount)
    async def _begin_with_all(self) -> None:
        """Have all that it shows before it is laid out."""
        self.app.changed.subscribe(self, self._on_changed)
        if self.is_due:
            await self._load_in_time()

    @on(ScreenResume)
    async def _come_to_front(self) -> None:
        self.header.saying = self.app.saying
        if self.is_due:
            await self._load_in_time()
        elif self._load_is_over.is_set():
            self.call_next(self.app.hold_still)  # By then it has been drawn.
            self.call_after_refresh(self._finish_showing)

    @on(ScreenSuspend)
    def _try_again_next_time(self) -> None:
        """Have what could not be loaded, which was said, asked for again when it comes back."""
        self.is_due = self.is_due or self._lacks_its_view

    def on_paste(self, event: Paste) -> None:
        """Say where words can go that are pasted where none are typed."""
        add = next((command for command in self.commands if command.action == "add"), None)
        if add is not None and event.text.strip() and not self.say_why_not(add):
            self.app.say_here(f"{self.app.key_of(add)} opens a line to paste that into.")

    def reload(self) -> None:
        """Reload the view, without waiting for it."""
        self.is_due = False
        self._lacks_its_view = True
        self._load_is_over.clear()
        self._load()

    @property
    def is_seen(self) -> bool:
        """Whether it is in front, or behind nothing but dialogs.

        Textual's `is_current` is also true right below a page that covers it.
        """
        stack = self.app.screen_stack
        return self in stack and all(it.is_modal for it in stack[stack.index(self) + 1 :])

    async def change(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask for something that writes, and tell every other screen.

        The caller shows the change on its own screen.
        """
        waits = self.set_timer(_A_MOMENT, self._say_that_it_waits)
        try:
            result = await self.app.ask(function, *args, **kwargs)
        finally:
            waits.stop()
            self._say_no_longer()
        self.app.changed.publish(self)
        return result

    def _say_that_it_waits(self) -> None:
        self._said_that_it_waits = True
        self.app.say(_WAITS, seconds=_PATIENCE)

    def _say_no_longer(self) -> None:
        if self._said_that_it_waits:
            self._said_that_it_waits = False
            self.app.clear_notifications()

    @work(group="load", exclusive=True)
    async def _load(self) -> None:
        try:
            await self.load()
            self._lacks_its_view = False
        except ShifterError as error:
            self.app.tell(error)
        # Not where another load has taken its place, which is waited for then.
        self._load_is_over.set()
        await self._finish_showing()

    async def _load_in_time(self) -> None:
        """Reload the view, and wait for it, but not for long: a file may be busy."""
        self.reload()
        with suppress(TimeoutError):
            async with asyncio.timeout(_A_GLANCE):
                await self._load_is_over.wait()

    async def _finish_showing(self) -> None:
        if self.is_whole:
            await self.complete()
        self.app.first_frame_is_shown()

    def _on_changed(self, origin: Screen[None] | None) -> None:
        if origin is self:
            return
        self.is_due = True
        if self.is_seen:
            self.reload()
