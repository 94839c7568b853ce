"""Calendars (iCalendar, RFC 5545): what was done, what is meant to be, and a reminder."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from shifter.core.records import Shift
from shifter.core.text import for_terminal
from shifter.core.weeks import WEEKDAYS

_WHOLE_WEEK = frozenset(range(len(WEEKDAYS)))
_REMINDER_LENGTH = timedelta(minutes=5)


class Meant(NamedTuple):
    """Something that is meant for a day, or for a moment (UTC); `about` says more."""

    id: str
    text: str
    when: date | datetime
    about: str | None = None


def write_calendar(shifts: Iterable[Shift], meant: Sequence[Meant], now: datetime) -> Iterator[str]:
    """A calendar piece by piece: every shift, then what is meant for a day to come."""
    # One event at a time: a whole calendar of a long life would be held several times over.
    head, end = _whole([]).split("END:VCALENDAR")
    yield head
    for shift in shifts:
        yield _text(_done(shift))
    for one in meant:
        yield _text(_meant(one, now))
    yield f"END:VCALENDAR{end}"


def write_reminder(at: time, weekdays: frozenset[int], now: datetime, today: date) -> str:
    """A calendar with a reminder at this time of these weekdays, Monday 0, wherever one is."""
    first = next(
        day
        for day in (today + timedelta(days=number) for number in range(len(WEEKDAYS)))
        if day.weekday() in weekdays
    )
    event = _event("reminder", "Five minutes with shifter", datetime.combine(first, at), now)
    event.add("duration", _REMINDER_LENGTH)
    if weekdays == _WHOLE_WEEK:
        event.add("rrule", {"freq": "daily"})
    else:
        days = [WEEKDAYS[day][:2] for day in sorted(weekdays)]
        event.add("rrule", {"freq": "weekly", "byday": days})
    _add_alarm(event, "One tiny thing is enough.")
    return _whole([event])


def write_meant(meant: Meant, now: datetime) -> str:
    """A calendar with one thing that is meant for a time, and an alarm."""
    return _whole([_meant(meant, now)])


def _done(shift: Shift) -> Event:
    event = _event(shift.id, shift.text, shift.done_at, shift.done_at)
    if shift.minutes:
        event.add("duration", timedelta(minutes=shift.minutes))
    if shift.note:
        event.add("description", for_terminal(shift.note))
    about = [shift.idea, "Little Yes" if shift.little_yes else None]
    if categories := [for_terminal(word) for word in about if word]:
        event.add("categories", categories)
    return event


def _meant(meant: Meant, now: datetime) -> Event:
    event = _event(meant.id, meant.text, meant.when, now)
    if meant.about:
        event.add("description", for_terminal(meant.about))
    if isinstance(meant.when, datetime):
        event.add("duration", _REMINDER_LENGTH)
        _add_alarm(event, for_terminal(meant.text))
    return event


def _event(id: str, text: str, start: date | datetime, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{id}@shifter")
    event.add("dtstamp", stamp)
    event.add("dtstart", start)
    event.add("summary", for_terminal(text))
    # It is something to look at, and makes nobody busy.
    event.add("transp", "TRANSPARENT")
    return event


def _add_alarm(event: Event, text: str) -> None:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)


def _whole(events: Iterable[Event]) -> str:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//shifter//shifter//EN")
    for event in events:
        calendar.add_component(event)
    return _text(calendar)


def _text(component: Calendar | Event) -> str:
    written: bytes = component.to_ical()
    return written.decode()
