"""A random life in a data file, and the same life as the oracle knows it."""

import random
from datetime import date, datetime, timedelta
from typing import NamedTuple

from shifter.companion import Companion
from shifter.core.records import Kind
from tests import oracle
from tests.standing_clock import StandingClock

ZONES = ("Europe/Berlin", "Pacific/Kiritimati", "America/New_York")
IDEAS = ("Pottery", "Repair café", "Radio")
PEOPLE = ("Ana", "Bo", "Émile")


class Done(NamedTuple):
    """A shift beyond what the oracle keeps of it: its idea, its wall clock, its prompt's kind."""

    entry: oracle.Entry
    id: str
    idea: str | None
    wall: datetime
    kind: Kind | None


class Life:
    """Shifts on random days of some weeks, in a few zones, with rest days and rules of its own."""

    def __init__(
        self, companion: Companion, clock: StandingClock, seed: int, *, until: date, weeks: int
    ) -> None:
        self.companion = companion
        self.clock = clock
        self.until = until
        self.done: list[Done] = []
        self._chance = random.Random(seed)  # noqa: S311 - the same every time
        self._first = until - timedelta(weeks=weeks)
        self.rules = self._take_rules()
        self.marked: set[date] = set()
        self._add_ideas()
        for _ in range(weeks * 4):
            self._do_something()
        for _ in range(weeks // 3):
            self._rest()
        clock.set(f"{until}T20:00:00", "Europe/Berlin")

    def log(self, idea: str | None = None) -> oracle.Log:
        """All of it, or what was done on one idea."""
        entries = tuple(done.entry for done in self.done if idea in (None, done.idea))
        return oracle.Log(entries, frozenset(self.marked), self._stages if idea is None else ())

    def of(self, idea: str | None) -> list[Done]:
        """The shifts up to today, on one idea or on all of them."""
        return [
            done for done in self.done if idea in (None, done.idea) and done.entry.day <= self.until
        ]

    def _take_rules(self) -> oracle.Rules:
        chance = self._chance
        rules = oracle.Rules(
            grace=chance.randint(0, 3),
            rest_weekdays=frozenset(chance.sample(range(7), chance.randint(0, 3))),
            week_start=chance.choice([0, 0, 6, 3]),
        )
        names = [f"{date(2024, 1, 1 + day):%A}".lower() for day in range(7)]
        settings = self.companion.settings
        settings.change("grace", str(rules.grace))
        settings.change("week_start", names[rules.week_start])
        weekdays = ",".join(names[day] for day in sorted(rules.rest_weekdays)) or "none"
        settings.change("rest_weekdays", weekdays)
        return rules

    def _add_ideas(self) -> None:
        self.clock.set(f"{self._first}T12:00:00", "Europe/Berlin")
        for name in IDEAS:
            self.companion.ideas.add(name)
        self.companion.ideas.rule_out("Radio")
        day = self._first
        self._stages = (("Radio", day, False), ("Radio", day, True))

    def _do_something(self) -> None:
        chance, zone = self._chance, self._chance.choice(ZONES)
        day = self._first + timedelta(days=chance.randint(0, (self.until - self._first).days - 1))
        wall = datetime.combine(day, datetime.min.time()) + timedelta(
            minutes=chance.randrange(24 * 60)
        )
        self.clock.set(wall.isoformat(), zone)
        idea = chance.choice([*IDEAS, None])
        minutes = chance.choice([None, 5, 10])
        person = chance.choice([*PEOPLE, None, None])
        is_lit = chance.random() < 0.2
        logged = self.companion.shifts.log(
            f"thing {len(self.done)}",
            idea=idea,
            person=person,
            minutes=minutes,
            little_yes=is_lit,
        )
        instant = oracle.instant_of(wall, zone)
        entry = oracle.Entry(
            logged.shift.text,
            instant,
            oracle.shift_day(instant, zone, 4),
            minutes,
            is_lit,
            person,
        )
        self.done.append(Done(entry, logged.shift.id, idea, wall, None))

    def _rest(self) -> None:
        chance = self._chance
        first = self._first + timedelta(days=chance.randint(0, (self.until - self._first).days))
        last = first + timedelta(days=chance.randint(0, 9))
        self.clock.set(f"{self.until}T12:00:00", "Europe/Berlin")
        self.companion.rest.mark(first, last)
        self.marked |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
