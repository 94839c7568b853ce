"""Days off: they never count against anyone."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.core.days import plain_day
from shifter.errors import Refused, WrongUsage
from shifter.store import figures

_LONGEST_SPAN = 366 * 2


class Rest:
    """Marked rest days, beside the weekly ones."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def mark(self, day: date, until: date | None = None) -> tuple[date, ...]:
        """Mark a day, or a span with both ends; returns the days newly marked."""
        last = until or day
        _check_span(day, last)
        return self.mark_away(day, last)

    def mark_away(self, day: date, until: date) -> tuple[date, ...]:
        """Mark the days that somebody was away, which may be years; returns the new ones."""
        with self._context.action(f"rest{_span(day, until, self._context.today())}") as writer:
            rest = figures.rest_days(self._context.store, day, until)
            new = [one for one in _days(day, until) if one not in rest.marked]
            for one in new:
                writer.insert("rest_day", {"day": one.isoformat()})
        return tuple(new)

    def unmark(self, day: date, until: date | None = None) -> tuple[date, ...]:
        """Remove marks; returns the days that no longer rest.

        A weekly rest day stays one: alone it is refused, and within a span nothing is said of it.
        """
        last = until or day
        _check_span(day, last)
        with self._context.action(self._no_rest(day, last)):
            gone = self.delete_marks(day, last)
            weekdays = self._context.store.settings().rest_weekdays
            weekly = [one for one in _days(day, last) if one.weekday() in weekdays]
            if weekly and not gone:
                raise Refused(
                    f"{weekly[0]:%A} is a rest day every week",
                    "`shifter settings rest_weekdays` changes which weekdays are.",
                )
        return gone

    def delete_marks(self, day: date, until: date) -> tuple[date, ...]:
        """Remove every mark of a span, which may be years; returns the days that no longer rest.

        Those of weekly rest days go as well: other weekdays may be set one day.
        """
        with self._context.action(self._no_rest(day, until)) as writer:
            marks = figures.marked_rest_days(self._context.store, day, until)
            for ids in marks.values():
                for id in ids:
                    writer.delete("rest_day", id)
            weekdays = self._context.store.settings().rest_weekdays
        return tuple(one for one in sorted(marks) if one.weekday() not in weekdays)

    def _no_rest(self, first: date, last: date) -> str:
        return f"no rest{_span(first, last, self._context.today())}"


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _span(first: date, last: date, today: date) -> str:
    if first == last:
        return f" on {plain_day(first, today)}"
    return f" from {plain_day(first, today)} to {plain_day(last, today)}"


def _check_span(first: date, last: date) -> None:
    if last < first:
        raise WrongUsage("The span runs backwards", f"{last} is before {first}.")
    if (last - first).days > _LONGEST_SPAN:
        raise WrongUsage("That is a long rest", "Two years can be marked at a time.")
