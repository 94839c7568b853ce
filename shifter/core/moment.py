"""An instant as it was lived: in UTC, and on the wall clock of the place it was lived in."""

from datetime import UTC, date, datetime, timedelta

from shifter.core.days import shift_day
from shifter.core.quick_tuple import NamedTuple


class Moment(NamedTuple):
    """An instant with its place.

    `utc` is aware, in UTC, whole milliseconds. `offset` is seconds east of UTC. `zone` is an IANA
    name, or an offset such as `+05:30` where no name is known.
    """

    utc: datetime
    offset: int
    zone: str

    @property
    def wall(self) -> datetime:
        """What the clock on the wall showed, without a zone."""
        return self.utc.replace(tzinfo=None) + timedelta(seconds=self.offset)

    def day(self, rollover: int) -> date:
        """The shift day this moment counts for."""
        return shift_day(self.wall, rollover)


def to_text(instant: datetime) -> str:
    """The instant as it is stored and exported: `2026-11-19T07:58:00.000Z`."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def from_text(text: str) -> datetime:
    """The instant that `to_text` wrote."""
    return datetime.fromisoformat(text)
