"""A quick command asks and reads as little of the file in a long life as in a short one."""

from pathlib import Path

import pytest

from tests.benchmarks.long_life import make
from tests.cli.shell import Shell
from tests.counting import Counted, counted

MOST = {
    "pick": 60,
    "done": 110,
    "pick --another": 110,
    "log": 90,
    "undo": 60,
    "redo": 60,
    "shifts": 20,
    "shifts --idea idea-1": 20,
    "idea show idea-1": 40,
    "idea list": 40,
    "line": 20,
}
"""The most statements that each command may run."""

LOGGED = ("Wrote to the kiln #idea-1", "--person", "Person 31")
CHANCE = 500
"""Steps that a pick may cost more than another."""


def asked(shell: Shell, file: Path) -> dict[str, Counted]:
    """What each command asks of a file, one after another."""
    shell.file = file
    answers = {}
    for command in MOST:
        with counted() as answers[command]:
            shell.ok(*command.split(), *(LOGGED if command == "log" else ()))
    return answers


@pytest.fixture
def lives(tmp_path: Path) -> tuple[Path, Path]:
    """A life of two years and one of twelve, with as many shifts a day."""
    short, long = tmp_path / "short.db", tmp_path / "long.db"
    make(short, 1_000, 2)
    make(long, 6_000, 12)
    return short, long


def test_no_command_reads_more_in_a_long_life(shell: Shell, lives: tuple[Path, Path]) -> None:
    few, many = (asked(shell, life) for life in lives)
    for command, most in MOST.items():
        assert len(many[command].statements) <= most, command
        assert many[command].steps <= few[command].steps * 1.1 + CHANCE, command


def test_a_little_yes_and_what_became_of_it_are_found_as_fast_in_a_long_life(
    shell: Shell, lives: tuple[Path, Path]
) -> None:
    """By the end of its id, and by the words that are behind a hunch of another name."""
    steps = []
    for shell.file in lives:
        shell.ok("idea", "add", "Kilns", "--why", "It lit up: Shift 990")
        with counted() as asked:
            assert "is called “Kilns”" in shell.refused("idea", "hunch", "0003de")
        steps.append(asked.steps)
    few, many = steps
    assert many <= few * 1.1
