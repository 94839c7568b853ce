"""Several processes read, choose and write at once, without an error and without a loss."""

import json
import subprocess
import sys
from pathlib import Path

from shifter.companion import Companion
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived, table

PROJECT = Path(__file__).parents[2]

_BUSY = """
import json, sys
from random import Random
from shifter.companion import open_companion
from shifter.config import Config
from shifter.errors import Refused
from tests.standing_clock import StandingClock

file, number = sys.argv[1], int(sys.argv[2])
chance = Random(number)
it = open_companion(file, config=Config(), clock=StandingClock(), random=chance)
print("ready", flush=True)
sys.stdin.readline()
reported = []
for turn in range(12):
    reported.append(it.shifts.log(f"process {number}, turn {turn}", person="Ana").shift.id)
    for act in chance.sample([it.picks.another, it.picks.smaller, it.picks.done, it.today.view], 2):
        try:
            result = act()
        except Refused:
            continue
        if act == it.picks.done:
            reported.append(result.shift.id)
print(json.dumps(reported))
"""

_LOOK = """
import sys
from shifter.companion import open_companion
from shifter.config import Config
from tests.standing_clock import StandingClock
it = open_companion(sys.argv[1], config=Config(), clock=StandingClock())
print(it.picks.current().offer)
"""


def start(script: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_another_process_sees_the_same_pick(companion: Companion, file: Path) -> None:
    pick = companion.picks.current()
    printed, complaints = start(_LOOK, str(file)).communicate(timeout=60)
    assert (printed.strip(), complaints) == (pick.offer, "")


def test_four_busy_processes_lose_nothing_and_disagree_about_nothing(
    companion: Companion, file: Path
) -> None:
    companion.close()
    processes = [start(_BUSY, str(file), str(number)) for number in range(4)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    reported = []
    for process in processes:
        printed, complaints = process.communicate(timeout=120)
        assert (process.returncode, complaints) == (0, "")
        reported += json.loads(printed)
    logged = table(file, "SELECT id FROM shift WHERE deleted IS NULL")
    assert sorted(reported) == sorted(str(id) for (id,) in logged)
    assert len(reported) >= 48
    assert rounded(derived(file)) == recounted(file)
    assert table(file, "SELECT count(*) FROM person") == [(1,)]
    ((waiting, twice),) = table(
        file,
        "SELECT count(*) FILTER (WHERE outcome = 'open'), count(shift) - count(DISTINCT shift) "
        "FROM offer",
    )
    assert int(str(waiting)) <= 1
    assert twice == 0
