"""A short life and a long one, between which a person should feel no difference."""

import os
import subprocess
from pathlib import Path

from tests.benchmarks.long_life import make
from tests.benchmarks.sittings import SHIFTER, Environment, surroundings

_YEARS = 30


def two_lives(home: Path, shifts: int) -> dict[str, Environment]:
    """By their names: one of two days, and one of so many shifts over thirty years.

    They differ only in what came before: both end alike, and each has its backup of the day.
    """
    # Nobody's shifter compiles itself each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    short, long = surroundings(home / "short"), surroundings(home / "long")
    make(Path(long["SHIFTER_DB"]), shifts, _YEARS)
    for life in (short, long):
        _live_a_little(life)
    os.sync()  # What was made has reached the disk before anything is measured.
    return {"a short life": short, f"{shifts:,} shifts": long}


def _live_a_little(environment: Environment) -> None:
    for words in (
        ("idea", "add", "Pottery studio"),
        ("log", "Walked past the kiln #pottery 10m", "--on", "yesterday"),
        ("log", "Wrote to the kiln #pottery"),
        ("pick",),
        ("backup",),
    ):
        subprocess.run([SHIFTER, *words], env=environment, check=True, capture_output=True)
