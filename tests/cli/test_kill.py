"""Nothing that was reported is ever lost, and many may write at once."""

import io
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from shifter.cli import main
from shifter.store.soundness import first_damage
from tests.cli.shell import PROJECT, Launch, Shell

SCHEMAS = Path(__file__).parents[1] / "store" / "schemas"
SHIFTER = [sys.executable, "-m", "shifter", "--db"]
_TEXTS = "SELECT text, coalesce(note, '') FROM shift WHERE deleted IS NULL ORDER BY 1, 2"

Texts = list[tuple[str, str]]


def texts(file: Path) -> Texts:
    """What is in the log, in a file of any version; whatever was cut short is taken back first."""
    if not file.exists() or not file.stat().st_size:
        return []
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(_TEXTS).fetchall()


class Killer:
    """Runs commands on a file and kills them at random moments of their usual time."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.file = folder / "shifter.db"
        self.reported: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self._scratch = folder / "scratch"
        self._usual: dict[str, float] = {}
        self._chance = random.Random(seed)  # noqa: S311 - chance, no secret
        self._exported = folder / "export.json"
        self._number = 0
        self._run(self.file, "log", "the first")
        self._run(self.file, "export", str(self._exported))

    def strike(self, action: str) -> None:
        """One command and one kill: the file is as before or as after, and after if it was told."""
        words = self._words(action)
        before, after = texts(self.file), self._rehearsed(words)
        process = subprocess.Popen(
            [*SHIFTER, self.file, *words],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(self._chance.uniform(0.3, 1.1) * self._usual_time(action, words))
        process.send_signal(signal.SIGKILL)
        printed, told = process.communicate()
        now = texts(self.file)
        self.tried[action] += 1
        self.reported[action] += bool(printed)
        assert b"Traceback" not in told, (action, told)
        assert now in (before, after), action
        if printed:
            assert now == after, action
        if now != before and action == "restore":
            assert any(texts(aside) == before for aside in self._asides())
        self._check_whole()

    def _words(self, action: str) -> list[str]:
        self._number += 1
        if action in ("log", "migrate"):
            if action == "migrate":
                self._go_back_to_an_old_version()
            return ["log", f"shift {self._number}"]
        if action == "edit":
            return ["edit", self._any_shift(), "--note", f"note {self._number}"]
        if action == "import":
            document = json.loads(self._exported.read_text(encoding="utf-8"))
            (shift,) = document["shifts"]
            document["shifts"] = [
                {**shift, "id": f"{self._number:08}-{n:04}{shift['id'][13:]}", "text": f"came {n}"}
                for n in range(20)
            ]
            self._exported.with_name("import.json").write_text(json.dumps(document))
            return ["import", str(self._exported.with_name("import.json"))]
        if action == "restore":
            self._run(self.file, "backup")
            self._run(self.file, "log", f"after the backup {self._number}")
            return ["restore", str(max(self._backups()))]
        return [action]

    def _rehearsed(self, words: list[str]) -> Texts:
        """What the command makes of the file, on a copy of it."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch.mkdir()
        copy = self._scratch / "shifter.db"
        shutil.copy(self.file, copy)
        assert self._run(copy, *words) in (0, 1)
        return texts(copy)

    def _run(self, file: Path, *words: str) -> int:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return main(["--db", str(file), *words])

    def _usual_time(self, action: str, words: list[str]) -> float:
        if action not in self._usual:
            copy = self._scratch / "timed.db"
            shutil.copy(self.file, copy)
            started = time.monotonic()
            subprocess.run([*SHIFTER, copy, *words], cwd=PROJECT, check=False, capture_output=True)
            self._usual[action] = time.monotonic() - started
        return self._usual[action]

    def _go_back_to_an_old_version(self) -> None:
        self.file.unlink()
        dump = self._chance.choice(sorted(SCHEMAS.glob("*.sql")))
        with closing(sqlite3.connect(self.file)) as connection:
            connection.executescript(dump.read_text(encoding="utf-8"))

    def _any_shift(self) -> str:
        with closing(sqlite3.connect(self.file)) as connection:
            look = "SELECT id FROM shift WHERE deleted IS NULL ORDER BY random() LIMIT 1"
            found = connection.execute(look).fetchone()
        return str(found[0]) if found else "none"

    def _backups(self) -> list[Path]:
        return list(self.file.with_name("shifter.db-backups").glob("*.db"))

    def _asides(self) -> list[Path]:
        return [
            path
            for path in self.file.parent.glob("shifter.db-aside-*")
            if not path.name.endswith("-journal")
        ]

    def _check_whole(self) -> None:
        for path in (self.file, *self._backups(), *self._asides()):
            if path.exists() and path.stat().st_size:
                assert first_damage(str(path), thorough=True) is None, path
        for path in (*self._backups(), *self._asides())[:-3]:
            path.unlink()


ACTIONS = ("log", "edit", "undo", "redo", "migrate", "backup", "restore", "import")


def kill(killer: Killer, rounds: int) -> None:
    for number in range(rounds):
        killer.strike(ACTIONS[number % len(ACTIONS)])


def test_a_kill_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    kill(Killer(tmp_path, 16), 16)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_a_thousand_kills_lose_nothing_that_was_reported(tmp_path: Path, seed: int) -> None:
    """Five times two hundred: real kills, each at a random moment."""
    killer = Killer(tmp_path, seed)
    kill(killer, 200)
    # Some were killed before, some after the commit; otherwise nothing was tried.
    assert 0 < killer.reported.total() < killer.tried.total()


def check_nothing_is_lost(shell: Shell, reported: set[str]) -> None:
    listed = shell.json("shifts", "--limit", "0")
    texts = [shift["text"] for shift in listed["shifts"]]
    assert reported <= set(texts)
    assert len(texts) == len(set(texts)) == listed["total"]
    assert shell.json("streak")["total"] == listed["total"]
    days = shell.json("days")["days"]
    assert sum(day["shifts"] for day in days) == listed["total"]
    assert intact(shell.file)


def intact(file: Path) -> bool:
    connection = sqlite3.connect(file)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchall()
        astray = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    return answer == [("ok",)] and not astray


@pytest.fixture
def real_clock_shell(shell: Shell) -> Shell:
    """The processes that write have the machine's clock, so a reader far ahead sees them all."""
    shell.clock.set("2090-01-01T12:00:00", "UTC")
    return shell


def write_at_once(launch: Launch, each: int) -> None:
    """Eight writers, each one process after another, on a file that is not there yet."""

    def writer(name: int) -> list[tuple[int, bytes]]:
        results = [launch("log", f"writer {name}, shift {number}") for number in range(each)]
        return [(result.returncode, result.stderr) for result in results]

    with ThreadPoolExecutor(8) as pool:
        for results in pool.map(writer, range(8)):
            assert results == [(0, b"")] * each


@pytest.mark.parametrize(
    "each", [pytest.param(5), pytest.param(100, marks=pytest.mark.long)], ids="{} each".format
)
def test_eight_writers_at_once_all_succeed(
    each: int, launch: Launch, real_clock_shell: Shell
) -> None:
    write_at_once(launch, each)
    expected = {f"writer {name}, shift {number}" for name in range(8) for number in range(each)}
    check_nothing_is_lost(real_clock_shell, expected)
    assert real_clock_shell.json("streak")["total"] == 8 * each
