"""The time, and the place whose wall clock it is read from."""

import os
import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from shifter.core.moment import Moment
from shifter.core.quick_typing import Protocol


class Clock(Protocol):
    """Tells the present moment and the current time zone."""

    def now(self) -> Moment:
        """The present moment, to the millisecond."""

    def zone(self) -> tzinfo:
        """The current zone, for reading times that a person typed."""


class SystemClock:
    """The machine's own clock; a zone that changes while the program runs is noticed."""

    def now(self) -> Moment:
        """The present moment, to the millisecond."""
        if hasattr(time, "tzset"):
            time.tzset()
        instant = datetime.now(UTC)
        instant = instant.replace(microsecond=instant.microsecond // 1000 * 1000)
        name, is_systems = _zone()
        if name is None or is_systems:
            offset = time.localtime(instant.timestamp()).tm_gmtoff
        else:
            offset = _offset_in(name, instant)
        return Moment(instant, offset, name or offset_name(offset))

    def zone(self) -> tzinfo:
        """The current zone; the system's own rules where it has no IANA name."""
        name = zone_name()
        if name is not None:
            from zoneinfo import ZoneInfo

            return ZoneInfo(name)
        from dateutil.tz import tzlocal

        return tzlocal()


def offset_name(offset: int) -> str:
    """An offset in seconds as it is written in ISO 8601: `+05:30`."""
    name = str(timezone(timedelta(seconds=offset)))[3:]
    return name or "+00:00"


def zone_name() -> str | None:
    """The IANA name of the current zone, or None where the system does not tell one."""
    return _zone()[0]


def _zone() -> tuple[str | None, bool]:
    """The name of the current zone, and whether the system reads its clock by the same file."""
    told = os.environ.get("TZ", "/etc/localtime")
    if not told:
        return "UTC", True
    told = told.removeprefix(":")
    if os.path.isabs(told):
        # What the link points to is the name on Linux and macOS alike.
        file = os.path.realpath(told)
        _, _, name = file.partition("zoneinfo/")
    else:
        file, name = os.path.join(os.environ.get("TZDIR") or _ZONES, told), told
    if name in _NEED_NO_FILE or _is_zone_file(file):
        return name, True
    return name if name and _is_known(name) else None, False


def _is_zone_file(path: str) -> bool:
    """A look at the file itself, since importing zoneinfo costs a quick command too much."""
    if path in _zone_files:
        return True
    if not os.path.realpath(path).startswith(_ZONES):
        return False
    try:
        with open(path, "rb") as file:
            is_one = file.read(4) == b"TZif"
    except OSError:
        return False
    if is_one:
        _zone_files.add(path)
    return is_one


def _is_known(name: str) -> bool:
    """Whether Python knows a zone that the system has no file of."""
    if name in _known:
        return True
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    _known.add(name)
    return True


def _offset_in(name: str, instant: datetime) -> int:
    from zoneinfo import ZoneInfo

    return int((instant.astimezone(ZoneInfo(name)).utcoffset() or timedelta()).total_seconds())


_ZONES = "/usr/share/zoneinfo/"
_NEED_NO_FILE = ("UTC", "Etc/UTC")
# Looked up once; reading a zone's file at every tick would be waste.
_zone_files: set[str] = set()
_known: set[str] = set()
