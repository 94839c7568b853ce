"""Undo and redo: the changes of an action taken back, or made again, as a whole."""

from shifter.core import quick_json as json
from shifter.core.quick_tuple import NamedTuple
from shifter.store import cell
from shifter.store.store import Store
from shifter.store.writer import Writer


class Action(NamedTuple):
    """An action by its name, when it was done, and when it was undone if it was.

    `sequence` orders actions, whatever the clock said.
    """

    id: str
    label: str
    created: str
    undone_at: str | None
    sequence: int


def next_undo(store: Store) -> Action | None:
    """The latest action that stands."""
    return _first(store, "undone_by IS NULL ORDER BY sequence DESC LIMIT 1")


def last(store: Store) -> Action | None:
    """The latest action, whether it stands or was undone."""
    return _first(store, "1 ORDER BY sequence DESC LIMIT 1")


def next_redo(store: Store) -> Action | None:
    """The action that was undone last, if nothing was done since."""
    return _first(store, "undone_by IS NOT NULL AND superseded = 0 ORDER BY sequence LIMIT 1")


def latest(store: Store, limit: int) -> list[Action]:
    """The latest actions, the latest first, whether they stand or not; all where limit is 0."""
    return _actions(
        store,
        "NOT EXISTS (SELECT 1 FROM change AS earlier WHERE earlier.action = change.action "
        f"AND earlier.sequence < change.sequence) ORDER BY sequence DESC LIMIT {limit or -1:d}",
    )


def is_undone(store: Store, action: str) -> bool:
    """Whether an action was taken back; one that changed nothing can't be."""
    row = store.row(
        "SELECT 1 FROM change WHERE action = ? AND undone_by IS NOT NULL LIMIT 1", (action,)
    )
    return row is not None


def undo(writer: Writer, action: str) -> None:
    """Put every row of the action back as it was, the last change first."""
    for table, row, before, _after in _changes(writer, action, "DESC"):
        values = {"deleted": writer.instant} if before is None else json.loads(str(before))
        writer.update(str(table), str(row), values, recorded=False)
    writer.execute(
        "UPDATE change SET undone_by = ?, undone_at = ? WHERE action = ?",
        writer.action,
        writer.instant,
        action,
    )


def redo(writer: Writer, action: str) -> None:
    """Make every change of the action again, in the order it was made."""
    for table, row, before, after in _changes(writer, action, "ASC"):
        made = json.loads(str(after))
        values = {"deleted": made.get("deleted")} if before is None else made
        writer.update(str(table), str(row), values, recorded=False)
    writer.execute("UPDATE change SET undone_by = NULL, undone_at = NULL WHERE action = ?", action)


def forget(writer: Writer) -> None:
    """Forget every change: what is in the file stays, and none of it can be undone any more."""
    writer.execute("DELETE FROM change")


def _changes(writer: Writer, action: str, order: str) -> list[tuple[object, ...]]:
    return [
        tuple(change)
        for change in writer.execute(
            'SELECT "table", "row", before, after FROM change WHERE action = ? '
            f"ORDER BY sequence {order}",
            action,
        )
    ]


def _first(store: Store, condition: str) -> Action | None:
    found = _actions(store, condition)
    return found[0] if found else None


def _actions(store: Store, condition: str) -> list[Action]:
    rows = store.rows(
        f"SELECT action, label, created, undone_at, sequence FROM change WHERE {condition}"
    )
    return [
        Action(
            str(id),
            cell.text(label),
            str(created),
            cell.text_if_any(undone),
            cell.number(sequence),
        )
        for id, label, created, undone, sequence in rows
    ]
