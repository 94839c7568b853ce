from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from shifter.core.moment import Moment
from shifter.core.when import moment_in, parse_day, parse_due
from shifter.errors import Refused, WrongUsage

BERLIN = "Europe/Berlin"


def at(wall: str) -> Moment:
    """A moment by its wall clock, the first of two."""
    there = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(BERLIN))
    return moment_in(there.astimezone(UTC), ZoneInfo(BERLIN), BERLIN)


def day(text: str, now: Moment, rollover: int = 4, *, ahead: bool = False) -> str:
    return parse_day(text, now, ZoneInfo(now.zone), rollover, ahead=ahead).isoformat()


def due(text: str, now: Moment, rollover: int = 4) -> str:
    return parse_due(text, now, ZoneInfo(now.zone), rollover).wall.isoformat(" ", "minutes")


SUNDAY = at("2026-11-22 10:15")
AFTER_MIDNIGHT = at("2026-11-22 01:00")  # still Saturday, the 21st


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        ("2027-01-01 01:00", "today", "2026-12-31"),
        ("2027-01-01 01:00", "31 December", "2026-12-31"),
        ("2027-01-01 01:00", "1 January", "2026-01-01"),
        ("2027-01-01 12:00", "yesterday", "2026-12-31"),
        ("2028-03-01 12:00", "yesterday", "2028-02-29"),
        ("2027-03-01 12:00", "yesterday", "2027-02-28"),
        ("2027-03-01 12:00", "29 Feb", "2024-02-29"),
        ("2103-06-01 12:00", "29 Feb", "2096-02-29"),
    ],
)
def test_days_about_a_year_end_and_a_leap_day(now: str, text: str, expected: str) -> None:
    assert day(text, at(now)) == expected


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("now", "2026-11-22", "2026-11-22"),
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("sunday", "2026-11-22", "2026-11-22"),
        ("monday", "2026-11-16", "2026-11-23"),
        ("sat", "2026-11-21", "2026-11-28"),
        ("3 March", "2026-03-03", "2027-03-03"),
        ("22 November", "2026-11-22", "2026-11-22"),
        ("24 December", "2025-12-24", "2026-12-24"),
        ("29 February", "2024-02-29", "2028-02-29"),
        ("2025-03-03", "2025-03-03", "2025-03-03"),
        ("3 March 2025", "2025-03-03", "2025-03-03"),
        ("yesterday 02:00", "2026-11-21", "2026-11-21"),
        ("2 days ago", "2026-11-20", "2026-11-20"),
        ("2 days ago at 18:00", "2026-11-20", "2026-11-20"),
        ("the day before yesterday", "2026-11-20", "2026-11-20"),
        ("A week ago", "2026-11-15", "2026-11-15"),
        ("three weeks ago", "2026-11-01", "2026-11-01"),
        ("last monday", "2026-11-16", "2026-11-16"),
        ("last sun", "2026-11-15", "2026-11-15"),
        ("last Sunday 09:00", "2026-11-15", "2026-11-15"),
        ("this monday", "2026-11-16", "2026-11-23"),
        ("2026-11-22 02:00", "2026-11-21", "2026-11-21"),
    ],
)
def test_a_day_looking_back_and_ahead(text: str, back: str, ahead: str) -> None:
    assert day(text, SUNDAY) == back
    assert day(text, SUNDAY, ahead=True) == ahead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2026-11-23"),
        ("the day after tomorrow", "2026-11-24"),
        ("in 3 days", "2026-11-25"),
        ("in a week", "2026-11-29"),
        ("next friday", "2026-11-27"),
        ("next sunday", "2026-11-29"),
        ("2026-12-24", "2026-12-24"),
        ("24 Dec 2027", "2027-12-24"),
    ],
)
def test_rest_may_lie_in_the_future_and_questions_may_not(text: str, expected: str) -> None:
    assert day(text, SUNDAY, ahead=True) == expected
    with pytest.raises(Refused):
        day(text, SUNDAY)


def test_days_after_midnight_are_shift_days() -> None:
    assert day("today", AFTER_MIDNIGHT) == "2026-11-21"
    assert day("2 days ago", AFTER_MIDNIGHT) == "2026-11-19"
    assert day("last saturday", AFTER_MIDNIGHT) == "2026-11-14"
    assert day("tomorrow", AFTER_MIDNIGHT, ahead=True) == "2026-11-22"
    assert day("saturday", AFTER_MIDNIGHT, ahead=True) == "2026-11-21"
    assert day("sunday", AFTER_MIDNIGHT, ahead=True) == "2026-11-22"
    with pytest.raises(Refused):
        day("2026-11-22", AFTER_MIDNIGHT)


def test_a_time_alone_is_no_day() -> None:
    with pytest.raises(WrongUsage):
        day("10:12", SUNDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tonight", "2026-11-22 20:00"),
        ("Tonight", "2026-11-22 20:00"),
        ("tomorrow", "2026-11-23 12:00"),
        ("tomorrow 07:45", "2026-11-23 07:45"),
        ("weekend", "2026-11-28 12:00"),
        ("friday", "2026-11-27 12:00"),
        ("sunday 09:00", "2026-11-29 09:00"),
        ("next sunday 21:00", "2026-11-29 21:00"),
        ("in 2 days 07:45", "2026-11-24 07:45"),
        ("sunday 21:00", "2026-11-22 21:00"),
        ("21:00", "2026-11-22 21:00"),
        ("today 01:00", "2026-11-23 01:00"),
        ("24 December", "2026-12-24 12:00"),
        ("1 March", "2027-03-01 12:00"),
        ("2026-12-24 16:00", "2026-12-24 16:00"),
    ],
)
def test_when_a_pocketed_pick_is_due(text: str, expected: str) -> None:
    assert due(text, SUNDAY) == expected


def test_tonight_lies_two_hours_ahead_at_least() -> None:
    assert due("tonight", at("2026-11-22 17:59")) == "2026-11-22 20:00"
    assert due("tonight", at("2026-11-22 19:05")) == "2026-11-22 21:05"
    assert due("tonight", AFTER_MIDNIGHT) == "2026-11-22 03:00"


@pytest.mark.parametrize(("now", "rollover"), [("2026-11-22 02:00", 4), ("2026-11-22 22:30", 0)])
def test_a_night_that_is_nearly_over_is_too_short_for_tonight(now: str, rollover: int) -> None:
    with pytest.raises(Refused, match="tomorrow"):
        due("tonight", at(now), rollover)


def test_where_only_what_is_ahead_will_do_the_hint_names_no_past_day() -> None:
    with pytest.raises(WrongUsage) as wrong:
        due("whenever", SUNDAY)
    assert (
        "Try tonight, weekend, or tomorrow, monday, 29 November or 2026-11-29, each"
        in wrong.value.message
    )
    with pytest.raises(WrongUsage, match="Try yesterday"):
        day("whenever", SUNDAY)


def test_the_weekend_on_a_saturday() -> None:
    assert due("weekend", at("2026-11-21 09:00")) == "2026-11-21 12:00"
    assert due("weekend", at("2026-11-21 15:00")) == "2026-11-28 12:00"


@pytest.mark.parametrize(
    "text", ["yesterday", "now", "today", "10:14", "2026-11-21", "3 March 2025"]
)
def test_a_pocket_is_not_for_the_past(text: str) -> None:
    with pytest.raises(Refused):
        due(text, SUNDAY)
