"""The terminal: taken over before the app is loaded, and always given back as it was found."""

import os
import sys
import termios
import time
from contextlib import contextmanager

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is shown
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator
    from types import FrameType

    Handler = Callable[[int, FrameType | None], object] | int | None
else:
    # What it is made of: `signal` itself makes enumerations, and loads what makes them.
    import _signal as signal

ENTER = "\x1b[?1049h"
"""Enters the alternate screen, which leaves what was in the terminal untouched."""

ASK_BACKGROUND = "\x1b]11;?\x1b\\"
"""Asks a terminal for its background (OSC 11); many reply, some don't."""

_HIDE_CURSOR = "\x1b[?25l"
_MARK_PASTES, _PASTES_UNMARKED = "\x1b[?2004h", "\x1b[?2004l"
_MOUSE_OFF = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
# No reports of size or focus, no keyboard protocol; lines wrap again.
_REPORTS_OFF = "\x1b[?2048l\x1b[?1004l\x1b[<u\x1b[?7h"
# A frame may have been cut short inside a synchronised update.
_LEAVE = f"\x1b[?2026l{_MOUSE_OFF}{_PASTES_UNMARKED}{_REPORTS_OFF}\x1b[0m\x1b[?1049l\x1b[?25h"

_READ = 4096

_ANSWERED = 0.1
"""Seconds in which a terminal has answered what it was asked."""

_WRITTEN = 0.02
"""Seconds in which another thread has written what was on its way to the terminal.

It would otherwise switch on again what is switched off at the end.
"""

_LINE_INPUT = termios.ICANON | termios.ECHO | termios.IEXTEN
# The app tells enter from ctrl+j, and gets ctrl+s and ctrl+q.
_TRANSLATED_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
_INPUT_FLAGS, _LOCAL_FLAGS, _CONTROL_CHARACTERS = 0, 3, 6


def size() -> tuple[int, int]:
    """Columns and rows, found as Textual finds them. Raises OSError where there are none."""
    columns, rows = os.environ.get("COLUMNS", ""), os.environ.get("LINES", "")
    found = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    return (
        int(columns) if columns.isdecimal() and int(columns) else found.columns,
        int(rows) if rows.isdecimal() and int(rows) else found.lines,
    )


