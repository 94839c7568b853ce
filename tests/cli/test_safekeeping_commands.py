import io
import os
from pathlib import Path

import pytest

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


def test_a_folder_whose_name_is_not_in_utf_8_is_one_like_any_other(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    shell.file = folder / "shifter.db"
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    copy = shell.json("backup", str(folder / "copy.db"))["backup"]["file"]
    assert "whole" in shell.ok("doctor")
    assert shell.json("doctor")["doctor"]["file"] == str(shell.file)
    shell.ok("log", "Called Bo")
    assert "Brought back: 1 shift" in shell.ok("restore", copy)
    aside = shell.json("restore")["set_aside"][0]["name"]
    assert shell.json("restore", aside)["restored"]["shifts"] == 2


def test_without_a_file_there_is_nothing_to_back_up(shell: Shell) -> None:
    assert "holds nothing yet" in shell.refused("backup")
    assert not shell.file.exists()


def test_without_a_name_restore_lists_what_there_is(shell: Shell) -> None:
    assert "no backups yet" in shell.ok("restore")
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    assert "2026-11-19-075800  1 shift until" in shell.ok("restore")
    (only,) = shell.json("restore")["backups"]
    assert (only["name"], Path(only["file"]).exists()) == ("2026-11-19-075800", True)


def test_restore_brings_a_backup_back_by_name_and_tells_where_the_present_file_went(
    shell: Shell,
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    shell.ok("log", "Called Bo")
    printed = shell.ok("restore", "2026-11-19-075800")
    assert "Brought back: 1 shift until" in printed
    assert [shift["text"] for shift in shell.json("shifts")["shifts"]] == ["Emailed Ana"]
    aside = printed.rpartition("kept as ")[2].strip()
    assert shell.json("restore", aside)["restored"]["shifts"] == 2
    assert shell.json("shifts")["total"] == 2


def test_what_a_restore_set_aside_is_listed_and_brought_back_by_its_name(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    shell.ok("log", "Called Bo")
    shell.ok("restore", "2026-11-19-075800")
    name = "shifter.db-aside-2026-11-19-075800"
    backup, aside, _ = shell.ok("restore").splitlines()
    assert backup.startswith("2026-11-19-075800  1 shift until")
    assert aside.startswith(f"{name}  set aside on 19 November 2026: 2 shifts until")
    assert shell.json("restore")["set_aside"] == [
        {"name": name, "file": str(tmp_path / name), "taken": "2026-11-19T07:58:00"}
    ]
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    shell.ok("restore", name)
    assert shell.json("shifts")["total"] == 2
    again = f"{name}-2"
    assert {kept["name"] for kept in shell.json("restore")["set_aside"]} == {name, again}


def test_what_was_set_aside_is_listed_though_nothing_in_it_can_be_read(
    shell: Shell, tmp_path: Path
) -> None:
    aside = tmp_path / "shifter.db-aside-2026-11-18-230000"
    aside.write_bytes(b"\xa5" * 9000)
    (tmp_path / "shifter.db-aside-2026-11-18-230000-journal").touch()
    (tmp_path / "other.db-aside-2026-11-18-230000").touch()
    first, second, _ = shell.ok("restore").splitlines()
    assert first.startswith("There are no backups yet")
    assert second == f"{aside.name}  set aside on 18 November 2026: not a file of shifter's"


def test_a_second_name_of_the_file_in_use_was_not_set_aside(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "Emailed Ana")
    (tmp_path / "shifter.db-aside-2026-11-19-075800").hardlink_to(shell.file)
    assert shell.json("restore")["set_aside"] == []


def test_restore_in_a_terminal_shows_what_is_in_it_first_and_asks(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(text: str) -> io.StringIO:
        answer = io.StringIO(text)
        monkeypatch.setattr(answer, "isatty", lambda: True)
        return answer

    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    shell.ok("log", "Called Bo")
    monkeypatch.setattr("sys.stdin", answered("\n"))
    answered_no = shell.run("restore", "2026-11-19-075800")
    assert answered_no.status == 1
    assert "1 shift until" in answered_no.err
    assert "In use now: 2 shifts until" in answered_no.err
    assert shell.json("shifts")["total"] == 2
    monkeypatch.setattr("sys.stdin", answered("y\n"))
    assert shell.run("restore", "2026-11-19-075800").status == 0
    assert shell.json("shifts")["total"] == 1


def test_an_unknown_backup_is_told(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    assert "neither a file nor" in shell.refused("restore", "yesterday")
