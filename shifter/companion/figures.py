"""What the log adds up to, as of any day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from shifter.companion.context import Context
from shifter.core.heat import heat_level
from shifter.core.landings import landing_ahead
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import CurrentRun, DayTotals, Streak
from shifter.core.rest import RestDays
from shifter.core.runs import current_run
from shifter.core.strength import after_empty
from shifter.core.weeks import last_week, last_week_to_date, this_week
from shifter.store import figures, ideas

if TYPE_CHECKING:
    from shifter.core.board_view import Board

Counts = tuple[int, int, int]
"""Shifts, minutes and Little Yeses."""


class Figures:
    """Figures, read from the derived rows."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def streak(self, as_of: date | None = None) -> Streak:
        """Every figure as of a day; days after it count nowhere. Today unless given."""
        store = self._context.store
        store.settle()
        day = as_of or self._context.today()
        settings = store.settings()
        start = settings.week_start
        standing = figures.standing(store, day)
        empty = Streak(
            as_of=day,
            current=CurrentRun(0, None, None, "none"),
            longest=None,
            strength=0.0,
            total=0,
            minutes=0,
            active_days=0,
            returns=0,
            little_yeses=0,
            this_week=figures.totals(store, *this_week(day, start)),
            last_week_to_date=figures.totals(store, *last_week_to_date(day, start)),
            last_week=figures.totals(store, *last_week(day, start)),
            people=figures.people(store, day),
            ruled_out=ideas.ruled_out(store, day),
            landing=landing_ahead(0),
        )
        if standing is None:
            return empty
        rest = figures.rest_days(store, standing.day, day)
        return empty._replace(
            current=current_run(standing.run, day, rest, settings.grace),
            longest=standing.longest,
            strength=after_empty(standing.strength, rest.counted_between(standing.day, day)),
            total=standing.shifts,
            minutes=standing.minutes,
            active_days=standing.active_days,
            returns=standing.returns,
            little_yeses=standing.little_yeses,
            landing=landing_ahead(standing.shifts),
        )

    def first_day(self) -> date | None:
        """The day of the first shift."""
        return figures.first_day(self._context.store)

    def days(self, since: date | None = None, until: date | None = None) -> tuple[DayTotals, ...]:
        """One entry a day, both ends included; from the first shift to today unless given."""
        store = self._context.store
        first = since or figures.first_day(store)
        last = until or self._context.today()
        if first is None or first > last:
            return ()
        active = figures.by_day(store, first, last)
        return day_totals(active, figures.rest_days(store, first, last), first, last)

    def board(self, streak: Streak, columns: int) -> "Board | None":
        """As many weeks as fit into the columns, as of the day of the figures.

        None before the first shift.
        """
        from shifter.core import board
        from shifter.core.board_view import Board

        first, today = self.first_day(), streak.as_of
        if first is None or not streak.total:
            return None
        settings = self._context.store.settings()
        shape = board.shape(columns, board.weeks_lived(first, today, settings.week_start))
        page = board.page(first, today, today, shape.weeks, settings.week_start)
        return Board(
            streak,
            settings.grace,
            first,
            shape,
            page,
            self.days(page.start, page.end),
            when_landing(partial(figures.by_day, self._context.store), first, streak),
        )

    def line(self, format: str | None = None) -> str:
        """The log in one short line, for a shell's prompt; `format` names the fields it shows."""
        if format is not None:
            from shifter.companion.line import formatted_line

            return formatted_line(self._context, format)
        store = self._context.store
        today = self._context.today()
        standing = figures.standing(store, today)
        if standing is None:
            return "0 shifts"
        rest = figures.rest_days(store, standing.day, today)
        run = current_run(standing.run, today, rest, store.settings().grace)
        mark = "✓ " if run.state == "done" else ""
        days = f", {run.length} {'day' if run.length == 1 else 'days'} in this run"
        shifts = f"{standing.shifts} {'shift' if standing.shifts == 1 else 'shifts'}"
        return f"{mark}{shifts}{days if run.length else ''}"


def day_totals(
    active: Mapping[date, Counts], rest: RestDays, first: date, last: date
) -> tuple[DayTotals, ...]:
    """One entry a day, both ends included; `active` has what each active day adds up to."""
    entries = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        counts = active.get(day, (0, 0, 0))
        entries.append(DayTotals(day, *counts, rest.is_rest(day), heat_level(counts[0])))
    return tuple(entries)


def when_landing(
    by_day: Callable[[date, date], Mapping[date, Counts]], first: date, streak: Streak
) -> str | None:
    """Roughly when the next landing is reached, in words; None where that can't be said.

    `by_day` reads what each active day of a span adds up to, `first` is the first of all.
    """
    from shifter.core.pace import LATELY, Lately, when_reached

    today = streak.as_of
    counts = by_day(today - timedelta(days=LATELY - 1), today).values()
    lately = Lately(sum(shifts for shifts, *_ in counts), len(counts), (today - first).days + 1)
    return when_reached(streak.landing - streak.total, lately, today)
