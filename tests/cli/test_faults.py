"""What a disk, a clock or another program does to the file is told in one clear sentence."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.shell import PROJECT, Shell


def run(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("words", [["log", "Called Bo"], ["streak"]], ids=" ".join)
def test_an_interrupt_ends_the_wait_for_a_locked_file(shell: Shell, words: list[str]) -> None:
    shell.ok("log", "Emailed Ana")
    before = shell.file.read_bytes()
    with closing(sqlite3.connect(shell.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        process = subprocess.Popen(
            [sys.executable, "-m", "shifter", "--db", shell.file, *words],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with pytest.raises(subprocess.TimeoutExpired):  # it waits, and says nothing
            process.wait(1.5)
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=5)
    assert (process.returncode, printed, told) == (130, b"", b"")
    assert shell.file.read_bytes() == before


@pytest.mark.parametrize(
    ("wall", "shown"), [("2026-11-18T07:58", "18 November 2026"), ("2016-11-19T07:58", "2016")]
)
def test_a_clock_that_went_back_is_told_once_and_hinders_nothing(
    shell: Shell, wall: str, shown: str
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.clock.set(wall)
    result = shell.run("log", "Called Bo")
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert shown in result.err
    assert "the last thing you did was on 19 November 2026, 07:58" in result.err
    assert shell.run("log", "Called Cem").err == ""
    shell.clock.set("2026-11-19T08:00")
    assert shell.json("shifts")["shifts"][0]["text"] == "Emailed Ana"
    assert shell.json("shifts")["total"] == 3


@pytest.mark.parametrize(
    "words", [["shifts"], ["streak"], ["line"], ["days"], ["log", "Called Bo"], ["pick"]]
)
@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE shift SET day = '2026-1q-19'",
        "UPDATE day_total SET day = '2026-1q-19'",
        "UPDATE shift SET text = CAST(x'ff41' AS TEXT)",
        "UPDATE setting SET value = '[77, {}]'",
    ],
)
def test_a_flipped_bit_in_a_value_is_never_a_traceback(
    shell: Shell, spoil: str, words: list[str]
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("settings", "rest_weekdays", "none")
    run(shell.file, spoil)
    result = shell.run(*words)
    if result.status:
        assert result.err.startswith(("shifter: The file is damaged.", "shifter: Some figures"))
        assert result.err.count("\n") == 1


def test_what_was_found_damaged_is_written_no_more_until_it_is_restored(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    run(shell.file, "UPDATE shift SET prompt = 'none'")
    assert "The data file is damaged" in shell.run("doctor").err
    assert "restore 2026-11-19-075800" in shell.refused("log", "Called Bo")
    assert shell.json("shifts")["total"] == 1
    shell.ok("restore", "2026-11-19-075800")
    shell.ok("log", "Called Bo")


def test_a_copy_put_in_the_place_of_a_damaged_file_is_written_again(
    shell: Shell, tmp_path: Path
) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("backup", str(tmp_path / "copy.db"))
    run(shell.file, "UPDATE shift SET prompt = 'none'")
    assert shell.run("doctor").status == 1
    shell.refused("log", "Called Bo")
    shutil.copy(tmp_path / "copy.db", shell.file)
    shell.ok("log", "Called Bo")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user without a record")
def test_a_user_without_a_home_is_told_how_to_get_by() -> None:
    code = (
        "import os, sys; from shifter.cli import main; from shifter import cli, errors; "
        "import shifter.cli.output, shifter.cli.figures, shifter.paths; "
        "os.setuid(987654); sys.exit(main(['line']))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == (
        "shifter: There is no home folder. "
        "Set HOME to a folder of yours, where shifter may keep its files.\n"
    )


def test_a_lock_that_is_let_go_is_waited_for(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    with closing(sqlite3.connect(shell.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        process = subprocess.Popen(
            [sys.executable, "-m", "shifter", "--db", shell.file, "log", "Called Bo"],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
        )
        time.sleep(0.8)
        other.execute("ROLLBACK")
        printed, _ = process.communicate(timeout=20)
    assert b"Called Bo" in printed


_NEEDS_HOME = (
    "shifter: There is no home folder. "
    "Set HOME to a folder of yours, where shifter may keep its files.\n"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("log Called", ""),
        ("line", ""),
        ("pick", ""),
        ("today", ""),
        ("settings", ""),
        ("settings grace 2", ""),
        ("themes", ""),
        ("paths", ""),
        ("doctor", ""),
        ("backup", ""),
        ("export", ""),
        ("settings motion false", _NEEDS_HOME),
        ("themes new mine", _NEEDS_HOME),
    ],
)
def test_where_a_file_is_named_only_what_needs_a_home_asks_for_one(
    shell: Shell, words: str, told: str
) -> None:
    shell.ok("log", "Emailed Ana")
    finished = subprocess.run(
        [sys.executable, "-m", "tests.no_home", "--db", shell.file, *words.split()],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=False,
        text=True,
    )
    assert finished.stderr == told
    assert finished.returncode == bool(told)


def test_a_folder_where_no_journal_can_be_made_is_told_as_read_only(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    folder = shell.file.parent
    if subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode:
        pytest.skip("this file system can't make a folder immutable")
    try:
        told = shell.refused("log", "Called Bo")
    finally:
        subprocess.run(["chattr", "-i", folder], check=True)
    assert told.startswith("shifter: The file can't be written.")


@pytest.mark.parametrize("value", ["null", "[]", "[4, 5]", '"four"', "4.5", "99"])
def test_a_setting_that_no_one_could_set_is_told_as_damage(shell: Shell, value: str) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("settings", "rollover", "5")
    run(shell.file, f"UPDATE setting SET value = '{value}'")
    assert "The file is damaged" in shell.refused("log", "Called Bo")
    assert "the setting rollover can't be read" in shell.run("doctor").out
    (salvaged,) = shell.file.parent.glob("*-salvaged-*")
    shell.file = salvaged
    assert shell.ok("settings", "rollover") == "05:00\n"


DEEP = f"a = {'[' * 5000}{']' * 5000}\n"


def test_no_toml_is_nested_so_deeply_that_it_is_not_told_in_a_sentence(
    shell: Shell, tmp_path: Path
) -> None:
    folder = Path(shell.json("paths")["paths"]["config_folder"])
    for file in ("themes/mine.toml", "prompts/mine.toml", "config.toml"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(DEEP)
    (tmp_path / "mine.toml").write_text(DEEP)
    assert "nested too deeply" in shell.refused("prompt", "import", str(tmp_path / "mine.toml"))
    for words in ("pick", "themes", "prompt list", "doctor"):
        result = shell.run(*words.split())
        assert result.status == 0
        assert "nested too deeply" in result.out + result.err
