"""A data file with as many shifts as wanted, made by SQL alone, for measuring."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from shifter.companion import open_companion
from shifter.config import Config
from shifter.core.pick.counting import RULES
from shifter.store import learning
from shifter.store.derived import refresh
from shifter.store.documents import rebuild_documents
from shifter.store.writer import Touched

IDEAS = 200
PEOPLE = 400
OFFERS_PER_SHIFT = 0.1
TODAY = date(2026, 11, 19)

# Five days in six are active, every fifteenth shift is a Little Yes, one idea takes half of all.
_SHIFTS = """
WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < :shifts - 1),
active (day, slot) AS (
    SELECT day, row_number() OVER (ORDER BY day) - 1 FROM (
        WITH RECURSIVE one (day) AS (
            SELECT :first UNION ALL SELECT date(day, '+1 day') FROM one WHERE day < :last
        ) SELECT day, row_number() OVER (ORDER BY day) AS place FROM one
    ) WHERE place % 6 <> 0 AND place % 97 > 4
),
prompted (id, place) AS (SELECT id, row_number() OVER (ORDER BY id) FROM prompt)
INSERT INTO shift
SELECT
    printf('%08x-0000-7000-8000-%012x', n, n), 'Shift ' || n,
    day || 'T' || printf('%02d:%02d:%02d.000Z', 5 + (n * 7) % 14, (n * 13) % 60, n % 60),
    3600, 'Europe/Berlin', day, 5,
    CASE WHEN n % 2 THEN 'idea-1' WHEN n % 5 THEN 'idea-' || (n % :ideas) END,
    CASE WHEN n % 3 THEN 'person-' || (n * 31 % :people) END,
    n % 15 = 0, NULL,
    CASE WHEN n % 4 THEN prompted.id END,
    :now, :now, NULL, 'kettle'
FROM number
JOIN active ON active.slot = n * (SELECT count(*) FROM active) / :shifts
JOIN prompted ON prompted.place = 1 + n % 150
"""

# One offer to ten shifts, three in four of them done.
_OFFERS = """
INSERT INTO offer (id, day, prompt, rung, idea, person, term, why, outcome, shift,
    created, updated, device)
SELECT printf('%08x-0000-7000-9000-%012x', rowid, rowid), day, coalesce(prompt, :prompt), 0, idea,
    person, 'rested', 'It is a while ago.', CASE WHEN prompt IS NULL THEN 'skipped' ELSE 'done' END,
    CASE WHEN prompt IS NULL THEN NULL ELSE id END, created, updated, device
FROM shift WHERE rowid % :every = 0
"""

# What was done and can be undone: as many actions as shifts.
_CHANGES = """
INSERT INTO change (action, label, "table", "row", after, created, device)
SELECT 'action-' || rowid, 'logged a shift', 'shift', id, '{}', created, device FROM shift
"""

_TALLIES = (
    """INSERT INTO day_total SELECT day, count(*), sum(minutes), sum(little_yes),
        '', 0, 0, 0, 0, 0, 0, 0, 0, '', '' FROM shift GROUP BY day""",
    """INSERT INTO day_idea SELECT day, idea, count(*), sum(minutes), sum(little_yes)
        FROM shift WHERE idea IS NOT NULL GROUP BY day, idea""",
    """INSERT INTO idea_total SELECT idea, sum(shifts), sum(minutes), sum(little_yeses)
        FROM day_idea GROUP BY idea""",
    """INSERT INTO weekday_hour SELECT (strftime('%w', day) + 6) % 7 AS weekday,
        CAST(strftime('%H', done_at, "offset" || ' seconds') AS INTEGER) AS wall_hour, count(*)
        FROM shift GROUP BY weekday, wall_hour""",
    """INSERT INTO idea_hour SELECT idea, (strftime('%w', day) + 6) % 7 AS weekday,
        CAST(strftime('%H', done_at, "offset" || ' seconds') AS INTEGER) AS wall_hour, count(*)
        FROM shift WHERE idea IS NOT NULL GROUP BY idea, weekday, wall_hour""",
    """INSERT INTO person_total SELECT person, count(*), min(day) FROM shift
        WHERE person IS NOT NULL GROUP BY person""",
    """INSERT INTO idea_person SELECT idea, person, count(*) FROM shift
        WHERE idea IS NOT NULL AND person IS NOT NULL GROUP BY idea, person""",
    """INSERT INTO prompt_total SELECT prompt, count(*) FROM shift
        WHERE prompt IS NOT NULL GROUP BY prompt""",
    """INSERT INTO idea_prompt SELECT idea, prompt, count(*) FROM shift
        WHERE idea IS NOT NULL AND prompt IS NOT NULL GROUP BY idea, prompt""",
)


def make(file: Path, shifts: int, years: int) -> None:
    """Write a log of so many shifts over the years up to `TODAY`; the file must not be there."""
    companion = open_companion(str(file), config=Config())
    companion.prompts.all()
    companion.close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection, shifts, TODAY - timedelta(days=round(365.25 * years) - 1))
        connection.commit()
        connection.execute("PRAGMA optimize")


def _fill(connection: sqlite3.Connection, shifts: int, first: date) -> None:
    now = f"{TODAY}T06:58:00.000Z"
    kept = (now, now, None, "kettle")
    connection.executemany(
        "INSERT INTO idea (id, name, stage, added_day, ended_day, created, updated, deleted, "
        "device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (f"idea-{n}", f"Idea {n}", _stage(n), str(first), _ended(n, first), *kept)
            for n in range(IDEAS)
        ],
    )
    connection.executemany(
        "INSERT INTO idea_stage (id, idea, stage, day, created, updated, deleted, device) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (f"stage-{n}", f"idea-{n}", _stage(n), _ended(n, first) or str(first), *kept)
            for n in range(IDEAS)
        ],
    )
    connection.executemany(
        "INSERT INTO person (id, name, created, updated, deleted, device) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [(f"person-{n}", f"Person {n}", *kept) for n in range(PEOPLE)],
    )
    connection.executemany(
        "INSERT INTO rest_day (id, day, created, updated, deleted, device) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [
            (f"rest-{n}", str(first + timedelta(days=n * 17)), *kept)
            for n in range((TODAY - first).days // 17)
        ],
    )
    connection.execute(
        _SHIFTS,
        {
            "shifts": shifts,
            "first": str(first),
            "last": str(TODAY),
            "ideas": IDEAS,
            "people": PEOPLE,
            "now": now,
        },
    )
    (prompt,) = connection.execute("SELECT min(id) FROM prompt").fetchone()
    connection.execute(_OFFERS, {"prompt": prompt, "every": round(1 / OFFERS_PER_SHIFT)})
    connection.execute(_CHANGES)
    for statement in _TALLIES:
        connection.execute(statement)
    touched = Touched.nothing()
    touched.rules.append("grace")
    refresh(connection, touched)
    rebuild_documents(connection)
    learning.rebuild(connection)
    connection.execute("INSERT OR REPLACE INTO state VALUES ('counted_by', ?)", (RULES,))


def _stage(idea: int) -> str:
    """One idea in eight is on the boil; the others were ruled out."""
    return "exploring" if idea % 8 == 1 else "dead_end"


def _ended(idea: int, first: date) -> str | None:
    return None if idea % 8 == 1 else str(first + timedelta(days=idea))
