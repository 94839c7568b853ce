"""The curve of strength, and runs walked beside it, against the rules they come from."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.curve import spread, strength_as_of, walk
from shifter.core.rest import RestDays
from shifter.core.runs import runs
from shifter.core.strength import strength

START = date(2026, 6, 1)
DAYS = st.dates(START, START + timedelta(days=80))
LOGS = st.frozensets(DAYS, max_size=50).map(sorted)
RESTS = st.builds(RestDays, st.frozensets(st.integers(0, 6)), st.frozensets(DAYS, max_size=15))


@given(LOGS, RESTS, st.integers(0, 3))
def test_a_walk_finds_the_runs(log: list[date], rest: RestDays, grace: int) -> None:
    assert walk(log, rest, grace).runs == runs(log, rest, grace)


@given(LOGS, RESTS)
def test_a_walk_knows_the_strength_after_each_day(log: list[date], rest: RestDays) -> None:
    for point in walk(log, rest, 1).points:
        assert point.strength == pytest.approx(strength(log, rest, point.day))


@given(LOGS, RESTS)
def test_the_curve_is_the_strength_as_of_each_day(log: list[date], rest: RestDays) -> None:
    days = [START + timedelta(days=number) for number in range(-2, 85)]
    curve = strength_as_of(days, walk(log, rest, 1).points, rest)
    assert curve == pytest.approx([strength(log, rest, day) for day in days])


@given(DAYS, st.integers(0, 12_000), st.integers(2, 300))
def test_spread_days_go_from_the_first_to_the_last(first: date, lived: int, most: int) -> None:
    last = first + timedelta(days=lived)
    days = spread(first, last, most)
    assert (days[0], days[-1]) == (first, last)
    assert days == sorted(set(days))
    assert len(days) == min(most, lived + 1)
