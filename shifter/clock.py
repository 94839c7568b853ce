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
        offset = time.localtime(instant.timestamp()).tm_gmtoff
        return Moment(instant, offset, zone_name() or offset_name(offset))

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
    told = os.environ.get("TZ", "/etc/localtime")
    if not told:
        return "UTC"
    told = told.removeprefix(":")
    if os.path.isabs(told):
        # What the link points to is the name on Linux and macOS alike.
        _, _, told = os.path.realpath(told).partition("zoneinfo/")
    return told if _is_known(told) else None


def _is_known(name: str) -> bool:
    if name in _known:
        return True
    if _is_zone_file(os.path.join(_ZONES, name)):
        _known.add(name)
        return True
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    _known.add(name)
    return True


def _is_zone_file(path: str) -> bool:
    """A look at the file itself, since importing zoneinfo costs a quick command too much."""
    if not os.path.realpath(path).startswith(_ZONES):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"TZif"
    except OSError:
        return False


_ZONES = "/usr/share/zoneinfo/"
# Looked up once; reading a zone's file at every tick would be waste.
_known = {"UTC", "Etc/UTC"}
