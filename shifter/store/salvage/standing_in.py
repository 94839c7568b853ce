"""Ideas and people of whom only the name is lost: what belongs to them stays together."""

import sqlite3

from shifter.core.records import ENDED
from shifter.store.writer import Value, Writer


def stand_in(new: sqlite3.Connection, writer: Writer) -> None:
    """Put a row in the place of each idea and person that is gone and still referred to."""
    for number, id in enumerate(_missing(new, "person"), start=1):
        name = f"Somebody whose name is lost ({number})"
        writer.insert("person", {"id": id, "name": name}, recorded=False)
    for number, id in enumerate(_missing(new, "idea"), start=1):
        name = f"An idea whose name is lost ({number})"
        writer.insert("idea", {"id": id, "name": name, **_stage(new, id)}, recorded=False)


def referring_column(new: sqlite3.Connection, table: str, which: int) -> str:
    """The column of a table's foreign key with this number."""
    keys = new.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return next(str(key[3]) for key in keys if key[0] == which)


def _missing(new: sqlite3.Connection, table: str) -> list[str]:
    """The ids that are referred to and not there, the oldest first."""
    astray = new.execute("PRAGMA foreign_key_check").fetchall()
    ids: set[str] = set()
    for referring, which in {(row[0], row[3]) for row in astray if row[2] == table}:
        column = referring_column(new, referring, which)
        referred = new.execute(
            f'SELECT "{column}" FROM "{referring}" WHERE "{column}" IS NOT NULL '
            f'EXCEPT SELECT id FROM "{table}"'
        )
        ids.update(id for (id,) in referred)
    return sorted(ids)


def _stage(new: sqlite3.Connection, id: str) -> dict[str, Value]:
    """Where an idea stood, as far as its moves and its shifts tell."""
    moves = new.execute(
        "SELECT stage, day FROM idea_stage WHERE idea = ? AND deleted IS NULL ORDER BY created, id",
        (id,),
    ).fetchall()
    if not moves:
        look = "SELECT 'hunch', coalesce(min(day), date()) FROM shift WHERE idea = ?"
        moves = new.execute(look, (id,)).fetchall()
    stage, day = moves[-1]
    return {
        "stage": stage,
        "added_day": moves[0][1],
        "ended_day": day if stage in ENDED else None,
    }
