"""Many processes write at once while the app is open: no error, no loss, and it shows all of it."""

import asyncio
import json
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest

from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived, table
from tests.tui.stage import Stage, press, said, seen, settle

PROJECT = Path(__file__).parents[2]
_BUSY = """
import json, sys
from random import Random
from shifter.companion import open_companion
from shifter.config import Config
from shifter.errors import Refused
from tests.standing_clock import StandingClock

file, name, actions = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = Random(name)
it = open_companion(file, config=Config(), clock=StandingClock(), random=chance)
print("ready", flush=True)
sys.stdin.readline()
logged, undone, redone = [], [], []

def log(number):
    text = f"{name}, {number}"
    it.shifts.log(text, person=chance.choice(["Ana", "Bo", None]))
    logged.append(text)

def edit(number):
    mine = it.shifts.find(search=name, limit=1).shifts
    if mine:
        it.shifts.edit(mine[0].id, {"note": f"note {number}"})

acts = (
    [log] * 8
    + [edit] * 4
    + [lambda _: it.picks.another(), lambda _: it.picks.smaller(), lambda _: it.picks.done()]
    + [lambda number: it.ideas.add(f"Idea {number} of {name}"), lambda _: it.today.view()]
    + [lambda _: undone.append(it.history.undo()), lambda _: redone.append(it.history.redo())]
)
for number in range(actions):
    try:
        chance.choice(acts)(number)
    except Refused:
        continue
it.close()
print(json.dumps([logged, undone, redone]))
"""


def start(file: Path, name: str, actions: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _BUSY, file, name, str(actions)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def texts_that_stand(processes: list[subprocess.Popen[str]]) -> list[str]:
    """What was logged, without what was undone, and with what was done again after all."""
    logged: list[str] = []
    labels: list[str] = []
    back: list[str] = []
    for process in processes:
        printed, complaints = process.communicate(timeout=600)
        assert (process.returncode, complaints) == (0, "")
        these, undone, redone = json.loads(printed)
        logged += these
        labels += undone
        back += redone
    for label in back:
        labels.remove(label)
    gone = {label for label in labels if label.startswith("logged ")}
    return sorted(text for text in logged if f"logged “{text}”" not in gone)


async def look_on(stage: Stage, writers: int, actions: int) -> None:
    processes = [start(stage.file, f"process {number}", actions) for number in range(writers)]
    app = stage.app(screen="streaks")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        screens = cycle((("3", "ideas"), ("4", "story"), ("1", "today"), ("2", "streaks")))
        while any(process.poll() is None for process in processes):
            key, screen = next(screens)
            app.simulate_key(key)
            # However busy the file is, a key is answered.
            while app.current_mode != screen:  # noqa: ASYNC110 - Textual has no event for it
                await asyncio.sleep(0.02)
            await asyncio.sleep(0.3)
        standing = texts_that_stand(processes)
        await press(pilot, "1", "2")
        await pilot.pause(1.1)
        await settle(pilot)
        ((total,),) = table(stage.file, "SELECT count(*) FROM shift WHERE deleted IS NULL")
        assert f"{total:,}" in seen(pilot)
        assert said(pilot) == []
    kept = table(stage.file, "SELECT text FROM shift WHERE deleted IS NULL AND text GLOB 'proc*'")
    assert sorted(str(text) for (text,) in kept) == standing
    assert rounded(derived(stage.file)) == recounted(stage.file)
    assert table(stage.file, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.long
async def test_eight_processes_of_five_hundred_actions_each_and_one_app(stage: Stage) -> None:
    await look_on(stage, 8, 500)
