"""Roughly when: words that say no more than is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.pace import Lately, when_reached

TODAY = date(2026, 11, 19)


def daily(known: int = 400) -> Lately:
    """A shift a day."""
    return Lately(min(28, known), min(28, known), known)


@pytest.mark.parametrize(
    ("remaining", "words"),
    [
        (1, "in a day or two"),
        (4, "in a few days"),
        (8, "in a week or so"),
        (15, "in about two weeks"),
        (21, "in about three weeks"),
        (28, "by mid December"),
        (40, "by late December"),
        (50, "by early January"),
        (100, "around February"),
        (400, "in a year or so"),
    ],
)
def test_the_farther_away_the_less_is_said(remaining: int, words: str) -> None:
    assert when_reached(remaining, daily(), TODAY) == words


@pytest.mark.parametrize("known", [1, 3, 6])
def test_nothing_is_said_after_a_few_days(known: int) -> None:
    assert when_reached(1, daily(known), TODAY) is None


def test_nothing_is_said_where_little_was_done_lately() -> None:
    assert when_reached(5, Lately(0, 0, 400), TODAY) is None
    assert when_reached(5, Lately(20, 2, 400), TODAY) is None


def test_nothing_is_said_of_what_is_far_away() -> None:
    assert when_reached(50, Lately(2, 3, 400), TODAY) is None


def test_a_young_log_is_not_told_of_months() -> None:
    assert when_reached(8, daily(10), TODAY) == "in a week or so"
    assert when_reached(40, daily(10), TODAY) == "in a few weeks"
    assert when_reached(90, daily(10), TODAY) is None


def test_a_young_log_is_measured_by_its_own_days() -> None:
    """Ten shifts in ten days are one a day, not ten in four weeks."""
    assert when_reached(10, Lately(10, 10, 10), TODAY) == "in a week or so"


@given(
    st.integers(1, 50),
    st.integers(0, 28).flatmap(lambda days: st.tuples(st.integers(days, 300), st.just(days))),
    st.integers(1, 4000),
)
def test_there_are_words_or_none_but_never_an_error(
    remaining: int, lately: tuple[int, int], known: int
) -> None:
    words = when_reached(remaining, Lately(*lately, known), TODAY)
    assert words is None or words.startswith(("in ", "by ", "around "))
