"""An emoji is found by itself, though no blank stands before it."""

from sqlite_utils import Database

from shifter.core.folding import folded


def signs(database: Database) -> None:
    """Tell anew what is told with words that are kept in another way by now."""
    database.register_function(folded, deterministic=True)
    for statement in (
        """CREATE TEMP TABLE told AS
            SELECT CAST(julianday(day) - 1721424.5 AS INTEGER) * 1048576
                + row_number() OVER (PARTITION BY day ORDER BY at, id, kind) AS number,
                kind, id, folded(words) AS words, tags
            FROM happening""",
        """DELETE FROM told WHERE EXISTS (SELECT 1 FROM document
            WHERE document.number = told.number AND document.words = told.words)""",
        "DELETE FROM document WHERE number IN (SELECT number FROM told)",
        "INSERT INTO document SELECT * FROM told ORDER BY number",
        "DROP TABLE told",
    ):
        database.execute(statement)
