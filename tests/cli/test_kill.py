"""Nothing that was reported is ever lost, and many may write at once."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.shell import PROJECT, Launch, Shell

LOG = [sys.executable, "-m", "shifter", "--db"]


def kill_while_logging(file: Path, kills: int) -> set[str]:
    """Log one shift a process, each killed at a random moment; those that were reported."""
    chance = random.Random(kills)  # noqa: S311 - chance, no secret
    started = time.monotonic()
    subprocess.run([*LOG, file, "log", "the first"], cwd=PROJECT, check=True, capture_output=True)
    usual = time.monotonic() - started
    reported = {"the first"}
    for number in range(kills):
        text = f"shift {number}"
        process = subprocess.Popen(
            [*LOG, file, "log", text],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.3, 1.1) * usual)
        process.send_signal(signal.SIGKILL)
        printed = process.communicate()[0].decode()
        if text in printed:
            reported.add(text)
    return reported


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


def test_a_kill_loses_nothing_that_was_reported(real_clock_shell: Shell) -> None:
    reported = kill_while_logging(real_clock_shell.file, 30)
    check_nothing_is_lost(real_clock_shell, reported)


@pytest.mark.long
def test_a_thousand_kills_lose_nothing_that_was_reported(real_clock_shell: Shell) -> None:
    reported = kill_while_logging(real_clock_shell.file, 1000)
    # Some were killed before, some after the commit; otherwise nothing was tried.
    assert 50 < len(reported) < 950
    check_nothing_is_lost(real_clock_shell, reported)


def write_at_once(launch: Launch, each: int) -> None:
    """Eight writers, each one process after another, on a file that is not there yet."""

    def writer(name: int) -> list[tuple[int, bytes]]:
        results = [launch("log", f"writer {name}, shift {number}") for number in range(each)]
        return [(result.returncode, result.stderr) for result in results]

    with ThreadPoolExecutor(8) as pool:
        for results in pool.map(writer, range(8)):
            assert results == [(0, b"")] * each


@pytest.mark.parametrize(
    "each", [pytest.param(10), pytest.param(100, marks=pytest.mark.long)], ids="{} each".format
)
def test_eight_writers_at_once_all_succeed(
    each: int, launch: Launch, real_clock_shell: Shell
) -> None:
    write_at_once(launch, each)
    expected = {f"writer {name}, shift {number}" for name in range(8) for number in range(each)}
    check_nothing_is_lost(real_clock_shell, expected)
    assert real_clock_shell.json("streak")["total"] == 8 * each
