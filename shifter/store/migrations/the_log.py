"""The log, the ideas, the people and the picks; what is noted beside them; the derived rows."""

from sqlite_utils import Database

from shifter.store.migrations.columns import KEPT, STAGE


def the_log(database: Database) -> None:
    """What people make, and what the program notes beside it."""
    for statement in (
        f"""CREATE TABLE idea (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            stage TEXT NOT NULL CHECK ({STAGE}),
            why TEXT,
            taught TEXT,
            spared TEXT,
            added_day TEXT NOT NULL CHECK (added_day LIKE '____-__-__'),
            revived_day TEXT CHECK (revived_day LIKE '____-__-__'),
            ended_day TEXT CHECK (ended_day LIKE '____-__-__'),
            {KEPT}
        ) STRICT""",
        f"""CREATE TABLE idea_stage (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            stage TEXT NOT NULL CHECK ({STAGE}),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX idea_stage_by_idea ON idea_stage (idea, day, id)",
        f"""CREATE TABLE person (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            {KEPT}
        ) STRICT""",
        f"""CREATE TABLE prompt (
            id TEXT PRIMARY KEY,
            origin TEXT NOT NULL CHECK (origin IN ('catalogue', 'own')),
            kind TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes > 0),
            places TEXT NOT NULL CHECK (json_valid(places)),
            ladder TEXT NOT NULL CHECK (json_array_length(ladder) > 0),
            goes_with TEXT CHECK (goes_with IN ('idea', 'person')),
            names_person INTEGER NOT NULL CHECK (names_person IN (0, 1)),
            quotes TEXT,
            next TEXT,
            repeats INTEGER NOT NULL CHECK (repeats IN (0, 1)),
            retired TEXT,
            {KEPT}
        ) STRICT""",
        f"""CREATE TABLE shift (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL CHECK (text <> ''),
            done_at TEXT NOT NULL CHECK (done_at LIKE '____-__-__T__:__:__.___Z'),
            "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -86399 AND 86399),
            zone TEXT NOT NULL,
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            minutes INTEGER CHECK (minutes >= 0),
            idea TEXT REFERENCES idea (id),
            person TEXT REFERENCES person (id),
            little_yes INTEGER NOT NULL CHECK (little_yes IN (0, 1)),
            note TEXT,
            prompt TEXT REFERENCES prompt (id),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX shift_by_day ON shift (day, done_at, id) WHERE deleted IS NULL",
        "CREATE INDEX shift_by_time ON shift (done_at, id) WHERE deleted IS NULL",
        "CREATE INDEX shift_by_idea ON shift (idea, day) WHERE deleted IS NULL",
        "CREATE INDEX shift_by_person ON shift (person, day) WHERE deleted IS NULL",
        "CREATE INDEX shift_by_prompt ON shift (prompt, day) WHERE deleted IS NULL",
        f"""CREATE TABLE offer (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            prompt TEXT NOT NULL REFERENCES prompt (id),
            rung INTEGER NOT NULL CHECK (rung >= 0),
            own_text TEXT,
            idea TEXT REFERENCES idea (id),
            person TEXT REFERENCES person (id),
            follows TEXT REFERENCES shift (id),
            term TEXT NOT NULL,
            why TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'skipped', 'smaller',
                'pocketed', 'retired', 'ignored', 'withdrawn')),
            shift TEXT REFERENCES shift (id),
            answer TEXT,
            {KEPT}
        ) STRICT""",
        "CREATE INDEX offer_open ON offer (id) WHERE outcome = 'open' AND deleted IS NULL",
        "CREATE INDEX offer_by_prompt ON offer (prompt, day)",
        "CREATE INDEX offer_by_idea ON offer (idea, day)",
        "CREATE INDEX offer_by_shift ON offer (shift)",
        f"""CREATE TABLE pocket (
            id TEXT PRIMARY KEY,
            offer TEXT NOT NULL REFERENCES offer (id),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            due TEXT NOT NULL CHECK (due LIKE '____-__-__T__:__:__.___Z'),
            answer TEXT CHECK (answer IN ('yes', 'no')),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX pocket_waiting ON pocket (due) WHERE answer IS NULL AND deleted IS NULL",
        f"""CREATE TABLE rest_day (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            {KEPT}
        ) STRICT""",
        "CREATE INDEX rest_day_by_day ON rest_day (day) WHERE deleted IS NULL",
        f"""CREATE TABLE setting (
            id TEXT PRIMARY KEY,
            value TEXT NOT NULL CHECK (json_valid(value)),
            {KEPT}
        ) STRICT""",
        """CREATE TABLE change (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            label TEXT NOT NULL,
            "table" TEXT NOT NULL,
            "row" TEXT NOT NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT NOT NULL CHECK (json_valid(after)),
            created TEXT NOT NULL,
            device TEXT NOT NULL,
            undone_by TEXT,
            undone_at TEXT,
            superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1))
        ) STRICT""",
        "CREATE INDEX change_by_action ON change (action, sequence)",
        (
            "CREATE INDEX change_to_redo ON change (sequence) "
            "WHERE undone_by IS NOT NULL AND superseded = 0"
        ),
        "CREATE INDEX change_to_undo ON change (sequence) WHERE undone_by IS NULL",
        # State of this file alone: never exported, never undone.
        "CREATE TABLE state (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE at_hand (
            day TEXT PRIMARY KEY CHECK (day LIKE '____-__-__'),
            minutes INTEGER CHECK (minutes > 0),
            place TEXT,
            idea TEXT REFERENCES idea (id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE timer (
            offer TEXT PRIMARY KEY REFERENCES offer (id),
            length INTEGER NOT NULL CHECK (length > 0),
            elapsed INTEGER NOT NULL CHECK (elapsed >= 0),
            since TEXT CHECK (since LIKE '____-__-__T__:__:__.___Z')
        ) STRICT, WITHOUT ROWID""",
        (
            "CREATE TABLE phrase (section TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, "
            "used_on TEXT, PRIMARY KEY (section, id)) STRICT, WITHOUT ROWID"
        ),
    ):
        database.execute(statement)
    _derived(database)


