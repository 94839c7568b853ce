"""The program as other programs meet it: exit statuses, pipes, encodings, terminals, files."""

import json
import os
import pty
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from shifter.cli import COMMANDS, GROUPS, main
from tests.cli.shell import PROJECT, Launch, Shell

HOSTILE = "red \x1b[31m\x1b]0;owned\x07 \x9b31m \u202eback \u2066 end"


def test_help_lists_every_command(launch: Launch) -> None:
    finished = launch("--help")
    assert finished.returncode == 0
    assert finished.stderr == b""
    for name in COMMANDS:
        assert name.split()[-1] in finished.stdout.decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str, shell: Shell) -> None:
    printed = shell.ok(*name.split(), "--help")
    assert printed.startswith(f"usage: shifter {name}")
    assert "--json" in printed
    assert f"  shifter {name}" in printed.split("examples:")[1]
    assert all(len(line) <= 80 for line in printed.splitlines())


def test_what_a_shell_reads_itself_stands_in_single_quotes(shell: Shell) -> None:
    told = [shell.ok(*name.split(), "--help") for name in COMMANDS]
    for text in (*told, shell.ok("--help"), (PROJECT / "README.md").read_text("utf-8")):
        for line in text.splitlines():
            if line.strip().startswith("shifter "):
                bare = re.sub("'[^']*'", "", line.partition("  #")[0])
                assert not {"!", "#"} & set(bare), line


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_group_lists_its_commands(group: str, shell: Shell) -> None:
    printed = shell.ok(group, "--help")
    for name in COMMANDS:
        if name.startswith(f"{group} "):
            assert name.split()[1] in printed
    assert f"  shifter {group} " in printed.split("examples:")[1]
    assert all(len(line) <= 80 for line in printed.splitlines())
    assert shell.ok(group) == printed
    assert "There is no command" in shell.refused(group, "nonsense", status=2)


def test_the_list_of_commands_fits_and_leads_to_their_help(shell: Shell) -> None:
    assert all(len(line) <= 80 for line in shell.ok("--help").splitlines())
    assert shell.ok("help", "log") == shell.ok("log", "--help")
    assert shell.ok("help", "idea", "add") == shell.ok("idea", "add", "--help")
    assert shell.ok("help", "idea") == shell.ok("idea", "--help")
    assert shell.ok("help") == shell.ok("--help")


def test_it_tells_its_version(shell: Shell) -> None:
    assert shell.ok("--version").startswith("shifter ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["strek"], "Did you mean streak?"),
        (["idea", "ad"], "Did you mean idea add?"),
        (["hlep"], "Did you mean help?"),
        (["shft"], "Did you mean shifts? shifter --help lists them all.\n"),
        (["nonsense"], "There is no command nonsense. shifter --help lists them all.\n"),
        (["settings", "minuts", "5"], "Did you mean minutes? Choose from rollover, "),
        (["settings", "minuts"], "Did you mean minutes? Choose from rollover, "),
        (["settings", "zzzz", "5"], "There is no setting zzzz. Choose from rollover, "),
        (
            ["settings", "theme", "nrod"],
            "shifter: Which theme? No theme is called nrod. Did you mean nord? shifter themes",
        ),
        (["line", "--format", "{mark} {}"], "a field without a name. Choose from landing, "),
        (["line", "--format", "{mark} {shifts"], "{shifts}, with both braces"),
        (["--smller"], "Did you mean shifter pick --smaller?"),
        (["--versoin"], "Did you mean shifter --version?"),
        (["--zzz"], "shifter --help"),
        (["pick", "--smller"], "Did you mean --smaller?"),
        (["log", "Emailed Ana", "--on", "mnday 18:00"], "Did you mean monday 18:00?"),
        (["log", "Emailed Ana", "--on", "3 Decembr"], "Did you mean 3 december?"),
        (["log", "Emailed Ana", "--on", "last week"], "each with or without 14:30"),
        (["rest", "last", "week"], "or 2026-11-26.\n"),
        (["rest", "munday"], "or 2026-11-26.\n"),
        (["\x1b[31mnonsense"], "shifter --help"),
        (["log"], "TEXT"),
        (["log", "Emailed Ana", "--minutes", "many"], "whole number"),
        (["log", "Emailed Ana", "--minutes", "-5"], "minutes"),
        (["log", "Emailed Ana", "--minutes", "9" * 5000], "whole number"),
        (["log", "Emailed Ana", "--nope"], "--nope"),
        (["log", "Emailed Ana", "--jso"], "--jso"),
        (["log", "Emailed Ana", "\x1b]0;owned\x07", "--\x1b[31m"], "31m"),
        (["shifts", "--limit", "-1"], "--limit"),
        (["shifts", "--limit", str(10**12)], "--limit"),
        (["pick", "--another", "--smaller"], "not allowed with"),
        (["pick", "--minutes", "0"], "--minutes"),
        (["pick", "--place", "moon"], "anywhere"),
        (["pick", "--minutes", "2", "--retire"], "One at a time"),
        (["edit", "abcdef"], "Nothing to change"),
        (["streak", "--as-of", "12"], "12"),
        (["streak", "--as-of", "nonsense"], "nonsense"),
        (["idea", "stage", "pottery", "moon"], "exploring"),
        (["settings", "nonsense"], "rollover"),
        (["settings", "nonsense", "1"], "rollover"),
        (["settings", "rollover", "3"], "0, 4, 5 or 6"),
        (["settings", "minutes", "3"], "2, 5, 10 or 60"),
        (["settings", "bell", "perhaps"], "on or off"),
    ],
)
def test_wrong_usage_is_told_with_status_2(words: list[str], said: str, shell: Shell) -> None:
    told = shell.refused(*words, status=2)
    assert said in told
    assert not {"\x1b", "\x07"} & set(told)


