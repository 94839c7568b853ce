"""A program in a pseudo-terminal, and what became of the terminal by its end."""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PATIENCE = 30.0
SHIFTER = (sys.executable, "-m", "shifter")
WHOLE = "Quit"
"""What stands there once all of the screen does."""
_SWITCHES = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "mouse": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "paste marks": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "focus reports": (b"\x1b[?1004h", b"\x1b[?1004l"),
}


class PseudoTerminal:
    """A program in a terminal of its own; `drawn` is every byte that it wrote."""

    def __init__(
        self,
        environment: Mapping[str, str],
        command: Sequence[str] = SHIFTER,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.master, self._slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self._slave)
        self.drawn = b""
        self.process = subprocess.Popen(
            command,
            cwd=PROJECT,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**_surroundings(), "TERM": "xterm-256color", **environment},
            start_new_session=True,
        )

    def resize(self, columns: int, rows: int) -> None:
        ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def attributes(self) -> list[object]:
        return termios.tcgetattr(self._slave)

    def type(self, keys: str | bytes) -> None:
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def read_until(self, words: str, start: int = 0) -> None:
        """Read until the words were drawn after so many bytes; raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.drawn[start:]:
            if time.monotonic() > end:
                raise TimeoutError(f"{words!r} did not come: {self.drawn[start:][-3000:]!r}")
            self.read()

    def read(self, seconds: float = 0.05) -> bool:
        """Read once, if anything comes within this time; whether it did."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.drawn += os.read(self.master, 65536)
        return True

    def read_all(self) -> None:
        """Read what is there: the kernel hands it on in pieces."""
        while self.read():
            pass

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def wait_until_stopped(self) -> None:
        self._wait_for("T")
        self.read_all()

    def wait_until_it_waits(self) -> None:
        """A signal that comes just before a read begins would be heard once that is over."""
        self._wait_for("S")

    def _wait_for(self, state: str) -> None:
        end = time.monotonic() + PATIENCE
        while self._state() != state:
            assert time.monotonic() < end, f"it is not {state}"
            self.read()

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def leave(self) -> int:
        """Read on until the program has ended; its exit status."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        self.read_all()
        return self.process.wait(timeout=1)

    def left_on(self) -> list[str]:
        """What the program switched on and has not switched off again."""
        return [
            name
            for name, (on, off) in _SWITCHES.items()
            if self.drawn.rfind(on) > self.drawn.rfind(off)
        ]

    def left_in_keyboard(self) -> bytes:
        """What was typed or answered and not read: the shell would have it on its next line."""
        raw = termios.tcgetattr(self._slave)
        raw[3] &= ~termios.ICANON
        termios.tcsetattr(self._slave, termios.TCSANOW, raw)
        is_there = select.select([self._slave], [], [], 0)[0]
        return os.read(self._slave, 1000) if is_there else b""

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self._slave)

    def _state(self) -> str:
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0]


def _surroundings() -> dict[str, str]:
    """What is set here, but for the size of another terminal, such as a worker of pytest's has."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def assert_as_found(terminal: PseudoTerminal) -> None:
    """The shell has its terminal as it was before."""
    assert terminal.left_on() == []
    assert terminal.attributes() == terminal.before


def assert_comes_back(terminal: PseudoTerminal) -> None:
    """Once suspended the shell has its terminal, and resumed the app draws all of itself again."""
    terminal.wait_until_stopped()
    assert_as_found(terminal)
    drawn = len(terminal.drawn)
    terminal.signal(signal.SIGCONT)
    terminal.read_until(WHOLE, drawn)
