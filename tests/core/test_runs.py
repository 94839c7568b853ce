from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.records import CurrentRun, Run
from shifter.core.rest import RestDays
from shifter.core.runs import current_run, joins, longest, returns, runs

START = date(2026, 6, 1)
DAYS = st.dates(START, START + timedelta(days=60))
LOGS = st.frozensets(DAYS, max_size=40)
RESTS = st.builds(RestDays, st.frozensets(st.integers(0, 6)), st.frozensets(DAYS, max_size=15))
GRACES = st.integers(0, 3)
WEEKENDS = RestDays(frozenset({5, 6}), frozenset())
NEVER = RestDays(frozenset(), frozenset())


def november(*days: int) -> list[date]:
    """Days of November 2026, in which the 2nd is a Monday."""
    return [date(2026, 11, day) for day in days]


def joined(first: int, second: int, rest: RestDays, grace: int) -> bool:
    a, b = november(first, second)
    return joins(a, b, rest, grace)


def missed(a: date, b: date, rest: RestDays) -> int:
    between = (a + timedelta(days=n) for n in range(1, (b - a).days))
    return sum(not rest.is_rest(day) for day in between)


def current_by_definition(
    active: frozenset[date], today: date, rest: RestDays, grace: int
) -> CurrentRun:
    """The rule spelled out: from the last active day back, neighbour by neighbour."""
    known = sorted(day for day in active if day <= today)
    if not known or missed(known[-1], today, rest) > grace:
        return CurrentRun(0, None, None, "none")
    held = [known.pop()]
    while known and missed(known[-1], held[0], rest) <= grace:
        held.insert(0, known.pop())
    tomorrow = today + timedelta(days=1)
    if today in active:
        return CurrentRun(len(held), held[0], held[-1], "done")
    if rest.is_rest(today):
        return CurrentRun(len(held), held[0], held[-1], "rest")
    if missed(held[-1], tomorrow, rest) > grace:
        return CurrentRun(len(held), held[0], held[-1], "last_call")
    return CurrentRun(len(held), held[0], held[-1], "open")


def current(active: frozenset[date], today: date, rest: RestDays, grace: int) -> CurrentRun:
    found = runs(sorted(day for day in active if day <= today), rest, grace)
    return current_run(found[-1] if found else None, today, rest, grace)


def test_one_miss_never_ends_a_run_and_two_in_a_row_do() -> None:
    assert joined(3, 5, WEEKENDS, 1)
    assert not joined(3, 6, WEEKENDS, 1)


@pytest.mark.parametrize(("grace", "last"), [(0, 3), (1, 4), (2, 5), (3, 6)])
def test_grace_is_how_many_misses_a_run_bears(grace: int, last: int) -> None:
    assert joined(2, last, WEEKENDS, grace)
    assert not joined(2, last + 1, WEEKENDS, grace)


def test_a_weekend_is_not_missed() -> None:
    assert runs(november(6, 9), WEEKENDS, 0) == [Run(2, *november(6, 9))]
    assert len(runs(november(6, 9), NEVER, 0)) == 2


def test_a_shift_on_a_rest_day_counts() -> None:
    assert runs(november(6, 7, 9), WEEKENDS, 0) == [Run(3, *november(6, 9))]


def test_length_counts_active_days_not_the_span() -> None:
    assert runs(november(2, 4, 6, 10), WEEKENDS, 1) == [Run(4, *november(2, 10))]


def test_a_run_goes_on_over_a_leap_day_and_a_year_end() -> None:
    leap = [date(2028, 2, 28), date(2028, 3, 1)]
    year_end = [date(2026, 12, 31), date(2027, 1, 1)]
    assert runs(leap, NEVER, 1) == [Run(2, *leap)]
    assert len(runs(leap, NEVER, 0)) == 2
    assert runs(year_end, NEVER, 0) == [Run(2, *year_end)]


def test_nothing_logged_is_no_run() -> None:
    assert runs([], WEEKENDS, 1) == []
    assert longest([]) is None
    assert returns([]) == 0
    assert current_run(None, START, WEEKENDS, 1) == CurrentRun(0, None, None, "none")


@pytest.mark.parametrize(
    ("active", "today", "state"),
    [
        ([16, 18], 18, "done"),
        ([21], 21, "done"),  # on a Saturday
        ([20], 21, "rest"),
        ([19], 22, "rest"),
        ([18], 22, "none"),  # Thursday and Friday were empty, so the rest day comes too late
        ([18], 19, "open"),
        ([18], 20, "last_call"),
        ([19], 23, "last_call"),  # Friday was empty, the weekend does not count
        ([20], 23, "open"),
        ([17], 20, "none"),
    ],
)
def test_the_state_of_today(active: list[int], today: int, state: str) -> None:
    found = runs(november(*active), WEEKENDS, 1)
    assert current_run(found[-1], date(2026, 11, today), WEEKENDS, 1).state == state


