"""A file is written whole, and is on the disk, or everything is as it was."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from shifter.whole_files import write_whole


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "story.md"


def test_the_pieces_stand_in_it_as_they_are(file: Path) -> None:
    write_whole(str(file), ("one\r\n", "zwölf\n"))
    assert file.read_bytes() == "one\r\nzwölf\n".encode()
    assert list(file.parent.iterdir()) == [file]


def test_it_is_on_the_disk_before_it_has_its_name_and_so_is_the_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def name(source: str, target: str) -> None:
        done.append("name")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", name)
    write_whole(str(file), ("one",))
    assert done == ["file", "name", "folder"]


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ValueError()]
)
@pytest.mark.parametrize("before", ["precious", None])
def test_whatever_goes_wrong_leaves_all_as_it_was(
    file: Path, error: BaseException, before: str | None
) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise error

    if before is not None:
        file.write_text(before)
    with pytest.raises(type(error)):
        write_whole(str(file), pieces())
    left = {path.name: path.read_text() for path in file.parent.iterdir()}
    assert left == ({file.name: before} if before is not None else {})


def test_two_who_write_it_at_once_do_not_mix(file: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "one "
        write_whole(str(file), ("another",))
        assert file.read_text() == "another"
        yield "whole"

    write_whole(str(file), pieces())
    assert file.read_text() == "one whole"


def test_behind_a_link_the_file_is_replaced_and_stays_as_private_as_it_was(file: Path) -> None:
    file.touch(0o640)
    link = file.with_name("link")
    link.symlink_to(file)
    write_whole(str(link), ("new",), mode=0o600)
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_one_is_as_private_as_it_is_wanted(file: Path) -> None:
    write_whole(str(file), ("new",), mode=0o600)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_its_name_may_be_as_long_as_a_name_can_be(file: Path) -> None:
    longest = file.with_name("x" * 255)
    write_whole(str(longest), ("new",))
    assert longest.read_text() == "new"
