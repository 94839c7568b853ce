"""Prompts from a shell."""

import io
import os
import signal
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.shell import Launch, Shell
from tests.tui.pseudo_terminal import SHIFTER, PseudoTerminal

pytestmark = pytest.mark.usefixtures("catalogued")

FIELDS = {"id", "text", "minutes", "kind", "places", "origin", "retired"}


def test_the_catalogue_is_listed_whole_and_readable(shell: Shell) -> None:
    prompts = shell.json("prompt", "list")["prompts"]
    assert len(prompts) > 50
    for prompt in prompts:
        assert set(prompt) >= FIELDS
        assert prompt["origin"] == "catalogue"
        assert prompt["retired"] is False
        assert prompt["minutes"] in {2, 5, 10, 60}
        assert not set("{}|") & set(prompt["text"])
        assert set(prompt["places"]) <= {"anywhere", "desk", "phone", "out"}
    printed = shell.ok("prompt", "list")
    assert all(prompt["id"] in printed and prompt["text"] in printed for prompt in prompts)


def test_one_of_ones_own_joins_them(shell: Shell) -> None:
    added = shell.json(
        *("prompt", "add", "Read one page about glazes", "--kind", "learn", "--minutes", "10"),
        *(
            "--place",
            "desk",
            "--place",
            "out",
            "--smaller",
            "Read one line",
            "--smaller",
            "Find the book",
            "--repeats",
        ),
    )["prompt"]
    expected = {
        "text": "Read one page about glazes",
        "minutes": 10,
        "kind": "learn",
        "places": ["desk", "out"],
        "origin": "own",
        "retired": False,
        "repeats": True,
        "smaller": ["Read one line", "Find the book"],
    }
    assert {name: added[name] for name in expected} == expected
    assert added in shell.json("prompt", "list")["prompts"]


def test_braces_that_nothing_is_put_for_are_told_and_stand_as_typed(shell: Shell) -> None:
    result = shell.run("prompt", "add", "Ask {nobody} about {idea|clay}, {person}", "--json")
    assert result.status == 0
    assert "Ask {nobody} about clay, {person}" in result.out
    told = "{nobody} and {person} stand as typed; names are put for {person|someone}, {idea|it}."
    assert result.err == f"shifter: {told}\n"
    added = shell.json("prompt", "add", "Ask {person|a potter}")["prompt"]["id"]
    changed = shell.run("prompt", "edit", added, "--smaller", "Find {a potter}")
    assert (changed.status, "{a potter} stands as typed" in changed.err) == (0, True)


@pytest.mark.parametrize("kind", ["reach out", "reach-out", "Reach Out", "REACH_OUT"])
def test_a_kind_may_be_written_as_it_is_told_or_in_one_word(shell: Shell, kind: str) -> None:
    words = ("--kind", kind, "--place", "Desk")
    added = shell.json("prompt", "add", "Call a potter", *words)["prompt"]
    assert (added["kind"], added["places"]) == ("reach out", ["desk"])
    assert shell.json("learn", "kind", kind, "off")["kind"] == "reach out"


def test_a_kind_that_there_is_none_of_is_told_as_it_was_typed(shell: Shell) -> None:
    for words in (("prompt", "add", "x", "--kind", "Reach-on"), ("learn", "kind", "Reach-on")):
        refused = shell.refused(*words, *(("off",) if words[0] == "learn" else ()), status=2)
        assert "'Reach-on' (choose from 'reach out', 'talk'" in refused


def test_a_prompt_can_be_retired_and_restored(shell: Shell) -> None:
    prompt = shell.json("pick")["id"]
    assert shell.json("prompt", "retire", prompt)["prompt"]["retired"] is True
    for _ in range(30):
        assert shell.json("pick", "--another")["id"] != prompt
    assert shell.json("prompt", "restore", prompt)["prompt"]["retired"] is False


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["add", ""], 1),
        (["add", "x" * 501], 1),
        (["add", "Fine", "--then", "no-such-prompt"], 1),
        (["add", "Fine", "--kind", "nonsense"], 2),
        (["add", "Fine", "--minutes", "7"], 2),
        (["add", "Fine", "--place", "moon"], 2),
        (["retire", "no-such-prompt"], 1),
        (["restore", "no-such-prompt"], 1),
    ],
)
def test_what_cannot_be_is_refused(words: list[str], status: int, shell: Shell) -> None:
    shell.ok("prompt", "list")
    shell.refused("prompt", *words, status=status)


def test_one_of_ones_own_is_changed_as_far_as_is_said(shell: Shell) -> None:
    id = shell.json("prompt", "add", "Read one page", "--smaller", "Read a line")["prompt"]["id"]
    words = ("--text", "Read two pages", "--then", "three-rough-lines", "--minutes", "10")
    changed = shell.json("prompt", "edit", id, *words)["prompt"]
    assert (changed["text"], changed["minutes"]) == ("Read two pages", 10)
    assert (changed["then"], changed["smaller"]) == ("three-rough-lines", ["Read a line"])
    cleared = shell.json("prompt", "edit", id, "--then", "", "--smaller", "")["prompt"]
    assert (cleared["then"], cleared["smaller"]) == (None, [])
    shell.refused("prompt", "edit", id, status=2)
    shell.refused("prompt", "edit", "three-rough-lines", "--text", "x")


def test_a_file_of_them_is_taken_in_or_its_lines_are_named(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("Read one page 10m\n  Read a line\n> Write what stayed\n", encoding="utf-8")
    added = shell.json("prompt", "import", str(file))["prompts"]
    assert [one["text"] for one in added] == ["Read one page", "Write what stayed"]
    assert added[0]["then"] == added[1]["id"]
    file.write_text("Fine\nNot fine 7m\n", encoding="utf-8")
    assert "mine.txt, line 2" in shell.refused("prompt", "import", str(file))
    shell.refused("prompt", "import", str(tmp_path / "nowhere.txt"))


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(launch: Launch, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = launch("prompt", "import", str(tmp_path / "pipe"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"pipe is not a file." in done.stderr


def test_a_text_comes_in_through_a_pipe(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Read one page 10m\n")))
    (added,) = shell.json("prompt", "import", "-")["prompts"]
    assert (added["text"], added["minutes"]) == ("Read one page", 10)
    assert "imported suggestions" in shell.ok("undo")


@pytest.mark.parametrize("command", [("prompt", "import"), ("import",)])
def test_in_a_terminal_it_says_that_it_waits_and_ctrl_c_leaves_it(
    shell: Shell, command: tuple[str, ...]
) -> None:
    words = (*SHIFTER, "--db", str(shell.file), *command, "-")
    with closing(PseudoTerminal({}, words)) as terminal:
        terminal.read_until("ctrl+d on a line of its own ends it.")
        terminal.wait_until_it_waits()
        terminal.signal(signal.SIGINT)
        assert terminal.leave() == 130
        assert b"Traceback" not in terminal.drawn


def test_what_is_typed_in_a_terminal_comes_in(shell: Shell) -> None:
    words = (*SHIFTER, "--db", str(shell.file), "prompt", "import", "-")
    with closing(PseudoTerminal({}, words)) as terminal:
        terminal.read_until("ends it.")
        terminal.type("Read one page\n\x04")
        assert terminal.leave() == 0
    own = [one["text"] for one in shell.json("prompt", "list")["prompts"] if one["origin"] == "own"]
    assert own == ["Read one page"]
