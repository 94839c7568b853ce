-- A file as version 10 wrote it. Never edited.
PRAGMA application_id = 1936221812;
PRAGMA user_version = 10;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'shifter','001-the-log','2026-11-28 21:09:10.774653+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'shifter','002-ideas','2026-11-28 21:09:10.777168+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'shifter','003-board','2026-11-28 21:09:10.777597+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'shifter','004-offers-by-day','2026-11-28 21:09:10.777775+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'shifter','005-story','2026-11-28 21:09:10.779366+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'shifter','006-learning','2026-11-28 21:09:10.784619+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'shifter','007-trails','2026-11-28 21:09:10.784910+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'shifter','008-signs','2026-11-28 21:09:10.785642+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'shifter','009-prompts-alike','2026-11-28 21:09:10.785929+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'shifter','010-found-at-once','2026-11-28 21:09:10.786140+00:00');
CREATE TABLE at_hand (
            day TEXT PRIMARY KEY CHECK (day LIKE '____-__-__'),
            minutes INTEGER CHECK (minutes > 0),
            place TEXT,
            idea TEXT REFERENCES idea (id)
        ) STRICT, WITHOUT ROWID;
CREATE TABLE change (
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
        ) STRICT;
INSERT INTO "change" VALUES(1,'01a223fd-9418-705d-8050-26f56abf349d','added the idea “Pottery”','idea','01a223fd-9418-705d-8050-2b198c1b7fae',NULL,'{"id": "01a223fd-9418-705d-8050-2b198c1b7fae", "created": "2026-11-19T06:58:00.000Z", "updated": "2026-11-19T06:58:00.000Z", "device": "kettle", "name": "Pottery", "stage": "hunch", "why": null, "added_day": "2026-11-18"}','2026-11-19T06:58:00.000Z','kettle',NULL,NULL,0);
INSERT INTO "change" VALUES(2,'01a223fd-9418-705d-8050-26f56abf349d','added the idea “Pottery”','idea_stage','01a223fd-9419-705d-8050-2d522edbeea8',NULL,'{"id": "01a223fd-9419-705d-8050-2d522edbeea8", "created": "2026-11-19T06:58:00.000Z", "updated": "2026-11-19T06:58:00.000Z", "device": "kettle", "idea": "01a223fd-9418-705d-8050-2b198c1b7fae", "stage": "hunch", "day": "2026-11-18"}','2026-11-19T06:58:00.000Z','kettle',NULL,NULL,0);
INSERT INTO "change" VALUES(3,'01a223fd-942a-705d-8050-303c90005941','logged “Emailed Ana about the kiln”','person','01a223fd-942a-705d-8050-3642075b7c3c',NULL,'{"id": "01a223fd-942a-705d-8050-3642075b7c3c", "created": "2026-11-19T06:58:00.000Z", "updated": "2026-11-19T06:58:00.000Z", "device": "kettle", "name": "Ana"}','2026-11-19T06:58:00.000Z','kettle',NULL,NULL,0);
INSERT INTO "change" VALUES(4,'01a223fd-942a-705d-8050-303c90005941','logged “Emailed Ana about the kiln”','shift','01a223fd-942a-705d-8050-3b6eaf35e277',NULL,'{"id": "01a223fd-942a-705d-8050-3b6eaf35e277", "created": "2026-11-19T06:58:00.000Z", "updated": "2026-11-19T06:58:00.000Z", "device": "kettle", "text": "Emailed Ana about the kiln", "done_at": "2026-11-18T06:58:00.000Z", "offset": 3600, "zone": "Europe/Berlin", "day": "2026-11-18", "minutes": 10, "idea": "01a223fd-9418-705d-8050-2b198c1b7fae", "person": "01a223fd-942a-705d-8050-3642075b7c3c", "little_yes": 1, "note": "She said\nyes"}','2026-11-19T06:58:00.000Z','kettle',NULL,NULL,0);
INSERT INTO "change" VALUES(5,'01a223fd-9448-705d-8050-3cdd6ac2b800','logged “Named Ana as an inspiration”','shift','01a223fd-9448-705d-8050-422ddd947a89',NULL,'{"id": "01a223fd-9448-705d-8050-422ddd947a89", "created": "2026-11-19T06:58:00.000Z", "updated": "2026-11-19T06:58:00.000Z", "device": "kettle", "text": "Named Ana as an inspiration", "done_at": "2026-11-19T06:58:00.000Z", "offset": 3600, "zone": "Europe/Berlin", "day": "2026-11-19", "minutes": 2, "idea": null, "person": "01a223fd-942a-705d-8050-3642075b7c3c", "little_yes": 0, "note": null}','2026-11-19T06:58:00.000Z','kettle',NULL,NULL,0);
CREATE TABLE day_idea (
            day TEXT NOT NULL,
            idea TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            little_yeses INTEGER NOT NULL,
            PRIMARY KEY (idea, day)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "day_idea" VALUES('2026-11-18','01a223fd-9418-705d-8050-2b198c1b7fae',1,10,1);
CREATE TABLE day_total (
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
        ) STRICT, WITHOUT ROWID;
INSERT INTO "day_total" VALUES('2026-11-18',1,10,1,'2026-11-18',1,5.19224856608285767478e-02,1,10,1,1,0,1,'2026-11-18','2026-11-18');
INSERT INTO "day_total" VALUES('2026-11-19',1,2,0,'2026-11-18',2,1.01149026804458197492e-01,2,12,1,2,0,2,'2026-11-18','2026-11-19');
CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            "row" TEXT NOT NULL,
            words TEXT NOT NULL,
            tags TEXT NOT NULL
        ) STRICT;
