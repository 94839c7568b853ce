"""What Today will show at the hours and mornings to come, as long as nothing else is done."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from shifter.companion.context import Context
from shifter.companion.moving_clock import MovingClock
from shifter.companion.picks import Picks
from shifter.companion.today import Today
from shifter.core.greeting import PART_BEGINS
from shifter.core.views import TodayView
from shifter.store import pockets


class Foreseen(NamedTuple):
    """What Today will show from `since` up to `until` (UTC)."""

    since: datetime
    until: datetime
    view: TodayView


def foreseen(context: Context, ahead: int) -> list[Foreseen]:
    """What the day `ahead` days from now will show, whenever it is first looked at.

    A morning chooses its pick only when it comes; what it will choose is known all the same, since
    chance depends on what is in the file. All that is written to find out is taken back.
    """
    now = context.now()
    clock = MovingClock(context.clock)
    day = context.today() + timedelta(days=ahead)
    turns = [turn for turn in _turns(context, clock, day) if turn > now.utc]
    if not ahead:
        turns.insert(0, now.utc)
    found = []
    for since, until in pairwise(turns):
        clock.set_to(since)
        # Who first looks in the evening has not seen what the morning would have shown.
        moved = Context(context.store, clock, context.config, context.given_random)
        with context.store.rehearsal(now.utc):
            found.append(Foreseen(since, until, Today(moved, Picks(moved)).view()))
    return found


def after_a_skip(context: Context) -> TodayView | None:
    """What Today would show if the open pick were skipped now; None where chance can't be foreseen.

    Raises as skipping it would.
    """
    if context.given_random is not None:
        return None
    # Chance of its own: the skip itself is to find it unused.
    apart = Context(context.store, context.clock, context.config, None)
    with context.store.rehearsal(context.now().utc):
        return Today(apart, Picks(apart)).another()


def _turns(context: Context, clock: MovingClock, day: date) -> list[datetime]:
    """The instants of a shift day at which Today may change, with its beginning and end."""
    begins, ends = (_wall(context, day + timedelta(days=days)) for days in (0, 1))
    hours = (begins, *_hours(begins, ends), ends)
    instants = [clock.instant(wall) for wall in hours]
    due = pockets.due_between(context.store, instants[0], instants[-1])
    return sorted({*instants, *due})


def _wall(context: Context, day: date) -> datetime:
    return datetime.combine(day, time(context.store.settings().rollover))


def _hours(begins: datetime, ends: datetime) -> Iterator[datetime]:
    """When another part of the day begins between the two."""
    for day in (begins.date(), ends.date()):
        for hour in PART_BEGINS:
            wall = datetime.combine(day, time(hour))
            if begins < wall < ends:
                yield wall
