"""What a choice asks of thousands of prompts is kept as it asks for it: by sort, and by day."""

from sqlite_utils import Database


def prompts_alike(database: Database) -> None:
    """A derived table of the sorts of prompts, and an index; the prompts stay as they are."""
    for statement in (
        """CREATE TABLE prompts_alike (
            number INTEGER PRIMARY KEY,
            minutes INTEGER NOT NULL,
            kind TEXT NOT NULL,
            places TEXT NOT NULL CHECK (json_valid(places)),
            goes_with TEXT,
            leans INTEGER NOT NULL,
            repeats INTEGER NOT NULL,
            own INTEGER NOT NULL,
            ids TEXT NOT NULL CHECK (json_valid(ids))
        ) STRICT""",
        """INSERT INTO prompts_alike
            SELECT NULL, minutes, kind, places, goes_with, quotes IS NOT NULL, repeats,
                origin = 'own', json_group_array(id)
            FROM prompt INDEXED BY prompt_to_choose
            WHERE deleted IS NULL AND retired IS NULL
            GROUP BY minutes, kind, places, goes_with, quotes, repeats, origin""",
        "CREATE INDEX prompt_shown_by_day ON prompt_shown (day)",
    ):
        database.execute(statement)
