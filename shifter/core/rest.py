"""Days off, which never count against anyone."""

from collections.abc import Iterator
from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple


class RestDays(NamedTuple):
    """The weekly days off (Monday is 0) and the single days that were marked."""

    weekdays: frozenset[int]
    marked: frozenset[date]

    def is_rest(self, day: date) -> bool:
        """Whether `day` is off, by its weekday or by a mark."""
        return day.weekday() in self.weekdays or day in self.marked

    def counted_between(self, a: date, b: date) -> int:
        """How many days strictly between `a` and `b` are not rest days; 0 unless a < b."""
        gap = (b - a).days - 1
        if gap <= 0:
            return 0
        return self._working_days(a, gap) - self._marked_working_days(a, b, gap)

    def _working_days(self, a: date, gap: int) -> int:
        """Of the `gap` days after `a`, those whose weekday is not off."""
        whole_weeks, left_over = divmod(gap, 7)
        working = whole_weeks * (7 - len(self.weekdays))
        first = a.weekday() + 1
        return working + sum((first + step) % 7 not in self.weekdays for step in range(left_over))

    def _marked_working_days(self, a: date, b: date, gap: int) -> int:
        """Days strictly between `a` and `b` that are off by a mark alone."""
        if gap < len(self.marked):
            marked: Iterator[date] = (day for day in _days_after(a, gap) if day in self.marked)
        else:
            marked = (day for day in self.marked if a < day < b)
        return sum(day.weekday() not in self.weekdays for day in marked)


def _days_after(day: date, count: int) -> Iterator[date]:
    return (day + timedelta(days=step) for step in range(1, count + 1))
