"""The newest shifts of an idea, and those without minutes, are found however many it has."""

from sqlite_utils import Database


def trails(database: Database) -> None:
    """Two indexes; the shifts stay as they are."""
    database.execute(
        "CREATE INDEX shift_by_idea_time ON shift (idea, done_at, id) WHERE deleted IS NULL"
    )
    database.execute(
        "CREATE INDEX shift_untimed ON shift (idea) WHERE minutes IS NULL AND deleted IS NULL"
    )
