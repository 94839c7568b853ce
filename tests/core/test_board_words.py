"""The run in words: warm in every state, and none of them a threat."""

from datetime import date

import pytest

from shifter.core.board_words import landing, run_lead, run_rest
from shifter.core.records import CurrentRun, Run, RunState, Streak, Totals

TODAY = date(2026, 11, 19)
NOTHING = Totals(0, 0, 0)


def streak(length: int, state: RunState, *, longest: int = 48, total: int = 214) -> Streak:
    start = date(2026, 11, 3) if length else None
    return Streak(
        as_of=TODAY,
        current=CurrentRun(length, start, TODAY if length else None, state),
        longest=Run(longest, date(2026, 6, 1), date(2026, 8, 1)) if longest else None,
        strength=0.5,
        total=total,
        minutes=1000,
        active_days=150,
        returns=3,
        little_yeses=32,
        this_week=NOTHING,
        last_week_to_date=NOTHING,
        last_week=NOTHING,
        people=41,
        ruled_out=2,
        landing=250,
    )


def words(told: Streak, grace: int = 1) -> str:
    return run_lead(told) + run_rest(told, grace, "r")


@pytest.mark.parametrize("state", ["done", "open"])
def test_a_run_is_told_with_what_it_forgives(state: RunState) -> None:
    assert words(streak(12, state)) == (
        "12 days with a shift in this run, since 3 November. "
        "One empty day never ends it. The longest had 48."
    )


def test_a_rest_day_is_told_as_one() -> None:
    assert "Today is a rest day; it simply goes on." in words(streak(12, "rest"))


def test_a_run_that_would_end_is_told_what_keeps_it() -> None:
    told = words(streak(12, "last_call"))
    assert "Something tiny keeps it going today, and so does rest (r)." in told
    assert "One empty day" not in told


def test_without_a_run_what_stands_is_told() -> None:
    assert words(streak(0, "none")) == (
        "214 shifts stand, and none of them goes away. Any shift begins a new run."
    )


def test_one_shift_alone_is_told_in_the_singular() -> None:
    assert words(streak(0, "none", longest=1, total=1)).startswith("1 shift stands, and it does")
    assert words(streak(1, "done", longest=1)).startswith(
        "1 day with a shift in this run, since 3 November."
    )


def test_the_longest_run_is_told_when_it_is_this_one() -> None:
    assert words(streak(12, "done", longest=12)).endswith("No run was longer.")


def test_the_only_run_is_told_beside_no_other() -> None:
    only = streak(12, "done", longest=12)._replace(returns=0)
    assert words(only).endswith("One empty day never ends it.")


@pytest.mark.parametrize(
    ("grace", "told"),
    [
        (1, "One empty day never ends it."),
        (2, "Two empty days in a row never end it."),
        (3, "Three empty days in a row never end it."),
    ],
)
def test_what_it_forgives_follows_the_setting(grace: int, told: str) -> None:
    assert told in words(streak(12, "done"), grace)


def test_without_grace_nothing_is_promised() -> None:
    assert "empty" not in words(streak(12, "done"), 0)


@pytest.mark.parametrize("state", ["none", "done", "rest", "last_call", "open"])
@pytest.mark.parametrize("grace", [0, 1, 2, 3])
def test_no_word_scolds(state: RunState, grace: int) -> None:
    told = words(streak(0 if state == "none" else 12, state), grace).lower()
    for word in ("miss", "lost", "lose", "fail", "broke", "last call", "must", "should", "!"):
        assert word not in told


@pytest.mark.parametrize(
    ("total", "is_told"), [(49, False), (50, True), (1399, True), (1400, False)]
)
def test_the_leap_is_told_from_the_landing_of_fifty_until_it_is_made(
    total: int, is_told: bool
) -> None:
    ways = landing(total, 1450, "by May")
    told = "The next landing is 1,450, by May as things go."
    leap = f"{total:,} of some fourteen hundred tiny moves to new work. {told}"
    assert (leap in ways) == is_told
    assert ways[-2:] == (told, "1,450, by May as things go")
