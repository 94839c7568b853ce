"""The small scales: temperature, heat and landings, at each of their edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.heat import heat_level
from shifter.core.landings import landing_ahead, landing_behind
from shifter.core.temperature import temperature


@pytest.mark.parametrize(
    ("days_quiet", "name"),
    [
        (0, "hot"),
        (2, "hot"),
        (3, "warm"),
        (7, "warm"),
        (8, "cool"),
        (14, "cool"),
        (15, "resting"),
        (4000, "resting"),
    ],
)
def test_temperature(days_quiet: int, name: str) -> None:
    assert temperature(days_quiet) == name


@pytest.mark.parametrize(
    ("shifts", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (6, 4), (500, 4)]
)
def test_heat_level(shifts: int, level: int) -> None:
    assert heat_level(shifts) == level


@pytest.mark.parametrize(
    ("total", "behind", "ahead"),
    [
        (0, 0, 10),
        (9, 0, 10),
        (10, 10, 25),
        (24, 10, 25),
        (25, 25, 50),
        (49, 25, 50),
        (50, 50, 100),
        (99, 50, 100),
        (100, 100, 150),
        (219, 200, 250),
        (1400, 1400, 1450),
        (1_000_000, 1_000_000, 1_000_050),
    ],
)
def test_landings(total: int, behind: int, ahead: int) -> None:
    assert (landing_behind(total), landing_ahead(total)) == (behind, ahead)


@given(st.integers(0, 10_000_000))
def test_one_stands_on_a_landing_or_between_two(total: int) -> None:
    assert landing_behind(total) <= total < landing_ahead(total)
    assert landing_ahead(landing_behind(total)) == landing_ahead(total)
