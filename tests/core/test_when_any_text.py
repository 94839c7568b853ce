from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shifter.core.days import ROLLOVERS
from shifter.core.moment import Moment
from shifter.core.when import moment_in, parse_day, parse_due, parse_moment
from shifter.errors import Refused, ShifterError, WrongUsage

BERLIN = "Europe/Berlin"
NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"


def at(wall: str, zone: str = BERLIN) -> Moment:
    """A moment by its wall clock, the first of two."""
    there = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
    return moment_in(there.astimezone(UTC), ZoneInfo(zone), zone)


def moment(text: str, now: Moment, rollover: int = 4) -> Moment:
    return parse_moment(text, now, ZoneInfo(now.zone), rollover)


SUNDAY = at("2026-11-22 10:15")

UNREADABLE = [
    "",
    "   ",
    "3",
    "2026",
    "20261122",
    "99999999999999999999",
    "12.30",
    "3/4/2025",
    "2025/03/04",
    "22.11.2026",
    "22-11-2026",
    "22 11 2026",
    "2026-11",
    "2026-W12",
    "2026-02-30",
    "2027-02-29",
    "2026-11-22T24:00",
    "2026-11-22T10:30+5",
    "2026-11-22T10:30+25:00",
    "2026-11-22T10:30+05:75",
    "2026-11-22x10:30",
    "31 February",
    "29 February 2027",
    "0 March",
    "32 March",
    "March",
    "March 2025",
    "3 Ma",
    "mo",
    "someday",
    "sometimes",
    "now 10:30",
    "today 25:00",
    "today 10:60",
    "today 13pm",
    "today 0am",
    "today 10",
    "2 days",
    "in 2 days ago",
    "some days ago",
    "2000 days ago",
    "last",
    "last 3 March",
    "next last monday",
    "yesterday yesterday",
    "٣ March",
    "٢٠٢٦-11-22",
    "\x1b[2J",
    "monday" * 50,
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not_certain_is_wrong_usage_everywhere(text: str) -> None:
    zone = ZoneInfo(BERLIN)
    with pytest.raises(WrongUsage):
        parse_moment(text, SUNDAY, zone, 4)
    with pytest.raises(WrongUsage):
        parse_day(text, SUNDAY, zone, 4, ahead=False)
    with pytest.raises(WrongUsage):
        parse_day(text, SUNDAY, zone, 4, ahead=True)
    with pytest.raises(WrongUsage):
        parse_due(text, SUNDAY, zone, 4)


def test_the_answer_to_the_unreadable_shows_it_without_its_commands() -> None:
    with pytest.raises(WrongUsage) as wrong:
        moment("\x1b[2Jsoon\u202e", SUNDAY)
    assert "“[2Jsoon”" in wrong.value.message


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("yesterday 25:00", "25:00"),
        ("today at 10:60", "10:60"),
        ("last monday, 13pm", "13pm"),
        ("2026-11-22T24:00", "24:00"),
        ("25:00", "25:00"),
    ],
)
def test_a_wrong_time_is_told_as_one(text: str, clock: str) -> None:
    with pytest.raises(WrongUsage, match=f"“{clock}” is no time of the day"):
        moment(text, SUNDAY)
    with pytest.raises(WrongUsage, match="could not be read as a day"):
        moment(f"some{text}", SUNDAY)


@pytest.mark.parametrize(
    "text",
    ["0001-01-01", "0001-01-01T00:00+14:00", "1899-12-31", "2200-01-01", "9999-12-31T23:59-14:00"],
)
def test_years_far_away_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="1900 to 2199"):
        moment(text, SUNDAY)


ZONES = st.sampled_from(
    [BERLIN, NEW_YORK, LORD_HOWE, "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"]
)
NOWS = st.builds(
    lambda utc, zone: moment_in(utc.replace(tzinfo=UTC), ZoneInfo(zone), zone),
    st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1)),
    ZONES,
)
LIKELY_PARTS = st.sampled_from(
    [
        *("now", "today", "yesterday", "tomorrow", "tonight", "weekend", "mon", "friday"),
        *("last", "next", "999 weeks", "ago", "in", "in 2 days", "a week ago"),
        *("29 Feb", "March 3", "31 December 2025", "2026-03-29", "2026-W53-7", "9999-12-31"),
        *("0000-00-00", "0001-01-01", "10:30", "02:30", "23:59:59.9999", "T", "Z", "+14:00"),
        *("-23:59", "+24:00", "at", ",", "am", "pm", "12", "99999999999999999999", "²", "٣"),
    ]
)
LIKELY_TEXTS = st.builds(
    lambda parts, gap: gap.join(parts),
    st.lists(LIKELY_PARTS, min_size=1, max_size=4),
    st.sampled_from(["", " "]),
)
ANY_TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)


@given(LIKELY_TEXTS | ANY_TEXTS, NOWS, st.sampled_from(ROLLOVERS))
@example("9999-12-31T23:59-23:59", SUNDAY, 4)
@example("0001-01-01T00:00+23:59", SUNDAY, 4)
@example("9" * 5000, SUNDAY, 4)
def test_any_text_is_understood_or_answered(text: str, now: Moment, rollover: int) -> None:
    zone = ZoneInfo(now.zone)
    # A written offset may give a day that has not come yet in the current zone.
    latest = now.day(rollover) + timedelta(days=1)
    with suppress(ShifterError):
        assert parse_day(text, now, zone, rollover, ahead=False) <= latest
    with suppress(ShifterError):
        assert parse_day(text, now, zone, rollover, ahead=True).year in range(1899, 2201)
    with suppress(ShifterError):
        assert parse_moment(text, now, zone, rollover).utc <= now.utc
    with suppress(ShifterError):
        assert parse_due(text, now, zone, rollover).utc > now.utc


@given(st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 20)), ZONES)
def test_what_is_written_in_full_is_read_back(written: datetime, zone: str) -> None:
    now = at("2026-11-22 10:15", zone)
    utc = written.replace(tzinfo=UTC, microsecond=written.microsecond // 1000 * 1000)
    lived = moment_in(utc, ZoneInfo(zone), zone)
    text = utc.astimezone(ZoneInfo(zone)).isoformat()
    found = moment(text, now)
    assert (found.utc, found.offset, found.wall) == (lived.utc, lived.offset, lived.wall)
    assert found.zone == text[-6:]


@given(
    NOWS,
    st.sampled_from(ROLLOVERS),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.sampled_from([("today", 0), ("yesterday", 1)]),
)
def test_a_time_of_today_or_yesterday_lies_in_that_shift_day(
    now: Moment, rollover: int, clock: time, word: tuple[str, int]
) -> None:
    name, days_ago = word
    try:
        found = moment(f"{name} {clock}", now, rollover)
    except Refused:
        return
    # Where the clocks skip that very time, it may move on over the end of the day.
    if found.wall.time() == clock:
        assert found.day(rollover) == now.day(rollover) - timedelta(days=days_ago)


@given(NOWS, st.sampled_from(ROLLOVERS), st.sampled_from(["mon", "wed", "sat", "sun"]))
def test_a_weekday_is_less_than_a_week_away(now: Moment, rollover: int, word: str) -> None:
    today = now.day(rollover)
    back = parse_day(word, now, ZoneInfo(now.zone), rollover, ahead=False)
    ahead = parse_day(word, now, ZoneInfo(now.zone), rollover, ahead=True)
    assert 0 <= (today - back).days <= 6
    assert 0 <= (ahead - today).days <= 6
    assert back.weekday() == ahead.weekday()
