"""A clock for tests, which stands still until it is set."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from shifter.core.moment import Moment


class StandingClock:
    """A wall clock in a zone; it shows Thursday 19 November 2026, 07:58, until it is set."""

    def __init__(self, wall: str = "2026-11-19T07:58:00", zone: str = "Europe/Berlin") -> None:
        self.set(wall, zone)

    def set(self, wall: str, zone: str | None = None) -> None:
        """Set the wall clock, and the zone it hangs in where that is another."""
        if zone is not None:
            self._name = zone
        there = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(self._name))
        self._now = there.astimezone(UTC)

    def go_on(self, time: timedelta) -> None:
        """Let this much time pass."""
        self._now += time

    def travel(self, zone: str) -> None:
        """Carry the clock to another zone, where it is as late but shows another hour."""
        self._name = zone

    def now(self) -> Moment:
        """The moment that the clock was set to."""
        offset = self._now.astimezone(self.zone()).utcoffset()
        assert offset is not None
        return Moment(self._now, int(offset.total_seconds()), self._name)

    def zone(self) -> tzinfo:
        """The zone that the clock hangs in."""
        return ZoneInfo(self._name)
