"""Every figure of the Streaks screen, against the rules counted again the slow and plain way."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import copy

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.board_view import BoardView
from tests import oracle
from tests.companion.board_life import IDEAS, PEOPLE, Life
from tests.standing_clock import StandingClock

TODAY = date(2027, 1, 6)
WEEKS = (2, 9, 26, 20, 13, 5)
ONE_DAY = timedelta(days=1)


@pytest.fixture(scope="session")
def lives(new_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Life]]:
    """Up to half a year and over the end of one; the seed decides on the rules as well."""
    lives: dict[int, Life] = {}
    for seed, weeks in enumerate(WEEKS):
        file = copy(new_file, tmp_path_factory.mktemp("lives") / "shifter.db")
        clock = StandingClock()
        companion = open_companion(str(file), config=Config(), clock=clock)
        lives[seed] = Life(companion, clock, seed, until=TODAY, weeks=weeks)
    yield lives
    for life in lives.values():
        life.companion.close()


@pytest.fixture(params=range(len(WEEKS)), ids=lambda seed: f"life {seed}")
def life(lives: dict[int, Life], request: pytest.FixtureRequest) -> Life:
    return lives[request.param]


@pytest.fixture
def companion(life: Life) -> Companion:
    """The one that lived this life; a test that writes undoes it."""
    return life.companion


@pytest.fixture(params=[None, *IDEAS], ids=lambda idea: idea or "everything")
def idea(request: pytest.FixtureRequest) -> str | None:
    name: str | None = request.param
    return name


def view_of(companion: Companion, idea: str | None, **options: object) -> BoardView:
    id = companion.ideas.get(idea).id if idea else None
    return companion.streaks.view(idea=id, **options)  # type: ignore[arg-type]


def test_the_figures_and_the_run(companion: Companion, life: Life, idea: str | None) -> None:
    streak = view_of(companion, idea).streak
    expected = oracle.streak(life.log(idea), life.rules, TODAY)
    told = {
        "as_of": streak.as_of.isoformat(),
        "current": {
            "length": streak.current.length,
            "start": streak.current.start and streak.current.start.isoformat(),
            "end": streak.current.end and streak.current.end.isoformat(),
            "state": streak.current.state,
        },
        "total": streak.total,
        "minutes": streak.minutes,
        "active_days": streak.active_days,
        "returns": streak.returns,
        "little_yeses": streak.little_yeses,
        "this_week": streak.this_week._asdict(),
        "last_week_to_date": streak.last_week_to_date._asdict(),
        "last_week": streak.last_week._asdict(),
        "people": streak.people,
        "ruled_out": streak.ruled_out,
        "landing": streak.landing,
    }
    if idea is not None:
        expected["ruled_out"] = int(idea == "Radio")
    assert told == expected
    assert streak.strength == pytest.approx(oracle.strength(life.log(idea), life.rules, TODAY))


def test_every_day_of_every_page(companion: Companion, life: Life, idea: str | None) -> None:
    log = life.log(idea)
    first = min(entry.day for entry in log.entries)
    seen: set[date] = set()
    cursor = TODAY
    while True:
        towers = view_of(companion, idea, cursor=cursor, columns=(7,)).towers
        assert towers is not None
        assert towers.first == first
        assert towers.days[0].day.weekday() == life.rules.week_start
        assert len(towers.days) == towers.page.weeks * 7
        for day in towers.days:
            entries = [entry for entry in log.entries if entry.day == day.day <= TODAY]
            assert (day.shifts, day.minutes, day.little_yeses, day.rest, day.level) == (
                len(entries),
                sum(entry.minutes or 0 for entry in entries),
                sum(entry.little_yes for entry in entries),
                oracle.is_rest(day.day, log, life.rules),
                (0, 1, 2, 3, 3, 4)[min(len(entries), 5)],
            )
            seen.add(day.day)
        assert towers.has_older == (towers.page.start > first)
        if not towers.has_older:
            break
        cursor = towers.page.start - ONE_DAY
    assert seen >= {first + timedelta(days=n) for n in range((TODAY - first).days + 1)}


def test_the_latest_weeks(companion: Companion, life: Life, idea: str | None) -> None:
    log, everything = life.log(idea), life.log(None)
    this_week = oracle.week(TODAY, life.rules.week_start)
    first_week = oracle.week(min(e.day for e in everything.entries), life.rules.week_start)
    expected = []
    for back in range(11, -1, -1):
        start = this_week - timedelta(weeks=back)
        if start >= first_week:
            end = min(start + timedelta(days=6), TODAY)
            done, of_all = (oracle.totals(each, start, end)["shifts"] for each in (log, everything))
            expected.append((start, done, of_all))
    assert list(view_of(companion, idea).weeks) == expected


def test_the_day_under_the_cursor(companion: Companion, life: Life, idea: str | None) -> None:
    days = {done.entry.day for done in life.of(idea)}
    for day in sorted(days)[::3]:
        panel = view_of(companion, idea, cursor=day).day
        done = sorted(
            (done for done in life.of(idea) if done.entry.day == day),
            key=lambda done: (done.entry.instant, done.id),
        )
        assert [row.shift.text for row in panel.rows] == [one.entry.text for one in done]
        assert [row.at for row in panel.rows] == [one.wall.time() for one in done]
        assert panel.day.day == day
        assert panel.marked == (day in life.marked)
        assert panel.hidden == 0


def test_the_curve(companion: Companion, life: Life, idea: str | None) -> None:
    numbers = view_of(companion, idea).numbers
    assert numbers is not None
    log, strength = life.log(idea), numbers.strength
    first = min(entry.day for entry in log.entries)
    lately = [TODAY - timedelta(days=n) for n in range(min(90, (TODAY - first).days + 1))][::-1]
    told = [oracle.strength(log, life.rules, day) for day in lately]
    assert strength.lately == pytest.approx(told)
    assert (strength.ever[0], strength.ever[-1]) == pytest.approx(
        [oracle.strength(log, life.rules, day) for day in (first, TODAY)]
    )


def test_the_numbers_of_the_formula(companion: Companion, life: Life, idea: str | None) -> None:
    numbers = view_of(companion, idea).numbers
    assert numbers is not None
    log, strength = life.log(idea), numbers.strength
    last = oracle.active_days(log, TODAY)[-1]
    before = log._replace(entries=tuple(e for e in log.entries if e.day < last))
    assert strength.last == last
    assert strength.before == pytest.approx(oracle.strength(before, life.rules, last))
    assert strength.after == pytest.approx(oracle.strength(log, life.rules, last))
    assert strength.empty_days == oracle.misses_between(last, TODAY, log, life.rules)
    assert strength.now == pytest.approx(oracle.strength(log, life.rules, TODAY))


def test_the_longest_runs(companion: Companion, life: Life, idea: str | None) -> None:
    numbers = view_of(companion, idea).numbers
    assert numbers is not None
    runs = oracle.runs(life.log(idea), life.rules, TODAY)
    longest = sorted(runs, key=lambda run: (-len(run), run[0]))[:5]
    assert [tuple(run) for run in numbers.runs] == [(len(r), r[0], r[-1]) for r in longest]


def test_weekdays_hours_and_kinds(companion: Companion, life: Life, idea: str | None) -> None:
    numbers = view_of(companion, idea).numbers
    assert numbers is not None
    hours = Counter((done.entry.day.weekday(), done.wall.hour) for done in life.of(idea))
    assert numbers.hours == hours
    assert numbers.kinds == ((None, len(life.of(idea))),)


def test_everything_is_as_it_was_once_undone(companion: Companion, life: Life) -> None:
    before = companion.streaks.view()
    assert before.towers is not None
    companion.shifts.log("one more", person=PEOPLE[0], idea=IDEAS[0], minutes=7, little_yes=True)
    unmarked = next(day.day for day in before.towers.days if day.day not in life.marked)
    companion.rest.mark(unmarked)
    assert companion.streaks.view() != before
    companion.history.undo()
    companion.history.undo()
    assert companion.streaks.view() == before
