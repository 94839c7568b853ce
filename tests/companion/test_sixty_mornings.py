"""Sixty mornings of three people: nothing nags, scolds, or says the same thing twice."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from shifter.companion import Companion
from shifter.core.views import OpenCard, PocketCard, ReplyCard, TodayView
from tests.companion.conftest import Open
from tests.standing_clock import StandingClock

if TYPE_CHECKING:
    from shifter.companion.picks import PocketAnswer

FIRST = date(2026, 9, 8)
MORNINGS = 60
_QUIET = timedelta(days=60)
_SCOLDING = re.compile(
    r"\b(missed|fail(ed|ure)?|should have|broken?|lazy|streak|only \d+)\b", re.IGNORECASE
)
_WORDS = ("Ana", "the smell of wet clay", "slow", "My hands knew what to do.\nI forgot the time.")


class Person(NamedTuple):
    """How often somebody opens shifter in a hundred days, and types; when they were away."""

    seed: int
    opens: int
    types: int
    curious: str | None
    away: tuple[int, int]


STEADY = Person(1, opens=95, types=90, curious="pottery", away=(60, 67))
SPORADIC = Person(2, opens=55, types=60, curious=None, away=(25, 46))
SILENT = Person(3, opens=85, types=0, curious=None, away=(0, 0))


class Life:
    """A person's mornings, and what was seen on them."""

    def __init__(self, person: Person, open_again: Open, clock: StandingClock) -> None:
        self._person = person
        self._open = open_again
        self._clock = clock
        self._chance = Random(person.seed)  # noqa: S311 - chance, no secret
        self.openings: list[TodayView] = []
        self.seen: list[TodayView] = []

    def live(self) -> None:
        """All of the mornings, each in a sitting of its own."""
        for number, day in enumerate(self._days()):
            self._clock.set(f"{day}T{self._chance.choice(('07:12', '12:40', '22:30'))}")
            companion = self._open(seed=1000 * self._person.seed + number)
            self._begin(companion, number)
            view = self._look(companion.today.view())
            self.openings.append(view)
            self._do(companion, view)
            companion.close()

    def _days(self) -> Iterator[date]:
        mornings = 0
        left, came_back = self._person.away
        for number in range(1000):
            is_there = not left <= number < came_back and self._is(self._person.opens)
            if mornings < MORNINGS and (is_there or number == 0):
                mornings += 1
                yield FIRST + timedelta(days=number)

    def _begin(self, companion: Companion, number: int) -> None:
        if number == 0:
            companion.today.begin(self._person.curious)
        elif self._person.curious and number == 2:
            companion.ideas.add("Bike workshop", why="I like to mend")
            companion.ideas.add("Radio features")
        elif self._person.curious and number == 18:
            companion.ideas.steps.set("Bike workshop", "Sit in on a class", by="tomorrow")
        elif self._person.curious and number == 30:
            companion.ideas.rule_out("Radio features")

    def _do(self, companion: Companion, view: TodayView) -> None:
        today = companion.today
        while isinstance(view.card, PocketCard):
            answers: tuple[PocketAnswer, ...] = ("yes", "not yet", "no")
            answer = self._chance.choice(answers)
            view = self._look(today.answer_pocket(view.card.pocket, answer))
        if self._is(30):
            view = self._look(today.another())
        if isinstance(view.card, OpenCard) and view.card.pick.can_shrink and self._is(25):
            view = self._look(today.smaller())
        if isinstance(view.card, OpenCard) and self._is(10):
            view = self._look(today.pocket("tomorrow"))
        for _ in range(self._chance.choice((0, 1, 1, 1, 2, 3))):
            if isinstance(view.card, ReplyCard):
                view = self._look(today.follow() if view.card.then else today.another())
            if isinstance(view.card, OpenCard):
                types = view.card.pick.asks is not None and self._is(self._person.types)
                note = self._chance.choice(_WORDS) if types else None
                view = self._look(today.done(note=note))
        if isinstance(view.card, ReplyCard) and self._is(15):
            self._look(today.lit(view.card.shift.id, "the quiet of it"))
        if self._is(10):
            companion.shifts.log(f"Wrote letter {len(self.seen)} with @Sam 15m")

    def _look(self, view: TodayView) -> TodayView:
        self.seen.append(view)
        return view

    def _is(self, percent: int) -> bool:
        return self._chance.randrange(100) < percent


@pytest.fixture(params=[STEADY, SPORADIC, SILENT], ids=["steady", "sporadic", "silent"])
def life(request: pytest.FixtureRequest, open_again: Open, clock: StandingClock) -> Life:
    assert isinstance(request.param, Person)
    life = Life(request.param, open_again, clock)
    life.live()
    return life


def said(view: TodayView) -> list[str]:
    """Every sentence on the screen, its panels aside."""
    sentences: list[str | None] = [view.greeting.lead, view.greeting.sentence]
    match view.card:
        case OpenCard(pick):
            sentences += [pick.text, pick.more, pick.why]
            sentences += pick.quote or ()
        case ReplyCard(shift, _, answer, then):
            sentences += [shift.text, *(shift.said or "").splitlines(), answer]
            sentences.append(then.text if then else None)
        case PocketCard(_, text, _, _, quote):
            sentences += [text, *(quote or ())]
    return [sentence for sentence in sentences if sentence]


@pytest.mark.long
def test_sixty_mornings_read_well(life: Life) -> None:
    assert len(life.openings) == MORNINGS
    for view in life.seen:
        sentences = said(view)
        assert len(set(sentences)) == len(sentences), sentences
        for sentence in sentences:
            assert not re.search(r"[{}]|\bNone\b|  |,\.$|(?<!\.)\.\.$", sentence), sentence
            assert not _SCOLDING.search(sentence), sentence
        if view.week is not None and view.week.last_week is not None:
            assert view.week.shifts >= view.week.last_week

    answers: dict[str, date] = {}
    replied: set[str] = set()
    for view in life.seen:
        if isinstance(view.card, ReplyCard) and view.card.shift.id not in replied:
            replied.add(view.card.shift.id)
            assert view.card.asks_anchor == (view.day == FIRST)
            if view.card.answer is not None:
                before = answers.get(view.card.answer)
                assert before is None or view.day - before >= _QUIET, view.card.answer
                answers[view.card.answer] = view.day

    for one, two in zip(life.openings, life.openings[1:], strict=False):
        if one.stairs.total != two.stairs.total:
            assert one.greeting.sentence != two.greeting.sentence
    whys = [view.card.pick.why for view in life.openings if isinstance(view.card, OpenCard)]
    assert not any(len(set(whys[at : at + 3])) == 1 for at in range(len(whys) - 2))
