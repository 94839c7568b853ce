"""How long shifter lets a person wait, as ratios: `python -m tests.benchmarks.instant`.

The app is held against an empty Textual app, the quick commands against `python -c pass`, in a
short life and in a long one, all of them interleaved in one run; the figures are medians.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import key_presses
from tests.benchmarks.sittings import (
    EMPTY_APP,
    SHIFTER,
    Environment,
    app,
    command,
    idle,
    memory_beside_a_backup,
)
from tests.benchmarks.table import Row, measured, print_table
from tests.benchmarks.two_lives import two_lives
from tests.benchmarks.views import milliseconds

EMPTY, BARE = "an empty app", "python -c pass"
EDGE = "╰"
"""The last sign of the card, with which the first paint ends."""

# What each figure may be, as a ratio to the empty app's, or to that of bare Python.
_APP = (
    ("the pick", "the whole screen", 0.20),
    ("the pick, not foreseen", "the whole screen", 0.20),
    ("the whole screen", "the whole screen", 1.25),
    ("memory", "memory", 1.20),
    ("back at the prompt", "back at the prompt", 0.50),
)
_COMMANDS = (
    ("line", ("line",), 3.0),
    ("log", ("log", "Wrote to the kiln again"), 4.0),
    ("pick --json", ("pick", "--json"), 4.0),
    ("done", ("done",), 4.0),
)


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--shifts", type=int, default=1_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        lives = two_lives(Path(home), arguments.shifts)
        short, long = lives
        print_table(
            [short, long],
            [*_apps(lives, arguments.rounds), *_commands(lives, arguments.rounds)],
        )
        for name, life in lives.items():
            megabytes = memory_beside_a_backup(life)
            sys.stdout.write(
                f"| memory beside the day's backup, {name} | {megabytes:.1f} MB | | | |\n"
            )
        _tell_idle(lives[short])
        for name, (taken, most) in milliseconds(Path(lives[long]["SHIFTER_DB"])).items():
            sys.stdout.write(f"| {name}, {long} | | {taken:.1f} ms | | {most} ms |\n")
        sys.stdout.write("\n")
        key_presses.tell(lives, arguments.rounds)


def _apps(lives: dict[str, Environment], rounds: int) -> list[Row]:
    base = app([sys.executable, "-c", EMPTY_APP], next(iter(lives.values())), None)
    subjects = {EMPTY: base} | {life: app([SHIFTER], there, EDGE) for life, there in lives.items()}
    found = measured(subjects, rounds)
    return [
        Row(
            name,
            [found[life][name] / found[EMPTY][against] for life in lives],
            most,
        )
        for name, against, most in _APP
    ]


def _commands(lives: dict[str, Environment], rounds: int) -> list[Row]:
    subjects = {BARE: command([sys.executable, "-c", "pass"], next(iter(lives.values())))}
    for name, words, _ in _COMMANDS:
        for life, there in lives.items():
            subjects[f"{name} {life}"] = command([SHIFTER, *words], there)
    found = measured(subjects, rounds)
    base = found[BARE]["from start to end"]
    return [
        Row(
            f"`shifter {name}`",
            [found[f"{name} {life}"]["from start to end"] / base for life in lives],
            most,
        )
        for name, _, most in _COMMANDS
    ]


def _tell_idle(environment: Environment) -> None:
    drawn, share = idle(environment)
    sys.stdout.write(f"| idle, drawn in ten seconds | {drawn} bytes | | | 0 bytes |\n")
    sys.stdout.write(f"| idle, of a core | {share:.2%} | | | 0.5 % |\n")


if __name__ == "__main__":
    main()
