"""The view of the Streaks screen: its edges, and what narrows it."""

from collections import Counter
from datetime import date, timedelta

import pytest

from shifter.companion import Companion
from tests.standing_clock import StandingClock


def test_kinds_are_those_of_the_prompts_that_were_done(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    expected: Counter[str | None] = Counter({None: 2})
    companion.shifts.log("something", idea="Pottery")
    companion.shifts.log("something else")
    of_pottery: Counter[str | None] = Counter({None: 1})
    for number in range(12):
        kind = companion.picks.current().kind
        logged = companion.picks.done()
        expected[kind] += 1
        companion.shifts.edit(logged.shift.id, {"idea": "Pottery" if number % 2 else None})
        of_pottery[kind] += number % 2
        companion.picks.another()
    numbers = companion.streaks.view().numbers
    narrowed = companion.streaks.view(idea=companion.ideas.get("Pottery").id).numbers
    assert numbers is not None
    assert narrowed is not None
    assert dict(numbers.kinds) == expected
    assert dict(narrowed.kinds) == {kind: n for kind, n in of_pottery.items() if n}
    assert [n for _, n in numbers.kinds] == sorted((n for _, n in numbers.kinds), reverse=True)


def test_the_figures_in_detail_are_the_same_when_they_are_asked_for_alone(
    companion: Companion,
) -> None:
    assert companion.streaks.numbers() is None
    companion.ideas.add("Pottery")
    companion.shifts.log("a cup #pottery", on="2026-11-04")
    companion.shifts.log("something else")
    for idea in (None, companion.ideas.get("Pottery").id):
        whole = companion.streaks.view(idea=idea)
        assert companion.streaks.numbers(idea=idea) == whole.numbers
        bare = companion.streaks.view(idea=idea, numbered=False)
        assert bare == whole._replace(numbers=None)


def test_before_the_first_shift_there_is_no_board(companion: Companion) -> None:
    view = companion.streaks.view()
    assert (view.towers, view.numbers, view.weeks, view.when) == (None, None, (), None)
    assert (view.stairs.behind, view.stairs.total, view.stairs.ahead) == (0, 0, 10)


def test_a_cursor_beyond_the_board_is_on_its_nearest_day(
    companion: Companion, clock: StandingClock
) -> None:
    companion.shifts.log("first", on="2026-11-10")
    assert companion.streaks.view(cursor=date(2026, 1, 1)).day.day.day == date(2026, 11, 10)
    assert companion.streaks.view(cursor=date(2027, 1, 1)).day.day.day == date(2026, 11, 19)
    clock.set("2026-11-20T07:00:00")
    assert companion.streaks.view().day.day.day == date(2026, 11, 20)


@pytest.mark.parametrize("columns", [(7,), (26,), (78,), (159,)])
def test_the_days_of_one_idea_stand_where_they_stand_among_all(
    companion: Companion, columns: tuple[int, ...]
) -> None:
    companion.ideas.add("Pottery")
    for back in (160, 90, 40):
        companion.shifts.log("a thing", on=str(date(2026, 11, 19) - timedelta(days=back)))
    companion.shifts.log("a cup #pottery", on="2026-11-04")
    companion.shifts.log("a cup #pottery")
    whole = companion.streaks.view(columns=columns).towers
    narrowed = companion.streaks.view(
        columns=columns, idea=companion.ideas.get("Pottery").id
    ).towers
    assert whole is not None
    assert narrowed is not None
    assert (narrowed.page, narrowed.shape) == (whole.page, whole.shape)
    assert narrowed.first == date(2026, 11, 4)
    assert narrowed.has_older == (narrowed.page.start > narrowed.first)


def test_an_idea_that_is_gone_narrows_nothing(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.shifts.log("one #pottery")
    id = companion.ideas.get("Pottery").id
    assert companion.streaks.view(idea=id).idea == "Pottery"
    companion.ideas.delete("Pottery")
    view = companion.streaks.view(idea=id)
    assert (view.idea, view.streak.total) == (None, 1)


def test_a_day_with_very_many_shifts_tells_how_many_are_left_out(companion: Companion) -> None:
    for number in range(203):
        companion.shifts.log(f"thing {number}")
    panel = companion.streaks.day(date(2026, 11, 19))
    assert (len(panel.rows), panel.hidden, panel.day.shifts) == (200, 3, 203)


def test_when_the_landing_comes_follows_the_last_four_weeks(
    companion: Companion, clock: StandingClock
) -> None:
    for back in range(30, 0, -1):
        clock.set(f"{date(2026, 11, 19) - timedelta(days=back)}T08:00:00")
        companion.shifts.log("a thing a day")
    clock.set("2026-11-19T08:00:00")
    assert companion.streaks.view().when == "in about three weeks"
    clock.set("2026-12-19T08:00:00")
    assert companion.streaks.view().when is None
