from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.curve import strength_as_of, strength_points
from shifter.core.rest import RestDays
from shifter.core.strength import MULTIPLIER, after_active, after_empty

START = date(2026, 6, 1)
DAYS = st.dates(START, START + timedelta(days=90))
LOGS = st.frozensets(DAYS, max_size=60)
RESTS = st.builds(RestDays, st.frozensets(st.integers(0, 6)), st.frozensets(DAYS, max_size=15))
NEVER = RestDays(frozenset(), frozenset())
WEEKENDS = RestDays(frozenset({5, 6}), frozenset())


def strength(active: list[date], rest: RestDays, today: date) -> float:
    (found,) = strength_as_of((today,), strength_points(active, rest), rest)
    return found


def day_by_day(active: frozenset[date], rest: RestDays, today: date) -> float:
    """The rule spelled out, one day after the other."""
    score = 0.0
    if not active:
        return score
    day = min(active)
    while day <= today:
        if day in active:
            score = score * MULTIPLIER + (1 - MULTIPLIER)
        elif day < today and not rest.is_rest(day):
            score = score * MULTIPLIER
        day += timedelta(days=1)
    return score


def test_half_of_it_is_gone_after_thirteen_empty_days() -> None:
    assert after_empty(0.8, 13) == pytest.approx(0.4)
    assert after_empty(0.8, 0) == 0.8


def test_thirteen_active_days_go_half_the_way_to_one() -> None:
    score = 0.0
    for _ in range(13):
        score = after_active(score)
    assert score == pytest.approx(0.5)


def test_it_is_zero_before_the_first_active_day() -> None:
    assert strength([], NEVER, START) == 0
    assert strength([START], NEVER, START - timedelta(days=1)) == 0


def test_one_active_day() -> None:
    assert strength([START], NEVER, START) == pytest.approx(0.0519, abs=1e-4)


def test_an_empty_today_takes_nothing_off_until_it_is_over() -> None:
    tomorrow = START + timedelta(days=1)
    assert strength([START], NEVER, tomorrow) == strength([START], NEVER, START)
    assert strength([START], NEVER, tomorrow + timedelta(days=1)) < strength([START], NEVER, START)


def test_a_weekend_takes_nothing_off() -> None:
    friday = date(2026, 11, 20)
    assert strength([friday], WEEKENDS, date(2026, 11, 23)) == strength([friday], WEEKENDS, friday)


def test_later_days_count_nowhere() -> None:
    later = START + timedelta(days=5)
    assert strength([START, later], NEVER, later - timedelta(days=1)) == strength(
        [START], NEVER, later - timedelta(days=1)
    )


@given(LOGS, RESTS, DAYS)
def test_it_is_what_going_day_by_day_gives(
    active: frozenset[date], rest: RestDays, today: date
) -> None:
    assert strength(sorted(active), rest, today) == pytest.approx(
        day_by_day(active, rest, today), abs=1e-12
    )


@given(LOGS, RESTS, DAYS)
def test_it_lies_between_nothing_and_one(
    active: frozenset[date], rest: RestDays, today: date
) -> None:
    assert 0 <= strength(sorted(active), rest, today) < 1


@given(LOGS, RESTS, DAYS)
def test_a_rest_day_never_weakens(active: frozenset[date], rest: RestDays, today: date) -> None:
    rested = RestDays(rest.weekdays, rest.marked | {START + timedelta(days=20)})
    days = sorted(active)
    assert strength(days, rested, today) >= strength(days, rest, today) - 1e-12


@given(LOGS, RESTS)
def test_a_curve_is_the_strength_as_of_each_of_its_days(
    active: frozenset[date], rest: RestDays
) -> None:
    days = [START + timedelta(days=number) for number in range(-2, 95)]
    curve = strength_as_of(days, strength_points(sorted(active), rest), rest)
    assert curve == pytest.approx([day_by_day(active, rest, day) for day in days], abs=1e-12)
