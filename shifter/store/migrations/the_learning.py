"""What is learned from the picks: sums of what became of them, and what people say of a kind."""

from sqlite_utils import Database

from shifter.store.migrations.columns import KEPT


def the_learning(database: Database) -> None:
    """Empty sums, which are counted from the offers that are there when a pick is next chosen."""
    for statement in (
        # The part of the day in which a pick was shown; not known of those from before.
        "ALTER TABLE offer ADD COLUMN part TEXT",
        f"""CREATE TABLE kind_wish (
            id TEXT PRIMARY KEY,
            wish TEXT NOT NULL CHECK (wish IN ('off', 'more')),
            {KEPT}
        ) STRICT""",
        # What was shown before this instant is no longer learned from.
        f"""CREATE TABLE forgetting (
            id TEXT PRIMARY KEY,
            until TEXT NOT NULL CHECK (until LIKE '____-__-__T__:__:__.___Z'),
            {KEPT}
        ) STRICT""",
        # Derived: what each offer was counted as, so that it can be taken back whatever changed.
        """CREATE TABLE learned_offer (
            offer TEXT PRIMARY KEY,
            subjects TEXT NOT NULL CHECK (json_valid(subjects)),
            weight REAL NOT NULL,
            yeses REAL NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE learned (
            name TEXT NOT NULL,
            about TEXT NOT NULL,
            offers INTEGER NOT NULL,
            weight REAL NOT NULL,
            yeses REAL NOT NULL,
            PRIMARY KEY (name, about)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE prompt_shown (
            prompt TEXT PRIMARY KEY,
            day TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # How the picks of the last days were weighed: state of this file alone.
        """CREATE TABLE weighing (
            offer TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            terms TEXT NOT NULL CHECK (json_valid(terms)),
            others TEXT NOT NULL CHECK (json_valid(others))
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX pocket_by_offer ON pocket (offer)",
        (
            "CREATE INDEX prompt_to_choose ON prompt "
            "(minutes, kind, places, goes_with, quotes, repeats, origin, id) "
            "WHERE deleted IS NULL AND retired IS NULL"
        ),
    ):
        database.execute(statement)
