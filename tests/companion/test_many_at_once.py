"""Several processes read, choose and write at once, without an error and without a loss."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest

from shifter.companion import Companion
from shifter.store.store import Store
from tests.companion.conftest import Open
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

_ONCE = """
import sys
from functools import partial
from shifter.companion import open_companion
from shifter.config import Config
from shifter.errors import Refused
from tests.standing_clock import StandingClock

it = open_companion(sys.argv[1], config=Config(), clock=StandingClock())
acts = [
    partial(it.ideas.add, "Botany"),
    partial(it.ideas.rename, "Law", "Clay"),
    partial(it.ideas.steps.take, "Pottery"),
    partial(it.ideas.rule_out, "Pottery"),
    partial(it.ideas.revive, "Pottery"),
    partial(it.ideas.move, "Pottery", "exploring"),
    partial(it.prompts.retire, "any-page"),
    partial(it.ideas.steps.drop, "Clay"),
    partial(it.ideas.projects.remove_output, "Clay", "A cup"),
    partial(it.lessons.wish, "make", "more"),
]
for number, act in enumerate(acts):
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        act()
    except Refused:
        continue
    print(number)
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


def test_what_can_be_done_once_is_refused_to_all_but_one_of_those_who_try_at_once(
    companion: Companion, file: Path
) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.add("Law")
    companion.ideas.steps.set("Pottery", "Call the studio")
    companion.ideas.steps.set("Law", "Read one page")
    companion.ideas.projects.add_output("Law", "A cup")
    companion.close()
    processes = [start(_ONCE, str(file)) for _ in range(3)]
    done = []
    for _ in range(10):
        for process in processes:
            assert process.stdout is not None
            while (line := process.stdout.readline()) != "ready\n":
                done.append(int(line))
        # All of them can look, and none can write, until the file is let go.
        with closing(sqlite3.connect(file)) as holding:
            holding.execute("BEGIN IMMEDIATE")
            for process in processes:
                assert process.stdin is not None
                process.stdin.write("\n")
                process.stdin.flush()
            sleep(0.05)
            holding.rollback()
    for process in processes:
        printed, complaints = process.communicate(timeout=60)
        assert (process.returncode, complaints) == (0, "")
        done += [int(line) for line in printed.split()]
    assert done == list(range(10))


ACTS: dict[str, Callable[[Companion], object]] = {
    "add": lambda it: it.ideas.add("Botany").name,
    "hunch": lambda it: it.ideas.become_hunch(lit(it), "Botany").name,
    "move": lambda it: it.ideas.move("Pottery", "project").stage,
    "rule out": lambda it: it.ideas.rule_out("Pottery").stage,
    "revive": lambda it: it.ideas.revive("Law").stage,
    "rename": lambda it: it.ideas.rename("Pottery", "Clay").name,
    "merge": lambda it: it.ideas.merge("Law", "Pottery").name,
    "step": lambda it: it.ideas.steps.set("Pottery", "Ask Ana").text,
    "other step": lambda it: it.ideas.steps.change("Pottery", "Ask Ana").text,
    "found": lambda it: it.ideas.steps.found("Pottery", "It is cold").found,
    "output": lambda it: it.ideas.projects.add_output("Pottery", "A bowl").text,
    "check": lambda it: it.ideas.projects.check_output("Pottery", "cup").checked is not None,
    "uncheck": lambda it: it.ideas.projects.uncheck_output("Pottery", "jug").checked,
    "words": lambda it: it.ideas.projects.rename_output("Pottery", "cup", "A mug").text,
    "prompt": lambda it: it.prompts.add("Glaze a tile").ladder[0].text,
    "retire": lambda it: it.prompts.retire("any-page").retired,
    "setting": lambda it: it.settings.change("grace", "3").grace,
    "log": lambda it: it.shifts.log("Called Bo").shift.text,
    "edit": lambda it: it.shifts.edit(lit(it), {"text": "Called Bo"}).text,
}


def lit(companion: Companion) -> str:
    return next(one.id for one in companion.shifts.find().shifts if one.little_yes)


def a_board(companion: Companion) -> None:
    companion.ideas.add("Law")
    companion.ideas.rule_out("Law")
    companion.ideas.add("Pottery")
    companion.ideas.steps.set("Pottery", "Visit the studio")
    for output in ("A cup", "A jug"):
        companion.ideas.projects.add_output("Pottery", output)
    companion.ideas.projects.check_output("Pottery", "jug")
    companion.shifts.log("Threw a pot!", little_yes=True)
    companion.prompts.all()


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_what_was_done_is_told_though_another_undoes_it_at_once(
    companion: Companion,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[Companion], object],
) -> None:
    a_board(companion)
    other, commit = open_again(), Store._commit  # noqa: SLF001 - the moment there is no waiting for
    told = act(companion)
    assert other.history.undo() == companion.history.deeds()[0].label
    undone: list[str] = []

    def commit_and_undo(store: Store) -> None:
        commit(store)
        monkeypatch.setattr(Store, "_commit", commit)
        undone.append(other.history.undo())

    monkeypatch.setattr(Store, "_commit", commit_and_undo)
    assert act(companion) == told
    assert undone == [companion.history.deeds()[0].label]
