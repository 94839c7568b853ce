"""The companion as a whole: days in words, what others changed, and the short line."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.errors import FileTrouble, Refused, WrongUsage
from tests.companion.conftest import Open
from tests.standing_clock import StandingClock


def test_a_day_is_read_in_words(companion: Companion, clock: StandingClock) -> None:
    assert companion.read_day("yesterday") == date(2026, 11, 18)
    assert companion.read_day("friday") == date(2026, 11, 13)
    assert companion.read_day("friday", ahead=True) == date(2026, 11, 20)
    clock.set("2026-11-19T03:00")
    assert companion.read_day("today") == date(2026, 11, 18)
    companion.settings.change("rollover", "0")
    assert companion.read_day("today") == date(2026, 11, 19)
    with pytest.raises(Refused):
        companion.read_day("tomorrow")
    with pytest.raises(WrongUsage):
        companion.read_day("3/4/2026")


def test_what_another_process_wrote_is_told_once(companion: Companion, open_again: Open) -> None:
    assert not companion.changed_elsewhere()
    companion.shifts.log("my own")
    assert not companion.changed_elsewhere()
    open_again().shifts.log("somebody else's")
    assert companion.changed_elsewhere()
    assert not companion.changed_elsewhere()


def test_a_new_day_and_a_new_zone_are_told_once(companion: Companion, clock: StandingClock) -> None:
    clock.set("2026-11-20T03:59")
    assert not companion.changed_elsewhere()
    clock.set("2026-11-20T04:00")
    assert companion.changed_elsewhere()
    assert not companion.changed_elsewhere()
    clock.travel("Europe/Madrid")
    assert companion.changed_elsewhere()
    assert not companion.changed_elsewhere()


def test_the_short_line_grows_with_the_log(companion: Companion, clock: StandingClock) -> None:
    lines = [companion.figures.line()]
    companion.shifts.log("Drew a cup")
    lines.append(companion.figures.line())
    clock.set("2026-11-20T08:00")
    lines.append(companion.figures.line())
    companion.shifts.log("Drew two")
    lines.append(companion.figures.line())
    clock.set("2026-12-20T08:00")
    lines.append(companion.figures.line())
    assert lines == [
        "0 shifts",
        "✓ 1 shift, 1 day in this run",
        "1 shift, 1 day in this run",
        "✓ 2 shifts, 2 days in this run",
        "2 shifts",
    ]


def test_days_are_inclusive_from_the_first_shift_to_today(companion: Companion) -> None:
    assert companion.figures.days() == ()
    for _ in range(5):
        companion.shifts.log("Drew a cup 10m !", on="tuesday")
    days = companion.figures.days()
    assert [str(day.day) for day in days] == ["2026-11-17", "2026-11-18", "2026-11-19"]
    assert days[0] == (date(2026, 11, 17), 5, 50, 5, False, 4)
    assert days[1].level == 0
    wide = companion.figures.days(date(2026, 11, 1), date(2026, 11, 30))
    assert (len(wide), wide[16], wide[-1].shifts) == (30, days[0], 0)
    assert companion.figures.days(date(2026, 11, 20), date(2026, 11, 19)) == ()


def test_as_of_a_day_later_ones_count_nowhere(companion: Companion, clock: StandingClock) -> None:
    companion.ideas.add("Law")
    companion.shifts.log("Drew a cup", person="Ana", on="monday")
    companion.shifts.log("Drew two 10m !", person="Bo", on="wednesday")
    clock.set("2026-11-20T08:00")
    companion.ideas.rule_out("Law")
    monday = companion.figures.streak(date(2026, 11, 16))
    assert (monday.total, monday.people, monday.minutes, monday.little_yeses) == (1, 1, 0, 0)
    assert monday.ruled_out == companion.figures.streak(date(2026, 11, 19)).ruled_out == 0
    assert companion.figures.streak().ruled_out == 1
    before = companion.figures.streak(date(2026, 11, 15))
    assert (before.total, before.longest, before.strength) == (0, None, 0.0)


@pytest.mark.parametrize("error", [KeyError("a fault of ours"), FileTrouble("No", "Not now.")])
def test_an_area_is_usable_again_after_an_error(
    companion: Companion, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with monkeypatch.context() as faulty:
        faulty.setattr("shifter.companion.shifts.insert_shift", _failing(error))
        with pytest.raises(type(error)):
            companion.shifts.log("Drew a cup")
    assert companion.shifts.log("Drew a cup").streak.total == 1


def _failing(error: Exception) -> object:
    def fail(*_: object) -> str:
        raise error

    return fail


def test_undo_reaches_back_over_restarts_and_processes(
    companion: Companion, open_again: Open, clock: StandingClock
) -> None:
    companion.shifts.log("first")
    clock.go_on(timedelta(days=-2))  # an order of deeds, not of clocks
    open_again().shifts.log("second")
    clock.go_on(timedelta(days=5))
    upcoming = companion.history.next_undo()
    assert upcoming is not None
    assert upcoming.label == "logged “second”"
    assert [open_again().history.undo(), companion.history.undo()] == [
        "logged “second”",
        "logged “first”",
    ]
    with pytest.raises(Refused):
        companion.history.undo()
    assert [companion.history.redo(), open_again().history.redo()] == [
        "logged “first”",
        "logged “second”",
    ]
    with pytest.raises(Refused):
        companion.history.redo()


def test_something_new_ends_what_could_be_redone(companion: Companion, file: Path) -> None:
    companion.shifts.log("first")
    companion.history.undo()
    companion.picks.current()
    companion.today.toggle_timer()
    assert companion.history.redo() == "logged “first”"
    companion.history.undo()
    companion.shifts.log("other")
    with pytest.raises(Refused):
        companion.history.redo()
    assert file.exists()
