"""Shift Projects: small, with an end, and up to three outputs to show for them."""

from datetime import date
from typing import NamedTuple

OUTPUTS = 3
"""The most outputs of one project: more would be a job."""

USUAL_WEEKS = 6
OFFERED_WEEKS = (6, 8, 10, 12)
LONGEST_WEEKS = 52


class Project(NamedTuple):
    """When a project began and how many weeks it is meant to take."""

    start: date
    weeks: int


class Output(NamedTuple):
    """Something to show: `checked` is the day it was there, `outcome` what came of it."""

    id: str
    text: str
    checked: date | None
    outcome: str | None


def in_front(outputs: tuple[Output, ...]) -> tuple[Output, ...]:
    """At most three outputs, in their order; of more, those that are not there yet stay first.

    There may be more, since merging two projects keeps the outputs of both.
    """
    if len(outputs) <= OUTPUTS:
        return outputs
    chosen = sorted(outputs, key=lambda output: output.checked is not None)[:OUTPUTS]
    return tuple(output for output in outputs if output in chosen)


def project_week(project: Project, today: date) -> int:
    """The week a project is in, from 1; 0 before its start, more than its weeks after its end."""
    return (today - project.start).days // 7 + 1 if today >= project.start else 0
