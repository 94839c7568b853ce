from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.days import ROLLOVERS, shift_day
from shifter.core.when import moment_in


def lived(utc: str, zone: str) -> tuple[str, str]:
    """The wall clock and, with a day that ends at four, the shift day of an instant."""
    moment = moment_in(datetime.fromisoformat(utc).replace(tzinfo=UTC), ZoneInfo(zone), zone)
    return moment.wall.isoformat(" ", "minutes"), moment.day(4).isoformat()


@pytest.mark.parametrize(
    ("wall", "rollover", "day"),
    [
        ("2026-11-22 03:59:59.999", 4, "2026-11-21"),
        ("2026-11-22 04:00", 4, "2026-11-22"),
        ("2026-11-22 04:59", 5, "2026-11-21"),
        ("2026-11-22 05:59", 6, "2026-11-21"),
        ("2026-11-22 06:00", 6, "2026-11-22"),
        ("2026-11-22 00:00", 0, "2026-11-22"),
        ("2026-11-22 23:59", 4, "2026-11-22"),
        ("2027-01-01 01:00", 4, "2026-12-31"),
        ("2028-03-01 03:00", 4, "2028-02-29"),
        ("2027-03-01 03:00", 4, "2027-02-28"),
    ],
)
def test_a_day_ends_at_the_rollover_hour(wall: str, rollover: int, day: str) -> None:
    assert shift_day(datetime.fromisoformat(wall), rollover) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("utc", "zone", "wall", "day"),
    [
        # Clocks go forward at 02:00: an hour counted back in UTC would be off by one.
        ("2026-03-29 00:30", "Europe/Berlin", "2026-03-29 01:30", "2026-03-28"),
        ("2026-03-29 01:59", "Europe/Berlin", "2026-03-29 03:59", "2026-03-28"),
        ("2026-03-29 02:00", "Europe/Berlin", "2026-03-29 04:00", "2026-03-29"),
        # And back at 03:00: 02:30 is there twice.
        ("2026-10-25 00:30", "Europe/Berlin", "2026-10-25 02:30", "2026-10-24"),
        ("2026-10-25 01:30", "Europe/Berlin", "2026-10-25 02:30", "2026-10-24"),
        ("2026-10-25 03:00", "Europe/Berlin", "2026-10-25 04:00", "2026-10-25"),
        ("2026-03-08 07:59", "America/New_York", "2026-03-08 03:59", "2026-03-07"),
        ("2026-03-08 08:00", "America/New_York", "2026-03-08 04:00", "2026-03-08"),
        ("2026-11-01 08:59", "America/New_York", "2026-11-01 03:59", "2026-10-31"),
        ("2026-11-01 09:00", "America/New_York", "2026-11-01 04:00", "2026-11-01"),
        # Half an hour of summer time.
        ("2026-04-04 17:29", "Australia/Lord_Howe", "2026-04-05 03:59", "2026-04-04"),
        ("2026-04-04 17:30", "Australia/Lord_Howe", "2026-04-05 04:00", "2026-04-05"),
        ("2026-10-03 16:59", "Australia/Lord_Howe", "2026-10-04 03:59", "2026-10-03"),
        ("2026-10-03 17:00", "Australia/Lord_Howe", "2026-10-04 04:00", "2026-10-04"),
        # One instant, two days: across the date line.
        ("2026-11-22 12:00", "Pacific/Kiritimati", "2026-11-23 02:00", "2026-11-22"),
        ("2026-11-22 14:00", "Pacific/Kiritimati", "2026-11-23 04:00", "2026-11-23"),
        ("2026-11-22 14:00", "Pacific/Pago_Pago", "2026-11-22 03:00", "2026-11-21"),
        # Samoa left out 30 December 2011; its last hours before the rollover still count for it.
        ("2011-12-30 09:59", "Pacific/Apia", "2011-12-29 23:59", "2011-12-29"),
        ("2011-12-30 10:00", "Pacific/Apia", "2011-12-31 00:00", "2011-12-30"),
        ("2011-12-30 14:00", "Pacific/Apia", "2011-12-31 04:00", "2011-12-31"),
    ],
)
def test_a_day_is_read_from_the_wall_clock(utc: str, zone: str, wall: str, day: str) -> None:
    assert lived(utc, zone) == (wall, day)


@pytest.mark.parametrize("rollover", ROLLOVERS)
@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Havana",
        "Asia/Beirut",
        "Africa/Cairo",
    ],
)
def test_days_never_run_backwards_in_one_place(zone: str, rollover: int) -> None:
    start = datetime(2011, 1, 1, tzinfo=UTC)
    days = [
        moment_in(start + timedelta(minutes=30 * step), ZoneInfo(zone), zone).day(rollover)
        for step in range(48 * 366)
    ]
    assert days == sorted(days)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)), st.sampled_from(ROLLOVERS))
def test_a_shift_day_is_the_date_or_the_one_before(wall: datetime, rollover: int) -> None:
    day = shift_day(wall, rollover)
    assert (wall.date() - day).days == (1 if wall.hour < rollover else 0)
