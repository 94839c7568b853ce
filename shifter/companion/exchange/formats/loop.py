"""Loop Habit Tracker's CSV export: a zip with a list of habits, and a folder for each of them."""

import csv
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from shifter.companion.exchange.formats.done import NOT_DONE, SKIPPED, UNREADABLE, Done, Reading
from shifter.companion.exchange.incoming import unusable

_HABIT_FILE = re.compile(r"(?:.*/)?(\d{1,9})(?: ([^/]*))?/Checkmarks\.csv", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_MOST_FILES = 10_000
_MOST_BYTES = 1 << 27

# Older exports have numbers for words. Days that Loop ticked by itself were not done that day.
_FILLED_IN = "that Loop filled in by itself"
_LEFT_OUT = {
    "NO": NOT_DONE,
    "0": NOT_DONE,
    "UNKNOWN": NOT_DONE,
    "-1": NOT_DONE,
    "": NOT_DONE,
    "SKIP": SKIPPED,
    "3": SKIPPED,
    "YES_AUTO": _FILLED_IN,
    "1": _FILLED_IN,
}
_DONE = ("YES_MANUAL", "2")


class _Habit(NamedTuple):
    name: str
    unit: str = ""
    counts: bool = False


def read_loop(data: bytes) -> Reading:
    """What was done of every habit. Refused where the archive is damaged or far too large."""
    reading = Reading("Loop Habit Tracker")
    files = _unpack(data)
    habits = _habits(files.get("Habits.csv", ""))
    for path, text in files.items():
        match = _HABIT_FILE.fullmatch(path)
        if match is None:
            continue
        habit = habits.get(int(match[1])) or _Habit(match[2] or f"Habit {match[1]}")
        for row in _rows(text):
            if row and row[0] != "Date":
                _read_day(reading, habit, row)
    return reading


def _read_day(reading: Reading, habit: _Habit, row: list[str]) -> None:
    day, value, notes = (*row, "", "")[:3]
    value = value.strip()
    amount = ""
    if not _DAY.fullmatch(day):
        return reading.left_out.one(UNREADABLE)
    if habit.counts and _NUMBER.fullmatch(value) and int(value):
        amount = f"{int(value) / 1000:g} {habit.unit}".strip()
    elif value in _LEFT_OUT:
        return reading.left_out.one(_LEFT_OUT[value])
    elif value not in _DONE:
        return reading.left_out.one(UNREADABLE)
    note = "\n".join(part for part in (notes.strip(), amount) if part)
    return reading.take(Done(f"{day}\0{habit.name}", habit.name, day, note, names=(habit.name,)))


def _habits(text: str) -> Mapping[int, _Habit]:
    """The habits by the number that stands before the name of their folder."""
    habits = {}
    rows = _rows(text)
    columns = next(rows, [])
    for row in rows:
        cells = dict(zip(columns, row, strict=False))
        number, name = cells.get("Position", ""), cells.get("Name", "").strip()
        if _NUMBER.fullmatch(number) and name:
            counts = cells.get("Type") == "NUMERICAL"
            habits[int(number)] = _Habit(name, cells.get("Unit", "").strip(), counts)
    return habits


def _rows(text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""))
    except csv.Error as error:
        raise unusable(f"A table in it is damaged: {error}.") from error


def _unpack(data: bytes) -> Mapping[str, str]:
    """The tables that are wanted, by their names."""
    files: dict[str, str] = {}
    left = _MOST_BYTES
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_FILES:
                raise unusable("It holds far too many files.")
            for name in names:
                if name != "Habits.csv" and not _HABIT_FILE.fullmatch(name):
                    continue
                with archive.open(name) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise unusable("Unpacked, it is far too large.")
                files[name] = content.decode("utf-8-sig", "ignore")
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise unusable("It is a damaged zip.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise unusable("It is packed in a way that can't be read, or has a password.") from error
    if not files:
        raise unusable("It is a zip, but not an export of Loop Habit Tracker.")
    return files
