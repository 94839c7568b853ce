"""The rows that only count shifts are, after any life, what counting again gives."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from shifter.companion import Companion
from shifter.store.derived import rebuild
from shifter.store.tallies import TABLES
from tests.companion.board_life import Life
from tests.companion.rows import Rows, table
from tests.standing_clock import StandingClock

COUNTED = {
    "prompt_total": "SELECT prompt, count(*) FROM shift WHERE deleted IS NULL AND prompt > '' "
    "GROUP BY prompt",
    "idea_person": "SELECT idea, person, count(*) FROM shift WHERE deleted IS NULL "
    "AND idea > '' AND person > '' GROUP BY idea, person",
    "idea_prompt": "SELECT idea, prompt, count(*) FROM shift WHERE deleted IS NULL "
    "AND idea > '' AND prompt > '' GROUP BY idea, prompt",
    "idea_hour": "SELECT idea, (strftime('%w', day) + 6) % 7, "
    "CAST(strftime('%H', done_at, \"offset\" || ' seconds') AS INTEGER), count(*) FROM shift "
    "WHERE deleted IS NULL AND idea > '' GROUP BY 1, 2, 3",
}


def kept(file: Path) -> dict[str, Rows]:
    return {name: frozenset(table(file, f"SELECT * FROM {name}")) for name in TABLES}


def test_a_life_with_prompts_edits_and_undo_is_counted_right(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    life = Life(companion, clock, 5, until=date(2026, 11, 19), weeks=10)
    for number in range(10):
        companion.picks.current()
        shift = companion.picks.done().shift
        companion.shifts.edit(shift.id, {"idea": "Pottery" if number % 2 else None})
        companion.picks.another()
    for done in life.done[::4]:
        companion.shifts.edit(done.id, {"idea": "Radio", "person": None})
    for done in life.done[::7]:
        companion.shifts.delete(done.id)
    companion.ideas.delete("Repair café")
    for _ in range(5):
        companion.history.undo()
    companion.history.redo()
    rows = kept(file)
    for name, sql in COUNTED.items():
        assert rows[name] == frozenset(table(file, sql)), name
        assert rows[name], name
    with closing(sqlite3.connect(file)) as connection:
        rebuild(connection)
        connection.commit()
    assert kept(file) == rows
