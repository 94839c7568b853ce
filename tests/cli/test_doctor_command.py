import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from shifter.paths import config_folder
from tests.cli.shell import Shell
from tests.standing_clock import StandingClock


def examined(shell: Shell) -> Any:
    """What was found; where it needs somebody, the exit status and one sentence say so too."""
    status, printed, told = shell.run("doctor", "--json")
    found = json.loads(printed)["doctor"]
    is_well = found["state"] in ("new", "whole") and all(one["whole"] for one in found["backups"])
    assert (status, told.count("shifter: The data file ")) == ((0, 0) if is_well else (1, 1))
    return found


def told_of_damage(shell: Shell) -> str:
    status, printed, told = shell.run("doctor")
    assert status == 1
    assert told.startswith("shifter: ")
    return printed


def run(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def garble(file: Path, table: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        look = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(look, (table,)).fetchone()
    with file.open("r+b") as data:
        data.seek((page - 1) * 4096)
        data.write(b"\xa5" * 4096)


@pytest.fixture
def warm(shell: Shell) -> None:
    """All that the command needs is loaded, which a guest could not do."""
    shell.run("doctor")


@pytest.mark.usefixtures("warm")
def test_a_folder_that_may_not_be_entered_is_told_and_not_that_nothing_is_there(
    capsys: pytest.CaptureFixture[str], clock: StandingClock, guest_folder: Path
) -> None:
    shell = Shell(capsys, clock, guest_folder / "shifter.db")
    shell.ok("log", "Emailed Ana")
    guest_folder.chmod(0o000)
    printed = told_of_damage(shell)
    assert f"chmod u+rwx {guest_folder}" in printed
    assert "not there yet" not in printed
    assert "none yet" not in printed
    assert examined(shell)["state"] == "barred"


def test_a_database_with_nothing_in_it_is_whole(shell: Shell) -> None:
    run(shell.file, "CREATE TABLE passing (id)")
    run(shell.file, "DROP TABLE passing")
    assert examined(shell)["state"] == "whole"


def test_a_whole_file_is_told_whole_and_left_as_it_is(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana #", "--person", "Ana")
    shell.ok("backup")
    before = shell.file.read_bytes()
    printed = shell.ok("doctor")
    for words in (str(shell.file), "whole", "1 shift until", "counted again", "1 backup, the"):
        assert words in printed
    assert shell.file.read_bytes() == before
    found = examined(shell)
    assert (found["state"], found["damages"], found["recounted"]) == ("whole", [], [])
    assert found["backups"][0]["whole"]


def test_suggestions_that_are_left_out_are_told_with_file_and_line(shell: Shell) -> None:
    assert examined(shell)["suggestions"] == []
    folder = Path(config_folder()) / "prompts"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('# mine\n[kiln]\nkind = "nap"\n', encoding="utf-8")
    (told,) = examined(shell)["suggestions"]
    assert told.startswith("mine.toml, line 2, kiln: `minutes`")
    assert told in shell.ok("doctor")
    assert told in shell.run("prompt", "list").err


def test_no_file_yet_is_told_and_none_is_made(shell: Shell) -> None:
    assert "not there yet" in shell.ok("doctor")
    assert examined(shell)["state"] == "new"
    assert not shell.file.exists()


def test_a_pipe_is_no_new_file(shell: Shell) -> None:
    os.mkfifo(shell.file)
    assert "a device or a pipe" in told_of_damage(shell)
    assert examined(shell)["state"] == "unusable"


def test_figures_that_are_wrong_are_counted_again(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    run(shell.file, "UPDATE day_total SET total_shifts = 7, shifts = 7")
    assert shell.json("streak")["total"] == 7
    assert "put right: day_total" in shell.ok("doctor")
    assert shell.json("streak")["total"] == 1
    assert examined(shell)["recounted"] == []


@pytest.mark.parametrize("table", ["shift", "shift_by_day", "weekday_hour", "phrase"])
def test_a_damaged_page_is_told_with_what_can_be_done(shell: Shell, table: str) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    garble(shell.file, table)
    before = shell.file.read_bytes()
    assert "restore 2026-11-19-075800" in told_of_damage(shell)
    assert examined(shell)["state"] == "damaged"
    assert shell.file.read_bytes() == before


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE shift SET day = '2026-19-11'",
        "UPDATE shift SET done_at = '2026-11-19T0X:00:00.000Z'",
        "UPDATE shift SET text = CAST(x'ff41' AS TEXT)",
        "UPDATE shift SET prompt = 'none'",
    ],
)
def test_values_that_no_shifter_wrote_are_found(shell: Shell, spoil: str) -> None:
    shell.ok("log", "Emailed Ana")
    run(shell.file, spoil)
    found = examined(shell)
    assert found["state"] == "damaged"
    assert len(found["damages"]) == 1


def test_a_lost_file_and_a_strange_one_are_told(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    shell.file.write_bytes(b"")
    assert examined(shell)["state"] == "lost"
    assert "restore 2026-11-19-075800" in told_of_damage(shell)
    shell.ok("restore", "2026-11-19-075800")
    run(shell.file, "PRAGMA user_version = 999")
    assert examined(shell)["state"] == "unusable"
    assert "newer" in told_of_damage(shell)


def test_a_damaged_backup_is_told(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    backup = Path(shell.json("backup")["backup"]["file"])
    backup.write_bytes(backup.read_bytes()[:9000])
    assert f"{backup.stem} is damaged" in told_of_damage(shell)


def test_a_clock_that_went_back_is_told(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    assert examined(shell)["clock_behind"] is None
    shell.clock.set("2016-11-19T07:58:00")
    assert "behind the last thing you did" in shell.ok("doctor")


def test_wrong_settings_and_themes_are_named(shell: Shell) -> None:
    config = Path(shell.json("paths")["paths"]["config"])
    (config.parent / "themes").mkdir(parents=True)
    config.write_text('minutes = 3\ntheme = "moss"\n[keys]\n"today.dance" = "d"\n')
    (config.parent / "themes" / "mine.toml").write_text('name = "mine"\n')
    found = examined(shell)
    told = " ".join(found["settings"])
    for words in ("minutes must be", "keys.today.dance", "No theme is called moss"):
        assert words in told
    assert "mine.toml" in found["themes"][0]


def test_settings_are_not_fine_while_the_chosen_theme_has_a_fault(shell: Shell) -> None:
    config = Path(shell.json("paths")["paths"]["config"])
    (config.parent / "themes").mkdir(parents=True)
    config.write_text('theme = "mine"\n')
    (config.parent / "themes" / "mine.toml").write_text('name = "mine"\n')
    assert examined(shell)["settings"] == ["theme: mine can't be used, since its file has a fault."]
    assert "mine.toml: dark" in shell.refused("settings", "theme", "mine")


def test_what_can_be_read_of_a_damaged_file_comes_over_into_a_new_one(shell: Shell) -> None:
    for number in range(3):
        shell.ok("log", f"Emailed Ana, letter {number} #", "--person", "Ana")
    garble(shell.file, "shift")
    before = shell.file.read_bytes()
    salvaged = examined(shell)["salvaged"]
    assert (salvaged["rows"]["shift"], salvaged["rows"]["person"], salvaged["lost"]) == (3, 1, 0)
    printed = told_of_damage(shell)
    assert "3 shifts, 0 ideas, 1 person among them; nothing is lost" in printed
    assert f"restore {salvaged['path']}" in printed
    assert shell.file.read_bytes() == before
    shell.ok("restore", salvaged["path"])
    assert shell.json("shifts")["total"] == 3
    assert examined(shell)["state"] == "whole"
    assert shell.json("done")["shift"]["text"]


def test_a_file_whose_very_beginning_is_gone_is_salvaged_too(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    with shell.file.open("r+b") as data:
        data.write(b"\0" * 4096)
    assert "doctor" in shell.refused("streak")
    assert examined(shell)["salvaged"]["rows"]["shift"] == 1


def test_a_letter_gives_nothing_and_stays_alone(shell: Shell) -> None:
    shell.file.write_text("Dear Ana,\n" * 1000)
    found = examined(shell)
    assert (found["state"], found["salvaged"]) == ("unusable", None)
    assert [path.name for path in shell.file.parent.glob("shifter.db*")] == ["shifter.db"]
    printed = told_of_damage(shell)
    assert "nothing of shifter's could be read in it" in printed
    assert "saves" not in printed


def test_a_damaged_file_without_a_row_of_somebodys_is_told_so(shell: Shell) -> None:
    shell.ok("streak")
    shell.file.write_bytes(shell.file.read_bytes()[:4096])
    assert examined(shell)["state"] == "damaged"
    assert "Nothing of yours could be read in it" in told_of_damage(shell)
