"""Runs: active days that belong together, with room for a miss."""

from collections.abc import Iterable
from datetime import date

from shifter.core.records import CurrentRun, Run
from shifter.core.rest import RestDays

NO_RUN = CurrentRun(0, None, None, "none")


def joins(a: date, b: date, rest: RestDays, grace: int) -> bool:
    """Whether the active days a < b, with none between them, belong to one run.

    They do if at most `grace` (0 to 3) days strictly between them are not rest days.
    """
    return rest.counted_between(a, b) <= grace


def runs(active: Iterable[date], rest: RestDays, grace: int) -> list[Run]:
    """Every run of the log, oldest first. `active` holds each active day once, in order."""
    found: list[Run] = []
    for day in active:
        if found and joins(found[-1].end, day, rest, grace):
            found[-1] = Run(found[-1].length + 1, found[-1].start, day)
        else:
            found.append(Run(1, day, day))
    return found


def current_run(last: Run | None, today: date, rest: RestDays, grace: int) -> CurrentRun:
    """The run that today belongs to, or still could.

    `last` is the last run of the log up to today, without any later day.
    """
    if last is None:
        return NO_RUN
    empty_days = rest.counted_between(last.end, today)
    if empty_days > grace:
        return NO_RUN
    if last.end == today:
        return CurrentRun(*last, "done")
    if rest.is_rest(today):
        return CurrentRun(*last, "rest")
    return CurrentRun(*last, "last_call" if empty_days == grace else "open")


def longest(runs: Iterable[Run]) -> Run | None:
    """The run with the most active days, the earliest of them if several have as many."""
    return max(runs, key=lambda run: run.length, default=None)


def returns(runs: Iterable[Run]) -> int:
    """How often somebody came back: every run but the first begins with a return."""
    return max(0, sum(1 for _ in runs) - 1)
