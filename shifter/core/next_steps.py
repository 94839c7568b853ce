"""The next step of an idea; with a question it is an experiment."""

from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple

NEAR = timedelta(days=3)
"""How long before its day a step is near."""

ASKED_FOR = timedelta(days=7)
"""How long it is asked what an experiment found, from the day it was run on."""

_STAYS_NEAR = timedelta(days=7)


class Step(NamedTuple):
    """What comes next for an idea, in the user's own words. `idea` is an id.

    An experiment has a `question`; `by` is the day it is meant for. `done` is the day the step was
    taken, `found` what came out of it.
    """

    id: str
    idea: str
    text: str
    question: str | None
    by: date | None
    done: date | None
    found: str | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be taken."""
        return self.done is None and self.found is None

    @property
    def awaits_answer(self) -> bool:
        """Whether the test was run, and what it found was not written down yet."""
        return self.question is not None and self.done is not None and self.found is None


def is_near(step: Step, today: date) -> bool:
    """Whether the day that a step is meant for is close, or went by within the last week."""
    if step.by is None or not step.is_open:
        return False
    return step.by - NEAR <= today <= step.by + _STAYS_NEAR
