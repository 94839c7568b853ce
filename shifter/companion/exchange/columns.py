"""The kinds of value that an exported record has, and what may stand for each in a file."""

import json
import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import NamedTuple, get_args

from shifter.core.records import Place, Rung
from shifter.core.text import clean_line, clean_note, required_line
from shifter.core.written import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR
from shifter.errors import ShifterError
from shifter.store.writer import Value

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CATALOGUE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SUNDAY = 6


class Misread(ValueError):
    """What is wrong with a value, as the end of a sentence that begins with its name."""


class Column(NamedTuple):
    """How a value is read from a file, and how the one in the data file is shown in it.

    `refers` is the table that it holds an id of.
    """

    read: Callable[[object], Value]
    show: Callable[[Value], object] = lambda value: value
    refers: str | None = None
    optional: bool = False


def or_nothing(column: Column) -> Column:
    """The same, or null, which an empty text stands for as well."""

    def read(value: object) -> Value:
        found = None if value is None else column.read(value)
        return None if found == "" else found

    return Column(
        read,
        lambda value: None if value is None else column.show(value),
        column.refers,
        optional=True,
    )


def number(smallest: int, largest: int) -> Column:
    """A whole number in a range."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Misread("is not a whole number")
        if not smallest <= value <= largest:
            raise Misread(f"is not from {smallest:,} to {largest:,}")
        return value

    return Column(read)


def one_of(words: Collection[str]) -> Column:
    """One of a few words."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise Misread(f"is not one of {', '.join(sorted(words))}")
        return value

    return Column(read)


def id_of(table: str) -> Column:
    """The id of a row in a table."""
    return Column(_read_any_id if table == "prompt" else _read_id, refers=table)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise Misread("is not text")
    return value


def _cleaned(clean: Callable[[str], str]) -> Column:
    def read(value: object) -> str:
        try:
            return clean(_read_text(value))
        except ShifterError as error:
            raise Misread(f"won't do. {error.message.removesuffix('.')}") from error

    return Column(read)


def _read_id(value: object) -> str:
    if not isinstance(value, str) or not UUID.fullmatch(value):
        raise Misread("is not an id")
    return value


def _read_catalogue_id(value: object) -> str:
    if not isinstance(value, str) or not _CATALOGUE_ID.fullmatch(value) or UUID.fullmatch(value):
        raise Misread("is not a prompt's id")
    return value


def _read_any_id(value: object) -> str:
    text = _read_text(value)
    return text if UUID.fullmatch(text) else _read_catalogue_id(text)


def _read_day(value: object) -> str:
    text = _read_text(value)
    if not _DAY.fullmatch(text):
        raise Misread("is not a day such as 2026-11-22")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Misread("is not a day of the calendar") from error
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Misread(f"is not from {FIRST_YEAR} to {LAST_YEAR}")
    return text


def _read_instant(value: object) -> str:
    text = _read_text(value)
    if not _INSTANT.fullmatch(text):
        raise Misread("is not a time such as 2026-11-22T07:58:00.000Z")
    _read_day(text[:10])
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise Misread("is not a time of day") from error
    return text


def _read_flag(value: object) -> int:
    if not isinstance(value, bool):
        raise Misread("is neither true nor false")
    return int(value)


def _read_places(value: object) -> str:
    known = get_args(Place)
    if not isinstance(value, list) or not value or not all(place in known for place in value):
        raise Misread(f"is not a list of {', '.join(sorted(known))}")
    return json.dumps(value)


def _read_ladder(value: object) -> str:
    if not isinstance(value, list) or not value:
        raise Misread("is not a list of a prompt's sizes")
    return json.dumps([_read_rung(rung) for rung in value], ensure_ascii=False)


def _read_rung(value: object) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise Misread("has a size that is not a record")
    rung: dict[str, Value] = {}
    for name in Rung._fields:
        if name in value:
            rung[name] = _RUNG.get(name, LINE).read(value[name])
    if not {"text", "done", "seconds"} <= rung.keys():
        raise Misread("has a size without a text, a done or its seconds")
    # An older shifter took a done that nobody could see.
    return rung if rung["done"] else {**rung, "done": rung["text"]}


def _read_setting(value: object) -> str:
    days = value if isinstance(value, list) else [value]
    if not all(type(day) is int and 0 <= day <= SUNDAY for day in days):
        raise Misread("is not a setting's value")
    return json.dumps(value)


def _parsed(value: Value) -> object:
    return json.loads(str(value))


ID = Column(_read_id)
CATALOGUE_ID = Column(_read_catalogue_id)
LINE = _cleaned(clean_line)
TEXT = _cleaned(lambda text: required_line(text, "It"))
NOTE = _cleaned(clean_note)
DAY = Column(_read_day)
INSTANT = Column(_read_instant)
FLAG = Column(_read_flag, bool)
_RUNG = {"text": TEXT, "seconds": number(1, 24 * 60 * 60)}
PLACES = Column(_read_places, _parsed)
LADDER = Column(_read_ladder, _parsed)
SETTING = Column(_read_setting, _parsed)
