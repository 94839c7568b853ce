"""The next steps that people set for their ideas, as the pick sees them."""

from datetime import date, timedelta

from shifter.core.next_steps import Step, is_near
from shifter.store import next_steps
from shifter.store.store import Store

_RESTS = timedelta(days=3)
"""How long a step that was passed by stays off the card."""


class OwnSteps:
    """The steps that may be put on the card; one that was passed by waits for some days.

    It does not wait on the day that was given to its idea, nor when its own day is near; but no
    step comes twice on one day.
    """

    def __init__(self, store: Store, today: date, chosen_idea: str | None) -> None:
        self._today = today
        self._chosen_idea = chosen_idea
        self._steps = next_steps.current(store, today)
        self._passed_by = next_steps.passed_by(store, today - _RESTS) if self._steps else {}

    def of(self, idea: str) -> tuple[str | None, bool]:
        """The id of an idea's step, if it may be shown, and whether its day is near."""
        step = self._steps.get(idea)
        if step is None or not step.is_open or self._rests(step):
            return None, False
        return step.id, is_near(step, self._today)

    def _rests(self, step: Step) -> bool:
        passed_by = self._passed_by.get(step.id)
        if passed_by is None:
            return False
        wanted = step.idea == self._chosen_idea or is_near(step, self._today)
        return passed_by == self._today if wanted else True
