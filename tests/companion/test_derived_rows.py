"""Whatever was done to the log, its derived rows are what a recount from scratch gives."""

import random
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from shifter.companion import Companion
from shifter.core.records import Stage
from shifter.errors import Refused
from shifter.store.derived import rebuild
from tests.companion.recount import recounted, rounded
from tests.companion.rows import Rows, derived
from tests.standing_clock import StandingClock

if TYPE_CHECKING:
    from collections.abc import Callable

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "UTC",
)
FIRST, DAYS = datetime(2025, 11, 1), 380
PEOPLE = ("Ana Sousa", "Bo", "Émile", "Ines")
STAGES: tuple[Stage, ...] = ("hunch", "exploring", "project", "yes")


class Life:
    """Does random things at random moments in random places."""

    def __init__(self, companion: Companion, clock: StandingClock, seed: int) -> None:
        self.companion = companion
        self.clock = clock
        self.chance = random.Random(seed)  # noqa: S311 - chance, no secret
        self.ids: list[str] = []

    def live(self, deeds: int) -> None:
        weights = {
            self.log: 40,
            self.edit: 12,
            self.move_in_time: 6,
            self.delete: 8,
            self.undo: 12,
            self.redo: 6,
            self.rest: 4,
            self.unrest: 3,
            self.add_idea: 2,
            self.move_idea: 3,
            self.end_or_revive_idea: 3,
            self.delete_idea: 1,
            self.change_setting: 2,
        }
        for deed in self.chance.choices(list(weights), list(weights.values()), k=deeds):
            self._go_somewhere()
            try:
                (deed if self.ids else self.log)()
            except Refused:
                # What can't be done as things stand is as good a deed as any.
                continue

    def log(self) -> None:
        chance = self.chance
        logged = self.companion.shifts.log(
            f"thing {len(self.ids)}",
            idea=self._idea() if chance.random() < 0.5 else None,
            person=chance.choice(PEOPLE) if chance.random() < 0.4 else None,
            minutes=chance.choice([None, 0, 2, 5, 10, 60]),
            little_yes=chance.random() < 0.2,
        )
        self.ids.append(logged.shift.id)

    def edit(self) -> None:
        chance = self.chance
        shift = chance.choice(self.ids)
        match chance.randrange(4):
            case 0:
                minutes = chance.choice([None, 1, 30])
                self.companion.shifts.edit(shift, {"minutes": minutes})
            case 1:
                self.companion.shifts.edit(shift, {"little_yes": chance.random() < 0.5})
            case 2:
                idea = self._idea() if chance.random() < 0.7 else None
                self.companion.shifts.edit(shift, {"idea": idea})
            case _:
                person = chance.choice([*PEOPLE, "Somebody new", None])
                self.companion.shifts.edit(shift, {"person": person, "note": "changed"})

    def move_in_time(self) -> None:
        day = self._day() - timedelta(days=30)
        on = f"{day} {self.chance.randrange(24):02}:30"
        self.companion.shifts.edit(self.chance.choice(self.ids), {"on": on})

    def delete(self) -> None:
        self.companion.shifts.delete(self.chance.choice(self.ids))

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.companion.history.undo()

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.companion.history.redo()

    def rest(self) -> None:
        day = self._day()
        self.companion.rest.mark(day, day + timedelta(days=self.chance.randrange(10)))

    def unrest(self) -> None:
        day = self._day()
        self.companion.rest.unmark(day, day + timedelta(days=self.chance.randrange(3)))

    def add_idea(self) -> None:
        self.companion.ideas.add(f"idea {self.chance.randrange(30)}")

    def move_idea(self) -> None:
        self.companion.ideas.move(self._idea(), self.chance.choice(STAGES))

    def end_or_revive_idea(self) -> None:
        ideas = self.companion.ideas
        (ideas.rule_out if self.chance.random() < 0.5 else ideas.revive)(self._idea())

    def delete_idea(self) -> None:
        self.companion.ideas.delete(self._idea())

    def change_setting(self) -> None:
        chance = self.chance
        name, values = chance.choice(
            [
                ("grace", ["0", "1", "2", "3"]),
                ("rest_weekdays", ["none", "sat,sun", "fri", "mon,wed,sun"]),
                ("rollover", ["0", "4", "5", "6"]),
                ("week_start", ["monday", "sunday"]),
            ]
        )
        self.companion.settings.change(name, chance.choice(values))

    def _go_somewhere(self) -> None:
        minute = self.chance.randrange(DAYS * 24 * 60)
        wall = FIRST + timedelta(minutes=minute)
        self.clock.set(wall.isoformat(), self.chance.choice(ZONES))

    def _day(self) -> date:
        return (FIRST + timedelta(days=self.chance.randrange(DAYS))).date()

    def _idea(self) -> str:
        names = [idea.name for idea in self.companion.ideas.all(ended=True)]
        return self.chance.choice(names or ["no such idea"])


def rebuilt(file: Path) -> dict[str, Rows]:
    twin = Path(copy(file, file.with_name("twin.db")))
    with closing(sqlite3.connect(twin)) as connection:
        rebuild(connection)
        connection.commit()
    return derived(twin)


def test_a_wild_life_leaves_derived_rows_that_a_recount_confirms(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    life = Life(companion, clock, seed=1)
    for _ in range(10):
        life.live(100)
        assert derived(file) == rebuilt(file)
    assert rounded(derived(file)) == recounted(file)
    assert len(derived(file)["day_total"]) > 100


@pytest.mark.parametrize(
    "seed", [2, 3, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 12))]
)
def test_short_lives_agree_with_a_recount_from_the_first_deed_on(
    companion: Companion, clock: StandingClock, file: Path, seed: int
) -> None:
    life = Life(companion, clock, seed)
    for _ in range(40):
        life.live(1)
        assert rounded(derived(file)) == recounted(file)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_long_lives_leave_derived_rows_that_a_recount_confirms(
    companion: Companion, clock: StandingClock, file: Path, seed: int
) -> None:
    life = Life(companion, clock, seed)
    for _ in range(20):
        life.live(250)
        assert derived(file) == rebuilt(file)
        assert rounded(derived(file)) == recounted(file)


def test_a_log_that_was_taken_back_whole_leaves_no_derived_row(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    life = Life(companion, clock, seed=3)
    life.live(150)
    while companion.history.next_undo():
        companion.history.undo()
    left = derived(file)
    # The catalogue is nobody's deed.
    assert left.pop("prompts_alike") == recounted(file)["prompts_alike"]
    assert left == dict.fromkeys(left, frozenset())


def test_whatever_is_done_to_prompts_they_stand_beside_those_alike(
    companion: Companion, file: Path
) -> None:
    companion.picks.current()
    deeds: tuple[Callable[[], object], ...] = (
        lambda: companion.prompts.add("Read a page", minutes=10),
        lambda: companion.prompts.add("Read two pages", minutes=10, repeats=True),
        companion.picks.retire,
        companion.history.undo,
        companion.history.redo,
        lambda: companion.prompts.retire("it-in-one-line"),
        lambda: companion.prompts.restore("it-in-one-line"),
        companion.history.undo,
    )
    seen = set()
    for deed in deeds:
        deed()
        seen.add(derived(file)["prompts_alike"])
        assert derived(file)["prompts_alike"] == recounted(file)["prompts_alike"]
    assert len(seen) == 4
    assert derived(file) == rebuilt(file)
