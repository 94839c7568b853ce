"""Turning what other programs tell into rows, the same on every device: none comes twice."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from uuid import UUID, uuid5

from shifter.companion.context import Context
from shifter.companion.exchange import columns
from shifter.companion.exchange.columns import Column, Misread
from shifter.companion.exchange.formats.done import WITHOUT_DAY, Done, Reading
from shifter.companion.exchange.formats.table import Line
from shifter.companion.exchange.incoming import WITHOUT_WORDS, Incoming, LeavingOut, Row
from shifter.companion.exchange.sections import IDEAS, PEOPLE, SHIFTS, STAGES, Section
from shifter.core.moment import Moment, to_text
from shifter.core.names import name_key
from shifter.core.text import (
    LINE_LIMIT,
    clean_line,
    clean_note,
    for_terminal,
    required_line,
)
from shifter.core.when import parse_moment
from shifter.errors import Refused, WrongUsage
from shifter.store import exchange
from shifter.store.writer import Value

_ORIGIN = UUID("3f9d2c54-6a1e-5d0b-9c7f-7b1a0e8d4c26")
_YES = frozenset({"yes", "y", "true", "1", "x", "✦", "*", "!"})
_NO = frozenset({"no", "n", "false", "0", ""})

_AHEAD = "still ahead, or before 1900"
_DAY_UNREADABLE = "whose day or time can't be read"
_TOO_LONG = "longer than a note can be"

# What a row of shifter's own table says of the moment, if it says all of it.
_MOMENT: dict[str, Column] = {
    "done_at": columns.INSTANT,
    "offset": SHIFTS.columns["offset"],
    "zone": columns.LINE,
    "day": columns.DAY,
}


_NUMBERS = ("offset", "minutes")
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)

Cells = Mapping[str, str]


class _LeftOutError(Exception):
    """Why a record is not taken."""


class Converting:
    """Turns records into rows, beside the ideas and people that are here already."""

    def __init__(self, context: Context, source: str) -> None:
        self._context = context
        self._source = source
        self._moments: dict[str, Moment] = {}
        self._rows: dict[str, dict[str, Row]] = {
            s.name: {} for s in (PEOPLE, IDEAS, STAGES, SHIFTS)
        }
        self._left_out = LeavingOut()

    def from_done(self, reading: Reading) -> Incoming:
        """Every record as a shift, filed under the idea or the person that it names."""
        self._left_out = reading.left_out
        for done in reading.done.values():
            try:
                self._add(SHIFTS, self._shift(done))
            except _LeftOutError as reason:
                self._left_out.one(str(reason), done.line)
        return self._incoming()

    def from_table(self, lines: Iterable[Line]) -> Incoming:
        """Every line of a table as a shift; unknown ideas and people come along."""
        same: Counter[str] = Counter()
        for line in lines:
            try:
                row = self._line(line, same)
            except _LeftOutError as reason:
                self._left_out.one(str(reason), line.number)
                continue
            self._add(SHIFTS, row)
        return self._incoming()

    def _incoming(self) -> Incoming:
        rows = {name: tuple(rows.values()) for name, rows in self._rows.items()}
        return Incoming(self._source, rows, self._left_out.told())

    def _add(self, section: Section, row: Row) -> None:
        self._rows[section.name][str(row["id"])] = row

    def _shift(self, done: Done) -> Row:
        moment = self._moment(done.when)
        text, note = _words(done.text, done.note)
        return {
            "id": self._id(done.key),
            **self._time(moment),
            "text": text,
            "minutes": done.minutes,
            "idea": self._known("idea", done.names),
            "person": self._known("person", done.names),
            "little_yes": int(done.little_yes),
            "note": self._with_source(note),
            "prompt": None,
            **_stamps(moment.wall.isoformat(timespec="milliseconds") + "Z"),
        }

    def _line(self, line: Line, same: Counter[str]) -> Row:
        cells = line.cells
        own = columns.UUID.fullmatch(cells.get("id", ""))
        text, note = _words(cells.get("text", ""), cells.get("note", ""))
        times = _own_time(cells)
        if times is None:
            words = cells.get("done_at") or f"{cells.get('day', '')} {cells.get('time', '')}"
            times = self._time(self._moment(words.strip()))
        key = "\0".join((str(times["day"]), cells.get("time", ""), text))
        same[key] += 1
        if not own:
            note = self._with_source(note)
        updated = _read("updated", cells, columns.INSTANT) or f"{times['day']}T00:00:00.000Z"
        day = str(times["day"])
        return {
            "id": cells["id"] if own else self._id(f"{key}\0{same[key]}", "table"),
            **times,
            "text": text,
            "minutes": _read("minutes", cells, SHIFTS.columns["minutes"]),
            "idea": self._named(IDEAS, cells.get("idea"), day),
            "person": self._named(PEOPLE, cells.get("person"), day),
            "little_yes": _little_yes(cells),
            "note": note or None,
            "prompt": self._prompt(cells),
            **_stamps(str(updated)),
        }

    def _with_source(self, note: str) -> str:
        """The note, and below it where it comes from."""
        return _note(f"{note}\n\nFrom {self._source}")

    def _moment(self, when: str) -> Moment:
        """When it was, on the clock of the present zone."""
        if when not in self._moments:
            clock = self._context.clock
            try:
                self._moments[when] = parse_moment(when, clock.now(), clock.zone(), self._rollover)
            except WrongUsage as error:
                raise _LeftOutError(_DAY_UNREADABLE if when else WITHOUT_DAY) from error
            except Refused as error:
                raise _LeftOutError(_AHEAD) from error
        return self._moments[when]

    def _time(self, moment: Moment) -> dict[str, Value]:
        return {
            "done_at": to_text(moment.utc),
            "offset": moment.offset,
            "zone": moment.zone,
            "day": moment.day(self._rollover).isoformat(),
        }

    @cached_property
    def _rollover(self) -> int:
        return self._context.store.settings().rollover

    @cached_property
    def _here(self) -> dict[str, dict[str, str]]:
        """The ids of the ideas and of the people that are here, by their names."""
        store = self._context.store
        return {
            table: {name_key(known.name): known.id for known in exchange.names(store, table)}
            for table in ("idea", "person")
        }

    def _known(self, table: str, names: tuple[str, ...]) -> str | None:
        here = self._here[table]
        return next((here[name_key(name)] for name in names if name_key(name) in here), None)

    def _named(self, section: Section, name: str | None, day: str) -> str | None:
        """The id of the idea or the person with this name, who may be new."""
        if name is None:
            return None
        try:
            name = required_line(name, "It")
        except Refused as error:
            raise _LeftOutError(f"whose {section.table} has no name that will do") from error
        known = self._known(section.table, (name,))
        if known is not None:
            return known
        id = self._id(name_key(name), section.table)
        row = {"id": id, "name": name, **_stamps(f"{day}T00:00:00.000Z")}
        before = self._rows[section.name].get(id)
        if before is not None and str(before["created"]) <= str(row["created"]):
            return id
        if section is IDEAS:
            stage = {"stage": "hunch", **_stamps(f"{day}T00:00:00.000Z")}
            self._add(STAGES, {"id": self._id(id, "stage"), "idea": id, "day": day, **stage})
            row |= {"stage": "hunch", "added_day": day}
        self._add(section, row)
        return id

    def _prompt(self, cells: Cells) -> Value:
        """The prompt it came from; None for one of the user's own that is not here."""
        prompt = _read("prompt", cells, columns.id_of("prompt"))
        own = prompt is not None and columns.UUID.fullmatch(str(prompt))
        if own and exchange.row_here(self._context.store, "prompt", str(prompt)) is None:
            return None
        return prompt

    def _id(self, key: str, kind: str | None = None) -> str:
        """The id that a record of this program has on every device."""
        whole = for_terminal(f"{kind or self._source}\0{key}".replace("\0", "\n"))
        return str(uuid5(_ORIGIN, whole))


