"""What is said in passing: in the header, where it covers nothing, and over a dialog in a toast."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.content import Content
from textual.reactive import var

from shifter.errors import Refused, ShifterError
from shifter.tui.keys.leaving import LeftOnce

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.notifications import SeverityLevel
    from textual.timer import Timer

_ENOUGH = 90
"""Columns in which one knows again what one wrote: two lines of the narrowest terminal."""


def in_passing(text: str) -> str:
    """As much of what somebody wrote as is said of it in passing; a quote that is cut is closed."""
    said = Content(text).truncate(_ENOUGH, ellipsis=True).plain
    return f"{said}”" if said.count("“") > said.count("”") else said


class Saying(NamedTuple):
    """A few words, and whether they tell of trouble; trouble may have a title."""

    text: str
    title: str = ""
    is_trouble: bool = False
    seconds: float = 0.0


class SayingApp(App[None]):
    """An app that says things one after another, each for its seconds.

    `saying` is what is said now; the headers of all screens hear it.
    """

    saying: var[Saying | None] = var(None)

    def __init__(
        self, driver_class: "type[Driver] | None" = None, *, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.sayings: list[Saying] = []
        self._until: Timer | None = None
        self._has_said = False
        self._is_about_here = False

    def say(self, text: str, *, seconds: float | None = None) -> None:
        """Say what was done, in place of what was said before."""
        self.clear_notifications()
        self.say_also(text, seconds=seconds)

    def say_also(self, text: str, *, seconds: float | None = None) -> None:
        """Say it once what is said now has had its time."""
        self._has_said = True
        self._is_about_here = False
        self.notify(text, timeout=seconds, markup=False)

    def say_no_longer(self) -> None:
        """Take back what the last action said: once another begins, it may no longer be true."""
        if self._has_said:
            self._has_said = False
            self.clear_notifications()

    def say_here(self, text: str) -> None:
        """Say what is only about the screen in front, such as why a key did nothing there."""
        self.say(text)
        self._is_about_here = True

    def leave_what_was_said_here(self) -> None:
        """Take back what is about the screen that is left; what was done on it is still true."""
        if self._is_about_here:
            self.say_no_longer()

    def tell(self, error: ShifterError) -> None:
        """Say what went wrong."""
        self._has_said = True
        self._is_about_here = isinstance(error, Refused)
        self.notify(error.message, title=error.title, severity="warning", markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: "SeverityLevel" = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say it once what is said now has had its time."""
        text = Content.from_markup(message).plain if markup else message
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.sayings.append(Saying(text, title, severity != "information", seconds))
        self._go_on()
        if self.screen_stack and self.screen.is_modal:  # It may reach up to the header.
            if isinstance(self.screen, LeftOnce):
                self.screen.make_room_for_toasts()
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def clear_notifications(self) -> None:
        self.sayings.clear()
        self._go_on()
        super().clear_notifications()

    def _go_on(self) -> None:
        """Say what is next, unless it is said already."""
        following = self.sayings[0] if self.sayings else None
        if following is self.saying:
            return
        if self._until is not None:
            self._until.stop()
        self.saying = following
        self._until = None
        if following is not None:
            end = partial(self._end, following)
            self._until = self.set_timer(following.seconds, end)

    def _end(self, said: Saying) -> None:
        # The time may be told to be over only after something else has taken its place.
        if self.sayings and self.sayings[0] is said:
            del self.sayings[0]
            self._go_on()
