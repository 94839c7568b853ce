"""The demo is a year that could have been lived, and a file like any other."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from shutil import copy
from zoneinfo import ZoneInfo

import pytest

from shifter.catalogue.errors import CatalogueError
from shifter.companion import Companion, demo, open_companion
from shifter.companion.demo import make_demo
from shifter.companion.demo.chapters import read_chapters
from shifter.config import Config
from shifter.core.records import Shift
from shifter.core.views import OpenCard, PocketCard
from shifter.errors import Refused
from shifter.store.derived import rebuild
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived, everything, table
from tests.standing_clock import StandingClock

MONDAY = date(2026, 11, 16)
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]
TRIED = (WEEK[0], WEEK[3], WEEK[6])
"""The first, a middle and the last day of a week; the others take as long once more."""
ONE_DAY = timedelta(days=1)


def morning(day: date, zone: str = "Europe/Berlin") -> StandingClock:
    return StandingClock(f"{day}T06:40:00", zone)


@pytest.fixture(scope="module")
def demo_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """The demo as it is made on a day, made once."""
    made: dict[date, Path] = {}

    def of(day: date) -> Path:
        if day not in made:
            made[day] = tmp_path_factory.mktemp("demo") / "demo.db"
            make_demo(str(made[day]), now=morning(day))
        return made[day]

    return of


@pytest.fixture(
    params=[
        pytest.param(day, id=f"{day:%A}", marks=() if day in TRIED else pytest.mark.long)
        for day in WEEK
    ]
)
def today(request: pytest.FixtureRequest) -> date:
    day = request.param
    assert isinstance(day, date)
    return day


@pytest.fixture
def demo_file(demo_of: Callable[[date], Path], today: date, tmp_path: Path) -> Path:
    return Path(copy(demo_of(today), tmp_path / "demo.db"))


@pytest.fixture
def companion(demo_file: Path, today: date) -> Iterator[Companion]:
    opened = open_companion(str(demo_file), config=Config(), clock=morning(today))
    yield opened
    opened.close()


def log(companion: Companion) -> tuple[Shift, ...]:
    """Every shift, the first one first."""
    return companion.shifts.find(limit=0).shifts[::-1]


def begun(shift: Shift) -> datetime:
    return shift.done_at - timedelta(minutes=shift.minutes or 0)


def test_the_year_ends_yesterday_and_today_is_open(companion: Companion, today: date) -> None:
    shifts = log(companion)
    assert shifts[-1].day == today - ONE_DAY
    assert timedelta(days=350) < today - shifts[0].day < timedelta(days=371)
    assert companion.figures.streak().current.state in ("open", "rest")


def test_todays_card_goes_on_from_what_was_written_yesterday(companion: Companion) -> None:
    last = log(companion)[-1]
    view = companion.today.view()
    card = view.card
    assert isinstance(card, OpenCard)
    assert card.pick.person is not None
    assert card.pick.person == last.person
    assert card.pick.person in card.pick.text
    assert card.pick.idea is not None
    assert card.pick.idea == last.idea
    assert card.pick.quote is not None
    assert card.pick.quote.text == last.note
    told = (view.greeting.sentence, card.pick.quote.lead)
    assert sum(part.startswith("Yesterday") for part in told) == 1


def test_the_greeting_is_about_yesterday(companion: Companion) -> None:
    view = companion.today.view()
    if not view.resting:
        assert view.greeting.sentence.startswith("Yesterday you ")


def test_this_week_is_level_with_the_last_or_ahead(companion: Companion, today: date) -> None:
    streak = companion.figures.streak()
    assert streak.this_week.shifts >= streak.last_week_to_date.shifts
    week = companion.today.view().week
    assert week is not None
    # On a Monday nothing can have been done this week yet.
    assert (week.last_week is not None) == (today != MONDAY)


def test_the_figures_are_those_of_a_good_and_ordinary_year(companion: Companion) -> None:
    streak = companion.figures.streak()
    assert 300 <= streak.total <= 330
    assert 160 <= streak.active_days <= 185
    assert 38 <= streak.people <= 44
    assert 33 <= streak.little_yeses <= 40
    assert streak.ruled_out == 2
    assert streak.returns >= 2
    assert streak.longest is not None
    assert streak.longest.length > streak.current.length >= 30
    assert 0.5 < streak.strength < 0.9


def test_a_holiday_of_three_weeks_ended_no_run(companion: Companion, demo_file: Path) -> None:
    marked = sorted(
        date.fromisoformat(str(day))
        for (day,) in table(demo_file, "SELECT day FROM rest_day WHERE deleted IS NULL")
    )
    assert len(marked) == 21
    assert marked[-1] - marked[0] == 20 * ONE_DAY
    longest = companion.figures.streak().longest
    assert longest is not None
    assert longest.start < marked[0]
    assert marked[-1] < longest.end


def test_every_kind_of_idea_is_on_the_board(companion: Companion) -> None:
    ideas = companion.ideas.all(ended=True)
    assert {idea.stage for idea in ideas} == {"hunch", "exploring", "project", "dead_end"}
    assert {"hot", "resting"} <= {idea.temperature for idea in ideas}
    for idea in ideas:
        assert idea.shifts
        assert idea.why
        if idea.stage == "dead_end":
            assert idea.taught
            assert idea.spared
    # What a dead end taught stays with an idea that was brought back.
    assert any(idea.taught for idea in companion.ideas.all(ended=False))


def test_what_comes_next_stands_on_the_board(companion: Companion) -> None:
    cards = companion.ideas.view().cards
    steps = [card.step for card in cards if card.step is not None]
    assert len(steps) >= 3
    assert any(step.question and step.by for step in steps)
    (project,) = [card for card in cards if card.idea.stage == "project"]
    assert project.project is not None
    assert 1 <= project.week <= project.project.weeks
    assert [output.checked is not None for output in project.outputs] == [True, True, False]


def test_nobody_did_two_things_at_once_or_any_at_night(companion: Companion) -> None:
    shifts = log(companion)
    for before, after in pairwise(shifts):
        assert begun(after) >= before.done_at, after.text
    for shift in shifts:
        started = begun(shift) + timedelta(seconds=shift.offset)
        assert 6 <= started.hour <= 21, shift.text


def test_prompts_came_by_the_rules(companion: Companion) -> None:
    prompts = {prompt.id: prompt for prompt in companion.prompts.all()}
    last: dict[str, date] = {}
    for shift in log(companion):
        if shift.prompt is None:
            continue
        prompt = prompts[shift.prompt]
        if shift.prompt in last and not prompt.repeats:
            assert shift.day - last[shift.prompt] >= 7 * ONE_DAY, shift.text
        last[shift.prompt] = shift.day
    assert len(last) > 80
    assert any(prompts[prompt].origin == "own" for prompt in last)
    assert any(prompt.retired for prompt in prompts.values())


def test_no_line_of_their_own_stands_there_twice(companion: Companion) -> None:
    own = [shift.text for shift in log(companion) if shift.prompt is None]
    notes = [shift.note for shift in log(companion) if shift.note and shift.note != shift.person]
    assert len(own) > 150
    assert len(set(own)) == len(own)
    assert len(set(notes)) == len(notes)


def test_a_little_yes_says_what_lit_up(companion: Companion) -> None:
    for shift in log(companion):
        if shift.little_yes:
            assert shift.note, shift.text


def test_picks_met_every_end(companion: Companion, demo_file: Path) -> None:
    companion.today.view()
    found = table(demo_file, "SELECT DISTINCT outcome FROM offer")
    assert {outcome for (outcome,) in found} == {
        *("open", "done", "skipped", "smaller", "pocketed", "retired", "ignored")
    }


def test_what_is_in_the_pocket_is_asked_about_tomorrow_evening(
    demo_file: Path, today: date
) -> None:
    clock = StandingClock(f"{today + ONE_DAY}T18:30:00")
    companion = open_companion(str(demo_file), config=Config(), clock=clock)
    card = companion.today.view().card
    companion.close()
    assert isinstance(card, PocketCard)
    assert card.pocketed_on == today - ONE_DAY


def test_there_is_nothing_to_undo(companion: Companion) -> None:
    assert companion.history.next_undo() is None
    with pytest.raises(Refused):
        companion.history.redo()


def test_an_action_in_the_demo_can_be_undone(companion: Companion) -> None:
    before = log(companion)
    companion.today.done(note="You rang a bell in me.\nI'd like to see the slips.\nMay I write?")
    companion.history.undo()
    assert log(companion) == before


def test_the_file_is_sound_and_its_derived_rows_are_those_of_a_recount(demo_file: Path) -> None:
    with closing(sqlite3.connect(demo_file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert rounded(derived(demo_file)) == recounted(demo_file)
    before = derived(demo_file)
    with closing(sqlite3.connect(demo_file)) as connection:
        rebuild(connection)
        connection.commit()
    assert rounded(derived(demo_file)) == rounded(before)


def test_on_the_same_day_it_is_the_same_year(
    demo_of: Callable[[date], Path], tmp_path: Path
) -> None:
    again = tmp_path / "again.db"
    make_demo(str(again), now=StandingClock(f"{MONDAY}T21:15:00"))
    shifts = (
        'SELECT text, done_at, "offset", day, minutes, little_yes, note, prompt NOTNULL, '
        "(SELECT name FROM idea WHERE idea.id = shift.idea), "
        "(SELECT name FROM person WHERE person.id = shift.person) FROM shift ORDER BY done_at"
    )
    assert table(again, shifts) == table(demo_of(MONDAY), shifts)


@pytest.mark.parametrize("zone", ["America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"])
def test_it_was_lived_in_the_zone_of_whoever_looks(tmp_path: Path, zone: str) -> None:
    # An hour that still belongs to the day before.
    clock = StandingClock(f"{MONDAY}T02:30:00", zone)
    make_demo(str(tmp_path / "demo.db"), now=clock)
    companion = open_companion(str(tmp_path / "demo.db"), config=Config(), clock=clock)
    shifts = log(companion)
    companion.close()
    assert shifts[-1].day == MONDAY - 2 * ONE_DAY
    for shift in shifts:
        there = shift.done_at.astimezone(ZoneInfo(zone))
        assert shift.zone == zone
        assert there.utcoffset() == timedelta(seconds=shift.offset)
        assert there.date() == shift.day


def test_without_a_clock_it_is_told_up_to_the_real_yesterday(tmp_path: Path) -> None:
    earliest = datetime.now(UTC) - timedelta(days=3)
    make_demo(str(tmp_path / "demo.db"))
    companion = open_companion(str(tmp_path / "demo.db"), config=Config())
    newest = log(companion)[-1]
    companion.close()
    assert earliest < newest.done_at < datetime.now(UTC)


@pytest.mark.parametrize(
    "use",
    [
        lambda companion: companion.shifts.log("Rang the bindery"),
        lambda companion: companion.ideas.add("Bookbinding"),
    ],
    ids=["a shift", "an idea"],
)
def test_a_file_that_is_in_use_is_left_alone(
    open_again: Callable[[], Companion],
    file: Path,
    clock: StandingClock,
    use: Callable[[Companion], object],
) -> None:
    companion = open_again()
    use(companion)
    companion.close()
    before = everything(file)
    with pytest.raises(Refused):
        make_demo(str(file), now=clock)
    assert everything(file) == before


def test_a_story_that_breaks_off_leaves_nothing_behind(
    file: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(today: date) -> object:
        *whole, last = read_chapters(today)
        return [*whole, last._replace(weeks=last.weeks[1:])]

    before = everything(file)
    monkeypatch.setattr(demo, "read_chapters", broken)
    with pytest.raises(CatalogueError, match="shifts for"):
        make_demo(str(file), now=clock)
    assert everything(file) == before
