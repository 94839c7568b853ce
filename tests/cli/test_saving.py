"""Files that commands write."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.shell import Shell

WRITERS = (
    ("export", "--format", "json"),
    ("story", "--format", "txt"),
    ("streak", "--svg"),
    ("remind", "--at", "8:30"),
    ("pick", "--pocket", "tomorrow", "--ics"),
)


@pytest.mark.parametrize("words", WRITERS)
def test_no_command_writes_over_the_data_file(shell: Shell, words: tuple[str, ...]) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("pick")
    assert "the log itself" in shell.refused(*words, str(shell.file), "--force")


@pytest.mark.parametrize("words", WRITERS)
def test_a_file_that_is_there_stays_unless_it_is_said(
    shell: Shell, tmp_path: Path, words: tuple[str, ...]
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("pick")
    notes, link = tmp_path / "notes", tmp_path / "link"
    notes.write_text("precious")
    link.symlink_to(notes)
    for path in (notes, link):
        assert f"{path} was left as it is" in shell.refused(*words, str(path))
        assert notes.read_text() == "precious"
    shell.ok(*words, str(link), "--force")
    assert link.is_symlink()
    assert notes.read_text() != "precious"


@pytest.mark.parametrize(
    ("command", "known"), [("export", ".json, .csv, .ics or .md"), ("story", ".txt, .md or .html")]
)
def test_an_ending_that_nothing_is_written_as_is_refused(
    shell: Shell, tmp_path: Path, command: str, known: str
) -> None:
    shell.ok("log", "Emailed Ana")
    unknown, without = tmp_path / "log.pdf", tmp_path / "v1.2" / "log"
    without.parent.mkdir()
    assert known in shell.refused(command, str(unknown), status=2)
    assert not unknown.exists()
    shell.ok(command, str(unknown), "--format", "md")
    shell.ok(command, str(without))
    assert unknown.exists()
    assert without.exists()


def test_nothing_but_a_file_is_ever_replaced(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "Emailed Ana")
    folder, pipe = tmp_path / "folder", tmp_path / "pipe"
    folder.mkdir()
    os.mkfifo(pipe)
    for path in (folder, pipe):
        assert "is not a file" in shell.refused("export", str(path))
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_is_replaced_stays_as_private_as_it_was(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "Emailed Ana")
    export = tmp_path / "shifter.json"
    export.touch(0o600)
    shell.ok("export", str(export), "--force")
    assert stat.S_IMODE(export.stat().st_mode) == 0o600


def test_a_damaged_file_is_told_as_such_and_what_was_exported_before_stays(
    shell: Shell, tmp_path: Path
) -> None:
    export = tmp_path / "shifter.csv"
    shell.ok("log", "Emailed Ana")
    shell.ok("export", str(export))
    before = export.read_text()
    with closing(sqlite3.connect(shell.file, isolation_level=None)) as connection:
        connection.execute("UPDATE shift SET day = '2026-99-99'")
    assert "The file is damaged" in shell.refused("export", str(export), "--force")
    assert not list(tmp_path.glob(".*.partial"))
    assert export.read_text() == before
