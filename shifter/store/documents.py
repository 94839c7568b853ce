"""The document table: what the Story tells, a row each, with its words ready to be searched.

It is made of the view `happening`, and a trigger keeps the index of its words beside it.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date

from shifter.core.folding import folded

_PLACES = 1 << 20
"""More than anything that can happen on one day; a document's number is its day and its place."""

# Day 1 is 1 January of the year 1, as in Python's calendar.
_NUMBER = (
    f"CAST(julianday(day) - 1721424.5 AS INTEGER) * {_PLACES} "
    "+ row_number() OVER (PARTITION BY day ORDER BY at, id, kind)"
)


# An idea's name is no part of a document, so the shifts on it stay as they are told.
_DAYS_OF = {
    "idea": "SELECT day FROM idea_stage WHERE idea = :id "
    "UNION SELECT day FROM idea_note WHERE idea = :id "
    "UNION SELECT found_day FROM next_step WHERE idea = :id "
    "UNION SELECT checked_day FROM output WHERE idea = :id "
    "UNION SELECT merged_day FROM idea WHERE id = :id",
    "person": "SELECT DISTINCT day FROM shift WHERE person = :id AND deleted IS NULL",
}


def first_number(day: date) -> int:
    """No document of this day has a lower number, and none of the day before has a higher one."""
    return day.toordinal() * _PLACES


def day_of(number: int) -> date:
    """The day that a document of this number is told on."""
    return date.fromordinal(number // _PLACES)


def refresh_documents(connection: sqlite3.Connection, days: Iterable[str]) -> None:
    """Bring the documents of some days up to date; those that are right are left alone."""
    for day in days:
        first = first_number(date.fromisoformat(day))
        told = set(
            connection.execute(
                'SELECT number, kind, "row", words, tags FROM document '
                "WHERE number >= ? AND number < ?",
                (first, first + _PLACES),
            )
        )
        happened = {
            (first + place, kind, row, folded(words), tags)
            for place, (kind, row, words, tags) in enumerate(
                connection.execute(
                    "SELECT kind, id, words, tags FROM happening WHERE day = ? "
                    "ORDER BY at, id, kind",
                    (day,),
                ),
                start=1,
            )
        }
        connection.executemany(
            "DELETE FROM document WHERE number = ?",
            [(document[0],) for document in told - happened],
        )
        connection.executemany(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?)", sorted(happened - told)
        )


def days_of_names(connection: sqlite3.Connection, names: Iterable[tuple[str, str]]) -> set[str]:
    """Every day on which something is told of some ideas and people, by table and id."""
    return {
        str(day)
        for table, id in names
        for (day,) in connection.execute(_DAYS_OF[table], {"id": id}).fetchall()
        if day is not None
    }


def rebuild_documents(connection: sqlite3.Connection) -> list[str]:
    """Make every document again; returns what was wrong: `document`, or the index, `search`."""
    wrong = []
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        wrong.append("search")
    connection.execute("CREATE TEMP TABLE told (number INTEGER PRIMARY KEY, kind, id, words, tags)")
    connection.executemany(
        "INSERT INTO told VALUES (?, ?, ?, ?, ?)",
        (
            (number, kind, row, folded(words), tags)
            for number, kind, row, words, tags in connection.execute(
                f"SELECT {_NUMBER}, kind, id, words, tags FROM happening"
            )
        ),
    )
    gone = connection.execute(
        "DELETE FROM document WHERE number IN "
        "(SELECT number FROM (SELECT * FROM document EXCEPT SELECT * FROM told))"
    ).rowcount
    new = connection.execute(
        "INSERT INTO document SELECT * FROM (SELECT * FROM told EXCEPT SELECT * FROM document) "
        "ORDER BY 1"
    ).rowcount
    connection.execute("DROP TABLE told")
    return ["document", *wrong] if gone or new else wrong