class Terminal:
    """The terminal that the process was started in.

    `before_end` is called first of all when a signal ends the process, which is then handled as it
    was `before`. `on_alternate` tells whether the alternate screen is on; whoever switches it keeps
    that up to date.
    """

    def __init__(self, keyboard: int, screen: int) -> None:
        """`keyboard` and `screen` are file descriptors. Raises termios.error without a terminal."""
        self.attributes = termios.tcgetattr(keyboard)
        self.on_alternate = False
        self.keyboard = keyboard
        self._screen = screen
        self._picture = ""
        self._asked = -_ANSWERED
        self.before_end: Callable[[], None] = _nothing
        self.before: dict[int, Handler] = {}

    def hush(self) -> None:
        """Have keys arrive one by one and unechoed, for whoever reads them next.

        What is pasted is marked (bracketed paste): as keys it could log a shift.
        """
        raw = termios.tcgetattr(self.keyboard)
        raw[_INPUT_FLAGS] &= ~_TRANSLATED_INPUT
        raw[_LOCAL_FLAGS] &= ~_LINE_INPUT
        raw[_CONTROL_CHARACTERS][termios.VMIN] = 1
        raw[_CONTROL_CHARACTERS][termios.VTIME] = 0
        # TCSANOW throws away nothing that was typed already.
        termios.tcsetattr(self.keyboard, termios.TCSANOW, raw)
        self._write(_MARK_PASTES)

    def take(self, picture: str) -> None:
        """Show a picture on the alternate screen."""
        self._picture = picture
        self.on_alternate = True
        self.hush()
        self._write(ENTER + _HIDE_CURSOR + _at_once(picture))

    def correct(self, picture: str) -> None:
        """Show another picture in place of the present one, and drop the keys typed at that.

        For the rare case that something was done elsewhere at the very moment of the start.
        """
        self._picture = picture
        termios.tcflush(self.keyboard, termios.TCIFLUSH)
        self._write(_at_once("\x1b[2J" + picture))

    def give_back(self) -> None:
        """Restore the terminal as it was found; a second call does no harm."""
        if self.on_alternate:
            self.on_alternate = False
            self._write(_LEAVE)
        try:
            if self._is_hushed():
                self._write(_PASTES_UNMARKED)
                self.await_answers()
                # What was typed, and what the terminal answered, is not meant for the shell.
                termios.tcflush(self.keyboard, termios.TCIFLUSH)
            termios.tcsetattr(self.keyboard, termios.TCSANOW, self.attributes)
        except termios.error:
            return  # It has been closed.

    def ask_background(self) -> None:
        """Ask the terminal for its background; the reply comes in as if typed."""
        self._write(ASK_BACKGROUND)
        self.is_asked()

    def typed_so_far(self) -> bytes:
        """The available input, keys and replies; whoever takes it has to handle all of it."""
        from select import select

        try:
            is_there = select([self.keyboard], [], [], 0)[0]
            return os.read(self.keyboard, _READ) if is_there else b""
        except OSError:
            return b""  # It has been closed.

    def is_asked(self) -> None:
        """Remember that the terminal was asked something; its reply comes in as if typed."""
        self._asked = time.monotonic()

    def await_answers(self) -> None:
        """Wait until the terminal has replied: the reply would make no sense to anybody else."""
        time.sleep(max(0.0, self._asked + _ANSWERED - time.monotonic()))

    def end(self, number: int, _frame: "FrameType | None") -> None:
        """Handle a signal that ends the process: give the terminal back, and end by that signal."""
        self.before_end()
        time.sleep(_WRITTEN)
        self.give_back()
        signal.signal(number, self.before.get(number, signal.SIG_DFL))
        os.kill(os.getpid(), number)

    def pause(self, _number: int = 0, _frame: "FrameType | None" = None) -> None:
        """Handle ctrl+z while only the picture is there: stop, and show it again afterwards."""
        was_taken, was_hushed = self.on_alternate, self._is_hushed()
        self.give_back()
        stop()
        if was_hushed:
            self.hush()
        if was_taken:
            self.take(self._picture)

    def _is_hushed(self) -> bool:
        return not termios.tcgetattr(self.keyboard)[_LOCAL_FLAGS] & termios.ICANON

    def _write(self, text: str) -> None:
        data = text.encode(errors="replace")
        try:
            while data:
                data = data[os.write(self._screen, data) :]
        except OSError:
            return  # It has been closed.


def stop() -> None:
    """Stop the whole foreground process group, as the terminal's own ctrl+z does.

    A parent that waits for shifter, such as `uv run`, would otherwise keep the shell waiting.
    """
    os.killpg(os.getpgrp(), signal.SIGSTOP)


def _at_once(picture: str) -> str:
    """The picture as one, in terminals that can wait for the end of it; others pass that over."""
    return f"\x1b[?2026h{picture}\x1b[?2026l"


def _nothing() -> None:
    return


@contextmanager
def held_terminal() -> "Iterator[Terminal | None]":
    """The terminal, given back at the end, at an error and at a signal; None if there is none."""
    try:
        terminal = Terminal(sys.__stdin__.fileno(), sys.__stderr__.fileno())  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError, termios.error):
        yield None
        return
    terminal.before = {
        number: signal.signal(number, handler)
        for number, handler in (
            (signal.SIGTERM, terminal.end),
            (signal.SIGHUP, terminal.end),
            (signal.SIGTSTP, terminal.pause),
        )
        # Under nohup a hangup is meant to be ignored.
        if signal.getsignal(number) is not signal.SIG_IGN
    }
    try:
        yield terminal
    finally:
        terminal.give_back()
        for number, handler in terminal.before.items():
            signal.signal(number, handler)
