"""After any deeds, undos and redos ideas are as a plain model says, and every row is kept."""

import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.projects import OUTPUTS, USUAL_WEEKS
from shifter.core.records import Stage
from shifter.errors import Refused
from tests.companion.recount import recounted, rounded
from tests.companion.rows import Rows, derived, people_made
from tests.standing_clock import StandingClock

NAMES = ("Pottery", "Radio", "Repair café", "Bookbinding")
LIVING: tuple[Stage, ...] = ("hunch", "exploring", "project")
TABLES = ("idea", "idea_stage", "idea_note", "next_step", "output", "shift")


class Known(NamedTuple):
    """What the model knows of an idea: its stage, the last one before it ended, its trail."""

    stage: Stage
    living: Stage
    trail: Counter[str]

    def happened(self, kind: str) -> "Known":
        return self._replace(trail=self.trail + Counter({kind: 1}))

    def moved(self, stage: Stage) -> "Known":
        living = stage if stage in LIVING else self.living
        return self._replace(stage=stage, living=living).happened("stage")


class World(NamedTuple):
    """Everything as it should be seen: ideas by name, the idea of each shift, and every row."""

    ideas: dict[str, Known]
    shifts: dict[str, str | None]
    rows: dict[str, Rows]


@cache
def two_ideas() -> bytes:
    """A file with two ideas of which everything is told already; making it once is quicker."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shifter.db"
        companion = open_companion(str(file), config=Config(), clock=StandingClock())
        ideas = companion.ideas
        for name in NAMES[:2]:
            ideas.add(name)
            companion.shifts.log(f"began {name}", idea=name)
            ideas.note(name, "worth keeping")
            ideas.steps.set(name, "try it once", question="Is it fun?")
            ideas.steps.found(name, "It is")
            ideas.projects.add_output(name, "one page")
            ideas.projects.check_output(name, "one page")
        ideas.view()
        companion.close()
        return file.read_bytes()


class AnyOrder(RuleBasedStateMachine):
    """Does what people do with ideas, in any order, to a file and to a model of it."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StandingClock()
        self.file = Path(self.folder.name) / "shifter.db"
        self.file.write_bytes(two_ideas())
        self.companion: Companion = open_companion(
            str(self.file), config=Config(), clock=self.clock
        )
        known = Known("hunch", "hunch", Counter(("stage", "shift", "note", "found", "output")))
        self.worlds = [
            World(
                dict.fromkeys(NAMES[:2], known),
                {f"began {name}": name for name in NAMES[:2]},
                people_made(self.file),
            )
        ]
        self.now = 0
        self.deeds = 0
        self.rows = Counter[str]()

    def teardown(self) -> None:
        if not hasattr(self, "companion"):
            return
        whole, there = self.worlds, self.now
        while self.now:
            self.undo()
        self.it_is_as_the_model_says()
        while self.now < there:
            self.redo()
        self.it_is_as_the_model_says()
        assert self.worlds is whole
        self.companion.close()
        assert rounded(derived(self.file)) == recounted(self.file)
        self.folder.cleanup()

    @property
    def world(self) -> World:
        return self.worlds[self.now]

    @rule(name=st.sampled_from(NAMES))
    def add(self, name: str) -> None:
        if name in self.world.ideas:
            self._is_refused(lambda: self.companion.ideas.add(name))
        else:
            self.companion.ideas.add(name)
            self._became(name, Known("hunch", "hunch", Counter({"stage": 1})))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0), name=st.sampled_from(NAMES))
    def rename(self, which: int, name: str) -> None:
        old = self._idea(which)
        if name != old and name in self.world.ideas:
            self._is_refused(lambda: self.companion.ideas.rename(old, name))
        elif name == old:
            # Nothing changes, and nothing is there to undo.
            self.companion.ideas.rename(old, name)
        else:
            self.companion.ideas.rename(old, name)
            ideas = {name if key == old else key: it for key, it in self.world.ideas.items()}
            shifts = {
                text: name if idea == old else idea for text, idea in self.world.shifts.items()
            }
            self._did(ideas, shifts)

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0), other=st.integers(0))
    def merge(self, which: int, other: int) -> None:
        name, into = self._idea(which), self._idea(other)
        if name == into:
            self._is_refused(lambda: self.companion.ideas.merge(name, into))
            return
        self.companion.ideas.merge(name, into)
        ideas = dict(self.world.ideas)
        gone = ideas.pop(name)
        ideas[into] = ideas[into]._replace(
            trail=ideas[into].trail + gone.trail + Counter({"joined": 1})
        )
        shifts = {text: into if at == name else at for text, at in self.world.shifts.items()}
        self._did(ideas, shifts)

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def delete(self, which: int) -> None:
        name = self._idea(which)
        self.companion.ideas.delete(name)
        ideas = {key: known for key, known in self.world.ideas.items() if key != name}
        shifts = {text: None if at == name else at for text, at in self.world.shifts.items()}
        self._did(ideas, shifts)

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0), stage=st.sampled_from([*LIVING, "yes"]))
    def move(self, which: int, stage: Stage) -> None:
        name = self._idea(which)
        if self.world.ideas[name].stage == stage:
            self._is_refused(lambda: self.companion.ideas.move(name, stage))
        else:
            self.companion.ideas.move(name, stage)
            self._became(name, self.world.ideas[name].moved(stage))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def rule_out(self, which: int) -> None:
        name = self._idea(which)
        if self.world.ideas[name].stage == "dead_end":
            self._is_refused(lambda: self.companion.ideas.rule_out(name))
        else:
            self.companion.ideas.rule_out(name, taught="I listen", spared="two years")
            self._became(name, self.world.ideas[name].moved("dead_end"))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def revive(self, which: int) -> None:
        name = self._idea(which)
        known = self.world.ideas[name]
        if known.stage in LIVING:
            self._is_refused(lambda: self.companion.ideas.revive(name))
        else:
            self.companion.ideas.revive(name)
            self._became(name, known.moved(known.living))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def log(self, which: int) -> None:
        name, text = self._idea(which), f"thing {self.deeds}"
        self.companion.shifts.log(text, idea=name, minutes=5, little_yes=self.deeds % 3 == 0)
        self._logged(text, name)

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def note(self, which: int) -> None:
        name = self._idea(which)
        self.companion.ideas.note(name, f"note {self.deeds}")
        self._became(name, self.world.ideas[name].happened("note"))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def find_out(self, which: int) -> None:
        """Two deeds: a step is set, and what it brought to light written down."""
        name = self._idea(which)
        self.companion.ideas.steps.set(name, f"step {self.deeds}", question="Does it hold?")
        self._became(name, self.world.ideas[name])
        self.companion.ideas.steps.found(name, "It does")
        self._became(name, self.world.ideas[name].happened("found"))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0), taken=st.booleans())
    def take_or_drop_a_step(self, which: int, *, taken: bool) -> None:
        """Two deeds: a step is set, and then it is done, or nobody means to do it."""
        name, steps = self._idea(which), self.companion.ideas.steps
        text = steps.set(name, f"step {self.deeds}").text
        self._became(name, self.world.ideas[name])
        if taken:
            steps.take(name)
            self._logged(text, name)
        else:
            steps.drop(name)
            self._became(name, self.world.ideas[name])

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def make_an_output(self, which: int) -> None:
        """Two deeds: something to show is thought of, and then it is there."""
        name, projects = self._idea(which), self.companion.ideas.projects
        if len(projects.outputs(name)) >= OUTPUTS:
            self._is_refused(lambda: projects.add_output(name, "one more"))
            return
        output = projects.add_output(name, f"output {self.deeds}")
        self._became(name, self.world.ideas[name])
        projects.check_output(name, output.id, outcome="people came")
        self._became(name, self.world.ideas[name].happened("output"))

    @precondition(lambda self: self.world.ideas)
    @rule(which=st.integers(0))
    def plan(self, which: int) -> None:
        name, projects = self._idea(which), self.companion.ideas.projects
        known, project = self.world.ideas[name], projects.get(name)
        weeks = 8 if project is not None and project.weeks == USUAL_WEEKS else USUAL_WEEKS
        if known.stage not in LIVING:
            self._is_refused(lambda: projects.begin(name, weeks=weeks))
        else:
            projects.begin(name, weeks=weeks)
            self._became(name, known if known.stage == "project" else known.moved("project"))

    @precondition(lambda self: self.now)
    @rule()
    def undo(self) -> None:
        following = self.companion.history.next_undo()
        assert following is not None
        assert self.companion.history.undo() == following.label
        self.now -= 1
        assert people_made(self.file) == self.world.rows

    @precondition(lambda self: self.now + 1 < len(self.worlds))
    @rule()
    def redo(self) -> None:
        self.companion.history.redo()
        self.now += 1
        assert people_made(self.file) == self.world.rows

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        if not hasattr(self, "companion"):
            return
        self.clock.go_on(timedelta(minutes=1))
        view = self.companion.ideas.view()
        assert {idea.name: idea.stage for idea in view.ideas} == {
            name: known.stage for name, known in self.world.ideas.items()
        }
        for name, known in self.world.ideas.items():
            opened = self.companion.ideas.opened(name, shifts=0)
            assert Counter(entry.kind for entry in opened.trail) == known.trail
            assert opened.card.idea.shifts == known.trail["shift"]
        found = self.companion.shifts.find(limit=0).shifts
        assert {shift.text: shift.idea for shift in found} == self.world.shifts

    @invariant()
    def no_row_is_ever_lost(self) -> None:
        if not hasattr(self, "companion"):
            return
        with closing(sqlite3.connect(self.file)) as connection:
            for table in TABLES:
                (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
                assert rows >= self.rows[table]
                self.rows[table] = rows
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

    def _idea(self, which: int) -> str:
        names = sorted(self.world.ideas)
        return names[which % len(names)]

    def _became(self, name: str, known: Known) -> None:
        self._did({**self.world.ideas, name: known}, self.world.shifts)

    def _logged(self, text: str, name: str) -> None:
        known = self.world.ideas[name].happened("shift")
        self._did({**self.world.ideas, name: known}, {**self.world.shifts, text: name})

    def _did(self, ideas: dict[str, Known], shifts: dict[str, str | None]) -> None:
        world = World(ideas, shifts, people_made(self.file))
        self.worlds = [*self.worlds[: self.now + 1], world]
        self.now += 1
        self.deeds += 1

    def _is_refused(self, deed: object) -> None:
        assert callable(deed)
        try:
            deed()
        except Refused:
            return
        raise AssertionError("it should have been refused")


def test_any_order() -> None:
    run_state_machine_as_test(AnyOrder, settings=settings(max_examples=9, stateful_step_count=30))


@pytest.mark.long
def test_any_order_at_length() -> None:
    run_state_machine_as_test(AnyOrder, settings=settings(max_examples=60, stateful_step_count=60))
