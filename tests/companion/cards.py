"""Short ways to put a certain card on the table."""

import sqlite3
from contextlib import closing
from pathlib import Path

from shifter.store.prompts import sort_out
from tests.companion.rows import table


def leave_only(file: Path, *prompts: str) -> None:
    """Retire every prompt but these, as somebody with a lot of patience would."""
    marks = ", ".join("?" * len(prompts))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "UPDATE prompt SET retired = '2026-01-01T00:00:00.000Z' "
            f"WHERE origin = 'catalogue' AND id NOT IN ({marks})",
            prompts,
        )
        sort_out(connection)
        connection.commit()


def outcomes(file: Path) -> list[str]:
    """What became of every pick, in the order they were shown."""
    return [str(outcome) for (outcome,) in table(file, "SELECT outcome FROM offer ORDER BY id")]
