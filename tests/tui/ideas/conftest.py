"""A board for the tests of the Ideas screen, on the file and the clock of the stage."""

import pytest

from tests.tui.conftest import Prepare, live
from tests.tui.stage import Stage


@pytest.fixture
def rich(stage: Stage, prepare: Prepare) -> Stage:
    """Ideas in every lane with steps, an experiment, outputs, notes and two dead ends."""
    return prepare(stage, _live_in_full)


def _live_in_full(stage: Stage) -> None:
    live(stage)
    stage.clock.set("2026-11-19T07:58:00")
    with stage.companion() as companion:
        ideas = companion.ideas
        ideas.steps.set("UX", "ask Ana for a day along")
        ideas.steps.set(
            "Pottery", "show three mugs at the fair", question="would anybody pay?", by="saturday"
        )
        ideas.note("Pottery", "The kiln is warm even in the morning.")
        ideas.edit("Pottery", {"drop_if": "nobody comes back a second time"})
        ideas.projects.begin("Repair", start="2026-11-02", weeks=6)
        for output in ("a table on Saturdays", "a price list people trust", "one page"):
            ideas.projects.add_output("Repair", output)
        ideas.projects.check_output("Repair", "table", outcome="nine people came")
        ideas.add("Youth work")
        ideas.rule_out("Youth work", taught="I liked their parents better.")
