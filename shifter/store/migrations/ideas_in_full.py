"""Next steps and experiments, projects with outputs, notes, merging, and closing the book."""

from sqlite_utils import Database

from shifter.store.migrations.columns import KEPT


def ideas_in_full(database: Database) -> None:
    """More about an idea; a day's experiment, and the pick that offered it."""
    for column in (
        "drop_if TEXT",
        "project_start TEXT CHECK (project_start LIKE '____-__-__')",
        "project_weeks INTEGER CHECK (project_weeks > 0)",
        "merged_into TEXT REFERENCES idea (id)",
        "merged_day TEXT CHECK (merged_day LIKE '____-__-__')",
        "book_closed TEXT CHECK (book_closed LIKE '____-__-__')",
    ):
        database.execute(f"ALTER TABLE idea ADD COLUMN {column}")
    for statement in (
        f"""CREATE TABLE next_step (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            text TEXT NOT NULL CHECK (text <> ''),
            question TEXT,
            by_day TEXT CHECK (by_day LIKE '____-__-__'),
            shift TEXT REFERENCES shift (id),
            done_day TEXT CHECK (done_day LIKE '____-__-__'),
            found TEXT,
            found_day TEXT CHECK (found_day LIKE '____-__-__'),
            found_at TEXT CHECK (found_at LIKE '____-__-__T__:__:__.___Z'),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX next_step_by_idea ON next_step (idea) WHERE deleted IS NULL",
        f"""CREATE TABLE idea_note (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            text TEXT NOT NULL CHECK (text <> ''),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX idea_note_by_idea ON idea_note (idea) WHERE deleted IS NULL",
        f"""CREATE TABLE output (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            text TEXT NOT NULL CHECK (text <> ''),
            outcome TEXT,
            checked_day TEXT CHECK (checked_day LIKE '____-__-__'),
            checked_at TEXT CHECK (checked_at LIKE '____-__-__T__:__:__.___Z'),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX output_by_idea ON output (idea) WHERE deleted IS NULL",
        "CREATE INDEX idea_merged_into ON idea (merged_into) WHERE merged_into IS NOT NULL",
        "ALTER TABLE offer ADD COLUMN step TEXT REFERENCES next_step (id)",
    ):
        database.execute(statement)
