"""Programs in a pseudo-terminal, and what somebody who uses them waits for."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.table import Figures, Subject
from tests.tui.pseudo_terminal import PseudoTerminal

SHIFTER = str(Path(sys.executable).with_name("shifter"))
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    BINDINGS = [("q", "quit", "Quit"), ("n", "next", "Next")]
    shown = 0

    def compose(self):
        yield Static("ready")

    def action_next(self):
        self.shown += 1
        self.query_one(Static).update(f"changed {self.shown}")

Empty().run()
"""
_IDLE_FOR = 10.0
_QUIET = 0.4
"""Seconds without a byte after which a program has drawn all it has to draw."""

_FORESEEN = 5.0
"""Seconds within which the next start has been worked out."""

SETTLED = 3.0
"""Seconds within which all has been done that a sitting begins with, unseen."""

Environment = dict[str, str]


def surroundings(home: Path, file: str = "shifter.db") -> Environment:
    """A home of its own for each life, since it keeps what the next start will show."""
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home),
        "SHIFTER_DB": str(home / file),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }
    for variable in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(variable, None)
    return environment


def app(words: list[str], environment: Environment, first: str | None) -> Subject:
    """A sitting; `first` is what the first paint ends with, where there is one.

    With it the start is measured a second time, as it is when something was done elsewhere and
    the picture has to be worked out first.
    """
    kept = Path(environment["HOME"], ".cache", "shifter", "first-pictures")

    def sitting() -> Figures:
        if first is None:
            return _empty_sitting(words, environment)
        kept.unlink(missing_ok=True)
        not_foreseen = _first_paint(words, environment, first)
        figures = _whole_sitting(words, environment, first)
        return {**figures, "the pick, not foreseen": not_foreseen}

    return sitting


def command(words: list[str], environment: Mapping[str, str]) -> Subject:
    """A command from start to end."""

    def run() -> Figures:
        begun = time.perf_counter()
        subprocess.run(words, env=environment, check=True, capture_output=True)
        return {"from start to end": time.perf_counter() - begun}

    return run


def idle(environment: Environment) -> tuple[int, float]:
    """The bytes that shifter draws in ten seconds of nothing, and the share of a core."""
    terminal = PseudoTerminal(environment, [SHIFTER])
    try:
        terminal.read_until("Quit")
        wait(terminal, _FORESEEN)
        drawn, used = len(terminal.drawn), processor_seconds(terminal.process.pid)
        wait(terminal, _IDLE_FOR)
        spent = processor_seconds(terminal.process.pid) - used
        return len(terminal.drawn) - drawn, spent / _IDLE_FOR
    finally:
        terminal.close()


def memory_beside_a_backup(environment: Environment) -> float:
    """The megabytes that a sitting holds while it takes the day's backup, or right after it."""
    backups = Path(f"{environment['SHIFTER_DB']}-backups")
    for backup in backups.glob("*.db"):
        backup.unlink()
    terminal = PseudoTerminal(environment, [SHIFTER])
    try:
        terminal.read_until("Quit")
        wait(terminal, _FORESEEN)
        held = _memory(terminal.process.pid)
        left(terminal)
    finally:
        terminal.close()
    return held


def _empty_sitting(words: list[str], environment: Environment) -> Figures:
    begun = time.perf_counter()
    terminal = PseudoTerminal(environment, words)
    try:
        terminal.read_until("ready")
        figures = {"the whole screen": time.perf_counter() - begun}
        until_still(terminal)
        figures["memory"] = _memory(terminal.process.pid)
        figures["back at the prompt"] = left(terminal)
    finally:
        terminal.close()
    return figures


def _whole_sitting(words: list[str], environment: Environment, first: str) -> Figures:
    begun = time.perf_counter()
    terminal = PseudoTerminal(environment, words)
    figures: Figures = {}
    try:
        terminal.read_until(first)
        figures["the pick"] = time.perf_counter() - begun
        terminal.read_until("Quit")
        figures["the whole screen"] = time.perf_counter() - begun
        wait(terminal, SETTLED)
        figures["memory"] = _memory(terminal.process.pid)
        figures["back at the prompt"] = left(terminal)
    finally:
        terminal.close()
    return figures


def _first_paint(words: list[str], environment: Environment, first: str) -> float:
    """The seconds to the first paint; the sitting goes on until the next one is foreseen."""
    kept = Path(environment["HOME"], ".cache", "shifter", "first-pictures")
    begun = time.perf_counter()
    terminal = PseudoTerminal(environment, words)
    try:
        terminal.read_until(first)
        taken = time.perf_counter() - begun
        terminal.read_until("Quit")
        _until_kept(terminal, kept)
        left(terminal)
    finally:
        terminal.close()
    return taken


def left(terminal: PseudoTerminal) -> float:
    """The seconds from the key that quits to the end of the process."""
    pressed = time.perf_counter()
    terminal.type("q")
    while terminal.process.poll() is None:
        terminal.read(0.002)
    return time.perf_counter() - pressed


def _until_kept(terminal: PseudoTerminal, kept: Path) -> None:
    """Go on until the picture of the next start is newer than the last change."""
    end = time.monotonic() + _FORESEEN
    changed = time.time()
    while time.monotonic() < end and not (kept.exists() and kept.stat().st_mtime > changed - 2):
        terminal.read(0.1)


def until_still(terminal: PseudoTerminal) -> None:
    """Read until nothing more is drawn."""
    while terminal.read(_QUIET):
        pass


def wait(terminal: PseudoTerminal, seconds: float) -> None:
    """Read for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.read(0.5)


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def processor_seconds(process: int) -> float:
    """What a process has used of the processor so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
