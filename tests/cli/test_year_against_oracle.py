"""A year of somebody's life through the command line, compared with the rules counted by hand."""

import math
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import oracle
from tests.cli.shell import PROJECT, Shell
from tests.standing_clock import StandingClock

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/St_Johns",
    "UTC",
)
FIRST, LAST = date(2025, 11, 20), date(2026, 11, 19)
PEOPLE = ("Ana Sousa", "Ines Calder", "Bo", "Émile", None, None, None)
# Nights on which clocks change somewhere in ZONES, where days are easiest to get wrong.
NIGHTS = (
    date(2026, 3, 8),
    date(2026, 3, 29),
    date(2026, 4, 5),
    date(2026, 10, 4),
    date(2026, 10, 25),
)


class Life:
    """Does random things in the shell, and the same to the oracle's log."""

    def __init__(self, shell: Shell, clock: StandingClock, seed: int) -> None:
        self.shell = shell
        self.clock = clock
        self.chance = random.Random(seed)  # noqa: S311 - chance, no secret
        self.log = oracle.Log()
        self.rules = oracle.Rules()
        self.rollover = 4
        self.ids: dict[str, str] = {}
        self.zones: dict[str, str] = {}
        self.before: list[tuple[oracle.Log, int]] = []

    def log_shift(self) -> None:
        chance = self.chance
        zone = chance.choice(ZONES)
        wall = datetime.combine(
            chance.choice([self._a_day(), chance.choice(NIGHTS)]), self._a_time()
        )
        self._stand_at_the_end(zone)
        entry = oracle.Entry(
            text=f"thing {len(self.ids)}",
            instant=oracle.instant_of(wall, zone),
            day=oracle.shift_day(oracle.instant_of(wall, zone), zone, self.rollover),
            minutes=chance.choice([None, 0, 2, 5, 10, 60]),
            little_yes=chance.random() < 0.2,
            person=chance.choice(PEOPLE),
        )
        words = ["log", entry.text, "--on", wall.isoformat()]
        words += ["--minutes", str(entry.minutes)] if entry.minutes is not None else []
        words += ["--person", entry.person] if entry.person else []
        words += ["--yes"] if entry.little_yes else []
        shift = self.shell.json(*words)["shift"]
        assert shift["day"] == entry.day.isoformat()
        assert shift["done_at"] == entry.instant.isoformat(timespec="milliseconds")[:-6] + "Z"
        self.ids[entry.text], self.zones[entry.text] = shift["id"], zone
        self._now(self.log._replace(entries=(*self.log.entries, entry)))

    def edit_time(self) -> None:
        """Another time takes its day from the wall clock of the shift's own zone."""
        entry = self.chance.choice(self.log.entries)
        zone = self.zones[entry.text]
        wall = datetime.combine(self._a_day(), self._a_time())
        self._stand_at_the_end(self.chance.choice(ZONES))
        self.shell.ok("edit", self.ids[entry.text], "--on", wall.isoformat())
        instant = oracle.instant_of(wall, zone)
        moved = entry._replace(instant=instant, day=oracle.shift_day(instant, zone, self.rollover))
        self._replace(entry, moved)

    def edit_the_rest(self) -> None:
        entry = self.chance.choice(self.log.entries)
        self.shell.ok("edit", self.ids[entry.text], "--minutes", "7", "--yes", "--person", "Bo")
        self._replace(entry, entry._replace(minutes=7, little_yes=True, person="Bo"))

    def delete(self) -> None:
        entry = self.chance.choice(self.log.entries)
        self.shell.ok("delete", self.ids[entry.text])
        self._replace(entry)

    def rest(self) -> None:
        first = self._a_day()
        last = first + timedelta(days=self.chance.randint(0, 6))
        self.shell.ok("rest", first.isoformat(), "--until", last.isoformat())
        days = {first + timedelta(days=number) for number in range((last - first).days + 1)}
        self._now(self.log._replace(marked=self.log.marked | days))

    def unrest(self) -> None:
        day = self._a_day()
        if day.weekday() not in self.rules.rest_weekdays and day in self.log.marked:
            self.shell.ok("rest", day.isoformat(), "--off")
            self._now(self.log._replace(marked=self.log.marked - {day}))

    def rule_out(self) -> None:
        """An idea that begins and ends on days of its own, and may come back."""
        days = sorted(self.chance.sample(range((LAST - FIRST).days), 3))
        idea = f"idea {len(self.before)}"
        words = [["idea", "add", idea], ["idea", "dead", idea], ["idea", "revive", idea]]
        for number in range(self.chance.randint(2, 3)):
            day = FIRST + timedelta(days=days[number])
            self.clock.set(f"{day}T12:00:00", "UTC")
            self.shell.ok(*words[number])
            self._now(self.log._replace(stages=(*self.log.stages, (idea, day, number == 1))))
        self._stand_at_the_end("UTC")

    def change_rollover(self) -> None:
        """From now on; what was logged keeps its day."""
        rollover = self.chance.choice([hour for hour in (0, 4, 5, 6) if hour != self.rollover])
        self.shell.ok("settings", "rollover", str(rollover))
        self.before.append((self.log, self.rollover))
        self.rollover = rollover

    def undo(self) -> None:
        """Take back one action or more, and sometimes make one of them again."""
        back = self.chance.randint(1, 3)
        after = [(self.log, self.rollover)]
        for _ in range(min(back, len(self.before))):
            self.shell.ok("undo")
            after.append(self.before.pop())
        if self.chance.random() < 0.5 and len(after) > 1:
            self.shell.ok("redo")
            self.before.append(after.pop())
        self.log, self.rollover = after[-1]

    def adopt(self, rules: oracle.Rules) -> None:
        """Count by other rules from now on; they hold for the whole history."""
        names = [f"{date(2024, 1, 1 + day):%A}".lower() for day in range(7)]
        self._stand_at_the_end("UTC")
        self.shell.ok("settings", "grace", str(rules.grace))
        self.shell.ok("settings", "week_start", names[rules.week_start])
        weekdays = ",".join(names[day] for day in sorted(rules.rest_weekdays)) or "none"
        self.shell.ok("settings", "rest_weekdays", weekdays)
        self.rules = rules

    def _replace(self, entry: oracle.Entry, *others: oracle.Entry) -> None:
        kept = [known for known in self.log.entries if known is not entry]
        self._now(self.log._replace(entries=(*kept, *others)))

    def _now(self, log: oracle.Log) -> None:
        if log != self.log:  # what changes nothing leaves nothing to undo
            self.before.append((self.log, self.rollover))
            self.log = log

    def _stand_at_the_end(self, zone: str) -> None:
        self.clock.set(f"{LAST + timedelta(days=3)}T12:00:00", zone)

    def _a_day(self) -> date:
        return FIRST + timedelta(days=self.chance.randint(0, (LAST - FIRST).days))

    def _a_time(self) -> Any:
        hour = self.chance.choice([0, 1, 2, 3, 4, 5, 6, 9, 12, 18, 23])
        return datetime(2026, 1, 1, hour, self.chance.choice([0, 30, 59])).time()


