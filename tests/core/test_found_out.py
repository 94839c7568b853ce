"""How little it took, in words."""

import pytest

from shifter.core.found_out import found_out
from shifter.core.number_words import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no"),
        (1, "one"),
        (12, "twelve"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (70, "seventy"),
        (99, "ninety-nine"),
        (100, "100"),
        (1400, "1,400"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("shifts", "minutes", "said"),
    [
        (11, 70, "You found out in seventy minutes."),
        (1, 1, "You found out in one minute."),
        (4, 60, "You found out in an hour."),
        (4, 90, "You found out in an hour and a half."),
        (4, 99, "You found out in ninety-nine minutes."),
        (9, 120, "You found out in two hours."),
        (9, 125, "You found out in about two hours."),
        (9, 150, "You found out in two and a half hours."),
        (900, 6000, "You found out in 100 hours."),
    ],
)
def test_told_in_the_time_it_took(shifts: int, minutes: int, said: str) -> None:
    assert found_out(shifts, minutes) == said


@pytest.mark.parametrize("minutes", [None, 0])
def test_told_in_steps_where_the_minutes_are_not_all_known(minutes: int | None) -> None:
    assert found_out(11, minutes) == "You found out in eleven tiny steps."
    assert found_out(1, minutes) == "You found out in one tiny step."


def test_told_even_where_nothing_was_done() -> None:
    assert found_out(0, None) == "You found out before it took a single minute."
