"""Several processes that open an old file at once bring it up to date once, and lose nothing."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from shifter.store import backups
from shifter.store.connection import VERSION
from shifter.store.soundness import damages

PROJECT = Path(__file__).parents[2]
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))[:-1]
_OPEN_WHAT_IS_NAMED = """
import sys
from datetime import UTC, datetime
from shifter.store import schema
from shifter.store.store import Store
for number, line in enumerate(sys.stdin):
    store = Store(line.strip())
    with store.transaction("added somebody", datetime.now(UTC)) as writer:
        writer.insert("person", {"name": f"{sys.argv[1]} in round {number}"})
    store.close()
    print("done", flush=True)
"""


class Opener:
    """A process that opens each file it is told of, and adds somebody."""

    def __init__(self, name: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _OPEN_WHAT_IS_NAMED, name],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def open(self, file: Path) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{file}\n")
        self._process.stdin.flush()

    def wait(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def end(self) -> tuple[int, str]:
        _, complaints = self._process.communicate(timeout=60)
        return self._process.returncode, complaints


def migrate_at_once(folder: Path, rounds: int) -> None:
    openers = [Opener(f"process {number}") for number in range(4)]
    for number in range(rounds):
        file = folder / f"{number}" / "shifter.db"
        file.parent.mkdir()
        dump = SCHEMAS[number % len(SCHEMAS)]
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(dump.read_text(encoding="utf-8"))
        for opener in openers:
            opener.open(file)
        assert [opener.wait() for opener in openers] == ["done\n"] * 4
        check(file, number)
    assert [opener.end() for opener in openers] == [(0, "")] * 4


def check(file: Path, number: int) -> None:
    assert damages(str(file)) == []
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        people = connection.execute("SELECT name FROM person WHERE name <> 'Ana'").fetchall()
        assert connection.execute("SELECT count(*) FROM shift").fetchone() == (2,)
    assert sorted(people) == [(f"process {each} in round {number}",) for each in range(4)]
    assert len(backups.all_backups(str(file))) == 1


def test_four_processes_migrate_a_file_once(tmp_path: Path) -> None:
    migrate_at_once(tmp_path, 2)


@pytest.mark.long
def test_four_processes_migrate_a_file_once_in_forty_rounds(tmp_path: Path) -> None:
    migrate_at_once(tmp_path, 40)
