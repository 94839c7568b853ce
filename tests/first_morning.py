"""A first morning in a real terminal: start, answer, `d`, `q`, and find the shift in the file.

Run as `python tests/first_morning.py path/to/shifter`; it uses the standard library alone, so that
an environment with nothing but the wheel can run it.
"""

import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

PATIENCE = 30.0
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])")


class Terminal:
    """A program in a pseudo-terminal of 80 columns and 24 rows."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True
        )
        os.close(slave)
        self.seen = b""

    def read_until(self, words: str) -> None:
        """Read what the program draws until these words have come; raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in _ESCAPES.sub(b"", self.seen):
            if time.monotonic() > end:
                text = _ESCAPES.sub(b"", self.seen).decode(errors="replace")
                raise TimeoutError(f"{words!r} did not come; this did:\n{text[-3000:]}")
            self._read(0.1)
        self.seen = b""

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self.master, keys.encode())

    def leave(self) -> int:
        """Read on until the program has ended; its exit status comes back."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        return self.process.wait(timeout=1)

    def _read(self, seconds: float) -> None:
        if select.select([self.master], [], [], seconds)[0]:
            try:
                self.seen += os.read(self.master, 65536)
            except OSError:  # the other end is closed
                time.sleep(seconds)


def first_morning(command: list[str], folder: Path) -> None:
    """The whole loop with an empty home; raises where any of it is not so."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SHIFTER")},
        "HOME": str(folder),
        "TERM": "xterm-256color",
    }
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)

    terminal = Terminal(command, environment)
    terminal.read_until("curious")
    terminal.press("pottery\r")
    terminal.read_until("Done")
    terminal.press("d")
    terminal.read_until("shift 1")
    terminal.press("q")
    if terminal.leave() != 0:
        raise RuntimeError("shifter did not leave with status 0")

    listed = subprocess.run(
        [*command, "shifts", "--json"], env=environment, capture_output=True, check=True
    )
    document = json.loads(listed.stdout)
    if document["total"] != 1:
        raise RuntimeError(f"one shift was expected: {document}")

    again = Terminal(command, environment)
    again.read_until("shift 1")
    again.press("q")
    again.leave()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        first_morning([os.path.abspath(sys.argv[1])], Path(home))
    sys.stdout.write("the first morning went well\n")
