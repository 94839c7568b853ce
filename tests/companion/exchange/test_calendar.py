"""Calendars: read back as any other program would read them."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from shifter.companion import Companion
from shifter.companion.exchange.formats.calendar import Meant, write_meant
from shifter.core.text import clean_line
from shifter.errors import Refused
from tests.standing_clock import StandingClock

NOW = datetime(2026, 11, 19, 6, 58, tzinfo=UTC)


def events(text: str) -> list[Event]:
    """The events of a calendar, as icalendar reads them."""
    return [event for event in Calendar.from_ical(text).walk("VEVENT") if isinstance(event, Event)]


def exported(companion: Companion) -> list[Event]:
    return events("".join(companion.exchange.calendar()))


def test_what_was_done_and_what_is_meant_for_a_day_stand_in_the_calendar(
    companion: Companion,
) -> None:
    companion.ideas.add("Pottery")
    shift = companion.shifts.log("Wrote, to; Ana #pottery 10m !", note="one\n\ttwo").shift
    companion.ideas.steps.set("Pottery", "ask for a day", question="is it dusty?", by="friday")
    companion.picks.current()
    companion.picks.pocket("saturday 18:00")
    done, step, pocket = exported(companion)
    assert str(done["SUMMARY"]) == "Wrote, to; Ana"
    assert (shift.done_at, timedelta(minutes=10)) == (done.DTSTART, done.DURATION)
    assert str(done["DESCRIPTION"]) == "one\n\ttwo"
    assert done.categories == ["Pottery", "Little Yes"]
    assert (step.DTSTART, str(step["SUMMARY"])) == (date(2026, 11, 20), "ask for a day")
    assert datetime(2026, 11, 21, 17, tzinfo=UTC) == pocket.DTSTART
    assert len(pocket.walk("VALARM")) == 1
    identities = [event["UID"] for event in exported(companion)]
    assert len(set(identities)) == 3
    assert identities == [event["UID"] for event in exported(companion)]


def test_a_calendar_of_nothing_is_one(companion: Companion) -> None:
    assert exported(companion) == []


@given(st.text(max_size=60).map(clean_line))
def test_any_text_comes_back_from_a_calendar_and_nothing_else_with_it(text: str) -> None:
    written = write_meant(Meant("id", text, NOW, text), NOW)
    (event,) = events(written)
    assert str(event["SUMMARY"]) == text
    assert str(event.get("DESCRIPTION", "")) == text
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


@pytest.mark.parametrize(
    ("weekdays", "rule", "first"),
    [
        (range(7), "FREQ=DAILY", date(2026, 11, 19)),
        (
            range(5),
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            date(2026, 11, 19),
        ),
        ([6], "FREQ=WEEKLY;BYDAY=SU", date(2026, 11, 22)),
    ],
)
def test_a_reminder_comes_again_wherever_one_is(
    companion: Companion, weekdays: range | list[int], rule: str, first: date
) -> None:
    text = companion.exchange.reminder(time(8, 30), frozenset(weekdays))
    (event,) = events(text)
    assert f"\nRRULE:{rule}\r" in text
    assert datetime.combine(first, time(8, 30)) == event.DTSTART
    assert "TZID" not in text
    assert event.alarms.times[0].trigger == event.DTSTART


def test_a_pick_is_pocketed_and_in_the_calendar_or_neither(
    companion: Companion, clock: StandingClock, tmp_path: Path
) -> None:
    companion.picks.current()
    file = tmp_path / "pocket.ics"
    companion.exchange.pocket(companion.picks, "tomorrow 18:00", lambda text: _keep(file, text))
    (event,) = events(file.read_text(encoding="utf-8"))
    assert datetime(2026, 11, 20, 17, tzinfo=UTC) == event.DTSTART
    before, waiting = companion.history.next_undo(), companion.picks.waiting()
    clock.set("2026-11-19T09:00")

    def fail(_: str) -> None:
        raise Refused("No room", "The disk is full.")

    with pytest.raises(Refused, match="full"):
        companion.exchange.pocket(companion.picks, "tomorrow", fail)
    assert (companion.history.next_undo(), companion.picks.waiting()) == (before, waiting)


def _keep(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
