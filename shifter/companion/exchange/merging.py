"""Bringing rows together with those that are here: by id, and the newest edit wins."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from shifter.companion.exchange.columns import UUID
from shifter.companion.exchange.incoming import Incoming, LeftOut, Row, unusable
from shifter.companion.exchange.sections import (
    DECISIONS,
    IDEAS,
    PEOPLE,
    REST_DAYS,
    SECTIONS,
    SHIFTS,
    STAGES,
    Section,
)
from shifter.core.names import name_key
from shifter.core.records import ENDED
from shifter.store import exchange
from shifter.store.store import Store
from shifter.store.writer import Value, Writer

_SHOWN = 5

# What stands for a prompt that this program's catalogue does not have: its name, and no more.
_UNKNOWN: Row = {
    "origin": "catalogue",
    "kind": "",
    "minutes": 5,
    "places": "[]",
    "names_person": 0,
    "repeats": 0,
}


class Brought(NamedTuple):
    """What a file brings into this one.

    `new` and `changed` count records by section, leaving out those without any; `already_here`
    counts those that stand here as they are, or newer. `shown` are the first new shifts.
    """

    source: str
    new: Mapping[str, int]
    changed: Mapping[str, int]
    already_here: int
    left_out: tuple[LeftOut, ...]
    days: tuple[date, date] | None
    shown: tuple[tuple[date, str], ...]


class Merging:
    """The rows of a file beside those of this one; made, looked at, and then carried out or not."""

    def __init__(self, store: Store, incoming: Incoming) -> None:
        self._store = store
        self._incoming = incoming
        self._inserts: list[tuple[Section, Row]] = []
        self._returns: list[tuple[Section, Row]] = []
        self._updates: list[tuple[Section, Row]] = []
        self._older: list[tuple[Section, Row]] = []
        self._already_here = 0
        self._unknown_prompts: dict[str, None] = {}
        self._local_ids: dict[tuple[str, Value], Value] = {}
        self._found: set[tuple[str, Value]] = set()
        self._coming = {
            section.table: {row["id"] for row in incoming.rows.get(section.name, ())}
            for section in SECTIONS
        }
        for section in (PEOPLE, IDEAS):
            self._recognize(section)
        for section in SECTIONS:
            for row in incoming.rows.get(section.name, ()):
                self._place(section, row)

    def brought(self) -> Brought:
        """What comes, and what does not."""
        new = [*self._inserts, *self._returns]
        shifts = [row for section, row in new if section is SHIFTS]
        days = sorted(date.fromisoformat(str(row["day"])) for row in shifts)
        return Brought(
            self._incoming.source,
            Counter(section.name for section, _ in new),
            Counter(section.name for section, _ in self._updates),
            self._already_here,
            self._incoming.left_out,
            (days[0], days[-1]) if days else None,
            tuple(
                (date.fromisoformat(str(row["day"])), str(row["text"])) for row in shifts[:_SHOWN]
            ),
        )

    def carry_out(self, writer: Writer) -> None:
        """Write it all, within the action under way."""
        exchange.check_references_late(writer)
        for prompt in self._unknown_prompts:
            values = {**_unknown(prompt), "deleted": writer.instant}
            writer.insert("prompt", values, recorded=False)
        for section, row in self._inserts:
            writer.insert(section.table, {**section.same, **row})
        for section, row in (*self._returns, *self._updates):
            writer.update(_table(section), str(row["id"]), row)
        for idea in self._ideas_with_two_histories():
            self._follow_history(writer, idea)
        self._keep_older(writer)

    def _recognize(self, section: Section) -> None:
        """A person or an idea with the name of one that is here is that one."""
        rows = self._incoming.rows.get(section.name, ())
        known = exchange.names(self._store, section.table) if rows else ()
        here = {name_key(one.name): one.id for one in known}
        for row in rows:
            namesake = here.get(name_key(str(row["name"])))
            if (
                namesake is not None
                and row.get("deleted") is None
                and exchange.row_here(self._store, section.table, str(row["id"])) is None
            ):
                self._local_ids[section.table, row["id"]] = namesake

    def _place(self, section: Section, brought: Row) -> None:
        """Decide about one row."""
        row: dict[str, Value] = {
            name: self._here(section, brought, table, value)
            if (table := section.columns[name].refers)
            else value
            for name, value in brought.items()
        }
        row["id"] = self._local_ids.get((section.table, row["id"]), row["id"])
        here = exchange.row_here(self._store, _table(section), str(row["id"]))
        if section is DECISIONS:
            if here is None:
                self._unknown_prompts[str(row["id"])] = None
            if here is None or self._wins(row, here):
                self._updates.append((section, row))
        elif here is None and not (section is REST_DAYS and row["day"] in self._marked):
            self._inserts.append((section, row))
        elif here is not None and self._wins(row, here):
            rows = self._returns if here.deleted else self._updates
            rows.append((section, {"deleted": None, **row}))
        else:
            self._already_here += 1
            if here is not None and str(row["updated"]) < here.updated:
                self._older.append((section, row))

    def _wins(self, row: Row, here: exchange.RowHere) -> bool:
        if not here.touched or (here.deleted and row["id"] in self._undone):
            return True
        return str(row["updated"]) > here.updated

    def _here(self, section: Section, row: Row, table: str, id: Value) -> Value:
        """The id that a reference has here. Refused where it leads nowhere."""
        if id is None or id in self._coming[table] or (table, id) in self._found:
            return self._local_ids.get((table, id), id)
        if exchange.row_here(self._store, table, str(id)) is not None:
            self._found.add((table, id))
        elif table == "prompt" and not UUID.fullmatch(str(id)):
            self._unknown_prompts[str(id)] = None
        else:
            raise unusable(
                f"In its {section.name}, {row['id']} refers to something that is not there."
            )
        return id

    @cached_property
    def _marked(self) -> frozenset[str]:
        return exchange.marked_days(self._store)

    @cached_property
    def _undone(self) -> frozenset[str]:
        return exchange.undone(self._store)

    def _keep_older(self, writer: Writer) -> None:
        """Keep in the history what lost to a newer edit, unless that is where it comes from."""
        known = exchange.known_versions(self._store, [str(row["id"]) for _, row in self._older])
        for section, row in self._older:
            if (row["id"], row["updated"]) not in known:
                writer.record_older(_table(section), str(row["id"]), row)

    def _ideas_with_two_histories(self) -> frozenset[str]:
        """The ideas that were here before, and to which something came."""
        new = {row["id"] for section, row in self._inserts if section is IDEAS}
        changed = {row["id"] for section, row in self._updates if section is IDEAS}
        moved = {row["idea"] for section, row in self._inserts if section is STAGES}
        return frozenset(str(idea) for idea in (changed | moved) - new)

    def _follow_history(self, writer: Writer, idea: str) -> None:
        """An idea is where its history ends, whichever of the two files moved it last."""
        last = exchange.last_stage(writer, idea)
        if last is not None:
            stage, day = last
            ended = day if stage in ENDED else None
            writer.update("idea", idea, {"stage": stage, "ended_day": ended})


def _table(section: Section) -> str:
    return "prompt" if section is DECISIONS else section.table


def _unknown(prompt: str) -> Row:
    import json

    rung = {"text": prompt.replace("-", " "), "done": prompt.replace("-", " "), "seconds": 300}
    return {"id": prompt, "ladder": json.dumps([rung]), **_UNKNOWN}
