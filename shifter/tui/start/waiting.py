"""What is shown at the start while another program holds the data file."""

import os
from os.path import basename

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is shown
if TYPE_CHECKING:
    from shifter.tui.terminal.terminal import Terminal

_A_MOMENT = 0.8
"""Seconds of waiting that need no explanation."""

_SAID = (
    "\x1b[0m\x1b[2J\x1b[2;3HAnother program holds {name}.\x1b[3;3HIt is waited for. q leaves.\x1b[H"
)
_LEAVES = frozenset(b"qQ\x03\x04")


class Waiting:
    """Called repeatedly while the file is busy. `is_said` is True once that is on the screen."""

    def __init__(self, terminal: "Terminal | None", database: str) -> None:
        self.is_said = False
        self._terminal = terminal
        self._name = basename(database)

    def __call__(self, seconds: float) -> None:
        """Say so after a moment. Raises SystemExit when a key that leaves is pressed."""
        if self._terminal is None or seconds < _A_MOMENT:
            return
        if not self.is_said:
            self.is_said = True
            self._terminal.take(_SAID.format(name=self._name))
        if _LEAVES.intersection(self._typed()):
            raise SystemExit(0)

    def _typed(self) -> bytes:
        """The keys pressed so far; they answer what is on the screen."""
        import select

        keyboard = self._terminal.keyboard if self._terminal else 0
        return os.read(keyboard, 1024) if select.select([keyboard], [], [], 0)[0] else b""
