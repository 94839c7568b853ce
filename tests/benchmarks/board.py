# ruff: noqa: T201 - what a benchmark says, it prints
"""How long the companion takes for all of the Streaks screen, in a short life and in a long one.

Run by hand: `python -m tests.benchmarks.board`. It prints milliseconds, the least and the median
of many tries, and how the long life compares with the short one. No test asserts a time.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from statistics import median

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.moment import Moment
from tests.benchmarks.long_life import TODAY, make

BUDGET = 30
_TRIES = 40


class StandingStill:
    """A clock that shows noon of the day that the lives end on."""

    def now(self) -> Moment:
        noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
        return Moment(noon, 0, "UTC")

    def zone(self) -> tzinfo:
        return UTC


def measure(shifts: int, years: int) -> dict[str, tuple[float, float]]:
    """The least and the median milliseconds of each question, in a life of that length."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "life.db"
        begun = time.perf_counter()
        make(file, shifts, years)
        seconds = time.perf_counter() - begun
        size = file.stat().st_size / 1_000_000
        print(f"{shifts:,} shifts over {years} years: made in {seconds:.1f} s, {size:.0f} MB")
        companion = open_companion(str(file), config=Config(), clock=StandingStill())
        try:
            return {
                name: _timed(question)
                for name, question in _questions(companion, TODAY - timedelta(days=300)).items()
            }
        finally:
            companion.close()


def _questions(companion: Companion, earlier: date) -> dict[str, Callable[[], object]]:
    streaks = companion.streaks
    busiest = "idea-1"
    return {
        "the whole view": lambda: streaks.view(columns=(112, 133)),
        "the view at an earlier day": lambda: streaks.view(columns=(112, 133), cursor=earlier),
        "the view of the busiest idea": lambda: streaks.view(columns=(112, 133), idea=busiest),
        "one day under the cursor": lambda: streaks.day(earlier),
        "one day, the busiest idea": lambda: streaks.day(earlier, idea=busiest),
    }


def _timed(question: Callable[[], object]) -> tuple[float, float]:
    tries = []
    for _ in range(_TRIES):
        begun = time.perf_counter()
        question()
        tries.append((time.perf_counter() - begun) * 1000)
    return min(tries), median(tries)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=1_000_000)
    parser.add_argument("--years", type=int, default=30)
    arguments = parser.parse_args()
    short = measure(214, 1)
    long = measure(arguments.shifts, arguments.years)
    print(f"\n{'':32}{'short life':>16}{'long life':>16}{'ratio':>9}")
    for name, (least, middle) in long.items():
        before, _ = short[name]
        print(
            f"{name:32}{before:9.1f} ms    {least:9.1f} ms    {least / before:6.1f}"
            f"   (median {middle:.1f} ms)"
        )
    worst = max(middle for _, middle in long.values())
    print(f"\nthe slowest takes {worst:.1f} ms; {BUDGET} ms is what it may take")


if __name__ == "__main__":
    main()
