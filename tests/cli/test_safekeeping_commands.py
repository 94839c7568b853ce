from pathlib import Path

from tests.cli.shell import Shell


def test_a_backup_tells_what_is_in_it_and_where_it_is(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana #", "--person", "Ana")
    printed = shell.ok("backup")
    assert "1 shift until Thursday 19 November 2026, 0 ideas and 1 person" in printed
    path = Path(printed.splitlines()[1].strip())
    assert path.parent == Path(shell.json("paths")["paths"]["backups"])
    assert path.name == "2026-11-19-075800.db"
    assert path.read_bytes()[:15] == b"SQLite format 3"


def test_a_backup_goes_to_a_new_file_or_into_a_folder(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "Emailed Ana")
    file, folder = tmp_path / "copy.db", tmp_path / "folder"
    folder.mkdir()
    told = shell.json("backup", str(file))["backup"]
    assert (told["file"], told["shifts"]) == (str(file), 1)
    assert shell.json("backup", str(folder))["backup"]["file"].startswith(str(folder))
    shell.file = file
    assert shell.json("shifts")["total"] == 1


def test_a_backup_overwrites_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "Emailed Ana")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ana")
    assert "left alone" in shell.refused("backup", str(letter))
    assert letter.read_text() == "Dear Ana"
    assert str(tmp_path / "no") in shell.refused("backup", str(tmp_path / "no" / "copy.db"))


def test_without_a_file_there_is_nothing_to_back_up(shell: Shell) -> None:
    assert "holds nothing yet" in shell.refused("backup")
    assert not shell.file.exists()
