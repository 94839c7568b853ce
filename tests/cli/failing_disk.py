"""Runs one command again and again, each time with another call to the disk failing.

Run as `LD_PRELOAD=... python -m tests.cli.failing_disk FOLDER ERROR WORD ...`, where FOLDER holds
the data file as it is before the command. Prints as JSON how many calls there were, how often the
command was refused, and what it should not have done.
"""

import ctypes
import errno
import io
import json
import os
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from shifter.cli import main
from shifter.store.soundness import first_damage

_MADE = ("shift", "idea", "rest_day", "setting", "change")


class Outcome(NamedTuple):
    """What one run of the command did; `status` is None after an exception that nobody caught."""

    status: int | None
    told: str
    calls: int


def run(file: Path, words: Sequence[str], failing: int, reason: int) -> Outcome:
    """The command in a process of its own, whose call of this number fails."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        told, disk = io.StringIO(), ctypes.CDLL(None)
        disk.arm(os.fsencode(file.parent), ctypes.c_long(failing), reason)
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(told):
                status: int | None = main(["--db", str(file), *words])
        except BaseException:  # noqa: BLE001 - whatever it is, it is to be reported
            status = None
            told.write(traceback.format_exc())
        os.write(writing, json.dumps([status, told.getvalue(), disk.counted()]).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as report:
        outcome = Outcome(*json.loads(report.read()))
    os.waitpid(process, 0)
    return outcome


def content(file: Path) -> list[tuple[object, ...]]:
    """All that people made, whatever the version of the file; nothing where there is none."""
    if not file.exists() or not file.stat().st_size:
        return []
    rows: list[tuple[object, ...]] = []
    with closing(sqlite3.connect(file)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for table in tables.intersection(_MADE):
            # Ids and instants are another with every run.
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            kept = [name in ("text", "note", "name", "day", "value", "label") for name in names]
            undone = names.index("undone_by") if "undone_by" in names else names.index("deleted")
            rows += [
                (table, row[undone] is None, *(v for v, k in zip(row, kept, strict=True) if k))
                for row in cursor
            ]
    return sorted(rows, key=repr)


def wrong(before: Path, after: list[tuple[object, ...]], file: Path, outcome: Outcome) -> str:
    """What is wrong with what the command did, or nothing."""
    now = content(file)
    if outcome.status not in (0, 1) or "Traceback" in outcome.told:
        return f"it fell over: {outcome.told}"
    if outcome.status == 1 and not outcome.told.startswith("shifter: "):
        return "it said nothing"
    if outcome.status == 0 and now != after:
        return "it said that it was done, and it is not"
    if outcome.status == 1 and now != content(before):
        return f"it was refused, and the file is another: {outcome.told}"
    if file.exists() and file.stat().st_size and first_damage(str(file), thorough=True):
        return "the file is damaged"
    return ""


def fail_each(folder: Path, reason: int, words: Sequence[str]) -> dict[str, object]:
    """Let each call fail once."""
    work = folder.with_name("work")
    faults: list[str] = []
    outcomes: Counter[str] = Counter()

    def once(failing: int) -> Outcome:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(folder, work)
        return run(work / "shifter.db", words, failing, reason)

    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        shutil.copytree(folder, work)
        main(["--db", str(work / "shifter.db"), *words])  # so that every module is loaded
    calls = once(0).calls
    after = content(work / "shifter.db")
    for failing in range(1, calls + 1):
        outcome = once(failing)
        fault = wrong(folder / "shifter.db", after, work / "shifter.db", outcome)
        outcomes["refused" if outcome.status else "done"] += 1
        if fault:
            faults.append(f"call {failing}: {fault}")
    return {"calls": calls, **outcomes, "faults": faults}


if __name__ == "__main__":
    reason = getattr(errno, sys.argv[2])
    sys.stdout.write(json.dumps(fail_each(Path(sys.argv[1]), reason, sys.argv[3:])))
