"""The story of somebody's way, kept among their documents."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shifter.companion.text_files import write_new
from shifter.errors import FileTrouble


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    monkeypatch.setattr("shifter.paths.documents_folder", lambda: str(folder))
    return folder


def test_each_has_a_name_of_its_own(folder: Path) -> None:
    assert write_new("Repair café!", "txt", "one") == str(folder / "shifter-repair-café.txt")
    assert write_new("Repair café!", "txt", "two") == str(folder / "shifter-repair-café-2.txt")
    assert [path.read_text() for path in sorted(folder.iterdir())] == ["two", "one"]


def test_those_that_are_written_at_once_are_all_kept(folder: Path) -> None:
    texts = [f"The story of {number}. " * 1000 for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda text: write_new("Pottery", "md", text), texts))
    assert [Path(path).read_text() for path in paths] == texts
    assert len(list(folder.iterdir())) == len(texts)


def test_on_a_disk_that_does_not_take_it_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileTrouble, match="No space left"):
        write_new("Pottery", "md", "one")
    assert list(folder.iterdir()) == []
