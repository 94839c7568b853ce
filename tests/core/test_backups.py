"""Which backups stay: 7 days, 4 weeks, 12 months, and all of the newest day."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shifter.core.backups import worth_keeping

NOW = datetime(2026, 11, 19, 7, 58)


def lived(days: int, now: datetime = NOW) -> list[datetime]:
    """What is there after so many days of a backup a day, thinned out each day."""
    kept: set[datetime] = set()
    for day in reversed(range(days)):
        kept = set(worth_keeping({*kept, now - timedelta(days=day)}))
    return sorted(kept, reverse=True)


def test_a_week_keeps_every_day() -> None:
    assert lived(7) == [NOW - timedelta(days=day) for day in range(7)]


def test_three_years_keep_seven_days_four_weeks_and_twelve_months() -> None:
    kept = lived(3 * 365)
    assert kept[:7] == [NOW - timedelta(days=day) for day in range(7)]
    assert len({each.isocalendar()[:2] for each in kept[:10]}) == 4
    assert [(each.year, each.month) for each in kept[-11:]] == [
        *((2026, month) for month in range(10, 0, -1)),
        (2025, 12),
    ]
    assert len(kept) <= 7 + 3 + 11


def test_all_of_the_newest_day_stay() -> None:
    taken = [NOW - timedelta(minutes=minutes) for minutes in range(5)]
    assert worth_keeping(taken) == frozenset(taken)


def test_a_clock_ten_years_back_thins_out_nothing_of_later_days() -> None:
    before = lived(30)
    assert set(before) <= worth_keeping([*before, NOW - timedelta(days=3650)])


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), min_size=1))
def test_whatever_the_clock_showed_the_newest_stays_and_thinning_twice_thins_once(
    taken: list[datetime],
) -> None:
    kept = worth_keeping(taken)
    assert max(taken) in kept
    assert kept <= set(taken)
    assert worth_keeping(kept) == kept
