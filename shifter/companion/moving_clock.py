"""A clock that can be set to any moment."""

from datetime import UTC, datetime, tzinfo

from shifter.clock import Clock
from shifter.core.moment import Moment
from shifter.core.when import moment_in


class MovingClock:
    """Begins at the present moment of another clock, then shows what it is set to, in its zone."""

    def __init__(self, clock: Clock) -> None:
        self._now = clock.now()
        self._zone = clock.zone()

    def now(self) -> Moment:
        """The moment that the clock was set to."""
        return self._now

    def zone(self) -> tzinfo:
        """The zone that the clock hangs in."""
        return self._zone

    def set(self, wall: datetime) -> None:
        """Set it to a time on the wall clock."""
        self.set_to(self.instant(wall))

    def set_to(self, utc: datetime) -> None:
        """Set it to an instant."""
        self._now = moment_in(utc, self._zone, self._now.zone)

    def instant(self, wall: datetime) -> datetime:
        """The instant at which the wall clock shows this time."""
        return wall.replace(tzinfo=self._zone).astimezone(UTC)
