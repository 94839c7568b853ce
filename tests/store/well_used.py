"""A data file of somebody who has been at it for a while, and what is in any such file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from shifter.core.moment import to_text
from shifter.store.store import Store

if TYPE_CHECKING:
    from shifter.store.writer import Value

_BEGIN = datetime(2024, 1, 1, 7, tzinfo=UTC)
_WORDS = ("emailed", "Ana", "about", "the kiln", "Zoë’s café", "drafted", "three lines", "🙂")
Rows = dict[str, set[tuple[object, ...]]]


def make(file: Path, shifts: int) -> None:
    """So many shifts, ten to an action, with ideas, people, and a long note now and then."""
    chance = Random(shifts)  # noqa: S311 - chance, no secret
    store = Store(str(file))
    with store.transaction("began", _BEGIN) as writer:
        ideas: list[Value] = [
            writer.insert("idea", {"name": name, "stage": "hunch", "added_day": "2024-01-01"})
            for name in ("Pottery", "Repair café", "Radio")
        ]
        people: list[Value] = [writer.insert("person", {"name": f"Ana {n}"}) for n in range(20)]
    for first in range(0, shifts, 10):
        with store.transaction("logged ten", _BEGIN) as writer:
            for number in range(first, min(first + 10, shifts)):
                done = _BEGIN + timedelta(hours=5 * number)
                shift: dict[str, Value] = {
                    "text": " ".join(chance.choices(_WORDS, k=chance.randint(2, 12))),
                    "done_at": to_text(done),
                    "offset": 3600,
                    "zone": "Europe/Berlin",
                    "day": str(done.date()),
                    "minutes": chance.choice((None, 0, 5, 300)),
                    "idea": chance.choice([None, *ideas]),
                    "person": chance.choice([None, *people]),
                    "little_yes": chance.randint(0, 1),
                    "note": "x" * 9000 if number % 40 == 0 else None,
                }
                writer.insert("shift", shift)
    store.close()


def rows(file: Path | str) -> Rows:
    """What people made, and its history, table by table."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute(
            "SELECT master.name FROM sqlite_master AS master, "
            "pragma_table_info(master.name) AS its "
            "WHERE master.type = 'table' AND its.name = 'device'"
        ).fetchall()
        return {
            name: set(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names
        }


def share_of(original: Rows, found: Rows) -> float:
    """Which part of the rows came over as they were, 0 to 1."""
    same = sum(len(original[name] & found.get(name, set())) for name in original)
    return same / sum(len(each) for each in original.values())