def test_without_grace_today_is_the_last_call_at_once() -> None:
    found = runs(november(18), WEEKENDS, 0)
    assert current_run(found[-1], date(2026, 11, 19), WEEKENDS, 0).state == "last_call"
    assert current_run(found[-1], date(2026, 11, 20), WEEKENDS, 0).state == "none"


def test_today_is_not_missed_until_it_is_over() -> None:
    found = runs(november(9, 10, 11), WEEKENDS, 1)
    assert current_run(found[-1], date(2026, 11, 13), WEEKENDS, 1).length == 3
    assert current_run(found[-1], date(2026, 11, 16), WEEKENDS, 1).length == 0


def test_the_earliest_of_the_longest_runs() -> None:
    assert longest(runs(november(2, 3, 9, 10, 16), NEVER, 1)) == Run(2, *november(2, 3))


def test_every_run_but_the_first_is_a_return() -> None:
    assert returns(runs(november(2, 3), NEVER, 1)) == 0
    assert returns(runs(november(2, 9, 10, 16), NEVER, 1)) == 2


def test_marking_the_days_away_mends_a_run() -> None:
    active = november(9, 16)
    away = RestDays(frozenset({5, 6}), frozenset(november(10, 11, 12, 13)))
    assert len(runs(active, WEEKENDS, 1)) == 2
    assert runs(active, away, 1) == [Run(2, *active)]


def test_flying_east_over_the_date_line_skips_a_day_that_nobody_missed() -> None:
    # Logged on the 17th in Honolulu, then on the 19th on Kiritimati, a day apart by the clock.
    assert runs(november(17, 19), NEVER, 1) == [Run(2, *november(17, 19))]


@given(LOGS, DAYS, RESTS, GRACES)
def test_the_current_run_is_what_the_rule_says(
    active: frozenset[date], today: date, rest: RestDays, grace: int
) -> None:
    assert current(active, today, rest, grace) == current_by_definition(active, today, rest, grace)


@given(LOGS, RESTS, GRACES)
def test_runs_hold_every_active_day_once(
    active: frozenset[date], rest: RestDays, grace: int
) -> None:
    found = runs(sorted(active), rest, grace)
    assert sum(run.length for run in found) == len(active)
    assert [run.start for run in found] == sorted(run.start for run in found)
    for run in found:
        assert run.length == sum(run.start <= day <= run.end for day in active)
    for earlier, later in pairwise(found):
        assert not joins(earlier.end, later.start, rest, grace)


@given(LOGS, DAYS, RESTS, GRACES)
def test_another_shift_never_lowers_the_longest_run_or_the_active_days(
    active: frozenset[date], extra: date, rest: RestDays, grace: int
) -> None:
    before = runs(sorted(active), rest, grace)
    after = runs(sorted(active | {extra}), rest, grace)
    assert max(run.length for run in after) >= max((run.length for run in before), default=0)
    assert sum(run.length for run in after) >= sum(run.length for run in before)


@given(LOGS, DAYS, DAYS, RESTS, GRACES)
def test_another_shift_never_shortens_the_current_run(
    active: frozenset[date], extra: date, today: date, rest: RestDays, grace: int
) -> None:
    before = current(active, today, rest, grace).length
    assert current(active | {extra}, today, rest, grace).length >= before


@given(LOGS, DAYS, DAYS, RESTS, GRACES)
def test_a_rest_day_never_shortens_a_run(
    active: frozenset[date], extra: date, today: date, rest: RestDays, grace: int
) -> None:
    rested = RestDays(rest.weekdays, rest.marked | {extra})
    before = current(active, today, rest, grace)
    assert current(active, today, rested, grace).length >= before.length
    found = runs(sorted(active), rest, grace)
    mended = runs(sorted(active), rested, grace)
    for run in found:
        assert any(m.start <= run.start and run.end <= m.end for m in mended)


@given(LOGS, RESTS, st.integers(0, 2))
def test_more_grace_never_makes_more_runs(
    active: frozenset[date], rest: RestDays, grace: int
) -> None:
    days = sorted(active)
    assert len(runs(days, rest, grace + 1)) <= len(runs(days, rest, grace))
