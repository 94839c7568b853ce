"""Where the figures of the board come from: the whole log, or the shifts on one idea."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from shifter.companion.context import Context
from shifter.companion.figures import Counts, Figures
from shifter.core.curve import StrengthPoint, strength_as_of, strength_points
from shifter.core.landings import landing_ahead
from shifter.core.quick_typing import Protocol
from shifter.core.records import Idea, Kind, Run, Streak, Totals
from shifter.core.rest import RestDays
from shifter.core.runs import current_run, longest, returns, runs
from shifter.core.weeks import last_week, last_week_to_date, this_week
from shifter.store import board, figures


class Source(Protocol):
    """What the board asks for, as of one day."""

    @property
    def name(self) -> str | None:
        """The idea's name; None for the whole log."""

    @property
    def idea_id(self) -> str | None:
        """The idea's id; None for the whole log."""

    @property
    def whole(self) -> "WholeLog":
        """The whole log, which this is a part of."""

    def first_day(self) -> date | None:
        """The first active day."""

    def streak(self) -> Streak:
        """Every figure."""

    def by_day(self, first: date, last: date) -> Mapping[date, Counts]:
        """What each active day of a span adds up to, both ends included."""

    def longest_runs(self) -> tuple[Run, ...]:
        """The longest runs, the longest first."""

    def last_points(self) -> Sequence[StrengthPoint]:
        """The last active day and the one before it, in order, as far as there are any."""

    def strength_as_of(self, days: Sequence[date]) -> tuple[float, ...]:
        """The strength as of each of these days, in order."""

    def hours(self) -> Mapping[tuple[int, int], int]:
        """Shifts by weekday and hour."""

    def kinds(self) -> Mapping[Kind, int]:
        """Shifts by the kind of their prompt."""


class WholeLog:
    """The whole log."""

    name = None
    idea_id = None

    def __init__(self, context: Context, figures: Figures, today: date) -> None:
        self._store = context.store
        self._figures = figures
        self._today = today

    @property
    def whole(self) -> "WholeLog":
        """This is all of it."""
        return self

    def first_day(self) -> date | None:
        """The first active day, unless it is still to come in this time zone."""
        first = figures.first_day(self._store)
        return first if first is not None and first <= self._today else None

    def streak(self) -> Streak:
        """Every figure."""
        return self._figures.streak(self._today)

    def by_day(self, first: date, last: date) -> Mapping[date, Counts]:
        """What each active day of a span adds up to."""
        return figures.by_day(self._store, first, last)

    def longest_runs(self) -> tuple[Run, ...]:
        """The longest runs up to today."""
        standing = figures.standing(self._store, self._today)
        return board.longest_runs(self._store, self._today, standing.run) if standing else ()

    def last_points(self) -> Sequence[StrengthPoint]:
        """The last two active days."""
        return board.last_points(self._store, self._today)

    def strength_as_of(self, days: Sequence[date]) -> tuple[float, ...]:
        """The strength as of each of these days."""
        known = board.points_up_to(self._store, days)
        first = known[0].day if known else self._today
        return strength_as_of(days, known, figures.rest_days(self._store, first, days[-1]))

    def hours(self) -> Mapping[tuple[int, int], int]:
        """Shifts by weekday and hour."""
        return board.hours(self._store, None)

    def kinds(self) -> Mapping[Kind, int]:
        """Shifts by the kind of their prompt."""
        return board.kinds(self._store, None)


class OneIdea:
    """The shifts on one idea; its runs and its strength follow from its own days."""

    def __init__(self, context: Context, idea: Idea, today: date, whole: WholeLog) -> None:
        self.whole = whole
        self.name = idea.name
        self.idea_id = idea.id
        self._store = context.store
        self._settings = context.store.settings()
        self._idea = idea
        self._today = today

    def first_day(self) -> date | None:
        """The first day with a shift on it."""
        return self._active[0] if self._active else None

    def streak(self) -> Streak:
        """Every figure."""
        store, id, today = self._store, self._idea.id, self._today
        total, minutes, little_yeses = board.totals(store, id, today)
        first = self._settings.week_start
        return Streak(
            as_of=today,
            current=current_run(
                self._runs[-1] if self._runs else None, today, self._rest, self._settings.grace
            ),
            longest=longest(self._runs),
            strength=self.strength_as_of((today,))[0],
            total=total,
            minutes=minutes,
            active_days=len(self._active),
            returns=returns(self._runs),
            little_yeses=little_yeses,
            this_week=self._totals(*this_week(today, first)),
            last_week_to_date=self._totals(*last_week_to_date(today, first)),
            last_week=self._totals(*last_week(today, first)),
            people=board.people(store, id),
            ruled_out=int(self._idea.stage == "dead_end"),
            landing=landing_ahead(total),
        )

    def by_day(self, first: date, last: date) -> Mapping[date, Counts]:
        """What each day of a span adds up to on this idea."""
        return board.by_day(self._store, self._idea.id, first, last)

    def longest_runs(self) -> tuple[Run, ...]:
        """The longest runs of days on this idea."""
        return board.longest(self._runs)

    def last_points(self) -> Sequence[StrengthPoint]:
        """The last two days with a shift on it."""
        return self._points[-2:]

    def strength_as_of(self, days: Sequence[date]) -> tuple[float, ...]:
        """The strength of the habit with this idea."""
        return strength_as_of(days, self._points, self._rest)

    def hours(self) -> Mapping[tuple[int, int], int]:
        """Shifts by weekday and hour."""
        return board.hours(self._store, self._idea.id)

    def kinds(self) -> Mapping[Kind, int]:
        """Shifts by the kind of their prompt."""
        return board.kinds(self._store, self._idea.id)

    def _totals(self, first: date, last: date) -> Totals:
        counts = self.by_day(first, last).values()
        return Totals(sum(c[0] for c in counts), sum(c[1] for c in counts), len(counts))

    @cached_property
    def _active(self) -> list[date]:
        return board.active_days(self._store, self._idea.id, self._today)

    @cached_property
    def _rest(self) -> RestDays:
        first = self._active[0] if self._active else self._today
        return figures.rest_days(self._store, first, self._today)

    @cached_property
    def _runs(self) -> list[Run]:
        return runs(self._active, self._rest, self._settings.grace)

    @cached_property
    def _points(self) -> list[StrengthPoint]:
        return strength_points(self._active, self._rest)
