"""Days off, and the settings that decide figures."""

from datetime import date, timedelta

import pytest

from shifter.companion import Companion
from shifter.core.records import Settings
from shifter.errors import Refused, WrongUsage
from tests.companion.conftest import Open

MONDAY = date(2026, 11, 16)
SATURDAY = date(2026, 11, 21)


def is_rest(companion: Companion, day: date) -> bool:
    (entry,) = companion.figures.days(day, day)
    return entry.rest


def test_a_day_is_marked_once(companion: Companion) -> None:
    assert companion.rest.mark(MONDAY) == (MONDAY,)
    assert companion.rest.mark(MONDAY) == ()
    assert is_rest(companion, MONDAY)
    companion.history.undo()
    assert not is_rest(companion, MONDAY)
    assert companion.history.next_undo() is None


def test_a_span_is_marked_with_both_its_ends(companion: Companion) -> None:
    companion.rest.mark(MONDAY + timedelta(days=1))
    days = companion.rest.mark(MONDAY, MONDAY + timedelta(days=2))
    assert days == (MONDAY, MONDAY + timedelta(days=2))
    companion.history.undo()
    assert is_rest(companion, MONDAY + timedelta(days=1))
    assert not is_rest(companion, MONDAY)


def test_the_future_may_be_marked(companion: Companion) -> None:
    day = companion.read_day("24 December", ahead=True)
    assert companion.rest.mark(day) == (date(2026, 12, 24),)


def test_marks_are_removed(companion: Companion) -> None:
    companion.rest.mark(MONDAY, MONDAY + timedelta(days=3))
    gone = companion.rest.unmark(MONDAY, MONDAY + timedelta(days=1))
    assert gone == (MONDAY, MONDAY + timedelta(days=1))
    assert [is_rest(companion, MONDAY + timedelta(days=n)) for n in range(4)] == [
        False,
        False,
        True,
        True,
    ]
    companion.history.undo()
    assert is_rest(companion, MONDAY)


def test_a_weekly_rest_day_stays_one(companion: Companion) -> None:
    sunday = SATURDAY + timedelta(days=1)
    for until in (None, sunday):
        with pytest.raises(Refused, match="Saturday"):
            companion.rest.unmark(SATURDAY, until)
        companion.rest.mark(SATURDAY, sunday)


def test_a_holiday_over_a_weekend_can_be_taken_back_as_it_was_marked(companion: Companion) -> None:
    friday, sunday = SATURDAY - timedelta(days=1), SATURDAY + timedelta(days=1)
    companion.rest.mark(MONDAY, sunday)
    assert companion.rest.unmark(friday, SATURDAY) == (friday,)
    assert len(companion.rest.unmark(MONDAY, sunday)) == 4
    assert not is_rest(companion, MONDAY)
    assert is_rest(companion, SATURDAY)
    companion.settings.change("rest_weekdays", "wednesday")
    assert not is_rest(companion, SATURDAY)


def test_the_marks_of_a_weekend_can_be_deleted(companion: Companion) -> None:
    sunday = SATURDAY + timedelta(days=1)
    companion.rest.mark(SATURDAY, sunday)
    assert companion.rest.delete_marks(SATURDAY, sunday) == ()
    assert is_rest(companion, SATURDAY)
    companion.settings.change("rest_weekdays", "none")
    assert not is_rest(companion, SATURDAY)


def test_the_marks_of_years_are_deleted_at_once(companion: Companion) -> None:
    last = MONDAY + timedelta(weeks=52 * 3)
    companion.rest.mark_away(MONDAY, last)
    assert companion.rest.delete_marks(MONDAY, last)[-1] == last
    assert not is_rest(companion, MONDAY)


@pytest.mark.parametrize("days", [-1, -100, 366 * 2 + 1, 100_000])
def test_a_span_that_can_not_be_meant_is_wrong_usage(companion: Companion, days: int) -> None:
    for act in (companion.rest.mark, companion.rest.unmark):
        with pytest.raises(WrongUsage):
            act(MONDAY, MONDAY + timedelta(days=days))


def test_activity_on_a_rest_day_counts_as_activity(companion: Companion) -> None:
    companion.shifts.log("Drew a cup", on="sunday")
    companion.shifts.log("Drew two", on="monday")
    assert companion.figures.streak().longest == (2, date(2026, 11, 15), MONDAY)


