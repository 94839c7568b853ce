"""Writing rows so that every action can be undone, and so that the derived rows follow."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import timedelta

from shifter.core import quick_json as json
from shifter.core.moment import from_text, to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.store.identity import device, new_id

Value = str | int | float | None


# Where each kind of row has the day that the Story tells it on, if it is told.
_TOLD_ON = {
    "shift": "day",
    "idea": "merged_day",
    "idea_stage": "day",
    "idea_note": "day",
    "next_step": "found_day",
    "output": "checked_day",
    "rest_day": "day",
}

# What of an idea or a person is told with whatever it came along on.
_TOLD_OF = {
    "idea": ("deleted", "merged_into", "why", "taught", "spared"),
    "person": ("name",),
}


class Touched(NamedTuple):
    """What a transaction changed that other rows are derived from.

    `shifts` holds each changed shift before (None for a new one) and after. `offers` are the ids
    of the picks whose outcome changed, `prompts` those of the prompts that changed. `told_days` are
    the days on which the Story may have changed, `told_names` the ideas and people, by table and
    id, whose every day may have.
    """

    shifts: list[tuple[Mapping[str, Value] | None, Mapping[str, Value]]]
    rest_days: list[str]
    rules: list[str]
    offers: list[str]
    prompts: list[str]
    told_days: set[str]
    told_names: set[tuple[str, str]]

    @classmethod
    def nothing(cls) -> "Touched":
        """As a transaction begins."""
        return cls([], [], [], [], [], set(), set())


class Writer:
    """Writes the rows of one transaction.

    `insert` and `update` are remembered for undo unless `recorded` is False, which is for what
    happens to people rather than what they do: a pick that was shown, a pick that was ignored.
    """

    def __init__(
        self, connection: sqlite3.Connection, label: str, action: str, instant: str
    ) -> None:
        self.action = action
        self.instant = instant
        self.label = label
        self._touched = Touched.nothing()
        self._connection = connection
        self._recorded_any = False

    def insert(self, table: str, values: Mapping[str, Value], *, recorded: bool = True) -> str:
        """Add a row, with a new id unless it brings one; returns the id."""
        row: dict[str, Value] = {
            "id": new_id(),
            "created": self.instant,
            "updated": self.instant,
            "device": device(),
            **values,
        }
        id = str(row["id"])
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        self.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', *row.values())
        if recorded:
            self._record(table, id, None, row)
        self._touch(table, None, self._read(table, id))
        return id

    def insert_last(self, table: str, values: Mapping[str, Value]) -> str:
        """Add a row that comes after every other of its idea, whatever the clock says.

        Such rows are in the order of `created` and `id`, which holds in a merged file as well.
        """
        ((last,),) = self.execute(
            f'SELECT max(created) FROM "{table}" WHERE idea = ?', values["idea"]
        )
        instant = self.instant
        if last is not None and str(last) > instant:
            instant = to_text(from_text(str(last)) + timedelta(milliseconds=1))
        return self.insert(table, {"created": instant, **values})

    def update(
        self, table: str, id: str, values: Mapping[str, Value], *, recorded: bool = True
    ) -> None:
        """Change columns of a row; columns that keep their value are not written.

        The row was edited now and here, unless the values themselves say otherwise.
        """
        before = self._read(table, id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return
        after = {**before, "updated": self.instant, "device": device(), **values}
        self._set(table, id, {name: after[name] for name in (*changed, "updated", "device")})
        if recorded:
            self._record(table, id, {name: before[name] for name in changed}, changed)
        self._touch(table, before, after)

    def delete(self, table: str, id: str) -> None:
        """Mark a row as deleted; nothing is erased."""
        self.update(table, id, {"deleted": self.instant})

    def record_older(self, table: str, id: str, older: Mapping[str, Value]) -> None:
        """Keep a version of a row that lost to the one that is here, which stays as it is."""
        here = self._read(table, id)
        lost = {name: value for name, value in older.items() if here[name] != value}
        kept = {name: here[name] for name in lost}
        if lost.keys() - {"updated"}:
            # There and back, so that undoing both leaves the row as it is too.
            self._record(table, id, kept, lost)
            self._record(table, id, lost, kept)

    def execute(self, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """Run a statement that needs neither undo nor derived rows, and fetch its rows."""
        return self._connection.execute(sql, values).fetchall()

    def take_touched(self) -> Touched:
        """What was changed since this was last asked."""
        touched, self._touched = self._touched, Touched.nothing()
        return touched

    def _read(self, table: str, id: str) -> dict[str, Value]:
        cursor = self._connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (id,))
        names = [column[0] for column in cursor.description]
        return dict(zip(names, cursor.fetchall()[0], strict=True))

    def _set(self, table: str, id: str, values: Mapping[str, Value]) -> None:
        columns = ", ".join(f'"{name}" = ?' for name in values)
        self.execute(f'UPDATE "{table}" SET {columns} WHERE id = ?', *values.values(), id)

    def _record(
        self, table: str, id: str, before: Mapping[str, Value] | None, after: Mapping[str, Value]
    ) -> None:
        if not self._recorded_any:
            # A new action ends what could be redone.
            self.execute(
                "UPDATE change SET superseded = 1 WHERE undone_by IS NOT NULL AND superseded = 0"
            )
            self._recorded_any = True
        self.execute(
            'INSERT INTO change (action, label, "table", "row", before, after, created, device) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            self.action,
            self.label,
            table,
            id,
            None if before is None else json.dumps(before, ensure_ascii=False),
            json.dumps(after, ensure_ascii=False),
            self.instant,
            device(),
        )

    def _touch(
        self, table: str, before: Mapping[str, Value] | None, after: Mapping[str, Value]
    ) -> None:
        if table in _TOLD_ON:
            days = {row[_TOLD_ON[table]] for row in (before, after) if row is not None}
            self._touched.told_days.update(str(day) for day in days if day is not None)
        if before is not None and _differ(before, after, _TOLD_OF.get(table, ())):
            self._touched.told_names.add((table, str(after["id"])))
        if table == "shift":
            self._touched.shifts.append((before, after))
        elif table == "rest_day":
            self._touched.rest_days.append(str(after["day"]))
        elif table == "setting":
            self._touched.rules.append(str(after["id"]))
        elif table == "offer" and (before is not None or after["outcome"] != "open"):
            self._touched.offers.append(str(after["id"]))
        elif table == "prompt":
            self._touched.prompts.append(str(after["id"]))
        elif table == "pocket":
            self._touched.offers.append(str(after["offer"]))
        elif table == "forgetting":
            self._touched.rules.append(table)


def _differ(
    before: Mapping[str, Value], after: Mapping[str, Value], columns: Iterable[str]
) -> bool:
    return any(before[column] != after[column] for column in columns)