def compare(life: Life, days: Iterator[date]) -> None:
    for day in days:
        told = life.shell.json("streak", "--as-of", day.isoformat())
        longest, strength = told.pop("longest"), told.pop("strength")
        assert told == oracle.streak(life.log, life.rules, day)
        assert longest in oracle.longest(life.log, life.rules, day)
        expected = oracle.strength(life.log, life.rules, day)
        assert math.isclose(strength, expected, abs_tol=1e-9), day


def every(step: int) -> Iterator[date]:
    day = FIRST - timedelta(days=2)
    while day <= LAST + timedelta(days=2):
        yield day
        day += timedelta(days=step)


def test_every_figure_of_a_year_is_as_the_rules_say(shell: Shell, clock: StandingClock) -> None:
    life = Life(shell, clock, seed=20261119)
    deeds = {
        life.log_shift: 60,
        life.rest: 6,
        life.unrest: 6,
        life.edit_time: 5,
        life.edit_the_rest: 3,
        life.delete: 5,
        life.undo: 5,
        life.rule_out: 2,
        life.change_rollover: 2,
    }
    for _ in range(10):
        life.log_shift()
    for deed in life.chance.choices(list(deeds), weights=list(deeds.values()), k=600):
        deed()
    compare(life, every(1))
    until = LAST + timedelta(days=3)
    assert shell.json("days")["days"] == list(oracle.days(life.log, life.rules, until))
    for rules in (
        oracle.Rules(grace=0, rest_weekdays=frozenset(), week_start=6),
        oracle.Rules(grace=2, rest_weekdays=frozenset({0, 1, 2, 3, 4, 5, 6}), week_start=2),
        oracle.Rules(grace=3, rest_weekdays=frozenset({4}), week_start=5),
    ):
        life.adopt(rules)
        compare(life, every(5))
        assert shell.json("days")["days"] == list(oracle.days(life.log, life.rules, until))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati"])
def test_a_process_counts_in_the_zone_it_runs_in(zone: str, tmp_path: Path) -> None:
    """Real processes, with TZ set, log what lies around the rollover hour and a clock change."""
    environment = {**os.environ, "TZ": zone, "SHIFTER_DB": str(tmp_path / "shifter.db")}
    python = [sys.executable, "-c", "import sys; from shifter.cli import main; sys.exit(main())"]

    def run(*words: str) -> Any:
        import json

        finished = subprocess.run(
            [*python, *words, "--json"],
            env=environment,
            cwd=PROJECT,
            capture_output=True,
            check=True,
        )
        return json.loads(finished.stdout)

    log = oracle.Log()
    # The clock change of 2025 in Berlin, and the last in New York before it.
    for wall in ("2025-03-09T02:30", "2025-03-30T02:30", "2025-10-26T02:30", "2025-10-27T03:59"):
        instant = oracle.instant_of(datetime.fromisoformat(wall), zone)
        day = oracle.shift_day(instant, zone, 4)
        shift = run("log", "something", "--on", wall)["shift"]
        assert shift["zone"] == zone
        assert shift["day"] == day.isoformat()
        assert datetime.fromisoformat(shift["done_at"]) == instant
        entry = oracle.Entry("something", instant, day, None, False, None)
        log = log._replace(entries=(*log.entries, entry))
    for as_of in ("2025-03-09", "2025-03-30", "2025-10-26", "2025-10-27"):
        told = run("streak", "--as-of", as_of)
        expected = oracle.streak(log, oracle.Rules(), date.fromisoformat(as_of))
        assert {name: told[name] for name in expected} == expected
