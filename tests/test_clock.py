import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shifter.clock import SystemClock, offset_name, zone_name

WINTER = datetime(2026, 1, 15, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 12, tzinfo=UTC)

Hang = Callable[[str], SystemClock]


@pytest.fixture
def hang(monkeypatch: pytest.MonkeyPatch) -> Hang:
    """Hangs the system's clock in the zone that TZ names."""

    def in_zone(tz: str) -> SystemClock:
        monkeypatch.setenv("TZ", tz)
        return SystemClock()

    return in_zone


@pytest.mark.parametrize(
    ("tz", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("UTC", "UTC"),
        ("Etc/UTC", "Etc/UTC"),
        ("Etc/GMT+3", "Etc/GMT+3"),
        ("EST5EDT", "EST5EDT"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("", "UTC"),
    ],
)
def test_a_zone_with_a_name_is_told_by_it(hang: Hang, tz: str, name: str) -> None:
    clock = hang(tz)
    assert clock.now().zone == name
    for instant in (WINTER, SUMMER):
        told = instant.astimezone(clock.zone()).utcoffset()
        assert told == instant.astimezone(ZoneInfo(name)).utcoffset()


@pytest.mark.parametrize(
    ("tz", "folder"),
    [
        ("Asia/Tokyo", "/nonexistent"),
        (":Asia/Tokyo", "/nonexistent"),
        ("/nonexistent/zoneinfo/Asia/Tokyo", ""),
    ],
)
def test_without_the_systems_file_of_a_zone_its_offset_is_that_of_its_name(
    hang: Hang, monkeypatch: pytest.MonkeyPatch, tz: str, folder: str
) -> None:
    assert hang("Asia/Tokyo").now().offset == 9 * 3600
    assert hang("UTC").now().offset == 0  # the system looks for a file when TZ changes
    monkeypatch.setenv("TZDIR", folder)
    now = hang(tz).now()
    assert (now.zone, now.offset) == ("Asia/Tokyo", 9 * 3600)


@pytest.mark.parametrize(
    ("tz", "hours", "name"),
    [
        ("<+0330>-3:30", 3.5, "+03:30"),
        ("XYZ8", -8, "-08:00"),
        ("XYZ0", 0, "+00:00"),
        ("Atlantis/Capital", 0, "+00:00"),
    ],
)
def test_a_zone_without_a_name_is_told_by_its_offset(
    hang: Hang, tz: str, hours: float, name: str
) -> None:
    clock = hang(tz)
    now = clock.now()
    assert now.zone == name
    assert now.offset == hours * 3600
    assert SUMMER.astimezone(clock.zone()).utcoffset() == timedelta(hours=hours)


def test_a_posix_rule_has_summer_time(hang: Hang) -> None:
    clock = hang("CET-1CEST,M3.5.0,M10.5.0/3")
    assert clock.now().zone in {"+01:00", "+02:00"}
    assert WINTER.astimezone(clock.zone()).utcoffset() == timedelta(hours=1)
    assert SUMMER.astimezone(clock.zone()).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    "tz", ["../../etc/passwd", "Europe", "\x1b[31m", "a b", ":", "*", "x" * 999]
)
def test_nonsense_in_tz_does_no_harm(hang: Hang, tz: str) -> None:
    clock = hang(tz)
    now = clock.now()
    assert now.zone == offset_name(now.offset) or now.zone == zone_name()
    assert "\x1b" not in now.zone
    assert SUMMER.astimezone(clock.zone()).utcoffset() is not None


@pytest.mark.parametrize("sign", ["", ":"])
def test_a_link_that_tz_names_is_followed_to_the_zones_own_name(
    hang: Hang, tmp_path: Path, sign: str
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert hang(f"{sign}{link}").now().zone == "Europe/Berlin"


def test_without_tz_the_zone_is_the_one_the_system_is_linked_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TZ")
    clock = SystemClock()
    now = clock.now()
    target = os.path.realpath("/etc/localtime")
    assert now.zone == offset_name(now.offset) or target.endswith(now.zone)
    assert now.utc.astimezone(clock.zone()).utcoffset() == timedelta(seconds=now.offset)


def test_a_zone_that_changes_under_a_running_clock_is_noticed(
    hang: Hang, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = hang("Asia/Tokyo")
    before = clock.now()
    monkeypatch.setenv("TZ", "America/St_Johns")
    after = clock.now()
    assert (before.zone, before.offset) == ("Asia/Tokyo", 9 * 3600)
    assert after.zone == "America/St_Johns"
    assert after.offset in {-12600, -9000}
    assert after.utc >= before.utc


def test_now_is_now_to_the_millisecond(hang: Hang) -> None:
    clock = hang("Asia/Kathmandu")
    before = time.time()
    now = clock.now()
    after = time.time()
    assert before - 0.001 <= now.utc.timestamp() <= after
    assert now.utc.tzinfo is UTC
    assert now.utc.microsecond % 1000 == 0
    there = now.utc.astimezone(ZoneInfo("Asia/Kathmandu")).replace(tzinfo=None)
    assert now.wall == there


@pytest.mark.parametrize(
    ("offset", "name"),
    [
        (0, "+00:00"),
        (19_800, "+05:30"),
        (-34_200, "-09:30"),
        (50_400, "+14:00"),
        (-39_600, "-11:00"),
        (1_172, "+00:19:32"),
    ],
)
def test_offsets_are_named_as_iso_8601_writes_them(offset: int, name: str) -> None:
    assert offset_name(offset) == name
    moment = datetime.fromisoformat(f"2026-11-19T12:00:00{name}")
    assert moment.utcoffset() == timedelta(seconds=offset)
