"""Undo gives back, row for row, what was there before an action; redo, what was there after it."""

from pathlib import Path
from random import Random
from shutil import copy
from tempfile import TemporaryDirectory
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
from shifter.companion.shifts import ShiftEdit
from shifter.config import Config
from shifter.core.records import Stage
from shifter.errors import Refused
from tests.companion.recount import recounted, rounded
from tests.companion.rows import Rows, derived, people_made, table
from tests.standing_clock import StandingClock

NAMES = ("pottery", "law", "bees", "Kiln")
STAGES: tuple[Stage, ...] = ("hunch", "exploring", "project", "yes")
DAYS = st.integers(2, 18)


class Model(NamedTuple):
    """What a person believes to be in the file."""

    shifts: frozenset[tuple[str, str, int | None, str | None, str | None]] = frozenset()
    ideas: frozenset[tuple[str, str]] = frozenset()
    rest: frozenset[str] = frozenset()
    retired: frozenset[str] = frozenset()
    grace: int = 1


class Moment(NamedTuple):
    """What they believe, and the rows that stood for it."""

    model: Model
    rows: dict[str, Rows]


class History(RuleBasedStateMachine):
    """Random actions, each of which may be taken back and made again."""

    template: Path

    @initialize()
    def open_a_new_file(self) -> None:
        self.folder = TemporaryDirectory()
        self.file = Path(copy(self.template, Path(self.folder.name) / "shifter.db"))
        self.clock = StandingClock("2026-11-19T12:00")
        self.companion = self.open()
        self.now = Moment(Model(), people_made(self.file))
        self.past: list[Moment] = []
        self.future: list[Moment] = []

    def open(self) -> Companion:
        chance = Random(0)  # noqa: S311 - a pick is no secret
        return open_companion(str(self.file), config=Config(), clock=self.clock, random=chance)

    def teardown(self) -> None:
        if hasattr(self, "companion"):
            self.companion.close()
            counted = rounded(derived(self.file)), recounted(self.file)
            self.folder.cleanup()
            assert counted[0] == counted[1]

    def did(self, model: Model) -> None:
        """An action has led to this; one that changed nothing leaves nothing to take back."""
        if model != self.now.model:
            self.past.append(self.now)
            self.future = []
        self.now = Moment(model, people_made(self.file))

    @property
    def model(self) -> Model:
        return self.now.model

    def ideas(self) -> dict[str, str]:
        return dict(self.model.ideas)

    def change_ideas(self, ideas: dict[str, str]) -> None:
        self.did(self.model._replace(ideas=frozenset(ideas.items())))

    @rule(
        text=st.sampled_from(["wrote", "asked", "drew"]),
        day=DAYS,
        minutes=st.sampled_from([None, 5]),
        person=st.sampled_from([None, "Ana", "Bo"]),
        data=st.data(),
    )
    def log(
        self, text: str, day: int, minutes: int | None, person: str | None, data: st.DataObject
    ) -> None:
        idea = data.draw(st.sampled_from([None, *sorted(self.ideas())]))
        shift = self.companion.shifts.log(
            text, minutes=minutes, person=person, idea=idea, on=f"2026-11-{day:02}"
        ).shift
        entry = (shift.id, text, minutes, person, idea)
        self.did(self.model._replace(shifts=self.model.shifts | {entry}))

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), minutes=st.sampled_from([None, 5, 30]), text=st.sampled_from("ab"))
    def edit(self, data: st.DataObject, minutes: int | None, text: str) -> None:
        entry = data.draw(st.sampled_from(sorted(self.model.shifts)))
        id, _, _, person, idea = entry
        self.companion.shifts.edit(id, ShiftEdit(text=text, minutes=minutes))
        shifts = self.model.shifts - {entry} | {(id, text, minutes, person, idea)}
        self.did(self.model._replace(shifts=shifts))

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), person=st.sampled_from([None, "Cem", "Bo"]), day=DAYS)
    def edit_person_and_time(self, data: st.DataObject, person: str | None, day: int) -> None:
        entry = data.draw(st.sampled_from(sorted(self.model.shifts)))
        id, text, minutes, before, idea = entry
        if before == person:
            return
        self.companion.shifts.edit(id, {"person": person, "on": f"2026-11-{day:02} 09:30"})
        shifts = self.model.shifts - {entry} | {(id, text, minutes, person, idea)}
        self.did(self.model._replace(shifts=shifts))

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(sorted(self.model.shifts)))
        self.companion.shifts.delete(entry[0])
        self.did(self.model._replace(shifts=self.model.shifts - {entry}))

    @rule(name=st.sampled_from(NAMES))
    def add_idea(self, name: str) -> None:
        if name in self.ideas():
            with pytest.raises(Refused):
                self.companion.ideas.add(name)
            return
        self.companion.ideas.add(name)
        self.change_ideas({**self.ideas(), name: "hunch"})

    @precondition(lambda self: self.model.ideas)
    @rule(data=st.data(), stage=st.sampled_from(STAGES))
    def move_idea(self, data: st.DataObject, stage: Stage) -> None:
        name = data.draw(st.sampled_from(sorted(self.ideas())))
        if self.ideas()[name] == stage:
            return
        self.companion.ideas.move(name, stage)
        self.change_ideas({**self.ideas(), name: stage})

    @precondition(lambda self: self.model.ideas)
    @rule(data=st.data())
    def rule_idea_out_or_revive_it(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.ideas())))
        if self.ideas()[name] in {"dead_end", "yes"}:
            stage = self.companion.ideas.revive(name).stage
            assert stage in {"hunch", "exploring", "project"}
        else:
            stage = self.companion.ideas.rule_out(name, taught="a lot").stage
            assert stage == "dead_end"
        self.change_ideas({**self.ideas(), name: stage})

    @precondition(lambda self: self.model.ideas)
    @rule(data=st.data(), new=st.sampled_from(["glass", *NAMES]))
    def rename_idea(self, data: st.DataObject, new: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.ideas())))
        if new in self.ideas():
            return
        self.companion.ideas.rename(name, new)
        self._idea_is_now(name, new)

    @precondition(lambda self: self.model.ideas)
    @rule(data=st.data())
    def delete_idea(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.ideas())))
        self.companion.ideas.delete(name)
        self._idea_is_now(name, None)

    def _idea_is_now(self, name: str, new: str | None) -> None:
        ideas = self.ideas()
        stage = ideas.pop(name)
        if new is not None:
            ideas[new] = stage
        shifts = frozenset(
            (*entry[:4], new if entry[4] == name else entry[4]) for entry in self.model.shifts
        )
        self.did(self.model._replace(ideas=frozenset(ideas.items()), shifts=shifts))

    @rule(first=DAYS, length=st.integers(0, 4))
    def rest(self, first: int, length: int) -> None:
        days = [f"2026-11-{day:02}" for day in range(first, first + length + 1)]
        read = self.companion.read_day
        self.companion.rest.mark(read(days[0], ahead=True), read(days[-1], ahead=True))
        self.did(self.model._replace(rest=self.model.rest.union(days)))

    @precondition(lambda self: self.model.rest)
    @rule(data=st.data())
    def unrest(self, data: st.DataObject) -> None:
        day = data.draw(st.sampled_from(sorted(self.model.rest)))
        self.companion.rest.unmark(self.companion.read_day(day, ahead=True))
        self.did(self.model._replace(rest=self.model.rest - {day}))

    @rule(prompt=st.sampled_from(["name-one-person", "send-the-lines"]))
    def retire_or_restore(self, prompt: str) -> None:
        if prompt in self.model.retired:
            self.companion.prompts.restore(prompt)
        else:
            self.companion.prompts.retire(prompt)
        self.did(self.model._replace(retired=self.model.retired ^ {prompt}))

    @rule(grace=st.integers(0, 3))
    def change_grace(self, grace: int) -> None:
        self.companion.settings.change("grace", str(grace))
        self.did(self.model._replace(grace=grace))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if not self.past:
                with pytest.raises(Refused):
                    self.companion.history.undo()
                return
            upcoming = self.companion.history.next_undo()
            assert upcoming is not None
            assert self.companion.history.undo() == upcoming.label
            self.future.append(self.now)
            self.now = self.past.pop()
            assert people_made(self.file) == self.now.rows

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if not self.future:
                with pytest.raises(Refused):
                    self.companion.history.redo()
                return
            self.companion.history.redo()
            self.past.append(self.now)
            self.now = self.future.pop()
            assert people_made(self.file) == self.now.rows

    @rule()
    def restart(self) -> None:
        self.companion.close()
        self.companion = self.open()

    @invariant()
    def the_file_holds_what_is_believed(self) -> None:
        shifts = self.companion.shifts.find(limit=0)
        assert shifts.total == len(shifts.shifts)
        assert self.model == Model(
            frozenset((s.id, s.text, s.minutes, s.person, s.idea) for s in shifts.shifts),
            frozenset((idea.name, idea.stage) for idea in self.companion.ideas.all(ended=True)),
            frozenset(id for what, id in self._marks() if what == "rest"),
            frozenset(id for what, id in self._marks() if what == "retired"),
            self.companion.settings.all().grace,
        )

    def _marks(self) -> list[tuple[str, str]]:
        marked = table(
            self.file,
            "SELECT 'rest', day FROM rest_day WHERE deleted IS NULL "
            "UNION SELECT 'retired', id FROM prompt WHERE retired IS NOT NULL",
        )
        return [(str(what), str(id)) for what, id in marked]


@pytest.fixture(autouse=True)
def _template(new_file: Path) -> None:
    History.template = new_file


def test_histories() -> None:
    run_state_machine_as_test(History, settings=settings(max_examples=30, stateful_step_count=40))


@pytest.mark.long
def test_many_long_histories() -> None:
    run_state_machine_as_test(History, settings=settings(max_examples=300, stateful_step_count=60))
