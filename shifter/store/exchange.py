"""Rows to hand to another file, and how the rows that come from one stand here."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shifter.store import cell
from shifter.store.ideas import Named
from shifter.store.store import Row, Store
from shifter.store.writer import Value, Writer

# A prompt of the catalogue keeps the instant it was copied until somebody decides about it.
_DECIDED = "(retired IS NOT NULL OR updated <> created)"

# Which rows of a table people made and kept. What is left of a merged idea is where it went; of
# the offers, those that somebody answered; of the catalogue, what somebody decided about it.
_MADE = {
    "idea": (
        "id IN (WITH RECURSIVE kept (id) AS (SELECT id FROM idea WHERE deleted IS NULL UNION "
        "SELECT idea.id FROM idea JOIN kept ON idea.merged_into = kept.id) SELECT id FROM kept)"
    ),
    "offer": "deleted IS NULL AND outcome NOT IN ('open', 'ignored', 'withdrawn')",
    "prompt": "origin = 'own' AND deleted IS NULL",
    "decision": f"origin = 'catalogue' AND {_DECIDED}",
}
_KEPT = "deleted IS NULL"


class RowHere(NamedTuple):
    """When a row that is here was last changed, by a person or at all, and whether it is deleted.

    `touched` is False for a row of the catalogue that nobody has decided about.
    """

    updated: str
    deleted: bool
    touched: bool


def made(store: Store, table: str, columns: Sequence[str]) -> list[Row]:
    """These columns of every row that people made, in the order of their ids."""
    names = ", ".join(f'"{column}"' for column in columns)
    source = "prompt" if table == "decision" else table
    return store.rows(f"SELECT {names} FROM {source} WHERE {_MADE.get(table, _KEPT)} ORDER BY id")


def row_here(store: Store, table: str, id: str) -> RowHere | None:
    """How a row stands here, if it is here."""
    touched = f"origin = 'own' OR {_DECIDED}" if table == "prompt" else "1"
    row = store.row(f"SELECT updated, deleted, {touched} FROM {table} WHERE id = ?", (id,))
    if row is None:
        return None
    updated, deleted, by_somebody = row
    return RowHere(str(updated), deleted is not None, bool(by_somebody))


def undone(store: Store) -> frozenset[str]:
    """The rows whose making was undone: nobody deleted them, so they may come again."""
    rows = store.rows('SELECT "row" FROM change WHERE before IS NULL AND undone_by IS NOT NULL')
    return frozenset(str(row) for (row,) in rows)


def known_versions(store: Store, ids: Sequence[str]) -> frozenset[tuple[Value, Value]]:
    """Each version of some rows that their history has: a row's id, and when it was edited."""
    if not ids:
        return frozenset()
    rows = store.rows(
        """SELECT "row", created, json_extract(after, '$.updated') FROM change
        WHERE "row" IN (SELECT value FROM json_each(?))""",
        (json.dumps(ids),),
    )
    return frozenset((row, edited or created) for row, created, edited in rows)


def names(store: Store, table: str) -> Iterator[Named]:
    """The name of each row of a table that has names, the oldest first."""
    for id, name in store.rows(f"SELECT id, name FROM {table} WHERE {_KEPT} ORDER BY id"):
        yield Named(str(id), cell.text(name))


def marked_days(store: Store) -> frozenset[str]:
    """Every day that is marked as a rest day."""
    rows = store.rows(f"SELECT day FROM rest_day WHERE {_KEPT}")
    return frozenset(str(day) for (day,) in rows)


def check_references_late(writer: Writer) -> None:
    """Let the rows of this transaction refer to rows that are written after them."""
    writer.execute("PRAGMA defer_foreign_keys = ON")


def last_stage(writer: Writer, idea: str) -> tuple[Value, Value] | None:
    """The stage that an idea's history ends with, and its day."""
    rows = writer.execute(
        "SELECT stage, day FROM idea_stage WHERE idea = ? AND deleted IS NULL "
        "ORDER BY created DESC, id DESC LIMIT 1",
        idea,
    )
    return (rows[0][0], rows[0][1]) if rows else None