def test_db_wants_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--db"], ["--db="], ["--db", "", "streak"]):
        assert main(words) == 2
        assert capsys.readouterr().err.startswith("shifter: ")


def test_db_before_the_command_counts_more_than_the_variable(
    launch: Launch, tmp_path: Path
) -> None:
    other = tmp_path / "another one.db"
    assert launch(f"--db={other}", "log", "Emailed Ana").returncode == 0
    assert launch("line").stdout == b"0 shifts\n"
    assert launch("line", SHIFTER_DB=str(other)).stdout.startswith("✓ 1 shift".encode())


def test_python_m_and_the_script_answer_the_same(launch: Launch) -> None:
    script = Path(sys.executable).with_name("shifter")
    if not script.exists():
        pytest.skip("shifter is not installed as a script here")
    finished = subprocess.run([script, "--help"], capture_output=True, check=True)
    assert finished.stdout == launch("--help").stdout


def test_a_reader_that_has_seen_enough_is_no_failure(launch: Launch, tmp_path: Path) -> None:
    launch("log", "Emailed Ana")
    reading, writing = os.pipe()
    os.close(reading)
    finished = subprocess.run(
        [sys.executable, "-m", "shifter", "--db", tmp_path / "shifter.db", "shifts", "--json"],
        cwd=PROJECT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (finished.returncode, finished.stderr) == (0, b"")


@pytest.mark.parametrize(
    "words", ["log Called-Ana", "streak", "shifts --json", "--help", "nonsense"]
)
def test_closed_outputs_are_borne(words: str, tmp_path: Path) -> None:
    command = f"exec {sys.executable} -m shifter --db {tmp_path / 'shifter.db'} {words}"
    both = subprocess.run(["sh", "-c", f"{command} >&- 2>&-"], cwd=PROJECT, check=False)
    out = subprocess.run(
        ["sh", "-c", f"{command} >&-"], cwd=PROJECT, stderr=subprocess.PIPE, check=False
    )
    expected = 2 if words == "nonsense" else 0
    assert both.returncode == out.returncode == expected
    assert b"Traceback" not in out.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_cannot_be_written_is_told(shell: Shell) -> None:
    """Status 1 promises that nothing changed, so a shift that was logged does not end with it."""

    def run(*words: str) -> tuple[int, str]:
        with Path("/dev/full").open("wb") as full:
            finished = subprocess.run(
                [sys.executable, "-m", "shifter", "--db", shell.file, *words],
                cwd=PROJECT,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                text=True,
            )
        return finished.returncode, finished.stderr

    reason = "shifter: The answer could not be written. No space left on device.\n"
    assert run("log", "Emailed Ana") == (0, reason)
    assert run("streak") == (1, reason)
    shell.clock.set("2090-01-01T12:00:00")
    assert shell.json("shifts")["total"] == 1


def test_without_unicode_marks_are_plain_and_json_is_whole(launch: Launch) -> None:
    plain = launch("log", "Café with Ana !", PYTHONIOENCODING="ascii")
    assert plain.returncode == 0
    assert plain.stdout.startswith(b"+ Cafe with Ana\n  * a Little Yes\n")
    board = launch("streak", PYTHONIOENCODING="latin-1").stdout.decode("ascii")
    assert "1" in board.splitlines()[-3].split()
    finished = launch("shifts", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(finished.stdout)["shifts"][0]["text"] == "Café with Ana"
    finished = launch("shifts", "--json", PYTHONIOENCODING="utf-8")
    assert "Café with Ana".encode() in finished.stdout


C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "", "PYTHONIOENCODING": ""}


def test_a_terminal_without_utf_8_gets_plain_characters_alone(launch: Launch) -> None:
    launch("idea", "add", "Repair café", "--why", "漢字 🙂")
    launch("log", "Walked past the kiln… “again” #repair !")
    launch("settings", "anchor", "sip “tea” – 茶")
    for words in (
        "line",
        "line --format {mark}",
        "today",
        "shifts",
        "streak",
        "themes",
        "doctor",
        "week today",
        "idea list",
        "settings anchor",
        "idea show kiln",
        "nonsense",
        "--help",
        "line --help",
        "streak --as-of never",
    ):
        finished = launch(*words.split(), **C_LOCALE)
        printed = finished.stdout + finished.stderr
        assert printed, words
        assert printed.isascii(), words
        assert b"Traceback" not in printed, words


def test_what_is_no_terminals_stays_whole_without_utf_8(launch: Launch) -> None:
    launch("idea", "add", "Repair café")
    launch("log", "Walked past the kiln ✦ #repair")
    for words in ("idea list --json", "story", "export", "completion zsh -- log --idea R"):
        assert launch(*words.split(), **C_LOCALE).stdout.count("Repair café".encode()) >= 1


def test_bytes_that_are_no_text_are_left_out(launch: Launch) -> None:
    finished = launch("log", b"caf\xe9 with Ana", "--json", PYTHONUTF8="1")
    assert finished.returncode == 0
    assert json.loads(finished.stdout)["shift"]["text"] == "caf with Ana"
    assert launch(b"stre\xe9k").returncode == 2
    assert launch("log", "x", "--idea", b"\xe9pott").returncode == 1


def test_an_interrupt_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shifter.cli.session.open_companion", interrupted)
    assert main(["--db", "none", "line"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_while_a_class_is_made_is_one_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting:
        def __set_name__(self, _owner: object, _name: str) -> None:
            raise KeyboardInterrupt

    def interrupted(*_: object) -> NoReturn:
        type("Made", (), {"part": Interrupting()})
        raise AssertionError

    monkeypatch.setattr("shifter.cli.load_command", interrupted)
    assert main(["--db", "none", "line"]) == 130


def on_a_terminal(file: Path, *words: str, **environment: str) -> str:
    """What a terminal would be sent."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "shifter", "--db", file, *words],
        cwd=PROJECT,
        env={**os.environ, "TERM": "xterm-256color", **environment},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    sent = b""
    try:
        while chunk := os.read(ours, 4096):
            sent += chunk
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)
    assert process.wait() == 0
    return sent.decode()


def test_colour_is_for_terminals_that_want_it(launch: Launch, tmp_path: Path) -> None:
    file = tmp_path / "shifter.db"
    assert b"\x1b" not in launch("log", "Emailed Ana !").stdout
    assert "\x1b[" in on_a_terminal(file, "shifts")
    assert "\x1b" not in on_a_terminal(file, "shifts", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(file, "shifts", TERM="dumb")


def test_hostile_text_in_a_file_never_reaches_a_terminal(launch: Launch, tmp_path: Path) -> None:
    """What shifter lets in is harmless already; a file may have been written by anything."""
    file = tmp_path / "shifter.db"
    launch("log", "Emailed Ana #", "--note", "fine")
    launch("idea", "add", "Pottery")
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE shift SET text = ?, note = ?", (HOSTILE, HOSTILE))
        connection.execute("UPDATE idea SET name = ?, why = ?", (HOSTILE, HOSTILE))
    connection.close()
    for words in (["shifts"], ["shifts", "--json"], ["idea", "list"], ["idea", "list", "--json"]):
        for environment in ({}, {"NO_COLOR": "1"}):
            sent = on_a_terminal(file, *words, **environment)
            assert "red" in sent
            assert "\x1b]" not in sent
            assert "\x1b[31m" not in sent
            assert not {"\x07", "\x9b", "\u202e", "\u2066"} & set(sent)
    listed = json.loads(launch("shifts", "--json").stdout)
    assert listed["shifts"][0]["text"] == "red [31m]0;owned 31m back  end"


@pytest.mark.parametrize(
    "words", [["line"], ["streak"], ["log", "Emailed Ana"], ["pick"], ["done"]]
)
def test_a_file_that_is_not_shifters_is_left_alone(
    words: list[str], shell: Shell, tmp_path: Path
) -> None:
    content = b"this is somebody's letter, not a database " * 100
    shell.file.write_bytes(content)
    shell.refused(*words)
    assert shell.file.read_bytes() == content
    shell.file.unlink()
    other = sqlite3.connect(shell.file)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()
    before = shell.file.read_bytes()
    shell.refused(*words)
    assert shell.file.read_bytes() == before
    shell.file.unlink()
    shell.file.mkdir()
    shell.refused(*words)
    assert list(tmp_path.glob("shifter.db/*")) == []


def test_a_file_of_a_newer_version_is_not_opened(shell: Shell) -> None:
    shell.ok("log", "Emailed Ana")
    newer = sqlite3.connect(shell.file)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = shell.file.read_bytes()
    assert "newer" in shell.refused("log", "Called Ana")
    assert shell.file.read_bytes() == before


def test_a_missing_folder_is_told_and_not_made(shell: Shell, tmp_path: Path) -> None:
    shell.file = tmp_path / "new" / "folder" / "shifter.db"
    assert "is not there" in shell.refused("log", "Emailed Ana")
    assert not (tmp_path / "new").exists()


def test_an_empty_file_is_a_new_one(shell: Shell) -> None:
    shell.file.touch()
    shell.ok("log", "Emailed Ana")
    assert shell.json("shifts")["total"] == 1
