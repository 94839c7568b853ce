"""Textual's driver for Linux and macOS, fixed where it makes people wait or loses their keys.

This and drawn_at_once.py alone may use private names of Textual; they are those of version 8.
"""

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from select import select
from threading import Event

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._parser import ParseError
from textual._xterm_parser import _MAX_SEQUENCE_SEARCH_THRESHOLD, XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from shifter.plain_glyphs import PlainGlyphs
from shifter.tui.terminal.replies import ESC, SHORTLY, ReplyFilter
from shifter.tui.terminal.terminal import ASK_BACKGROUND, ENTER, Terminal, stop
from shifter.tui.theming.looks import BackgroundTold

_LEAVE = "\x1b[?1049l"
_FRAME = "\x1b[1;1H"
"""What the first frame begins with, and nothing before it has."""

_GLANCE = 0.02
"""Seconds between checks whether the app ends before its first frame."""

_READ = 4096

# Plain characters; a sequence, which a key, a mouse or a mode sends; alt and a key; escape.
_PIECE = re.compile("[^\x1b]+|\x1b(?:\\[(?:M[^\x1b]{3}|\\[[^\x1b]|[ -?]*[@-~]?)|O[^\x1b]|[^\x1b])?")
_ALT = re.compile("\x1b[^\x1b]")


class TerminalDriver(LinuxDriver):
    """Carries on with a terminal that was taken over, drops its replies, and quits at once."""

    terminal: Terminal | None = None
    """Set before the app runs if the terminal was taken over."""

    first_frame: Event | None = None
    """Keys wait until this is set: without a card they would mean nothing."""

    asks_background: bool = False
    """Whether to ask the terminal for its background again when the app is resumed."""

    typed_before: bytes = b""
    """Input that was read before the app ran; it is handled first."""

    plain_glyphs: PlainGlyphs | None = None
    """Stand-ins for glyphs that the terminal can't show; None if it can show them all."""

    _wake: tuple[int, int] | None = None
    _held: str | None = None
    _comes_back: bool = False
    _is_given_back: bool = False

    def write(self, data: str) -> None:
        """Write, but never enter the alternate screen twice: xterm would clear it.

        Nor is it entered for the first time before there is something to show.
        """
        if self.terminal is not None:
            if data == ENTER and self.terminal.on_alternate:
                return
            if data == ENTER and self._waits_for_first_frame():
                self._held = ""
            if self._held is not None:
                self._held += data
                if _FRAME not in data and data != _LEAVE and self._waits_for_first_frame():
                    return
                self.terminal.on_alternate, data, self._held = data != _LEAVE, self._held, None
                self.terminal.is_asked()
            elif data in (ENTER, _LEAVE):
                self.terminal.on_alternate = data == ENTER
        super().write(data if self.plain_glyphs is None else data.translate(self.plain_glyphs))

    def _waits_for_first_frame(self) -> bool:
        return self.first_frame is not None and not self.first_frame.is_set()

    def start_application_mode(self) -> None:
        """Take the terminal over; its state before the start is what is restored at the end."""
        self._wake = self._wake or os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self.terminal is not None:
            self.attrs_before = self.terminal.attributes
        if self.asks_background and self._comes_back:
            self.write(ASK_BACKGROUND)
        self._comes_back = True
        if self.terminal is not None:
            self.terminal.is_asked()

    def _sigtstp_application(self, *_: object) -> None:
        # A signal may come in the middle of a write, and what is done about it writes as well.
        if self._loop.is_closed():
            stop()
        else:
            self._loop.call_soon_threadsafe(self._suspend)

    def _sigcont_application(self, *_: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._come_back)

    def _suspend(self) -> None:
        """Give the terminal back and stop the process group; Textual would stop one process."""
        if self._writer_thread is None and self.terminal is not None:
            self.terminal.pause()  # The picture is all there is so far.
            return
        if self._auto_restart:
            self._give_back()
        stop()

    def _come_back(self) -> None:
        """Take the terminal over again, whoever it was that stopped the process."""
        if self._auto_restart and self._writer_thread is not None:
            self._give_back()
            self._is_given_back = False
            self.resume_application_mode()

    def _give_back(self) -> None:
        if not self._is_given_back:
            self._is_given_back = True
            self.suspend_application_mode()
            self._must_signal_resume = True

    def disable_input(self) -> None:
        """Stop reading keys without waiting for another one."""
        if self._wake is None:
            return
        reader, writer = self._wake
        if self.terminal is not None:
            self.terminal.await_answers()
        os.write(writer, b".")
        super().disable_input()
        os.read(reader, 1)

    def close(self) -> None:
        """Clean up; the driver may start again after a suspension."""
        super().close()
        for end in self._wake or ():
            os.close(end)
        self._wake = None

    def run_input_thread(self) -> None:
        """Read keys until the app ends; sleep in between."""
        if self._wake is None:
            return
        while self.first_frame is not None and not self.first_frame.wait(_GLANCE):
            if self.exit_event.is_set():
                return
        reader = KeyReader(self.process_message, self.fileno)
        reader.read_what_waits(self.typed_before)
        self.typed_before = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake[0], selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(reader.wait)}
                if self.fileno in ready and not reader.read():
                    selector.unregister(self.fileno)  # End of file: the other end was closed.
                elif not ready:
                    reader.nothing_came()
        reader.close()


