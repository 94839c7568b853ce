"""What the screens with the most behind them ask for, in milliseconds."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.story import StoryFilter
from tests.benchmarks.board import StandingStill

_TRIES = 15


def milliseconds(file: Path) -> dict[str, tuple[float, int]]:
    """What each question takes, the median of some tries, and what it may take."""
    companion = open_companion(str(file), config=Config(), clock=StandingStill())
    try:
        return {
            name: (_median(question), most)
            for name, (question, most) in _questions(companion).items()
        }
    finally:
        companion.close()


def _questions(companion: Companion) -> dict[str, tuple[Callable[[], object], int]]:
    story = companion.story
    return {
        "the board": (lambda: companion.streaks.view(columns=(112, 133)), 30),
        "the trail of the largest idea": (lambda: companion.ideas.opened("Idea 1"), 20),
        "the first page of the Story": (story.view, 20),
        "the first page of a search": (lambda: story.view(StoryFilter("shift")), 20),
        "the first page of a rare word": (lambda: story.view(StoryFilter("4711")), 20),
    }


def _median(question: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TRIES):
        begun = time.perf_counter()
        question()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)
