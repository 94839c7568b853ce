from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from shifter.core.moment import Moment
from shifter.core.when import moment_in, parse_day, parse_moment
from shifter.errors import Refused

BERLIN = "Europe/Berlin"
NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"


def at(wall: str, zone: str = BERLIN) -> Moment:
    """A moment by its wall clock, the first of two."""
    there = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
    return moment_in(there.astimezone(UTC), ZoneInfo(zone), zone)


def moment(text: str, now: Moment, rollover: int = 4) -> Moment:
    return parse_moment(text, now, ZoneInfo(now.zone), rollover)


def wall(text: str, now: Moment, rollover: int = 4) -> str:
    return moment(text, now, rollover).wall.isoformat(" ", "minutes")


SUNDAY = at("2026-11-22 10:15")
AFTER_MIDNIGHT = at("2026-11-22 01:00")  # still Saturday, the 21st


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-11-22 10:15"),
        ("today", "2026-11-22 10:15"),
        ("TODAY", "2026-11-22 10:15"),
        ("  today ", "2026-11-22 10:15"),
        ("today 09:30", "2026-11-22 09:30"),
        ("today 9:30", "2026-11-22 09:30"),
        ("today at 9:30", "2026-11-22 09:30"),
        ("today 9am", "2026-11-22 09:00"),
        ("09:30", "2026-11-22 09:30"),
        ("10:15", "2026-11-22 10:15"),
        ("yesterday", "2026-11-21 12:00"),
        ("yesterday 23:59", "2026-11-21 23:59"),
        ("yesterday 11:30 pm", "2026-11-21 23:30"),
        ("yesterday 12am", "2026-11-22 00:00"),
        ("yesterday 12pm", "2026-11-21 12:00"),
        ("yesterday 02:00", "2026-11-22 02:00"),
        ("sunday", "2026-11-22 10:15"),
        ("Sun", "2026-11-22 10:15"),
        ("sunday 10:15", "2026-11-22 10:15"),
        ("sunday 10:16", "2026-11-15 10:16"),
        ("Monday", "2026-11-16 12:00"),
        ("tue 18:00", "2026-11-17 18:00"),
        ("Thurs", "2026-11-19 12:00"),
        ("saturday", "2026-11-21 12:00"),
        ("2026-11-22", "2026-11-22 10:15"),
        ("2026-11-21", "2026-11-21 12:00"),
        ("2026-11-21T18:45", "2026-11-21 18:45"),
        ("2026-11-21 18:45", "2026-11-21 18:45"),
        ("20261121T1845", "2026-11-21 18:45"),
        ("2026-W47-6", "2026-11-21 12:00"),
        ("2024-02-29", "2024-02-29 12:00"),
        ("22 November", "2026-11-22 10:15"),
        ("23 November", "2025-11-23 12:00"),
        ("3 March", "2026-03-03 12:00"),
        ("March 3", "2026-03-03 12:00"),
        ("3 Mar 2025", "2025-03-03 12:00"),
        ("Mar 3, 2025", "2025-03-03 12:00"),
        ("mar. 3 2025", "2025-03-03 12:00"),
        ("3rd of March 2025", "2025-03-03 12:00"),
        ("March 3rd", "2026-03-03 12:00"),
        ("3-Mar-2025", "2025-03-03 12:00"),
        ("3 Sept 2025 07:05", "2025-09-03 07:05"),
        ("3 March 2025, 14:30", "2025-03-03 14:30"),
        ("22 November 10:16", "2025-11-22 10:16"),
        ("31 December", "2025-12-31 12:00"),
        ("29 February", "2024-02-29 12:00"),
        ("1 May 2025", "2025-05-01 12:00"),
    ],
)
def test_when_something_was_done(text: str, expected: str) -> None:
    assert wall(text, SUNDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-22 01:00"),
        ("today 23:30", "2026-11-21 23:30"),
        ("today 00:30", "2026-11-22 00:30"),
        ("00:30", "2026-11-22 00:30"),
        ("yesterday", "2026-11-20 12:00"),
        ("yesterday 03:59", "2026-11-21 03:59"),
        ("2026-11-21", "2026-11-22 01:00"),
        ("21 November", "2026-11-22 01:00"),
        ("saturday", "2026-11-22 01:00"),
        ("sunday", "2026-11-15 12:00"),
        ("sunday 00:30", "2026-11-22 00:30"),
        ("22 November 00:30", "2026-11-22 00:30"),
        ("22 November", "2025-11-22 12:00"),
        ("saturday 00:30", "2026-11-21 00:30"),
    ],
)
def test_before_the_rollover_hour_it_is_still_yesterday(text: str, expected: str) -> None:
    assert wall(text, AFTER_MIDNIGHT) == expected


@pytest.mark.parametrize("hour", ["04:07", "09:00", "23:30"])
def test_a_small_hour_alone_is_that_of_the_night_that_is_over(hour: str) -> None:
    later = at(f"2026-11-22 {hour}")
    assert wall("03:50", later) == "2026-11-22 03:50"
    assert moment("03:50", later).day(4) == date(2026, 11, 21)


