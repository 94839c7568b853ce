"""What is said in passing: in the header, where it covers nothing, and over a dialog in a toast."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import var

from shifter.tui.keys.early_keys import EarlyKeysApp

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


class SayingApp(EarlyKeysApp):
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
