"""What the Story costs in a long life: first pages, pages further down, and searches.

Run as `python -m tests.benchmarks.story`; every line is the least of many tries, in milliseconds.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.story import EVERYTHING, StoryFilter
from tests.benchmarks.long_life import TODAY, make
from tests.standing_clock import StandingClock

_TRIES = 20
_LONG_AGO = date(2004, 2, 29)


def main() -> None:
    """Make a long life, or use one that is there, and time what the Story asks of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=1_000_000)
    parser.add_argument("--years", type=int, default=30)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shifter.db"
        make(file, asked.shifts, asked.years)
        clock = StandingClock(f"{TODAY}T20:00")
        companion = open_companion(str(file), config=Config(), clock=clock)
        try:
            for what, ask in _questions(companion).items():
                sys.stdout.write(f"{what:46} {_least(ask):8.2f}\n")
        finally:
            companion.close()


def _questions(companion: Companion) -> dict[str, Callable[[], object]]:
    story = companion.story
    page = story.view().page
    searches = ("s", "shift", "shift 7", "person 4", "idea 1", "zebra", "shift zebra")
    wanted = {f"search: {words}": StoryFilter(words=words) for words in searches}
    wanted |= {
        "one idea": story.filter(idea="Idea 1"),
        "one idea and person, lit, searched": story.filter(
            idea="Idea 1", person="Person 7", little_yes=True
        )._replace(words="shift 9"),
        "one kind": StoryFilter(told="rest"),
    }
    return {
        "everything": story.view,
        "everything, a page further down": lambda: story.older(EVERYTHING, page.entries[-1].number),
        "everything, on a day long ago": lambda: story.view(until=_LONG_AGO),
        **{what: lambda part=part: story.view(part) for what, part in wanted.items()},  # type: ignore[misc]
        "the week": companion.telling.week,
        "history": companion.history.deeds,
    }


def _least(ask: Callable[[], object]) -> float:
    least = float("inf")
    for _ in range(_TRIES):
        begun = perf_counter()
        ask()
        least = min(least, perf_counter() - begun)
    return least * 1000


if __name__ == "__main__":
    main()
