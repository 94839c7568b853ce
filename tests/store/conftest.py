import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from shifter.store.store import Store

_NOBODY = 65534


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


@pytest.fixture
def guest_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody whom read-only files hold off, and who stays that for the test."""
    # The guest may not even be allowed to read Python's own files, which are loaded late.
    Store(str(tmp_path / "warm.db")).close()
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        yield folder
        os.seteuid(0)
    else:
        yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)