def write_unseen(app: App[None], sequence: str) -> None:
    """Write an escape sequence that draws nothing, as Textual does to ring its bell."""
    driver = app._driver  # noqa: SLF001
    if driver is not None and not app.is_headless:
        driver.write(sequence)


class KeyReader:
    """Turns bytes from the terminal into events.

    Textual's parser gets whole sequences only: its own waits are long, and it types what it does
    not know.
    """

    def __init__(self, tell: Callable[[Message], None], fileno: int) -> None:
        self._tell = tell
        self._fileno = fileno
        self._parser = XTermParser()
        self._filter = ReplyFilter(_escape_delay())
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode

    @property
    def wait(self) -> float | None:
        """Seconds after which `nothing_came` is due; None if it is not."""
        return self._filter.wait

    def read_what_waits(self, typed: bytes) -> None:
        """Handle what was typed before anybody listened, some of which was read already.

        As long as the terminal collected whole lines, it made the end of one of enter.
        """
        if select([self._fileno], [], [], 0)[0]:
            typed += os.read(self._fileno, _READ)
        self._hear(typed.replace(b"\n", b"\r"))

    def read(self) -> bool:
        """Handle the available input; False at end of file."""
        data = os.read(self._fileno, _READ)
        self._hear(data)
        return bool(data)

    def _hear(self, data: bytes) -> None:
        if data:
            self._feed(self._filter.keys(self._decode(data)))
        if self._filter.background is not None:
            self._tell(BackgroundTold(self._filter.background))
            self._filter.background = None

    def nothing_came(self) -> None:
        """Let an unfinished sequence stand for the keys that it is."""
        self._feed(self._filter.give_up())

    def close(self) -> None:
        """End the parser."""
        try:
            for _ in self._parser.feed(""):
                pass
        except (EOFError, ParseError):
            return

    def _feed(self, text: str) -> None:
        for piece in _PIECE.findall(text):
            if piece == ESC:
                self._tell(Key("escape", ESC))
            elif piece.startswith(ESC) and len(piece) > _MAX_SEQUENCE_SEARCH_THRESHOLD:
                continue  # No key is as long, and the parser would type it.
            elif _is_alt(piece):
                for event in self._parser.feed(piece[1:]):
                    self._tell(_with_alt(event) if isinstance(event, Key) else event)
            else:
                for event in self._parser.feed(piece):
                    self._tell(event)
                self._forget_unknown()

    def _forget_unknown(self) -> None:
        """Drop a sequence that the parser still waits for more of: it has no such key."""
        if self._parser._timeout_time is not None:  # noqa: SLF001
            self._parser._timeout_time = 0.0  # noqa: SLF001
            for _ in self._parser.tick():
                pass


def _escape_delay() -> float:
    """Seconds until escape is a key of its own; the user's ESCDELAY counts, in milliseconds."""
    return constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else SHORTLY


def _is_alt(piece: str) -> bool:
    """Whether this is alt and a key, but for those that stand for another key, as alt+b does.

    Escape and a key that come at once count as alt: read as two keys, alt+d would leave a field
    and log, while a key that was lost is pressed again.
    """
    return bool(_ALT.fullmatch(piece)) and not isinstance(ANSI_SEQUENCES_KEYS.get(piece), tuple)


def _with_alt(event: Key) -> Key:
    """The key with alt held; it has no character, so that no field takes it for typing."""
    key = event.key
    if len(key) == 1 and key.isupper():
        key = f"shift+{key.lower()}"
    return Key(f"alt+{key}", None)
