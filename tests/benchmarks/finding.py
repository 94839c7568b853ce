# ruff: noqa: T201 - what a benchmark says, it prints
"""How long a key press takes on a board of many ideas, until the screen stands still again.

Run by hand: `python -m tests.benchmarks.finding`. The program runs in a terminal of its own; ideas
are found as one types, and the cursor goes through the lanes. No test asserts a time.
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import NamedTuple

from shifter.companion import open_companion
from shifter.config import Config
from tests.benchmarks.long_life import make
from tests.benchmarks.sittings import SHIFTER, processor_seconds, surroundings, until_still
from tests.tui.pseudo_terminal import PseudoTerminal

BUDGET = 50
_SIZE = (160, 50)
_STILL_FOR = 0.15
_ERASE, _ESCAPE, _DOWN, _UP, _RIGHT = "\x7f", "\x1b", "\x1b[B", "\x1b[A", "\x1b[C"
_HOME = "\x1b[H"
_WORDS = ("idea", "idea 1", "19", "fun", "7")


class Press(NamedTuple):
    """Milliseconds until the last byte that a key draws, and of the processor's time for it."""

    seen: float
    worked: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=4)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        file = Path(home, "shifter.db")
        make(file, arguments.shifts, 10)
        _spread(file)
        for name, presses in _sitting(home, file, arguments.rounds).items():
            seen = [press.seen for press in presses]
            print(
                f"{name:22} seen in {median(seen):5.1f} ms,  95 % within "
                f"{quantiles(seen, n=20)[-1]:5.1f} ms;  {fmean(p.worked for p in presses):5.1f} ms "
                f"of work each,  {len(presses)} key presses"
            )
        print(f"{BUDGET} ms is what 95 % of them may take")


def _spread(file: Path) -> None:
    """Ideas in every lane as well as on the shelf, some with steps and outputs."""
    companion = open_companion(str(file), config=Config())
    for idea in companion.ideas.all(ended=True):
        number = int(idea.name.removeprefix("Idea "))
        if idea.stage == "dead_end" and number % 5 != 0:
            companion.ideas.move(idea.name, ("hunch", "exploring", "project")[number % 3])
        if number % 3 == 2:
            companion.ideas.projects.add_output(idea.name, "a page that tells it")
        elif number % 4 == 0:
            companion.ideas.steps.set(idea.name, "ask for a day along", question="is it fun?")
    companion.close()


def _sitting(home: str, file: Path, rounds: int) -> dict[str, list[Press]]:
    terminal = PseudoTerminal(surroundings(Path(home), file.name), [SHIFTER], _SIZE)
    try:
        terminal.read_until("Quit")
        terminal.type("3")
        terminal.read_until("on the boil")
        time.sleep(1)
        until_still(terminal)
        moved: list[Press] = []
        found: list[Press] = []
        for _ in range(rounds):
            moved += _timed(terminal, [_HOME, *[_DOWN] * 8, *[_UP] * 6, _RIGHT, *[_DOWN] * 4])
            found += _timed(terminal, _typing())
        return {"moving the cursor": moved, "typing what to find": found}
    finally:
        terminal.close()


def _typing() -> Iterator[str]:
    """Words typed and erased again, letter by letter."""
    for words in _WORDS:
        yield "/"
        yield from words
        yield from _ERASE * len(words)
        yield _ESCAPE


def _timed(terminal: PseudoTerminal, keys: Iterable[str]) -> list[Press]:
    presses = []
    for key in keys:
        pressed = _pressed(terminal, key)
        # After an escape every terminal program waits for what may follow it; that is no work.
        if pressed is not None and key != _ESCAPE:
            presses.append(pressed)
    return presses


def _pressed(terminal: PseudoTerminal, key: str) -> Press | None:
    """What a key costs; None if it draws nothing."""
    process = terminal.process.pid
    worked, begun = processor_seconds(process), time.perf_counter()
    terminal.type(key)
    last: float | None = None
    quiet_since = begun
    while time.perf_counter() - quiet_since < _STILL_FOR + (0.3 if last is None else 0):
        drawn = len(terminal.drawn)
        terminal.read(0.01)
        if len(terminal.drawn) != drawn:
            last = quiet_since = time.perf_counter()
    if last is None:
        return None
    return Press((last - begun) * 1000, (processor_seconds(process) - worked) * 1000)


if __name__ == "__main__":
    main()
