from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.weeks import last_week, last_week_to_date, this_week, week_start

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
WEEKDAYS = st.integers(0, 6)


def spans(today: str, first: int) -> list[tuple[str, str]]:
    day = date.fromisoformat(today)
    return [
        (start.isoformat(), end.isoformat())
        for start, end in (
            this_week(day, first),
            last_week_to_date(day, first),
            last_week(day, first),
        )
    ]


@pytest.mark.parametrize(
    ("today", "first", "this", "to_date", "last"),
    [
        (
            "2026-11-18",
            MONDAY,
            ("2026-11-16", "2026-11-18"),
            ("2026-11-09", "2026-11-11"),
            ("2026-11-09", "2026-11-15"),
        ),
        (
            "2026-11-16",
            MONDAY,
            ("2026-11-16", "2026-11-16"),
            ("2026-11-09", "2026-11-09"),
            ("2026-11-09", "2026-11-15"),
        ),
        (
            "2026-11-22",
            SUNDAY,
            ("2026-11-22", "2026-11-22"),
            ("2026-11-15", "2026-11-15"),
            ("2026-11-15", "2026-11-21"),
        ),
        (
            "2027-01-01",
            SATURDAY,
            ("2026-12-26", "2027-01-01"),
            ("2026-12-19", "2026-12-25"),
            ("2026-12-19", "2026-12-25"),
        ),
        (
            "2028-03-01",
            MONDAY,
            ("2028-02-28", "2028-03-01"),
            ("2028-02-21", "2028-02-23"),
            ("2028-02-21", "2028-02-27"),
        ),
    ],
)
def test_weeks_as_spans(
    today: str, first: int, this: tuple[str, str], to_date: tuple[str, str], last: tuple[str, str]
) -> None:
    assert spans(today, first) == [this, to_date, last]


@given(DAYS, WEEKDAYS)
def test_a_week_starts_on_its_weekday_within_the_last_seven_days(day: date, first: int) -> None:
    start = week_start(day, first)
    assert start.weekday() == first
    assert 0 <= (day - start).days <= 6


@given(DAYS, WEEKDAYS)
def test_last_week_ends_where_this_one_starts(today: date, first: int) -> None:
    start, end = last_week(today, first)
    assert (end - start).days == 6
    assert end + timedelta(days=1) == this_week(today, first)[0]


@given(DAYS, WEEKDAYS)
def test_last_week_to_date_has_as_many_days_as_this_one(today: date, first: int) -> None:
    now_start, now_end = this_week(today, first)
    then_start, then_end = last_week_to_date(today, first)
    assert now_end - now_start == then_end - then_start
    assert then_end.weekday() == today.weekday()
