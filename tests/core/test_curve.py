"""The curve of strength through time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shifter.core.curve import spread

START = date(2026, 6, 1)
DAYS = st.dates(START, START + timedelta(days=80))


@given(DAYS, st.integers(0, 12_000), st.integers(2, 300))
def test_spread_days_go_from_the_first_to_the_last(first: date, lived: int, most: int) -> None:
    last = first + timedelta(days=lived)
    days = spread(first, last, most)
    assert (days[0], days[-1]) == (first, last)
    assert days == sorted(set(days))
    assert len(days) == min(most, lived + 1)