def test_another_rollover_hour_changes_what_today_is() -> None:
    early = at("2026-11-22 05:30")
    assert wall("yesterday", early, rollover=4) == "2026-11-21 12:00"
    assert wall("yesterday", early, rollover=6) == "2026-11-20 12:00"
    assert wall("today 00:10", early, rollover=0) == "2026-11-22 00:10"
    assert wall("today 05:10", early, rollover=6) == "2026-11-22 05:10"


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow",
        "10:16",
        "today 10:16",
        "today 02:00",
        "2026-11-23",
        "2026-11-22T10:15:00.001",
        "2026-11-22T09:15:00.001Z",
        "23 November 2026",
        "2199-12-31",
    ],
)
def test_the_future_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        moment(text, SUNDAY)


@pytest.mark.parametrize(
    ("text", "utc", "offset", "zone", "shift_day"),
    [
        ("2026-11-21T10:00Z", "2026-11-21 10:00", 0, "+00:00", "2026-11-21"),
        ("2026-11-21T10:00z", "2026-11-21 10:00", 0, "+00:00", "2026-11-21"),
        ("2026-11-21T10:00+05:30", "2026-11-21 04:30", 19800, "+05:30", "2026-11-21"),
        ("2026-11-21 10:00 +0530", "2026-11-21 04:30", 19800, "+05:30", "2026-11-21"),
        ("2026-11-21T10:00-03", "2026-11-21 13:00", -10800, "-03:00", "2026-11-21"),
        # The day is the one on the clock of that offset, not of the current zone.
        ("2026-11-22T22:00+13:00", "2026-11-22 09:00", 46800, "+13:00", "2026-11-22"),
        ("2026-11-21T20:30-11:00", "2026-11-22 07:30", -39600, "-11:00", "2026-11-21"),
        ("2026-11-22T03:00+05:30", "2026-11-21 21:30", 19800, "+05:30", "2026-11-21"),
        ("3 March 2026 09:00Z", "2026-03-03 09:00", 0, "+00:00", "2026-03-03"),
        # On Kiritimati it is 23:15 on the 22nd, in Samoa 22:15 on the 21st.
        ("today 20:00+14:00", "2026-11-22 06:00", 50400, "+14:00", "2026-11-22"),
        ("today 20:00-11:00", "2026-11-22 07:00", -39600, "-11:00", "2026-11-21"),
    ],
)
def test_a_given_offset_decides_the_day(
    text: str, utc: str, offset: int, zone: str, shift_day: str
) -> None:
    found = moment(text, SUNDAY)
    assert found.utc == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert (found.offset, found.zone) == (offset, zone)
    assert found.day(4) == date.fromisoformat(shift_day)
    assert parse_day(text, SUNDAY, ZoneInfo(BERLIN), 4, ahead=False) == found.day(4)


def test_without_an_offset_it_is_the_current_zone() -> None:
    found = moment("2026-07-01 10:00", SUNDAY)
    assert found == Moment(datetime(2026, 7, 1, 8, tzinfo=UTC), 7200, BERLIN)


def test_milliseconds_are_kept_and_what_is_below_is_cut_off() -> None:
    assert moment("2026-11-21T10:00:07.123999", SUNDAY).utc.microsecond == 123000
    assert moment("yesterday 10:00:07,0019", SUNDAY).utc.microsecond == 1000


@pytest.mark.parametrize(
    ("zone", "text", "expected", "utc"),
    [
        # Over a gap, forward by as much as the clocks went.
        (BERLIN, "2026-03-29 02:30", "2026-03-29 03:30", "2026-03-29 01:30"),
        (NEW_YORK, "2026-03-08 02:00", "2026-03-08 03:00", "2026-03-08 07:00"),
        (LORD_HOWE, "2026-10-04 02:15", "2026-10-04 02:45", "2026-10-03 15:45"),
        ("Pacific/Apia", "2011-12-30", "2011-12-31 12:00", "2011-12-30 22:00"),
        # Of two, the first.
        (BERLIN, "2026-10-25 02:30", "2026-10-25 02:30", "2026-10-25 00:30"),
        (NEW_YORK, "2026-11-01 01:30", "2026-11-01 01:30", "2026-11-01 05:30"),
        (LORD_HOWE, "2026-04-05 01:45", "2026-04-05 01:45", "2026-04-04 14:45"),
    ],
)
def test_where_the_clocks_change(zone: str, text: str, expected: str, utc: str) -> None:
    found = moment(text, at("2026-12-24 12:00", zone))
    assert found.wall.isoformat(" ", "minutes") == expected
    assert found.utc == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_in_the_second_of_two_hours_the_first_has_been() -> None:
    second = moment_in(datetime(2026, 10, 25, 1, 10, tzinfo=UTC), ZoneInfo(BERLIN), BERLIN)
    assert second.wall.isoformat(" ", "minutes") == "2026-10-25 02:10"
    assert moment("02:50", second).utc == datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
