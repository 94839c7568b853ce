"""When: the day or the moment that somebody means by what they wrote, seen from now.

Today and yesterday are shift days. A date without a time means noon, or now if it is today. A
weekday or a date without a year is the nearest one that fits, today among them; last Monday is the
latest before today, next Monday the first after it. A time alone in the small hours is that of
the night that is over. A time is on the clock of the current zone, unless it gives its own offset
from UTC, which then decides the day too.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from shifter.core.moment import Moment
from shifter.core.written import (
    NOON,
    OR_WITH_A_TIME,
    WAYS,
    FromToday,
    Weekday,
    Written,
    Yearless,
    read,
    unreadable,
)
from shifter.errors import Refused

_TONIGHT = Written(FromToday(0), time(20))
_LEAST_UNTIL_TONIGHT = timedelta(hours=2)
_WEEKEND = Written(Weekday(5), NOON)

# From one 29 February to the next it can take eight years: 1896 to 1904, 2096 to 2104.
_YEARS_TO_LEAP_DAY = 8


def parse_moment(text: str, now: Moment, zone: tzinfo, rollover: int) -> Moment:
    """When something was done. `zone` is the current one, of which `now` has the name.

    Raises `WrongUsage` for what can't be read, `Refused` for the future.
    """
    written = read(text, WAYS + OR_WITH_A_TIME)
    _, moment = _nearest(written, _place(written, now, zone, rollover), ahead=False)
    if moment.utc > now.utc:
        raise Refused(
            "Still ahead",
            "That time is yet to come, and the log is for what is done. "
            "Leave it out for now, or try today 09:30, yesterday or 3 March.",
        )
    return moment


def parse_day(text: str, now: Moment, zone: tzinfo, rollover: int, *, ahead: bool) -> date:
    """A shift day: with `ahead`, one that may be still to come, otherwise one up to today.

    Raises `WrongUsage` for what can't be read, `Refused` for the future unless `ahead`.
    """
    ways = _ways_ahead(now.day(rollover)) if ahead else WAYS
    written = read(text, ways)
    if written.day is None:
        raise unreadable(text, ways)
    day, moment = _nearest(written, _place(written, now, zone, rollover), ahead=ahead)
    if moment.utc > now.utc and not ahead:
        raise Refused(
            "Still ahead",
            "That day is yet to come. Try today, yesterday, monday or 3 March.",
        )
    return day if written.clock is None else moment.day(rollover)


def parse_due(text: str, now: Moment, zone: tzinfo, rollover: int) -> Moment:
    """When a pocketed pick is due, which is always ahead.

    Raises `WrongUsage` for what can't be read, `Refused` for the past and the present.
    """
    word = text.strip().lower()
    if word == "tonight":
        return _due_tonight(now, zone, rollover)
    ways = f"tonight, weekend, or {_ways_ahead(now.day(rollover))}{OR_WITH_A_TIME}"
    written = _WEEKEND if word == "weekend" else read(text, ways)
    _, moment = _nearest(written, _place(written, now, zone, rollover), ahead=True)
    if moment.utc > now.utc:
        return moment
    raise Refused(
        "A pocket is for later",
        "Try tonight, tomorrow, weekend, or a day and a time such as friday 18:00.",
    )


def tonight(now: Moment, zone: tzinfo, rollover: int) -> Moment | None:
    """20:00, or in two hours where that is later; None where the shift day is over by then."""
    place = _Place(now, zone, rollover)
    soonest = moment_in(now.utc + _LEAST_UNTIL_TONIGHT, zone, now.zone)
    evening = _moment(place.today, _TONIGHT, place)
    moment = evening if evening.utc > soonest.utc else soonest
    return moment if moment.day(rollover) == place.today else None


def _due_tonight(now: Moment, zone: tzinfo, rollover: int) -> Moment:
    moment = tonight(now, zone, rollover)
    if moment is None:
        raise Refused("The night is nearly over", "Tomorrow is close by: try tomorrow instead.")
    return moment


def _ways_ahead(today: date) -> str:
    """A few ways to write a day that is still to come."""
    ahead = today + timedelta(days=7)
    return f"tomorrow, monday, {ahead.day} {ahead:%B} or {ahead}"


def moment_in(utc: datetime, zone: tzinfo, name: str) -> Moment:
    """The instant as it was lived in `zone`, whose name is `name`."""
    utc = utc.replace(microsecond=utc.microsecond // 1000 * 1000)
    offset = utc.astimezone(zone).replace(tzinfo=None) - utc.replace(tzinfo=None)
    return Moment(utc, int(offset.total_seconds()), name)


class _Place(NamedTuple):
    """Now, and the clock that a written time is read by."""

    now: Moment
    zone: tzinfo
    rollover: int

    @property
    def today(self) -> date:
        return self.now.day(self.rollover)

    def moment(self, day: date, clock: time) -> Moment:
        """That time on this place's clock: the first of two, and moved on over a gap."""
        wall = datetime.combine(day, clock.replace(tzinfo=self.zone, fold=0))
        return moment_in(wall.astimezone(UTC), self.zone, self.now.zone)


