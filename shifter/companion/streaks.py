"""The Streaks screen: everything on it, for the whole log or for one idea."""

from collections.abc import Sequence
from datetime import date, timedelta

from shifter.companion.board_source import OneIdea, Source, WholeLog
from shifter.companion.context import Context
from shifter.companion.figures import Figures, day_totals, when_landing
from shifter.core.board import page, shape, weeks_lived
from shifter.core.board_view import (
    BoardView,
    DayPanel,
    Numbers,
    Strength,
    Towers,
    WeekTotal,
)
from shifter.core.curve import spread
from shifter.core.landings import landing_behind
from shifter.core.records import DayTotals, Kind, Streak
from shifter.core.strength import after_empty
from shifter.core.views import Stairs, StoryRow
from shifter.core.weeks import WEEK, latest_weeks, week_start
from shifter.store import figures, ideas, shifts

_WEEKS = 12
_ROWS = 200
_NEAR_CURVE = 90
_POINTS = 180


class Streaks:
    """What the Streaks screen shows."""

    def __init__(self, context: Context, figures: Figures) -> None:
        self._context = context
        self._figures = figures

    def view(
        self,
        *,
        columns: Sequence[int] = (78,),
        cursor: date | None = None,
        idea: str | None = None,
        numbered: bool = True,
    ) -> BoardView:
        """All of the screen, with as many weeks as fit into the columns.

        Of several widths, the first one that makes the days widest is taken.
        `cursor` is the day to show, today unless given, or the nearest one from the first shift to
        today. `idea` is the id of the only idea to count; if it is gone, all of them count. Its
        days and weeks stand where they would among those of all, and in the same measure. The
        figures in detail, which take the longest, are left out unless it is `numbered`.
        """
        today = self._context.today()
        source = self._source(idea, today)
        first = source.first_day()
        shown = min(max(cursor or today, first or today), today)
        streak = source.streak()
        return BoardView(
            today=today,
            idea=source.name,
            book_is_closed=ideas.closed_book(self._context.store) is not None,
            settings=self._context.store.settings(),
            streak=streak,
            towers=self._towers(source, first, today, shown, columns) if first else None,
            day=self._day(source, shown),
            weeks=self._weeks(source, today) if first else (),
            stairs=Stairs(landing_behind(streak.total), streak.total, streak.landing),
            when=when_landing(source.by_day, first, streak) if first else None,
            numbers=self._numbers(source, first, streak) if first and numbered else None,
        )

    def numbers(self, *, idea: str | None = None) -> Numbers | None:
        """The figures in detail alone; None before the first shift."""
        source = self._source(idea, self._context.today())
        first = source.first_day()
        return self._numbers(source, first, source.streak()) if first else None

    def day(self, day: date, *, idea: str | None = None) -> DayPanel:
        """One day and its shifts, for a cursor on its way."""
        return self._day(self._source(idea, self._context.today()), day)

    def _source(self, idea: str | None, today: date) -> Source:
        whole = WholeLog(self._context, self._figures, today)
        if idea is not None:
            for known in ideas.all_ideas(self._context.store, today):
                if known.id == idea:
                    return OneIdea(self._context, known, today, whole)
        return whole

    def _towers(
        self, source: Source, first: date, today: date, cursor: date, columns: Sequence[int]
    ) -> Towers:
        starts_on = self._context.store.settings().week_start
        begun = source.whole.first_day() or first
        lived = weeks_lived(begun, today, starts_on)
        form = max((shape(room, lived) for room in columns), key=lambda form: form.cell)
        shown = page(begun, today, cursor, form.weeks, starts_on)
        return Towers(
            shape=form,
            page=shown,
            days=self._days(source, shown.start, shown.end, today),
            first=first,
            today=today,
            ahead=figures.rest_days(self._context.store, today, shown.end).marked - {today},
            has_older=shown.start > first,
            has_newer=shown.end < today,
        )

    def _days(self, source: Source, first: date, last: date, today: date) -> tuple[DayTotals, ...]:
        rest = figures.rest_days(self._context.store, first, last)
        return day_totals(source.by_day(first, min(last, today)), rest, first, last)

    def _day(self, source: Source, day: date) -> DayPanel:
        store = self._context.store
        found = shifts.of_day(store, day, source.idea_id, _ROWS)
        (totals,) = self._days(source, day, day, day)
        in_all = figures.totals(store, day, day).shifts
        return DayPanel(
            day=totals,
            marked=day in figures.rest_days(store, day, day).marked,
            rows=tuple(StoryRow(shift, shift.wall.time()) for shift in found),
            hidden=totals.shifts - len(found),
            idea=source.name,
            others=in_all - totals.shifts,
        )

    def _weeks(self, source: Source, today: date) -> tuple[WeekTotal, ...]:
        """This week and up to eleven before it, none from before the first shift of all."""
        starts_on = self._context.store.settings().week_start
        starts = latest_weeks(today, starts_on, _WEEKS)
        begun = week_start(source.whole.first_day() or today, starts_on)
        starts = [start for start in starts if start >= begun]
        counts = _by_week(source, starts, today)
        of_all = counts if source is source.whole else _by_week(source.whole, starts, today)
        return tuple(map(WeekTotal, starts, counts, of_all))

    def _numbers(self, source: Source, first: date, streak: Streak) -> Numbers:
        prompted = source.kinds()
        kinds: list[tuple[Kind | None, int]] = [*prompted.items()]
        kinds.append((None, streak.total - sum(prompted.values())))
        return Numbers(
            strength=self._strength(source, first, streak),
            runs=source.longest_runs(),
            hours=source.hours(),
            kinds=tuple(sorted((kind for kind in kinds if kind[1] > 0), key=lambda kind: -kind[1])),
        )

    def _strength(self, source: Source, first: date, streak: Streak) -> Strength:
        today = streak.as_of
        lately = spread(max(first, today - timedelta(days=_NEAR_CURVE - 1)), today, _NEAR_CURVE)
        *earlier, last = source.last_points()
        rest = figures.rest_days(
            self._context.store, earlier[0].day if earlier else last.day, today
        )
        before = (
            after_empty(earlier[0].strength, rest.counted_between(earlier[0].day, last.day))
            if earlier
            else 0.0
        )
        return Strength(
            now=streak.strength,
            lately=source.strength_as_of(lately),
            ever=source.strength_as_of(spread(first, today, _POINTS)),
            last=last.day,
            before=before,
            after=last.strength,
            empty_days=rest.counted_between(last.day, today),
        )


def _by_week(source: Source, starts: Sequence[date], today: date) -> list[int]:
    """The shifts of the weeks that begin on these days, the last of which is today's."""
    counts = [0] * len(starts)
    for day, (shifts_done, *_) in source.by_day(starts[0], today).items():
        counts[(day - starts[0]).days // WEEK.days] += shifts_done
    return counts
