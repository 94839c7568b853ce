"""What was offered of late is found by its day, however many offers there have been."""

from sqlite_utils import Database


def offers_by_day(database: Database) -> None:
    """An index; the offers stay as they are."""
    database.execute("CREATE INDEX offer_by_day ON offer (day)")
