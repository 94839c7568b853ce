from collections.abc import Iterator
from pathlib import Path

import pytest

from shifter.store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a data file may stand, in a folder that holds nothing else."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "shifter.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    store = Store(str(file))
    yield store
    store.close()
