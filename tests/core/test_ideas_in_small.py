"""The small rules about ideas: near days, project weeks, shares, the order of a trail."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.four_weeks import FourWeeks, Share, four_weeks
from shifter.core.next_steps import Step, is_near
from shifter.core.projects import OUTPUTS, Output, Project, in_front, project_week
from shifter.core.trail import TrailEntry, newest_first

TODAY = date(2026, 11, 19)
STEP = Step("s", "i", "show three mugs", "would anybody pay?", TODAY, None, None)


@pytest.mark.parametrize(
    ("days", "near"),
    [(-8, False), (-7, True), (-1, True), (0, True), (3, True), (4, False), (400, False)],
)
def test_a_day_is_near_from_three_days_before_it_to_a_week_after(days: int, near: bool) -> None:
    assert is_near(STEP._replace(by=TODAY + timedelta(days=days)), TODAY) is near


def test_no_day_is_near_once_the_step_was_taken_or_where_there_is_none() -> None:
    assert not is_near(STEP._replace(by=None), TODAY)
    assert not is_near(STEP._replace(done=TODAY), TODAY)
    assert not is_near(STEP._replace(found="They would"), TODAY)


def test_an_experiment_awaits_its_answer_between_test_and_finding() -> None:
    assert not STEP.awaits_answer
    assert STEP._replace(done=TODAY).awaits_answer
    assert not STEP._replace(done=TODAY, found="They would").awaits_answer
    assert not STEP._replace(done=TODAY, question=None).awaits_answer


@pytest.mark.parametrize(
    ("days", "week"), [(-1, 0), (0, 1), (6, 1), (7, 2), (41, 6), (42, 7), (700, 101)]
)
def test_the_week_a_project_is_in(days: int, week: int) -> None:
    assert project_week(Project(TODAY, 6), TODAY + timedelta(days=days)) == week


def test_the_largest_share_comes_first_and_elsewhere_is_what_belongs_to_no_idea() -> None:
    went = {"A": 1, "B": 9, "D": 4, "C": 4, "E": 2, "F": 0}
    assert four_weeks(went, 25) == FourWeeks(
        (Share("B", 9), Share("C", 4), Share("D", 4), Share("E", 2), Share("A", 1)), 5
    )


def test_an_idea_without_shifts_has_no_share() -> None:
    assert four_weeks({"A": 0}, 3) == FourWeeks((), 3)
    assert four_weeks({}, 0) == FourWeeks((), 0)


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 99)), st.integers(0, 99))
def test_no_shift_is_lost_among_the_shares(went: dict[str, int], other: int) -> None:
    total = sum(went.values()) + other
    shares, elsewhere = four_weeks(went, total)
    assert sum(share.shifts for share in shares) + elsewhere == total


def test_a_trail_goes_back_by_shift_day_then_by_instant() -> None:
    late = datetime(2026, 11, 19, 1, 30, tzinfo=UTC)  # still the shift day before
    entries = [
        TrailEntry("note", "a", date(2026, 11, 17), datetime(2026, 11, 17, 9, tzinfo=UTC)),
        TrailEntry("shift", "b", date(2026, 11, 18), late),
        TrailEntry("stage", "c", date(2026, 11, 18), late - timedelta(hours=3)),
        TrailEntry("found", "d", date(2026, 11, 19), late + timedelta(hours=3)),
    ]
    assert [entry.id for entry in newest_first(entries)] == ["d", "b", "c", "a"]


@given(st.lists(st.booleans(), max_size=9))
def test_what_is_not_there_yet_stands_in_front_in_the_order_it_was_added(there: list[bool]) -> None:
    outputs = tuple(
        Output(str(number), "a mug", TODAY if is_there else None, None)
        for number, is_there in enumerate(there)
    )
    front = in_front(outputs)
    assert len(front) == min(OUTPUTS, len(outputs))
    assert list(front) == sorted(front, key=outputs.index)
    left_out = set(outputs) - set(front)
    assert all(output.checked for output in left_out) or not any(one.checked for one in front)
