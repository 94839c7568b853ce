"""When somebody does their shifts, in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.habits import by_hour, by_weekday, habit

HOURS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 23)), st.integers(1, 50), max_size=60
)


def spread(weekdays: dict[int, int], hours: tuple[int, ...]) -> dict[tuple[int, int], int]:
    """So many shifts on each weekday at each of the hours."""
    return {(day, hour): count for day, count in weekdays.items() for hour in hours}


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        (spread({1: 8, 3: 1}, (7, 8)), "mostly Tuesdays, before nine"),
        (spread({0: 9, 2: 9, 4: 2}, (12, 13)), "mostly Mondays and Wednesdays, around noon"),
        (spread({2: 9, 0: 9, 4: 2}, (5, 6)), "mostly Mondays and Wednesdays, before seven"),
        (spread({5: 5, 6: 5, 1: 1}, (21, 22)), "mostly Saturdays and Sundays, late in the evening"),
        (spread(dict.fromkeys(range(5), 5), (17, 19)), "mostly working days, in the evening"),
        (spread(dict.fromkeys(range(7), 5), (8, 10)), "on any day, mostly in the morning"),
        (spread({0: 9, 3: 1}, (2, 8, 13, 19)), "mostly Mondays, at any hour"),
        (spread(dict.fromkeys(range(7), 5), (2, 8, 13, 19)), "on any day, at any hour"),
    ],
)
def test_what_stands_out_is_told(hours: dict[tuple[int, int], int], sentence: str) -> None:
    assert habit(hours) == sentence


def test_after_midnight_is_late_not_early() -> None:
    assert habit(spread(dict.fromkeys(range(7), 3), (0, 1, 23))) == (
        "on any day, mostly late in the evening"
    )


def test_a_few_shifts_are_no_habit() -> None:
    assert habit({(1, 8): 11}) is None
    assert habit({}) is None


@given(HOURS)
def test_weekdays_and_hours_each_add_up_to_all(hours: dict[tuple[int, int], int]) -> None:
    assert sum(by_weekday(hours)) == sum(by_hour(hours)) == sum(hours.values())


@given(HOURS)
def test_there_is_a_sentence_as_soon_as_there_is_enough(hours: dict[tuple[int, int], int]) -> None:
    assert (habit(hours) is None) == (sum(hours.values()) < 12)
