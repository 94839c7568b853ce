"""What the board needs of one idea alone: its hours, its people, its kinds of prompt."""

from sqlite_utils import Database


def the_board(database: Database) -> None:
    """Derived rows, counted from the shifts that are there."""
    for statement in (
        """CREATE TABLE idea_hour (
            idea TEXT NOT NULL,
            weekday INTEGER NOT NULL,
            hour INTEGER NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, weekday, hour)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE idea_person (
            idea TEXT NOT NULL,
            person TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, person)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE idea_prompt (
            idea TEXT NOT NULL,
            prompt TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, prompt)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE prompt_total (
            prompt TEXT PRIMARY KEY,
            shifts INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # In SQLite Sunday is 0.
        """INSERT INTO idea_hour
            SELECT idea, (strftime('%w', day) + 6) % 7 AS weekday,
                CAST(strftime('%H', done_at, "offset" || ' seconds') AS INTEGER) AS wall_hour,
                count(*)
            FROM shift WHERE deleted IS NULL AND idea IS NOT NULL
            GROUP BY idea, weekday, wall_hour""",
        """INSERT INTO idea_person SELECT idea, person, count(*) FROM shift
            WHERE deleted IS NULL AND idea IS NOT NULL AND person IS NOT NULL
            GROUP BY idea, person""",
        """INSERT INTO idea_prompt SELECT idea, prompt, count(*) FROM shift
            WHERE deleted IS NULL AND idea IS NOT NULL AND prompt IS NOT NULL
            GROUP BY idea, prompt""",
        """INSERT INTO prompt_total SELECT prompt, count(*) FROM shift
            WHERE deleted IS NULL AND prompt IS NOT NULL GROUP BY prompt""",
    ):
        database.execute(statement)
