"""The schema, as migrations that only ever move forward.

Rows that people make carry the instants they were created, updated and deleted and the device that
did it last, so that two copies of a file can be brought together. Tables under *derived* hold
nothing that can't be computed again.
"""

import sqlite3
from datetime import datetime

from sqlite_utils import Database, Migrations

from shifter.store import backups
from shifter.store.connection import APPLICATION_ID, VERSION
from shifter.store.migrations.found_at_once import found_at_once
from shifter.store.migrations.ideas_in_full import ideas_in_full
from shifter.store.migrations.offers_by_day import offers_by_day
from shifter.store.migrations.prompts_alike import prompts_alike
from shifter.store.migrations.signs import signs
from shifter.store.migrations.the_board import the_board
from shifter.store.migrations.the_learning import the_learning
from shifter.store.migrations.the_log import the_log
from shifter.store.migrations.the_story import the_story
from shifter.store.migrations.trails import trails
from shifter.store.patience import Patience

migrations = Migrations("shifter")
migrations(name="001-the-log")(the_log)
migrations(name="002-ideas")(ideas_in_full)
migrations(name="003-board")(the_board)
migrations(name="004-offers-by-day")(offers_by_day)
migrations(name="005-story")(the_story)
migrations(name="006-learning")(the_learning)
migrations(name="007-trails")(trails)
migrations(name="008-signs")(signs)
migrations(name="009-prompts-alike")(prompts_alike)
migrations(name="010-found-at-once")(found_at_once)


def migrate(connection: sqlite3.Connection, path: str, patience: Patience) -> None:
    """Bring the file up to `VERSION` in one transaction; another process may do so first.

    A backup of what it was is taken before; where that can't be done, it stays what it was.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    patience(lambda: connection.execute("BEGIN IMMEDIATE"))
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < VERSION:
            backups.take(path, datetime.now(), before_version=VERSION)  # noqa: DTZ005 - wall clock
        if version < VERSION:
            lay_out(connection, VERSION)
        patience(lambda: connection.execute("COMMIT"))
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def lay_out(connection: sqlite3.Connection, version: int) -> None:
    """Apply what is missing up to a version, inside the caller's transaction."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    pending = [migration.name for migration in migrations.pending(database)]
    later = [name for name in pending if int(name.partition("-")[0]) > version]
    migrations.apply(database, stop_before=later[:1])
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
