"""The log: reading and writing shifts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from shifter.core import quick_json as json
from shifter.core.moment import from_text, to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Shift
from shifter.errors import Gone
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Value

if TYPE_CHECKING:
    from shifter.store.search import Sought

# A deleted idea stays in its shifts, unseen, so that bringing it back is one row's work.
_SHIFT = (
    'SELECT shift.id, shift.text, shift.done_at, shift."offset", shift.zone, shift.day, '
    "shift.minutes, idea.name, person.name, shift.little_yes, shift.note, shift.prompt "
    "FROM shift LEFT JOIN idea ON idea.id = shift.idea AND idea.deleted IS NULL "
    "LEFT JOIN person ON person.id = shift.person WHERE shift.deleted IS NULL"
)
_NEWEST_FIRST = "ORDER BY shift.done_at DESC, shift.id DESC"
_ZONES_APART = timedelta(days=3)

# Totals that are kept up to date anyway, by the conditions that they answer.
_COUNTED = {
    (): "SELECT total_shifts FROM day_total ORDER BY day DESC LIMIT 1",
    ("idea",): "SELECT shifts FROM idea_total WHERE idea = :idea",
    ("person",): "SELECT shifts FROM person_total WHERE person = :person",
}


class Wanted(NamedTuple):
    """Which shifts: by day (both ends included), idea and person by id, words by `search`."""

    since: date | None = None
    until: date | None = None
    idea: str | None = None
    person: str | None = None
    search: str | None = None


def find(store: Store, wanted: Wanted, limit: int) -> tuple[Shift, ...]:
    """The newest that match; all of them where `limit` is 0."""
    if wanted.search:
        found = with_ids(store, _found_lately(store, wanted, limit or -1))
        return found[:limit] if limit else found
    condition, values = _condition(wanted)
    sql = f"{_SHIFT}{condition} {_NEWEST_FIRST} LIMIT :limit"
    rows = store.rows(sql, {**values, "limit": limit or -1})
    return tuple(_record(row) for row in rows)


def count(store: Store, wanted: Wanted) -> int:
    """How many match."""
    if wanted.search:
        from shifter.store import search

        return search.count(store, _sought(wanted))
    condition, values = _condition(wanted)
    counted = _COUNTED.get(tuple(values))
    sql = counted or f"SELECT count(*) FROM shift WHERE shift.deleted IS NULL{condition}"
    return store.number(sql, values)


def with_ids(store: Store, ids: Iterable[str]) -> tuple[Shift, ...]:
    """The shifts with these ids, the newest first."""
    # Asked to sort them, SQLite would walk through all shifts in order instead.
    rows = store.rows(
        f"{_SHIFT} AND shift.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(list(ids))},
    )
    found = (_record(row) for row in rows)
    return tuple(sorted(found, key=lambda shift: (shift.done_at, shift.id), reverse=True))


def get(store: Store, id: str) -> Shift | None:
    """The shift with this id."""
    row = store.row(f"{_SHIFT} AND shift.id = ?", (id,))
    return _record(row) if row else None


def there(store: Store, id: str) -> Shift:
    """The same of one that was shown; Gone where it was deleted since."""
    shift = get(store, id)
    if shift is None:
        raise Gone("shift")
    return shift


def belongs_to(store: Store, id: str) -> dict[str, Value]:
    """The idea and the person of a shift, by their ids."""
    (row,) = store.rows(
        "SELECT idea.id, shift.person FROM shift "
        "LEFT JOIN idea ON idea.id = shift.idea AND idea.deleted IS NULL WHERE shift.id = ?",
        (id,),
    )
    return {"idea": row[0], "person": row[1]}


def is_lit_elsewhere(store: Store, shift: Shift) -> bool:
    """Whether another Little Yes has the same words as this one."""
    row = store.row(
        "SELECT 1 FROM shift INDEXED BY shift_lit WHERE text = ? AND little_yes = 1 "
        "AND id <> ? AND deleted IS NULL LIMIT 1",
        (shift.text, shift.id),
    )
    return row is not None


def ids_like(store: Store, part: str) -> tuple[str, ...]:
    """The ids, two at most, that begin or end with four or more hex digits and hyphens."""
    rows = store.rows(
        "SELECT id FROM shift WHERE deleted IS NULL AND id >= :part AND id < :part || 'g' "
        "UNION SELECT id FROM shift INDEXED BY shift_by_end_of_id WHERE deleted IS NULL "
        "AND substr(id, -4) = substr(:part, -4) AND id LIKE '%' || :part LIMIT 2",
        {"part": part},
    )
    return tuple(str(id) for (id,) in rows)


def latest(store: Store) -> Shift | None:
    """The newest shift."""
    found = find(store, Wanted(), 1)
    return found[0] if found else None


def of_day(store: Store, day: date, idea: str | None, limit: int) -> tuple[Shift, ...]:
    """The first shifts of one day, by the clock; those on one idea where its id is given."""
    condition = "" if idea is None else " AND shift.idea = :idea"
    rows = store.rows(
        f"{_SHIFT} AND shift.day = :day{condition} ORDER BY shift.done_at, shift.id LIMIT :limit",
        {"day": day.isoformat(), "idea": idea, "limit": limit},
    )
    return tuple(_record(row) for row in rows)


def oldest_first(store: Store) -> Iterator[tuple[Shift, str]]:
    """Every shift, with the instant it was last edited."""
    sql = f"SELECT shift.updated, {_SHIFT.removeprefix('SELECT ')}"
    for updated, *row in store.rows(f"{sql} ORDER BY shift.done_at, shift.id"):
        yield _record(tuple(row)), str(updated)


def done_after(store: Store, shift: Shift, until: date) -> int:
    """How many shifts that count up to a day were done after this one."""
    return store.number(
        "SELECT count(*) FROM shift WHERE (day, done_at, id) > (:day, :done_at, :id) "
        "AND day <= :until AND deleted IS NULL",
        {
            "day": shift.day.isoformat(),
            "done_at": to_text(shift.done_at),
            "id": shift.id,
            "until": until.isoformat(),
        },
    )


def was_done_since(store: Store, prompt: str, since: date) -> bool:
    """Whether a prompt became a shift since a day."""
    row = store.row(
        "SELECT 1 FROM shift INDEXED BY shift_by_prompt "
        "WHERE prompt = ? AND day >= ? AND deleted IS NULL LIMIT 1",
        (prompt, since.isoformat()),
    )
    return row is not None


def prompts_done_since(store: Store, day: date) -> dict[str, date]:
    """The prompts that became shifts on this day or later, and when each last did."""
    rows = store.rows(
        "SELECT prompt, max(day) FROM shift INDEXED BY shift_by_day "
        "WHERE deleted IS NULL AND prompt IS NOT NULL AND day >= ? GROUP BY prompt",
        (day.isoformat(),),
    )
    return {str(prompt): cell.day(day) for prompt, day in rows}


def _found_lately(store: Store, wanted: Wanted, limit: int) -> list[str]:
    """The ids of what matches, the newest `limit` among them.

    Documents stand by day, and then by the clock. Since clocks differ by hours from zone to zone,
    what was done later may stand up to three days before what was done earlier.
    """
    from shifter.store.documents import day_of
    from shifter.store.search import newest

    sought = _sought(wanted)
    found = newest(store, sought, limit)
    if len(found) == limit:
        last = found[-1].number
        since = day_of(last) - _ZONES_APART
        since = max(since, wanted.since or since)
        found += newest(store, sought._replace(since=since), -1, below=last)
    return [document.row for document in found]


def _sought(wanted: Wanted) -> "Sought":
    from shifter.store.search import Sought

    return Sought(
        words=wanted.search,
        idea=wanted.idea,
        person=wanted.person,
        told="shift",
        since=wanted.since,
        until=wanted.until,
    )


def _condition(wanted: Wanted) -> tuple[str, Mapping[str, Value]]:
    conditions: dict[str, tuple[str, Value]] = {}
    if wanted.since is not None:
        conditions["since"] = ("shift.day >= :since", wanted.since.isoformat())
    if wanted.until is not None:
        conditions["until"] = ("shift.day <= :until", wanted.until.isoformat())
    if wanted.idea is not None:
        conditions["idea"] = ("shift.idea = :idea", wanted.idea)
    if wanted.person is not None:
        conditions["person"] = ("shift.person = :person", wanted.person)
    sql = "".join(f" AND {condition}" for condition, _ in conditions.values())
    return sql, {name: value for name, (_, value) in conditions.items()}


def _record(row: Row) -> Shift:
    id, text, done_at, offset, zone, day, minutes, idea, person, little_yes, note, prompt = row
    return Shift(
        str(id),
        cell.text(text),
        from_text(str(done_at)),
        cell.number(offset),
        cell.text(zone),
        cell.day(day),
        None if minutes is None else int(minutes),
        cell.text_if_any(idea),
        cell.text_if_any(person),
        bool(little_yes),
        cell.text_if_any(note),
        cell.text_if_any(prompt),
    )
