"""Shifter's own document: everything that people made, written as JSON and read back."""

import json
from collections.abc import Iterator, Mapping, Sequence

from shifter.companion.exchange.columns import UUID, Misread
from shifter.companion.exchange.incoming import WITHOUT_WORDS, Incoming, LeavingOut, Row, unusable
from shifter.companion.exchange.sections import SECTIONS, Section
from shifter.core.text import escape_in_json
from shifter.errors import Refused
from shifter.store import exchange
from shifter.store.store import Store
from shifter.store.writer import Value

VERSION = 1
MARK = "shifter_export"

Document = Mapping[str, object]


def document(store: Store, exported_at: str) -> Document:
    """Everything as one document."""
    return {
        MARK: VERSION,
        "exported_at": exported_at,
        **{section.name: list(records) for section, records in _sections(store)},
    }


def lines(store: Store, exported_at: str) -> Iterator[str]:
    """The document as text with a line for every record, so that two of them compare well."""
    yield f'{{"{MARK}": {VERSION}, "exported_at": "{exported_at}"'
    for section, records in _sections(store):
        yield f',\n"{section.name}": ['
        comma = "\n"
        for record in records:
            yield comma + escape_in_json(json.dumps(record, ensure_ascii=False))
            comma = ",\n"
        yield "]"
    yield "}\n"


def read_document(data: Mapping[str, object]) -> Incoming:
    """The rows of a document. Refused where it is not whole, or not of this version."""
    version = data.get(MARK)
    if type(version) is not int or version < 1:
        raise unusable("It does not say which export of shifter's it is.")
    if version > VERSION:
        raise Refused(
            "A newer shifter wrote this file",
            f"It has version {version}, this program knows {VERSION}. Update shifter to import it.",
        )
    left_out = LeavingOut()
    rows = {s.name: _read_section(s, data.get(s.name, []), left_out) for s in SECTIONS}
    return Incoming("shifter", rows, left_out.told())


def _read_section(section: Section, records: object, left_out: LeavingOut) -> Sequence[Row]:
    if not isinstance(records, list):
        raise unusable(f"Its {section.name} are not a list.")
    rows: dict[Value, Row] = {}
    for number, record in enumerate(records, 1):
        try:
            row = _read_record(section, record)
        except Misread as wrong:
            raise unusable(f"In its {section.name}, number {number:,}: {wrong}.") from wrong
        if section.tells is not None and not row[section.tells]:
            left_out.one(WITHOUT_WORDS)
            continue
        known = rows.get(row["id"])
        if known is None or str(known["updated"]) <= str(row["updated"]):
            rows[row["id"]] = row
    return list(rows.values())


def _read_record(section: Section, record: object) -> Row:
    if not isinstance(record, dict):
        raise Misread("this is not a record")
    row: dict[str, Value] = {}
    for name, column in section.columns.items():
        if name not in record and not column.optional:
            raise Misread(f"{name} is missing")
        try:
            row[name] = column.read(record.get(name))
        except Misread as wrong:
            raise Misread(f"{name} {wrong}") from wrong
    for names in section.together:
        if len({row[name] is None for name in names}) > 1:
            raise Misread(f"{', '.join(names)} are not filled in together")
    if reason := section.wrong(row):
        raise Misread(reason)
    return row


def _sections(store: Store) -> Iterator[tuple[Section, Iterator[Document]]]:
    """Each section with its records; a reference to what is not exported is left out."""
    referred = {column.refers for section in SECTIONS for column in section.columns.values()}
    kept: dict[str, set[Value]] = {}
    # All of one moment, and no reader of what is written makes anybody wait who logs meanwhile.
    with store.reading():
        made = [exchange.made(store, each.table, tuple(each.columns)) for each in SECTIONS]
    for section, rows in zip(SECTIONS, made, strict=True):
        if section.table in referred:
            kept[section.table] = {row[0] for row in rows}
        yield section, _records(section, rows, kept)


def _records(
    section: Section, rows: Sequence[tuple[Value, ...]], kept: Mapping[str, set[Value]]
) -> Iterator[Document]:
    columns = section.columns.items()
    for row in rows:
        record: dict[str, object] = {}
        for (name, column), value in zip(columns, row, strict=True):
            if column.refers and value is not None and not _is_kept(column.refers, value, kept):
                if not column.optional:
                    kept.get(section.table, set()).discard(row[0])
                    break
                record[name] = None
            else:
                record[name] = column.show(value)
        else:
            yield record


def _is_kept(table: str, id: Value, kept: Mapping[str, set[Value]]) -> bool:
    """Whether a row is in the document; the catalogue, which is not, is in every file."""
    return id in kept[table] or (table == "prompt" and not UUID.fullmatch(str(id)))
