# ruff: noqa: T201 - what a benchmark says, it prints
"""What a key press on the board costs, in a short life and in a long one.

Run by hand: `python -m tests.benchmarks.keys`. It counts the lines of the board that are painted
for a move of the cursor, and measures the time that this takes.
"""

import argparse
import asyncio
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot
from textual.strip import Strip

from shifter.companion import open_companion
from shifter.config import Config
from shifter.tui.app import ShifterApp
from shifter.tui.widgets.towers import Towers
from tests.benchmarks.board import StandingStill
from tests.benchmarks.long_life import make

_MOVES = ("up", "up", "left", "down", "right") * 8
_SIZE = (120, 40)


class _OnStreaks(ShifterApp):
    DEFAULT_MODE = "streaks"


class Painting(NamedTuple):
    """The lines of the board that were painted, and the seconds that this took."""

    lines: list[int]
    seconds: list[float]


async def measure(file: Path) -> Painting:
    """What is painted for all of the moves."""
    app = _OnStreaks(
        partial(open_companion, str(file), config=Config(), clock=StandingStill()), Config()
    )
    async with app.run_test(size=_SIZE) as pilot:
        await _settle(pilot)
        painting = _watched(app.screen.query_one(Towers))
        for key in _MOVES:
            await pilot.press(key)
            await _settle(pilot)
    return painting


async def _settle(pilot: Pilot[None]) -> None:
    assert isinstance(pilot.app, ShifterApp)
    for _ in range(3):
        await pilot.app.ask(bool)
        await pilot.pause()


def _watched(towers: Towers) -> Painting:
    """Notes every line that is painted from now on."""
    painting = Painting([], [])
    paint = towers.render_line

    def watched(y: int) -> Strip:
        begun = time.perf_counter()
        strip = paint(y)
        painting.seconds.append(time.perf_counter() - begun)
        painting.lines.append(y)
        return strip

    towers.render_line = watched  # type: ignore[method-assign]
    return painting


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=1_000_000)
    parser.add_argument("--years", type=int, default=30)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, shifts, years in (
            ("short life", 214, 1),
            ("long life", arguments.shifts, arguments.years),
        ):
            file = Path(folder) / f"{years}.db"
            make(file, shifts, years)
            lines, seconds = asyncio.run(measure(file))
            print(
                f"{name}: {len(lines) / len(_MOVES):.1f} lines a key press, "
                f"{1000 * sum(seconds) / len(_MOVES):.2f} ms for painting them"
            )


if __name__ == "__main__":
    main()
