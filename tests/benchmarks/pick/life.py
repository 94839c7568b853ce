"""Sixty days of one person with one way of choosing."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from shifter.catalogue.prompts import load_prompts
from shifter.core.pick.counting import Features, grown, place_of, size_of, subjects, worth
from shifter.core.pick.resting import resting
from shifter.core.pick.situation import Alike, Answered, IdeaTurn, Situation
from shifter.core.records import Outcome
from tests.benchmarks.pick.people import IDEAS, Offered, Person
from tests.benchmarks.pick.policies import Memory, Picked, Policy

FIRST = date(2026, 1, 5)
DAYS = 60
MOST_OFFERS = 5
_TURN = 30
_LATELY = 7

PROMPTS = {prompt.id: prompt for prompt in load_prompts()}
CANDIDATES = tuple(
    Alike(
        prompt.kind,
        prompt.minutes,
        prompt.places,
        prompt.goes_with,
        prompt.quotes is not None,
        prompt.repeats,
        own=False,
        ids=[prompt.id],
    )
    for prompt in PROMPTS.values()
    if prompt.id != "next-step"
)


class Shown(NamedTuple):
    """A pick: its day, its number there from 0, its chance of a yes, and whether it got one."""

    day: int
    number: int
    prompt: str
    idea: str | None
    chance: float
    taken: bool


class Life:
    """One person, one policy, one seed."""

    def __init__(
        self,
        person: Person,
        policy: Policy,
        seed: int,
        candidates: tuple[Alike, ...] = CANDIDATES,
    ) -> None:
        self.shown: list[Shown] = []
        self._person = person
        self._policy = policy
        self._candidates = candidates
        self._dice = Random(seed)  # noqa: S311 - chance, no secret
        # The moods of a day are the same whoever chooses.
        self._moods = Random(seed + 1000)  # noqa: S311 - chance, no secret
        self._memory = Memory()
        self._done: dict[str, int] = {}
        self._before: list[Answered] = []
        self._left: tuple[Picked, Features] | None = None
        self._last_active: int | None = None

    def live(self, days: int = DAYS, offers: int = MOST_OFFERS, *, all_of: bool = False) -> "Life":
        """Every day up to so many offers, until one gets a yes; or `all_of` them."""
        for day in range(days):
            if day not in self._person.away:
                self._live_day(day, offers, all_of=all_of)
        return self

    def _live_day(self, day: int, offers: int, *, all_of: bool) -> None:
        if self._left is not None:
            self._answer(day, *self._left, "ignored")
            self._left = None
        part = self._moods.choice(self._person.parts)
        moods = [self._moods.random() for _ in range(offers)]
        for number, mood in enumerate(moods):
            situation = self._situation(day, part)
            picked = self._policy(
                self._candidates,
                situation,
                self._memory,
                lambda it, at_most, idea: self._chance(it, at_most, idea, day, part),
                self._dice,
            )
            prompt = picked.prompt
            chance = self._chance(prompt, picked.at_most, picked.idea, day, part)
            taken = mood < chance
            self.shown.append(Shown(day, number, prompt, picked.idea, chance, taken))
            self._memory.shown[prompt] = _date(day)
            features = self._features(picked, day, part)
            if taken:
                self._answer(day, picked, features, "done")
                self._done[prompt] = day
                self._last_active = day
                if all_of:
                    continue
                return
            smaller = self._chance(prompt, 60, picked.idea, day, part)
            if smaller > chance and mood < smaller:
                self._answer(day, picked, features, "smaller")
                self._answer(day, picked, features._replace(size=1), "done")
                self._done[prompt] = day
                self._last_active = day
                if all_of:
                    continue
                return
            if number == offers - 1:
                self._left = picked, features
            else:
                self._answer(day, picked, features, "skipped")

    def _situation(self, day: int, part: str) -> Situation:
        recent = [one for one in self.shown if one.day > day - _TURN and one.idea is not None]
        counts = {name: sum(one.idea == name for one in recent) for name in IDEAS}
        return Situation(
            today=_date(day),
            minutes=self._person.minutes,
            part=part,
            weekend=_date(day).weekday() >= 5,
            ideas=[IdeaTurn(name, name, counts[name]) for name in IDEAS],
            done_lately=frozenset(
                prompt for prompt, done in self._done.items() if day - done < _LATELY
            ),
            shown_today=frozenset(one.prompt for one in self.shown if one.day == day),
            resting=resting(
                self._memory.shown,
                {prompt: _date(done) for prompt, done in self._done.items()},
                _date(day),
            ),
            before=self._before[:10],
            returning=self._last_active is not None and day - self._last_active > _LATELY,
        )

    def _features(self, picked: Picked, day: int, part: str) -> Features:
        prompt = PROMPTS[picked.prompt]
        return Features(
            prompt.id,
            prompt.kind,
            size_of(_seconds(prompt.id, picked.at_most)),
            place_of(prompt.places),
            picked.idea,
            part,
            _date(day).weekday() >= 5,
        )

    def _answer(self, day: int, picked: Picked, features: Features, outcome: Outcome) -> None:
        added = worth(outcome, lit=False, pocket=None)
        assert added is not None
        scale = grown(_date(day))
        self._memory.add(
            subjects(features),
            added._replace(offers=added.offers * scale, yeses=added.yeses * scale),
        )
        if outcome != "smaller":
            prompt = PROMPTS[picked.prompt]
            answered = Answered(prompt.kind, prompt.minutes, outcome, picked.explored)
            self._before.insert(0, answered)

    def _chance(self, id: str, at_most: int, idea: str | None, day: int, part: str) -> float:
        prompt = PROMPTS[id]
        offered = Offered(
            id,
            prompt.kind,
            size_of(_seconds(id, at_most)),
            prompt.places,
            idea,
            part,
            _date(day).weekday() >= 5,
            day,
        )
        return min(0.97, max(0.02, self._person.taste(offered)))


def _seconds(prompt: str, at_most: int) -> int:
    ladder = PROMPTS[prompt].ladder
    return next((rung.seconds for rung in ladder if rung.seconds <= at_most), ladder[-1].seconds)


def _date(day: int) -> date:
    return FIRST + timedelta(days=day)
