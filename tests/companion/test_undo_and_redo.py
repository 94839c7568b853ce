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
from shifter.core.records import Shift, Stage
from shifter.core.story import StoryFilter
from shifter.errors import Refused
from tests.companion.recount import recounted, rounded
from tests.companion.rows import Rows, derived, people_made, table
from tests.standing_clock import StandingClock

NAMES = ("pottery", "law", "bees", "Kiln")
STAGES: tuple[Stage, ...] = ("hunch", "exploring", "project", "yes")
DAYS = st.integers(2, 18)


class Written(NamedTuple):
    """What a person believes of a shift."""

    id: str
    text: str
    minutes: int | None
    person: str | None
    idea: str | None
    little_yes: bool
    note: str | None

    @classmethod
    def of(cls, shift: Shift) -> "Written":
        return cls(
            shift.id,
            shift.text,
            shift.minutes,
            shift.person,
            shift.idea,
            shift.little_yes,
            shift.note,
        )


class Model(NamedTuple):
    """What a person believes to be in the file."""

    shifts: frozenset[Written] = frozenset()
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
        # In memory, where the tests' own folder is.
        self.folder = TemporaryDirectory(dir=self.template.parent)
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
        rows = people_made(self.file)
        if rows != self.now.rows:
            self.past.append(self.now)
            self.future = []
        self.now = Moment(model, rows)

    def wrote(self, shift: Shift, before: Written | None = None) -> None:
        """A shift is in the log, in place of another where there was one."""
        gone = {before} if before else set()
        self.did(self.model._replace(shifts=self.model.shifts - gone | {Written.of(shift)}))

    def some_shift(self, data: st.DataObject) -> Written:
        return data.draw(st.sampled_from(sorted(self.model.shifts)))

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
        assert Written.of(shift) == (shift.id, text, minutes, person, idea, False, None)
        self.wrote(shift)

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), minutes=st.sampled_from([None, 5, 30]), text=st.sampled_from("ab"))
    def edit(self, data: st.DataObject, minutes: int | None, text: str) -> None:
        entry = self.some_shift(data)
        shift = self.companion.shifts.edit(entry.id, ShiftEdit(text=text, minutes=minutes))
        assert Written.of(shift) == entry._replace(text=text, minutes=minutes)
        self.wrote(shift, entry)

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), person=st.sampled_from([None, "Cem", "Bo"]), day=DAYS)
    def edit_person_and_time(self, data: st.DataObject, person: str | None, day: int) -> None:
        entry = self.some_shift(data)
        changes: ShiftEdit = {"person": person, "on": f"2026-11-{day:02} 09:30"}
        shift = self.companion.shifts.edit(entry.id, changes)
        assert Written.of(shift) == entry._replace(person=person)
        self.wrote(shift, entry)

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), what=st.sampled_from(["", "a kiln"]))
    def light_up(self, data: st.DataObject, what: str) -> None:
        entry = self.some_shift(data)
        self.companion.today.lit(entry.id, what)
        note = f"{entry.note or ''}\n{what}".strip() or None
        lit = entry._replace(little_yes=True, note=note)
        self.did(self.model._replace(shifts=self.model.shifts - {entry} | {lit}))

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data(), note=st.sampled_from(["", "one\ntwo", "[/b] it's \\n"]))
    def write_a_note(self, data: st.DataObject, note: str) -> None:
        entry = self.some_shift(data)
        self.companion.today.add_note(entry.id, note)
        self.wrote(self.companion.shifts.get(entry.id), entry)

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data())
    def log_again(self, data: st.DataObject) -> None:
        entry = self.some_shift(data)
        again = self.companion.shifts.log_again(entry.id).shift
        assert Written.of(again) == entry._replace(id=again.id, little_yes=False, note=None)
        self.wrote(again)

    @rule(person=st.sampled_from(["", "Bo", "Dora"]))
    def send_the_week(self, person: str) -> None:
        telling = self.companion.telling
        week = telling.week()
        telling.sent(week, person)
        (sent,) = self.companion.shifts.find(limit=1).shifts
        assert sent.text.startswith(f"Sent my week of {week.first.day} November")
        self.wrote(sent)

    @rule(how=st.sampled_from(["done", "another", "smaller", "pocket", "retire"]))
    def answer_the_pick(self, how: str) -> None:
        picks = self.companion.picks
        pick = picks.current()
        try:
            if how == "done":
                self.wrote(picks.done(note="so it goes").shift)
                return
            if how == "pocket":
                picks.pocket("tomorrow")
            else:
                {"another": picks.another, "smaller": picks.smaller, "retire": picks.retire}[how]()
        except Refused:
            assert how == "smaller"
            assert not pick.can_shrink
        retired = {pick.prompt} if how == "retire" else set()
        self.did(self.model._replace(retired=self.model.retired | retired))

    @rule(text=st.sampled_from(["Draw one line", "Ask one thing"]))
    def add_a_prompt(self, text: str) -> None:
        self.companion.prompts.add(text)
        self.did(self.model)

    @precondition(lambda self: self.model.ideas)
    @rule(data=st.data(), why=st.sampled_from([None, "clay", "honey"]))
    def say_why(self, data: st.DataObject, why: str | None) -> None:
        name = data.draw(st.sampled_from(sorted(self.ideas())))
        self.companion.ideas.edit(name, {"why": why})
        self.did(self.model)

    @rule()
    def close_or_open_the_book(self) -> None:
        yeses = sorted(name for name, stage in self.ideas().items() if stage == "yes")
        if yeses:
            book = self.companion.ideas.book
            (book.reopen if self.companion.picks.closed_book() else book.close)(yeses[0])
            self.did(self.model)

    @precondition(lambda self: self.model.shifts)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        entry = self.some_shift(data)
        self.companion.shifts.delete(entry.id)
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
            entry._replace(idea=new) if entry.idea == name else entry for entry in self.model.shifts
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
        date = self.companion.read_day(day, ahead=True)
        self.companion.rest.delete_marks(date, date)
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
        told = self.companion.story.entries(StoryFilter(told="shift"))
        assert {entry.id for entry in told} == {shift.id for shift in shifts.shifts}
        marks = self._marks()
        assert self.model == Model(
            frozenset(Written.of(shift) for shift in shifts.shifts),
            frozenset((idea.name, idea.stage) for idea in self.companion.ideas.all(ended=True)),
            frozenset(id for what, id in marks if what == "rest"),
            frozenset(id for what, id in marks if what == "retired"),
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
    run_state_machine_as_test(History, settings=settings(max_examples=12, stateful_step_count=40))


@pytest.mark.long
def test_many_long_histories() -> None:
    run_state_machine_as_test(History, settings=settings(max_examples=100, stateful_step_count=60))


def test_what_is_undone_is_named_with_single_quotes_within_its_own(companion: Companion) -> None:
    name = "The “slow” shop"
    ideas = companion.ideas
    for do, told in (
        (lambda: ideas.add(name), "added the idea {}"),
        (lambda: ideas.move(name, "project"), "moved {} to projects"),
        (lambda: ideas.projects.add_output(name, name), "added the output {}"),
        (lambda: ideas.steps.set(name, "Ask"), "set the next step of {}"),
        (lambda: ideas.note(name, "Closed on Mondays"), "a note on {}"),
        (lambda: ideas.rule_out(name), "ruled out {}"),
        (lambda: ideas.revive(name), "brought back {}"),
    ):
        do()
        following = companion.history.next_undo()
        assert following is not None
        assert following.label == told.format("“The ‘slow’ shop”")
