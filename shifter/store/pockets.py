"""The pocket: picks that were taken along, to be asked about when their time has come."""

from datetime import date, datetime

from shifter.core.moment import from_text, to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Writer


class Pocketed(NamedTuple):
    """A pick that was taken along."""

    id: str
    offer: str
    day: date
    due: datetime


def take_along(writer: Writer, offer: str, day: date, due: datetime) -> str:
    """Take a pick along until `due`."""
    return writer.insert("pocket", {"offer": offer, "day": day.isoformat(), "due": to_text(due)})


def due(store: Store, now: datetime) -> tuple[Pocketed, ...]:
    """The pocketed picks whose time has come, the longest due first."""
    rows = store.rows(
        "SELECT id, offer, day, due FROM pocket WHERE answer IS NULL AND deleted IS NULL "
        "AND due <= ? ORDER BY due",
        (to_text(now),),
    )
    return tuple(map(_record, rows))


def due_between(store: Store, since: datetime, until: datetime) -> list[datetime]:
    """When pocketed picks will be asked about, between two instants."""
    rows = store.rows(
        "SELECT due FROM pocket WHERE answer IS NULL AND deleted IS NULL AND due > ? AND due < ?",
        (to_text(since), to_text(until)),
    )
    return [from_text(str(due)) for (due,) in rows]


def waiting(store: Store) -> tuple[Pocketed, ...]:
    """The pocketed picks that nobody has answered for, by their time."""
    rows = store.rows(
        "SELECT id, offer, day, due FROM pocket WHERE answer IS NULL AND deleted IS NULL "
        "ORDER BY due, id"
    )
    return tuple(map(_record, rows))


def get(store: Store, id: str) -> Pocketed | None:
    """The pocketed pick with this id, if it was not answered yet."""
    row = store.row(
        "SELECT id, offer, day, due FROM pocket "
        "WHERE id = ? AND answer IS NULL AND deleted IS NULL",
        (id,),
    )
    return _record(row) if row else None


def _record(row: Row) -> Pocketed:
    id, offer, day, due = row
    return Pocketed(str(id), str(offer), cell.day(day), from_text(str(due)))
