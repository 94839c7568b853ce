from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from shutil import copy

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from tests.standing_clock import StandingClock

Open = Callable[..., Companion]


@pytest.fixture
def clock() -> StandingClock:
    """Thursday 19 November 2026, 07:58 in Berlin."""
    return StandingClock()


@pytest.fixture
def file(new_file: Path, tmp_path: Path) -> Path:
    return Path(copy(new_file, tmp_path / "shifter.db"))


@pytest.fixture
def open_again(file: Path, clock: StandingClock) -> Iterator[Open]:
    """Opens the file as another process would, or this one after a restart."""
    opened: list[Companion] = []

    def open_file(*, seed: int = 0, config: Config | None = None) -> Companion:
        chance = Random(seed)  # noqa: S311 - a pick is no secret
        companion = open_companion(str(file), config=config or Config(), clock=clock, random=chance)
        opened.append(companion)
        return companion

    yield open_file
    for companion in opened:
        companion.close()


@pytest.fixture
def companion(open_again: Open) -> Companion:
    return open_again()
