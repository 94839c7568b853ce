"""Derived rows of what was learned: sums of what became of the picks, as they fade.

Each offer is counted as what it is now, and taken back as what it was counted as before; so undo, a
Little Yes that came later, and an answer out of the pocket all find their way in.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from shifter.core import quick_json as json
from shifter.core.pick.counting import (
    Features,
    grown,
    is_weekend,
    place_of,
    size_of,
    subjects,
    worth,
)
from shifter.core.quick_tuple import NamedTuple
from shifter.store.writer import Touched, Value

EXACT_TABLES = ("learned_offer", "prompt_shown")
"""Those that a recount gives to the last digit; sums depend a little on the order of adding."""

_TABLES = (*EXACT_TABLES, "learned")

# Offers as they are counted; what was forgotten, and what undo took back, is not among them.
_COUNTED = (
    "SELECT offer.id, offer.outcome, offer.day, offer.prompt, offer.idea, offer.part, prompt.kind, "
    "prompt.places, coalesce(json_extract(prompt.ladder, '$[' || offer.rung || '].seconds'), "
    "json_extract(prompt.ladder, '$[#-1].seconds')), "
    "(SELECT little_yes FROM shift WHERE id = offer.shift AND deleted IS NULL), "
    "(SELECT coalesce(answer, '') FROM pocket WHERE offer = offer.id AND deleted IS NULL "
    "ORDER BY id DESC LIMIT 1) "
    "FROM offer JOIN prompt ON prompt.id = offer.prompt "
    "WHERE offer.deleted IS NULL AND offer.created > coalesce("
    "(SELECT max(until) FROM forgetting WHERE deleted IS NULL), '')"
)


class _Counted(NamedTuple):
    """What one offer adds, and to which sums; as it is kept, later days count for more."""

    offer: str
    subjects: tuple[tuple[str, str], ...]
    weight: float
    yeses: float


def refresh(connection: sqlite3.Connection, touched: Touched) -> None:
    """Bring what was learned up to what a transaction changed."""
    if "forgetting" in touched.rules:
        rebuild(connection)
        return
    offers = dict.fromkeys(touched.offers)
    for before, after in touched.shifts:
        if before is not None:
            rows = connection.execute("SELECT id FROM offer WHERE shift = ?", (after["id"],))
            offers |= dict.fromkeys(id for (id,) in rows.fetchall())
    for offer in offers:
        _take_back(connection, offer)
        row = connection.execute(f"{_COUNTED} AND offer.id = ?", (offer,)).fetchone()
        _add(connection, _counted(row) if row else None)
    _note_shown(connection, offers)


def rebuild(connection: sqlite3.Connection) -> None:
    """Throw all of it away and count every offer again."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    for row in connection.execute(_COUNTED).fetchall():
        _add(connection, _counted(row))
    connection.execute(
        "INSERT INTO prompt_shown SELECT prompt, max(day) FROM offer WHERE deleted IS NULL "
        "AND outcome NOT IN ('open', 'withdrawn') GROUP BY prompt"
    )


def _counted(row: Sequence[str]) -> _Counted | None:
    """What an offer adds; None while nothing became of it."""
    id, outcome, day, prompt, idea, part, kind, places, seconds, lit, pocket = row
    added = worth(outcome, lit=bool(lit), pocket=pocket)
    if added is None:
        return None
    shown = date.fromisoformat(day)
    place = place_of(tuple(json.loads(places)))
    features = Features(
        prompt, kind, size_of(int(seconds or 0)), place, idea, part, is_weekend(shown)
    )
    later = grown(shown)
    return _Counted(id, subjects(features), added.offers * later, added.yeses * later)


def _add(connection: sqlite3.Connection, counted: _Counted | None) -> None:
    if counted is None:
        return
    offer, joined, weight, yeses = counted
    connection.execute(
        "INSERT INTO learned_offer VALUES (?, ?, ?, ?)", (offer, json.dumps(joined), weight, yeses)
    )
    connection.executemany(
        "INSERT INTO learned VALUES (?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET "
        "offers = offers + 1, weight = weight + excluded.weight, yeses = yeses + excluded.yeses",
        [(*subject, weight, yeses) for subject in joined],
    )


def _take_back(connection: sqlite3.Connection, offer: str) -> None:
    row = connection.execute(
        "DELETE FROM learned_offer WHERE offer = ? RETURNING subjects, weight, yeses", (offer,)
    ).fetchone()
    if row is None:
        return
    joined, weight, yeses = row
    for subject in json.loads(joined):
        values: tuple[Value, ...] = (weight, yeses, *subject)
        connection.execute(
            "UPDATE learned SET offers = offers - 1, weight = weight - ?, yeses = yeses - ? "
            "WHERE name = ? AND about = ?",
            values,
        )
        connection.execute(
            "DELETE FROM learned WHERE name = ? AND about = ? AND offers = 0", subject
        )


def _note_shown(connection: sqlite3.Connection, offers: Iterable[str]) -> None:
    """The last day that a prompt was on the card; one that still is, or was withdrawn, was not."""
    for offer in offers:
        (prompt,) = connection.execute("SELECT prompt FROM offer WHERE id = ?", (offer,)).fetchone()
        connection.execute("DELETE FROM prompt_shown WHERE prompt = ?", (prompt,))
        connection.execute(
            "INSERT INTO prompt_shown SELECT prompt, day FROM offer INDEXED BY offer_by_prompt "
            "WHERE prompt = ? AND deleted IS NULL AND outcome NOT IN ('open', 'withdrawn') "
            "ORDER BY day DESC LIMIT 1",
            (prompt,),
        )
