"""A shift is found by the end of its id, and a Little Yes by its words, however many there are."""

from sqlite_utils import Database


def found_at_once(database: Database) -> None:
    """Two indexes; the shifts stay as they are."""
    database.execute(
        "CREATE INDEX shift_by_end_of_id ON shift (substr(id, -4), id) WHERE deleted IS NULL"
    )
    database.execute(
        "CREATE INDEX shift_lit ON shift (text) WHERE little_yes = 1 AND deleted IS NULL"
    )
