"""Whatever became of the picks, what was learned is what a recount from scratch gives."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from shifter.companion import Companion
from shifter.companion.picks import PocketAnswer
from shifter.core.views import PocketCard
from shifter.errors import Refused
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived
from tests.standing_clock import StandingClock

MORNING = date(2026, 11, 19)
ANSWERS: tuple[PocketAnswer, ...] = ("yes", "no", "not yet")


class Answering:
    """Answers picks in every way there is, day after day."""

    def __init__(self, companion: Companion, clock: StandingClock, seed: int) -> None:
        self.companion = companion
        self.clock = clock
        self.chance = Random(seed)  # noqa: S311 - chance, no secret
        self.now = MORNING

    def live(self, deeds: int) -> None:
        ways = {
            self.done: 6,
            self.lit: 3,
            self.another: 6,
            self.smaller: 3,
            self.pocket: 2,
            self.answer_pocket: 3,
            self.retire: 1,
            self.next_day: 6,
            self.undo: 5,
            self.redo: 3,
            self.delete: 1,
        }
        for deed in self.chance.choices(list(ways), list(ways.values()), k=deeds):
            try:
                deed()
            except Refused:
                continue

    def done(self) -> None:
        self.companion.today.done()

    def lit(self) -> None:
        shifts = self.companion.shifts.find(limit=5).shifts
        if shifts:
            shift = self.chance.choice(shifts)
            self.companion.shifts.edit(shift.id, {"little_yes": not shift.little_yes})

    def another(self) -> None:
        self.companion.picks.another()

    def smaller(self) -> None:
        self.companion.picks.smaller()

    def pocket(self) -> None:
        self.companion.picks.pocket("tomorrow")

    def answer_pocket(self) -> None:
        card = self.companion.today.view().card
        if isinstance(card, PocketCard):
            self.companion.today.answer_pocket(card.pocket, self.chance.choice(ANSWERS))

    def retire(self) -> None:
        self.companion.picks.retire()

    def next_day(self) -> None:
        self.now += timedelta(days=self.chance.choice((1, 1, 2)))
        self.clock.set(f"{self.now}T{self.chance.choice(('07', '13', '20'))}:30")

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.companion.history.undo()

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 3)):
            self.companion.history.redo()

    def delete(self) -> None:
        shifts = self.companion.shifts.find(limit=5).shifts
        if shifts:
            self.companion.shifts.delete(self.chance.choice(shifts).id)


@pytest.mark.parametrize("seed", range(2))
def test_a_recount_confirms_what_was_learned(
    companion: Companion, clock: StandingClock, file: Path, seed: int
) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.add("Bees")
    life = Answering(companion, clock, seed)
    for _ in range(12):
        life.live(10)
        assert rounded(derived(file)) == recounted(file)
    assert len(derived(file)["learned_offer"]) > 10


def test_what_was_answered_and_taken_back_teaches_nothing(companion: Companion, file: Path) -> None:
    companion.picks.current()
    before = derived(file)["learned"]
    companion.picks.another()
    companion.picks.done()
    assert derived(file)["learned"] != before
    while companion.history.next_undo():
        companion.history.undo()
    assert derived(file)["learned"] == before == frozenset()


def test_a_file_whose_picks_were_never_counted_learns_from_them_at_the_next_choice(
    companion: Companion, file: Path
) -> None:
    for _ in range(5):
        companion.picks.another()
    learned = derived(file)["learned"]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM learned")
        connection.execute("DELETE FROM learned_offer")
        connection.execute("DELETE FROM state WHERE id = 'counted_by'")
        connection.commit()
    companion.picks.another()
    assert len(derived(file)["learned_offer"]) == 5
    companion.history.undo()
    assert rounded({"learned": derived(file)["learned"]}) == rounded({"learned": learned})
