"""Everything that the Story tells, as one table in order of time, and the index of its words."""

from sqlite_utils import Database

from shifter.core.folding import folded

# What can be filtered by stands among the words as well, in a column of its own: the index then
# answers any search with any filter, the newest first, without looking at what does not match.
_IDEA = "coalesce(' i' || replace(idea, '-', ''), '')"
_PERSON = "coalesce(' p' || replace(person, '-', ''), '')"
# An idea that became part of another was deleted, and what happened to it stays told.
_TOLD = "(idea.deleted IS NULL OR idea.merged_into IS NOT NULL)"


def the_story(database: Database) -> None:
    """The view that says what happened, and the derived rows that are made of it."""
    database.register_function(folded, deterministic=True)
    for statement in (
        "CREATE INDEX idea_stage_by_day ON idea_stage (day)",
        "CREATE INDEX idea_note_by_day ON idea_note (day)",
        "CREATE INDEX idea_by_merged_day ON idea (merged_day)",
        "CREATE INDEX next_step_by_found_day ON next_step (found_day)",
        "CREATE INDEX output_by_checked_day ON output (checked_day)",
        f"""CREATE VIEW happening AS
            SELECT shift.day, shift.done_at AS at, shift.id, 'shift' AS kind,
                shift.text || coalesce(char(10) || note, '') || coalesce(char(10) || name, '')
                    AS words,
                'shift' || CASE little_yes WHEN 1 THEN ' lit' ELSE '' END
                    || {_IDEA} || {_PERSON} AS tags
            FROM shift LEFT JOIN person ON person.id = shift.person
            WHERE shift.deleted IS NULL
            UNION ALL
            SELECT idea_stage.day, idea_stage.created, idea_stage.id, 'stage',
                CASE idea_stage.stage
                    WHEN 'hunch' THEN coalesce(idea.why, '')
                    WHEN 'dead_end' THEN coalesce(idea.taught, '') || char(10)
                        || coalesce(idea.spared, '')
                    ELSE '' END,
                'stage ' || replace(idea_stage.stage, '_', '') || {_IDEA}
            FROM idea_stage JOIN idea ON idea.id = idea_stage.idea
            WHERE idea_stage.deleted IS NULL AND {_TOLD}
            UNION ALL
            SELECT idea.merged_day, idea.deleted, idea.id, 'joined', coalesce(idea.why, ''),
                'joined stage i' || replace(idea.merged_into, '-', '')
            FROM idea WHERE idea.merged_day IS NOT NULL
            UNION ALL
            SELECT idea_note.day, idea_note.created, idea_note.id, 'note', idea_note.text,
                'note' || {_IDEA}
            FROM idea_note JOIN idea ON idea.id = idea_note.idea
            WHERE idea_note.deleted IS NULL AND {_TOLD}
            UNION ALL
            SELECT next_step.found_day, next_step.found_at, next_step.id, 'found',
                coalesce(next_step.found, '') || char(10)
                    || coalesce(next_step.question, next_step.text),
                'found' || {_IDEA}
            FROM next_step JOIN idea ON idea.id = next_step.idea
            WHERE next_step.deleted IS NULL AND next_step.found_day IS NOT NULL AND {_TOLD}
            UNION ALL
            SELECT output.checked_day, output.checked_at, output.id, 'output',
                output.text || coalesce(char(10) || output.outcome, ''), 'output' || {_IDEA}
            FROM output JOIN idea ON idea.id = output.idea
            WHERE output.deleted IS NULL AND output.checked_day IS NOT NULL AND {_TOLD}
            UNION ALL
            SELECT DISTINCT day, '', day, 'rest', '', 'rest' FROM rest_day WHERE deleted IS NULL
            UNION ALL
            SELECT start, '', start, 'return', '', 'return' FROM run
            WHERE start > (SELECT min(start) FROM run)""",
        # Its number is its day and its place within it, so that the newest is the highest.
        """CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            "row" TEXT NOT NULL,
            words TEXT NOT NULL,
            tags TEXT NOT NULL
        ) STRICT""",
        """CREATE VIRTUAL TABLE search USING fts5 (
            words, tags, content = 'document', content_rowid = 'number',
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co So'",
            prefix = '1 2 3 4 5 6 7 8'
        )""",
        """CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
            INSERT INTO search (rowid, words, tags) VALUES (new.number, new.words, new.tags);
        END""",
        """CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
            INSERT INTO search (search, rowid, words, tags)
            VALUES ('delete', old.number, old.words, old.tags);
        END""",
        # Day 1 is 1 January of the year 1, as in Python's calendar.
        """INSERT INTO document
            SELECT CAST(julianday(day) - 1721424.5 AS INTEGER) * 1048576
                + row_number() OVER (PARTITION BY day ORDER BY at, id, kind) AS number,
                kind, id, folded(words), tags
            FROM happening ORDER BY number""",
    ):
        database.execute(statement)