def _derived(database: Database) -> None:
    for statement in (
        # Everything a figure needs as of a day stands in the row of the last active day up to it.
        """CREATE TABLE day_total (
            day TEXT PRIMARY KEY,
            shifts INTEGER NOT NULL CHECK (shifts > 0),
            minutes INTEGER NOT NULL,
            little_yeses INTEGER NOT NULL,
            run_start TEXT NOT NULL,
            run_length INTEGER NOT NULL,
            strength REAL NOT NULL,
            total_shifts INTEGER NOT NULL,
            total_minutes INTEGER NOT NULL,
            total_little_yeses INTEGER NOT NULL,
            active_days INTEGER NOT NULL,
            returns INTEGER NOT NULL,
            longest_length INTEGER NOT NULL,
            longest_start TEXT NOT NULL,
            longest_end TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        (
            'CREATE TABLE run (start TEXT PRIMARY KEY, "end" TEXT NOT NULL, '
            "length INTEGER NOT NULL) STRICT, WITHOUT ROWID"
        ),
        "CREATE INDEX run_by_length ON run (length)",
        """CREATE TABLE day_idea (
            day TEXT NOT NULL,
            idea TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            little_yeses INTEGER NOT NULL,
            PRIMARY KEY (idea, day)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE idea_total (
            idea TEXT PRIMARY KEY,
            shifts INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            little_yeses INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
        (
            "CREATE TABLE weekday_hour (weekday INTEGER NOT NULL, hour INTEGER NOT NULL, "
            "shifts INTEGER NOT NULL, PRIMARY KEY (weekday, hour)) STRICT, WITHOUT ROWID"
        ),
        (
            "CREATE TABLE person_total (person TEXT PRIMARY KEY, shifts INTEGER NOT NULL, "
            "first_day TEXT NOT NULL) STRICT, WITHOUT ROWID"
        ),
    ):
        database.execute(statement)