def test_a_marked_day_mends_a_run_and_unmarking_ends_it_again(companion: Companion) -> None:
    for day in ("2026-11-09", "2026-11-12"):
        companion.shifts.log("Drew a cup", on=day)
    assert companion.figures.streak().returns == 1
    companion.rest.mark(date(2026, 11, 10))
    assert companion.figures.streak().returns == 0
    companion.rest.unmark(date(2026, 11, 10))
    assert companion.figures.streak().returns == 1


def test_the_defaults(companion: Companion) -> None:
    assert companion.settings.all() == Settings(4, 0, frozenset({5, 6}), 1)
    assert [companion.settings.text(name) for name in Settings._fields] == [
        "4",
        "monday",
        "saturday,sunday",
        "1",
    ]


@pytest.mark.parametrize(
    ("name", "typed", "text"),
    [
        ("rollover", "0", "0"),
        ("rollover", " 6 ", "6"),
        ("week_start", "Sunday", "sunday"),
        ("week_start", "sat", "saturday"),
        ("rest_weekdays", "sun,SAT", "saturday,sunday"),
        ("rest_weekdays", "friday, mon", "monday,friday"),
        ("rest_weekdays", "none", "none"),
        ("rest_weekdays", "wed,wed", "wednesday"),
        ("grace", "0", "0"),
        ("grace", "3", "3"),
    ],
)
def test_settings_are_changed_as_they_are_typed(
    companion: Companion, open_again: Open, name: str, typed: str, text: str
) -> None:
    before = companion.settings.text(name)
    companion.settings.change(name, typed)
    assert open_again().settings.text(name) == text
    while companion.history.next_undo():
        companion.history.undo()
    assert companion.settings.text(name) == before


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("rollover", "3"),
        ("rollover", "7"),
        ("rollover", "-4"),
        ("rollover", "four"),
        ("rollover", "٤"),
        ("rollover", "4.0"),
        ("week_start", "1"),
        ("week_start", "mo"),
        ("week_start", ""),
        ("rest_weekdays", "saturday sunday"),
        ("rest_weekdays", "5,6"),
        ("rest_weekdays", "sat,"),
        ("rest_weekdays", "sat,none"),
        ("grace", "4"),
        ("grace", "-1"),
        ("grace", ""),
        pytest.param("grace", "9" * 5000, id="grace-endless"),
        ("theme", "hearth"),
        ("ROLLOVER", "4"),
        ("'; --", "4"),
    ],
)
def test_what_does_not_fit_is_wrong_usage_and_changes_nothing(
    companion: Companion, name: str, typed: str
) -> None:
    with pytest.raises(WrongUsage):
        companion.settings.change(name, typed)
    assert companion.settings.all() == Settings()
    assert companion.history.next_undo() is None


@pytest.mark.parametrize(
    ("name", "typed", "label"),
    [
        ("rollover", "5", "set “A day ends at” to 05:00"),
        ("week_start", "sun", "set “A week begins on” to Sunday"),
        ("rest_weekdays", "none", "set “Days off” to none"),
    ],
)
def test_what_is_undone_names_the_setting_in_words(
    companion: Companion, name: str, typed: str, label: str
) -> None:
    companion.settings.change(name, typed)
    assert companion.history.undo() == label


def test_setting_what_is_set_leaves_nothing_to_undo(companion: Companion) -> None:
    companion.settings.change("grace", "1")
    assert companion.history.next_undo() is None


def test_rest_weekdays_and_grace_apply_to_the_whole_history(companion: Companion) -> None:
    for day in (9, 12, 16, 19):
        companion.shifts.log("Drew a cup", on=f"2026-11-{day:02}")
    lengths = []
    for grace, weekdays in (("1", "sat,sun"), ("2", "sat,sun"), ("0", "none"), ("3", "none")):
        companion.settings.change("grace", grace)
        companion.settings.change("rest_weekdays", weekdays)
        longest = companion.figures.streak().longest
        assert longest is not None
        lengths.append(longest.length)
    assert lengths == [2, 4, 1, 4]


def test_a_setting_nobody_knows_has_no_text(companion: Companion) -> None:
    with pytest.raises(WrongUsage):
        companion.settings.text("theme")


def test_what_is_undone_names_its_days_in_words(companion: Companion) -> None:
    companion.rest.mark(date(2026, 12, 24), date(2027, 1, 1))
    assert companion.history.undo() == "rest from 24 December to 1 January 2027"