def _place(written: Written, now: Moment, zone: tzinfo, rollover: int) -> _Place:
    if written.clock is None or written.clock.tzinfo is None:
        return _Place(now, zone, rollover)
    offset = written.clock.tzinfo
    return _Place(moment_in(now.utc, offset, _offset_name(offset)), offset, rollover)


def _offset_name(offset: tzinfo) -> str:
    """The offset as a zone's name: `+05:30`."""
    return datetime(2000, 1, 1, tzinfo=offset).isoformat()[-len("+05:30") :]


def _nearest(written: Written, place: _Place, *, ahead: bool) -> tuple[date, Moment]:
    """The nearest day and moment meant on the wanted side of now; where none is, the farthest."""
    for day in _days(written, place, ahead=ahead):
        moment = _moment(day, written, place)
        if moment.utc >= place.now.utc if ahead else moment.utc <= place.now.utc:
            break
    return day, moment


def _days(written: Written, place: _Place, *, ahead: bool) -> Iterator[date]:
    """The days that may be meant, at least one, the nearest first."""
    # Before the rollover hour the calendar is already a day further than today.
    start = place.today if ahead else place.now.wall.date()
    onward = 1 if ahead else -1
    match written.day:
        case None:
            yield place.today
            if written.clock is not None and not ahead and _is_small_hour(written.clock, place):
                yield place.today - timedelta(days=1)  # The night that is just over.
        case FromToday(days):
            yield place.today + timedelta(days=days)
        case Weekday(number, toward) if toward:
            between = (toward * (number - place.today.weekday()) - 1) % 7
            yield place.today + toward * timedelta(days=between + 1)
        case Weekday(number):
            nearest = start + onward * timedelta(days=onward * (number - start.weekday()) % 7)
            yield nearest
            yield nearest + onward * timedelta(days=7)
        case Yearless(month, day):
            for years in range(_YEARS_TO_LEAP_DAY + 1):
                year = start.year + onward * years
                with suppress(ValueError):  # 29 February, in most years
                    yield date(year, month, day)
        case fixed:
            yield fixed


def _moment(day: date, written: Written, place: _Place) -> Moment:
    """The moment meant, given the day."""
    if written.clock is None:
        return place.now if day == place.today else place.moment(day, NOON)
    names_shift_day = written.day is None or isinstance(written.day, FromToday)
    if names_shift_day and _is_small_hour(written.clock, place):
        day += timedelta(days=1)
    return place.moment(day, written.clock)


def _is_small_hour(clock: time, place: _Place) -> bool:
    """Whether a time belongs to the shift day that began on the date before."""
    return clock.hour < place.rollover
