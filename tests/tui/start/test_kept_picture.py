"""The picture of the next start is shown where it is still true, and nowhere else."""

import os
from pathlib import Path

import pytest

from shifter import paths
from shifter.tui.start.kept_picture import circumstances_of, keep_pictures, kept_picture
from tests.tui.stage import Stage

SIZE = (80, 24)
MORNING, NOON, EVENING = 1_000.0, 2_000.0, 3_000.0


@pytest.fixture
def database(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> str:
    """A data file, with two pictures kept for it."""
    monkeypatch.setenv("TERM", "xterm-256color")
    database = str(stage.file)
    pictures = [(MORNING, NOON, "before noon"), (NOON, EVENING, "in the afternoon\r\n")]
    keep_pictures("hearth", circumstances_of(database, "hearth", SIZE), pictures)
    return database


def test_each_is_there_in_its_time(database: str) -> None:
    assert kept_picture(database, SIZE, MORNING) == "before noon"
    assert kept_picture(database, SIZE, NOON) == "in the afternoon\r\n"
    assert kept_picture(database, SIZE, MORNING - 1) is None
    assert kept_picture(database, SIZE, EVENING) is None


def test_none_is_there_for_another_terminal_or_another_file(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept_picture(database, (81, 24), MORNING) is None
    assert kept_picture(f"{database}-other", SIZE, MORNING) is None
    for variable in ("TERM", "COLORTERM", "NO_COLOR", "TZ"):
        with monkeypatch.context() as environment:
            environment.setenv(variable, "another")
            assert kept_picture(database, SIZE, MORNING) is None
    assert kept_picture(database, SIZE, MORNING) == "before noon"


def test_none_is_there_once_something_was_done(database: str, stage: Stage) -> None:
    seen = os.stat(database)
    with stage.companion() as companion:
        companion.ideas.add("Pottery studio")
    os.utime(database, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert kept_picture(database, SIZE, MORNING) is None


@pytest.mark.parametrize("file", ["config.toml", "themes/hearth.toml"])
def test_none_is_there_once_a_setting_or_the_theme_was_changed(database: str, file: str) -> None:
    changed = Path(paths.config_folder(), file)
    changed.parent.mkdir(parents=True, exist_ok=True)
    changed.write_text("minutes = 10\n")
    assert kept_picture(database, SIZE, MORNING) is None


def test_none_is_there_while_a_write_was_cut_short(database: str) -> None:
    Path(f"{database}-journal").write_bytes(b"half of it")
    assert kept_picture(database, SIZE, MORNING) is None


@pytest.mark.parametrize("content", [b"", b"hearth", b"\xff\0\0\0", b"hearth\0{}\0a\0b", None])
def test_whatever_else_stands_in_its_place_is_passed_over(
    database: str, content: bytes | None
) -> None:
    file = Path(paths.pictures_file())
    if content is None:
        file.unlink()
        file.mkdir()
    else:
        circumstances = circumstances_of(database, "hearth", SIZE).encode()
        file.write_bytes(content.replace(b"{}", circumstances))
    assert kept_picture(database, SIZE, MORNING) is None
    keep_pictures("hearth", "anything", [])


def test_nobody_else_may_read_it(database: str) -> None:
    assert database
    assert os.stat(paths.pictures_file()).st_mode & 0o077 == 0