INSERT INTO "document" VALUES(775881228289,'shift','01a223fd-942a-705d-8050-3b6eaf35e277','emailed ana about the kiln
she said
yes
ana','shift lit i01a223fd9418705d80502b198c1b7fae p01a223fd942a705d80503642075b7c3c');
INSERT INTO "document" VALUES(775881228290,'stage','01a223fd-9419-705d-8050-2d522edbeea8','','stage hunch i01a223fd9418705d80502b198c1b7fae');
INSERT INTO "document" VALUES(775882276865,'shift','01a223fd-9448-705d-8050-422ddd947a89','named ana as an inspiration
ana','shift p01a223fd942a705d80503642075b7c3c');
CREATE TABLE forgetting (
            id TEXT PRIMARY KEY,
            until TEXT NOT NULL CHECK (until LIKE '____-__-__T__:__:__.___Z'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE idea (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            stage TEXT NOT NULL CHECK (stage IN ('hunch', 'exploring', 'project', 'dead_end', 'yes')),
            why TEXT,
            taught TEXT,
            spared TEXT,
            added_day TEXT NOT NULL CHECK (added_day LIKE '____-__-__'),
            revived_day TEXT CHECK (revived_day LIKE '____-__-__'),
            ended_day TEXT CHECK (ended_day LIKE '____-__-__'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        , drop_if TEXT, project_start TEXT CHECK (project_start LIKE '____-__-__'), project_weeks INTEGER CHECK (project_weeks > 0), merged_into TEXT REFERENCES idea (id), merged_day TEXT CHECK (merged_day LIKE '____-__-__'), book_closed TEXT CHECK (book_closed LIKE '____-__-__')) STRICT;
INSERT INTO "idea" VALUES('01a223fd-9418-705d-8050-2b198c1b7fae','Pottery','hunch',NULL,NULL,NULL,'2026-11-18',NULL,NULL,'2026-11-19T06:58:00.000Z','2026-11-19T06:58:00.000Z',NULL,'kettle',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE idea_hour (
            idea TEXT NOT NULL,
            weekday INTEGER NOT NULL,
            hour INTEGER NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, weekday, hour)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "idea_hour" VALUES('01a223fd-9418-705d-8050-2b198c1b7fae',2,7,1);
CREATE TABLE idea_note (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            text TEXT NOT NULL CHECK (text <> ''),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE idea_person (
            idea TEXT NOT NULL,
            person TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, person)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "idea_person" VALUES('01a223fd-9418-705d-8050-2b198c1b7fae','01a223fd-942a-705d-8050-3642075b7c3c',1);
CREATE TABLE idea_prompt (
            idea TEXT NOT NULL,
            prompt TEXT NOT NULL,
            shifts INTEGER NOT NULL,
            PRIMARY KEY (idea, prompt)
        ) STRICT, WITHOUT ROWID;
CREATE TABLE idea_stage (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            stage TEXT NOT NULL CHECK (stage IN ('hunch', 'exploring', 'project', 'dead_end', 'yes')),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
INSERT INTO "idea_stage" VALUES('01a223fd-9419-705d-8050-2d522edbeea8','01a223fd-9418-705d-8050-2b198c1b7fae','hunch','2026-11-18','2026-11-19T06:58:00.000Z','2026-11-19T06:58:00.000Z',NULL,'kettle');
CREATE TABLE idea_total (
            idea TEXT PRIMARY KEY,
            shifts INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            little_yeses INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
INSERT INTO "idea_total" VALUES('01a223fd-9418-705d-8050-2b198c1b7fae',1,10,1);
CREATE TABLE kind_wish (
            id TEXT PRIMARY KEY,
            wish TEXT NOT NULL CHECK (wish IN ('off', 'more')),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE learned (
            name TEXT NOT NULL,
            about TEXT NOT NULL,
            offers INTEGER NOT NULL,
            weight REAL NOT NULL,
            yeses REAL NOT NULL,
            PRIMARY KEY (name, about)
        ) STRICT, WITHOUT ROWID;
CREATE TABLE learned_offer (
            offer TEXT PRIMARY KEY,
            subjects TEXT NOT NULL CHECK (json_valid(subjects)),
            weight REAL NOT NULL,
            yeses REAL NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE next_step (
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
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE offer (
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
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        , step TEXT REFERENCES next_step (id), part TEXT) STRICT;
CREATE TABLE output (
            id TEXT PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            text TEXT NOT NULL CHECK (text <> ''),
            outcome TEXT,
            checked_day TEXT CHECK (checked_day LIKE '____-__-__'),
            checked_at TEXT CHECK (checked_at LIKE '____-__-__T__:__:__.___Z'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE person (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
INSERT INTO "person" VALUES('01a223fd-942a-705d-8050-3642075b7c3c','Ana','2026-11-19T06:58:00.000Z','2026-11-19T06:58:00.000Z',NULL,'kettle');
CREATE TABLE person_total (person TEXT PRIMARY KEY, shifts INTEGER NOT NULL, first_day TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "person_total" VALUES('01a223fd-942a-705d-8050-3642075b7c3c',2,'2026-11-18');
CREATE TABLE phrase (section TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, used_on TEXT, PRIMARY KEY (section, id)) STRICT, WITHOUT ROWID;
CREATE TABLE pocket (
            id TEXT PRIMARY KEY,
            offer TEXT NOT NULL REFERENCES offer (id),
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            due TEXT NOT NULL CHECK (due LIKE '____-__-__T__:__:__.___Z'),
            answer TEXT CHECK (answer IN ('yes', 'no')),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE prompt (
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
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE prompt_shown (
            prompt TEXT PRIMARY KEY,
            day TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE prompt_total (
            prompt TEXT PRIMARY KEY,
            shifts INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE prompts_alike (
            number INTEGER PRIMARY KEY,
            minutes INTEGER NOT NULL,
            kind TEXT NOT NULL,
            places TEXT NOT NULL CHECK (json_valid(places)),
            goes_with TEXT,
            leans INTEGER NOT NULL,
            repeats INTEGER NOT NULL,
            own INTEGER NOT NULL,
            ids TEXT NOT NULL CHECK (json_valid(ids))
        ) STRICT;
CREATE TABLE rest_day (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE run (start TEXT PRIMARY KEY, "end" TEXT NOT NULL, length INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "run" VALUES('2026-11-18','2026-11-19',2);
CREATE TABLE setting (
            id TEXT PRIMARY KEY,
            value TEXT NOT NULL CHECK (json_valid(value)),
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
CREATE TABLE shift (
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
            
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL

        ) STRICT;
INSERT INTO "shift" VALUES('01a223fd-942a-705d-8050-3b6eaf35e277','Emailed Ana about the kiln','2026-11-18T06:58:00.000Z',3600,'Europe/Berlin','2026-11-18',10,'01a223fd-9418-705d-8050-2b198c1b7fae','01a223fd-942a-705d-8050-3642075b7c3c',1,'She said
yes',NULL,'2026-11-19T06:58:00.000Z','2026-11-19T06:58:00.000Z',NULL,'kettle');
INSERT INTO "shift" VALUES('01a223fd-9448-705d-8050-422ddd947a89','Named Ana as an inspiration','2026-11-19T06:58:00.000Z',3600,'Europe/Berlin','2026-11-19',2,NULL,'01a223fd-942a-705d-8050-3642075b7c3c',0,NULL,NULL,'2026-11-19T06:58:00.000Z','2026-11-19T06:58:00.000Z',NULL,'kettle');
CREATE TABLE state (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE timer (
            offer TEXT PRIMARY KEY REFERENCES offer (id),
            length INTEGER NOT NULL CHECK (length > 0),
            elapsed INTEGER NOT NULL CHECK (elapsed >= 0),
            since TEXT CHECK (since LIKE '____-__-__T__:__:__.___Z')
        ) STRICT, WITHOUT ROWID;
CREATE TABLE weekday_hour (weekday INTEGER NOT NULL, hour INTEGER NOT NULL, shifts INTEGER NOT NULL, PRIMARY KEY (weekday, hour)) STRICT, WITHOUT ROWID;
INSERT INTO "weekday_hour" VALUES(2,7,1);
INSERT INTO "weekday_hour" VALUES(3,7,1);
CREATE TABLE weighing (
            offer TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            terms TEXT NOT NULL CHECK (json_valid(terms)),
            others TEXT NOT NULL CHECK (json_valid(others))
        ) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX idea_stage_by_idea ON idea_stage (idea, day, id);
CREATE INDEX shift_by_day ON shift (day, done_at, id) WHERE deleted IS NULL;
CREATE INDEX shift_by_time ON shift (done_at, id) WHERE deleted IS NULL;
CREATE INDEX shift_by_idea ON shift (idea, day) WHERE deleted IS NULL;
CREATE INDEX shift_by_person ON shift (person, day) WHERE deleted IS NULL;
CREATE INDEX shift_by_prompt ON shift (prompt, day) WHERE deleted IS NULL;
CREATE INDEX offer_open ON offer (id) WHERE outcome = 'open' AND deleted IS NULL;
CREATE INDEX offer_by_prompt ON offer (prompt, day);
CREATE INDEX offer_by_idea ON offer (idea, day);
CREATE INDEX offer_by_shift ON offer (shift);
CREATE INDEX pocket_waiting ON pocket (due) WHERE answer IS NULL AND deleted IS NULL;
CREATE INDEX rest_day_by_day ON rest_day (day) WHERE deleted IS NULL;
CREATE INDEX change_by_action ON change (action, sequence);
CREATE INDEX change_to_redo ON change (sequence) WHERE undone_by IS NOT NULL AND superseded = 0;
CREATE INDEX change_to_undo ON change (sequence) WHERE undone_by IS NULL;
CREATE INDEX run_by_length ON run (length);
CREATE INDEX next_step_by_idea ON next_step (idea) WHERE deleted IS NULL;
CREATE INDEX idea_note_by_idea ON idea_note (idea) WHERE deleted IS NULL;
CREATE INDEX output_by_idea ON output (idea) WHERE deleted IS NULL;
CREATE INDEX idea_merged_into ON idea (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX offer_by_day ON offer (day);
CREATE INDEX idea_stage_by_day ON idea_stage (day);
CREATE INDEX idea_note_by_day ON idea_note (day);
CREATE INDEX idea_by_merged_day ON idea (merged_day);
CREATE INDEX next_step_by_found_day ON next_step (found_day);
CREATE INDEX output_by_checked_day ON output (checked_day);
CREATE VIEW happening AS
            SELECT shift.day, shift.done_at AS at, shift.id, 'shift' AS kind,
                shift.text || coalesce(char(10) || note, '') || coalesce(char(10) || name, '')
                    AS words,
                'shift' || CASE little_yes WHEN 1 THEN ' lit' ELSE '' END
                    || coalesce(' i' || replace(idea, '-', ''), '') || coalesce(' p' || replace(person, '-', ''), '') AS tags
            FROM shift LEFT JOIN person ON person.id = shift.person
            WHERE shift.deleted IS NULL
            UNION ALL
            SELECT idea_stage.day, idea_stage.created, idea_stage.id, 'stage',
                CASE idea_stage.stage
                    WHEN 'hunch' THEN coalesce(idea.why, '')
                    WHEN 'dead_end' THEN coalesce(idea.taught, '') || char(10)
                        || coalesce(idea.spared, '')
                    ELSE '' END,
                'stage ' || replace(idea_stage.stage, '_', '') || coalesce(' i' || replace(idea, '-', ''), '')
            FROM idea_stage JOIN idea ON idea.id = idea_stage.idea
            WHERE idea_stage.deleted IS NULL AND (idea.deleted IS NULL OR idea.merged_into IS NOT NULL)
            UNION ALL
            SELECT idea.merged_day, idea.deleted, idea.id, 'joined', coalesce(idea.why, ''),
                'joined stage i' || replace(idea.merged_into, '-', '')
            FROM idea WHERE idea.merged_day IS NOT NULL
            UNION ALL
            SELECT idea_note.day, idea_note.created, idea_note.id, 'note', idea_note.text,
                'note' || coalesce(' i' || replace(idea, '-', ''), '')
            FROM idea_note JOIN idea ON idea.id = idea_note.idea
            WHERE idea_note.deleted IS NULL AND (idea.deleted IS NULL OR idea.merged_into IS NOT NULL)
            UNION ALL
            SELECT next_step.found_day, next_step.found_at, next_step.id, 'found',
                coalesce(next_step.found, '') || char(10)
                    || coalesce(next_step.question, next_step.text),
                'found' || coalesce(' i' || replace(idea, '-', ''), '')
            FROM next_step JOIN idea ON idea.id = next_step.idea
            WHERE next_step.deleted IS NULL AND next_step.found_day IS NOT NULL AND (idea.deleted IS NULL OR idea.merged_into IS NOT NULL)
            UNION ALL
            SELECT output.checked_day, output.checked_at, output.id, 'output',
                output.text || coalesce(char(10) || output.outcome, ''), 'output' || coalesce(' i' || replace(idea, '-', ''), '')
            FROM output JOIN idea ON idea.id = output.idea
            WHERE output.deleted IS NULL AND output.checked_day IS NOT NULL AND (idea.deleted IS NULL OR idea.merged_into IS NOT NULL)
            UNION ALL
            SELECT DISTINCT day, '', day, 'rest', '', 'rest' FROM rest_day WHERE deleted IS NULL
            UNION ALL
            SELECT start, '', start, 'return', '', 'return' FROM run
            WHERE start > (SELECT min(start) FROM run);
CREATE INDEX pocket_by_offer ON pocket (offer);
CREATE INDEX prompt_to_choose ON prompt (minutes, kind, places, goes_with, quotes, repeats, origin, id) WHERE deleted IS NULL AND retired IS NULL;
CREATE INDEX shift_by_idea_time ON shift (idea, done_at, id) WHERE deleted IS NULL;
CREATE INDEX shift_untimed ON shift (idea) WHERE minutes IS NULL AND deleted IS NULL;
CREATE INDEX prompt_shown_by_day ON prompt_shown (day);
CREATE INDEX shift_by_end_of_id ON shift (substr(id, -4), id) WHERE deleted IS NULL;
CREATE INDEX shift_lit ON shift (text) WHERE little_yes = 1 AND deleted IS NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',5);
CREATE VIRTUAL TABLE search USING fts5 (
            words, tags, content = 'document', content_rowid = 'number',
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co So'",
            prefix = '1 2 3 4 5 6 7 8'
        );
INSERT INTO search (search) VALUES ('rebuild');
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
            INSERT INTO search (rowid, words, tags) VALUES (new.number, new.words, new.tags);
        END;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
            INSERT INTO search (search, rowid, words, tags)
            VALUES ('delete', old.number, old.words, old.tags);
        END;
COMMIT;
