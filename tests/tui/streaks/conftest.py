"""Boards for the tests of the Streaks screen, on the file and the clock of the stage."""

import pytest

from tests.tui.stage import Stage
from tests.tui.streaks.looking import logged


@pytest.fixture
def two_weeks(stage: Stage) -> Stage:
    """Shifts on four days of this week and the last, on two ideas."""
    with stage.companion() as companion:
        companion.ideas.add("Pottery")
        companion.ideas.add("Radio")
    logged(
        stage,
        ("2026-11-10 08:05", "Drew a cup #pottery 10m"),
        ("2026-11-11 07:30", "Wrote to Ana #radio @Ana"),
        ("2026-11-17 07:58", "Ana showed me her studio #pottery @Ana 20m !"),
        ("2026-11-17 08:10", "Thanked Ana #pottery"),
        ("2026-11-18 19:15", "Listened for an hour #radio 60m"),
    )
    return stage
