"""What tab completes, asked as the shells ask it, and in the shells themselves."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shifter.cli import COMMANDS, GROUPS
from tests.cli.shell import Shell
from tests.tui.pseudo_terminal import PseudoTerminal

HOSTILE = "$(touch owned) `id` 'q' \"d\" \\ * ~ #x; [b]"


@pytest.fixture
def known(shell: Shell) -> Shell:
    """A log with ideas and people in it."""
    shell.ok("idea", "add", "Pottery studio")
    shell.ok("idea", "add", "Law")
    shell.ok("log", "Called", "--person", "Ana Lima")
    return shell


def completed(shell: Shell, *words: str) -> list[str]:
    """What could stand in the place of the last word."""
    answer = json.loads(shell.ok("completion", "--json", "zsh", "--", *words))
    return [str(word) for word in answer["candidates"]]


def test_commands_and_groups_complete(shell: Shell) -> None:
    assert set(completed(shell, "")) == {
        *(name for name in COMMANDS if name.partition(" ")[0] not in GROUPS),
        *GROUPS,
    }
    assert completed(shell, "st") == [name for name in COMMANDS if name.startswith("st")]
    assert "add" in completed(shell, "idea", "")
    assert completed(shell, "idea", "reviv") == ["revive"]
    assert completed(shell, "--o") == ["--once-a-day"]
    assert completed(shell, "nonsense", "") == []
    assert completed(shell, "idea", "nonsense", "") == []
    assert not shell.file.exists()


def test_what_can_be_brought_back_completes(shell: Shell) -> None:
    assert completed(shell, "restore", "") == []
    shell.ok("log", "Emailed Ana")
    shell.ok("backup")
    shell.ok("restore", "2026-11-19-075800")
    aside = "shifter.db-aside-2026-11-19-075800"
    assert completed(shell, "restore", "") == ["2026-11-19-075800", aside]
    assert completed(shell, "restore", "sh") == [aside]
    assert completed(shell, "restore", "./") == []
    assert completed(shell, "backup", "") == []


def test_options_and_their_choices_complete(shell: Shell) -> None:
    assert {"--idea", "--person", "--json"} <= set(completed(shell, "log", "--"))
    assert completed(shell, "pick", "--place", "d") == ["desk"]
    assert completed(shell, "pick", "--place=d") == ["--place=desk"]
    assert completed(shell, "export", "--format", "") == ["json", "csv", "ics", "md"]
    assert completed(shell, "completion", "f") == ["fish"]
    assert "grace" in completed(shell, "settings", "")
    assert "theme" in completed(shell, "settings", "th")
    assert completed(shell, "settings", "theme", "day") == ["daylight"]
    assert completed(shell, "settings", "week_start", "su") == ["sunday"]
    assert completed(shell, "settings", "motion", "") == ["true", "false"]


def test_names_of_ideas_and_people_complete(known: Shell) -> None:
    assert completed(known, "log", "Wrote", "--idea", "p") == ["Pottery studio"]
    assert completed(known, "log", "--person", "") == ["Ana Lima"]
    assert set(completed(known, "shifts", "--idea", "")) == {"Law", "Pottery studio"}
    assert completed(known, "idea", "show", "l") == ["Law"]
    assert completed(known, "idea", "stage", "Law", "pro") == ["project"]
    assert set(completed(known, "idea", "merge", "Law", "")) == {"Law", "Pottery studio"}
    assert completed(known, "idea", "add", "P") == []
    assert completed(known, "log", "Emailed #stu") == ["Emailed #studio"]
    assert completed(known, "log", "Emailed @") == ["Emailed @Ana"]
    assert completed(known, "--db", "elsewhere.db", "idea", "show", "") == []


def test_the_commands_to_be_explained_complete(shell: Shell) -> None:
    assert completed(shell, "help", "lo") == ["log"]
    assert "add" in completed(shell, "help", "idea", "")
    assert completed(shell, "help", "log", "") == []
    assert completed(shell, "help", "idea", "add", "") == []


def test_days_complete_on_the_side_that_is_asked_for(shell: Shell) -> None:
    assert completed(shell, "rest", "to") == ["today", "tomorrow"]
    assert completed(shell, "rest", "today", "--until", "su") == ["sunday"]
    assert completed(shell, "log", "Wrote", "--on", "y") == ["yesterday"]
    assert completed(shell, "shifts", "--since", "to") == ["today"]
    assert completed(shell, "pick", "--pocket", "to") == ["tonight", "tomorrow"]
    assert completed(shell, "idea", "next", "law", "--by", "tom") == ["tomorrow"]


def test_a_damaged_file_never_writes_into_the_line(shell: Shell) -> None:
    shell.file.write_text("this is no database, and long enough to be taken for none")
    result = shell.run("completion", "bash", "--", "idea", "show", "")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_without_words_it_prints_what_the_shell_reads(shell: Shell) -> None:
    for name in ("bash", "zsh", "fish"):
        script = shell.ok("completion", name)
        assert f"shifter completion {name} -- " in script
        assert shell.json("completion", name)["script"] == script.rstrip("\n")
    assert "bash" in shell.refused("completion", "powershell", status=2)


def in_shell(shell: Shell, program: str, script: str) -> list[str]:
    """The lines that a script printed in a real shell."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not there")
    bin_folder = str(Path(sys.executable).parent)
    finished = subprocess.run(
        [path, "-c", script],
        env={
            **os.environ,
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "SHIFTER_DB": str(shell.file),
        },
        cwd=shell.file.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert not finished.stderr
    assert not (shell.file.parent / "owned").exists()
    return finished.stdout.splitlines()


BASH = """
eval "$(shifter completion bash)"
ask() { COMP_WORDS=(shifter "$@"); COMP_CWORD=$#; _shifter; printf '%s\\n' "${COMPREPLY[@]}"; }
"""


def test_bash_completes_names_with_blanks_and_signs(known: Shell) -> None:
    known.ok("idea", "add", HOSTILE)
    lines = in_shell(
        known,
        "bash",
        f"""{BASH}
        ask idea sho
        ask idea show Pot
        ask idea show "\\"Pot"
        ask idea show '$('
        ask idea show "'Pot"
        """,
    )
    assert lines[:3] == ["show", "Pottery\\ studio", "Pottery studio"]
    assert lines[4] == "Pottery studio"
    back = in_shell(known, "bash", f"printf '%s\\n' {lines[3]}")
    assert back == [HOSTILE]


def test_bash_leaves_the_quote_of_a_line_open(known: Shell) -> None:
    # Readline closes a quote after the only candidate that there is.
    script = f"""{BASH}
        ask log "'Met @an"
        ask idea show "'Pot"
        """
    assert in_shell(known, "bash", script) == ["Met @Ana", "Met @Ana ", "Pottery studio"]


def test_zsh_completes(known: Shell) -> None:
    lines = in_shell(
        known,
        "zsh",
        """
        compdef() { : }
        compadd() { print -l -- $names; print -l -- $shown }
        _files() { print files }
        eval "$(shifter completion zsh)"
        words=(shifter idea show 'Pot'); CURRENT=4; _shifter
        words=(shifter idea sho); CURRENT=3; _shifter
        words=(shifter import ''); CURRENT=3; _shifter
        """,
    )
    assert lines[:2] == ["Pottery studio", "Pottery studio"]
    assert lines[2:4] == ["show", f"show  -- {COMMANDS['idea show'][1]}"]
    assert lines[4] == "files"


def test_zsh_completes_a_name_in_other_letters(known: Shell) -> None:
    path = shutil.which("zsh")
    if path is None:
        pytest.skip("zsh is not there")
    bin_folder = str(Path(sys.executable).parent)
    terminal = PseudoTerminal(
        {
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "SHIFTER_DB": str(known.file),
            "HOME": str(known.file.parent),
        },
        [path, "-f"],
    )
    try:
        terminal.type("autoload -Uz compinit; compinit -u -D\n")
        terminal.type('eval "$(shifter completion zsh)"; print rea""dy\n')
        terminal.read_until("ready")
        terminal.type("shifter idea show pot\t")
        terminal.read_until("studio")  # Of a line that it changes zsh draws what is new.
    finally:
        terminal.close()


def test_fish_completes(known: Shell) -> None:
    lines = in_shell(
        known,
        "fish",
        """
        shifter completion fish | source
        complete --do-complete 'shifter idea show Pot'
        complete --do-complete 'shifter idea sho'
        complete --do-complete 'shifter import shifter.d'
        """,
    )
    assert lines[0].startswith("Pottery studio")
    assert lines[1] == f"show\t{COMMANDS['idea show'][1]}"
    assert lines[2] == "shifter.db"