def _stamps(instant: str) -> dict[str, Value]:
    """The row is as old as what it tells of, so that whatever was edited here since is newer."""
    return {"created": instant, "updated": instant}


def _words(text: str, note: str) -> tuple[str, str]:
    """The line and the note; what is too long for a line goes into the note, whole."""
    try:
        line, note = clean_line(text), for_terminal(note).strip()
    except Refused:
        note = "\n\n".join(part.strip() for part in (for_terminal(text), note) if part.strip())
        line = f"{clean_line(for_terminal(text)[: LINE_LIMIT - 1])}…"
    try:
        return required_line(line, "It"), _note(note)
    except Refused as error:
        raise _LeftOutError(WITHOUT_WORDS) from error


def _note(text: str) -> str:
    try:
        return clean_note(text)
    except Refused as error:
        raise _LeftOutError(_TOO_LONG) from error


def _own_time(cells: Cells) -> dict[str, Value] | None:
    """The moment as shifter itself wrote it down, if it did."""
    if not _MOMENT.keys() <= cells.keys():
        return None
    return {name: _read(name, cells, column) for name, column in _MOMENT.items()}


def _read(name: str, cells: Cells, column: Column) -> Value:
    """What a cell says; None where it is empty."""
    cell = cells.get(name)
    if cell is None:
        return None
    try:
        return column.read(int(cell) if name in _NUMBERS and _WHOLE.fullmatch(cell) else cell)
    except Misread as error:
        raise _LeftOutError(f"whose {name} can't be read") from error


def _little_yes(cells: Cells) -> int:
    cell = cells.get("little_yes", "").strip().lower()
    if cell not in _YES | _NO:
        raise _LeftOutError("whose little_yes can't be read")
    return int(cell in _YES)
