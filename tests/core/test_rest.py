from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.rest import RestDays

DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
RESTS = st.builds(RestDays, st.frozensets(st.integers(0, 6)), st.frozensets(DAYS, max_size=30))
WEEKENDS = RestDays(frozenset({5, 6}), frozenset())


def walked(a: date, b: date, rest: RestDays) -> int:
    """The days between, looked at one by one."""
    between = [a + timedelta(days=n) for n in range(1, (b - a).days)]
    return sum(day.weekday() not in rest.weekdays and day not in rest.marked for day in between)


def test_a_day_is_off_by_its_weekday_or_by_a_mark() -> None:
    wednesday = date(2026, 11, 18)
    rest = RestDays(frozenset({5, 6}), frozenset({wednesday}))
    assert rest.is_rest(wednesday)
    assert rest.is_rest(date(2026, 11, 21))
    assert not rest.is_rest(date(2026, 11, 19))


@pytest.mark.parametrize(
    ("a", "b", "counted"),
    [
        ("2026-11-20", "2026-11-20", 0),  # a day and itself
        ("2026-11-20", "2026-11-21", 0),  # neighbours
        ("2026-11-23", "2026-11-20", 0),  # the wrong way round
        ("2026-11-20", "2026-11-23", 0),  # Friday to Monday
        ("2026-11-19", "2026-11-23", 1),  # Thursday to Monday
        ("2026-11-16", "2026-11-23", 4),  # Monday to Monday
        ("2028-02-28", "2028-03-01", 1),  # over 29 February, a Tuesday
        ("2027-02-25", "2027-03-01", 1),  # Thursday to Monday, without one
        ("2026-12-31", "2027-01-04", 1),  # over a year's end
        ("2000-01-01", "2026-11-23", 7015),
    ],
)
def test_days_between_leave_weekends_out(a: str, b: str, counted: int) -> None:
    assert WEEKENDS.counted_between(date.fromisoformat(a), date.fromisoformat(b)) == counted


def test_a_mark_on_a_weekend_changes_nothing() -> None:
    marked = RestDays(WEEKENDS.weekdays, frozenset({date(2026, 11, 21)}))
    assert marked.counted_between(date(2026, 11, 16), date(2026, 11, 23)) == 4


def test_where_every_weekday_is_off_nothing_counts() -> None:
    always = RestDays(frozenset(range(7)), frozenset())
    assert always.counted_between(date(2020, 1, 1), date(2026, 1, 1)) == 0


@given(DAYS, DAYS, RESTS)
def test_days_between_are_what_walking_finds(a: date, b: date, rest: RestDays) -> None:
    assert rest.counted_between(a, b) == walked(a, b, rest)


@given(DAYS, st.integers(0, 40), st.frozensets(st.integers(0, 6)))
def test_a_short_gap_among_many_marks(a: date, gap: int, weekdays: frozenset[int]) -> None:
    every_third = frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(0, 365, 3))
    rest = RestDays(weekdays, every_third)
    b = a + timedelta(days=gap)
    assert rest.counted_between(a, b) == walked(a, b, rest)


@given(DAYS, DAYS, RESTS, DAYS)
def test_another_rest_day_never_counts_for_more(
    a: date, b: date, rest: RestDays, extra: date
) -> None:
    rested = RestDays(rest.weekdays, rest.marked | {extra})
    assert rested.counted_between(a, b) <= rest.counted_between(a, b)
