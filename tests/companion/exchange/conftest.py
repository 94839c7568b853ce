"""Files that are to be taken in, and the other machine that does so too."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from tests.standing_clock import StandingClock

NewFile = Callable[[], Companion]
Write = Callable[[str, str | bytes], str]


@pytest.fixture
def another(new_file: Path, tmp_path: Path, clock: StandingClock) -> Iterator[NewFile]:
    """Another machine's file, new each time."""
    opened: list[Companion] = []

    def open_another() -> Companion:
        number = len(list(tmp_path.glob("other*.db")))
        other = copy(new_file, tmp_path / f"other{number}.db")
        opened.append(open_companion(str(other), config=Config(), clock=clock))
        return opened[-1]

    yield open_another
    for companion in opened:
        companion.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of another program; its path comes back."""

    def write_file(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write_file
