"""The story as it stands in chapters/: weeks, and what was done in them, in order."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.files import prompt_files, read_toml
from shifter.catalogue.table import Table
from shifter.core.weeks import WEEKDAYS

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "chapters")


class Entry(NamedTuple):
    """Something that was done; `verb` says what, and is the first of its fields."""

    verb: str
    fields: Table


class Chapter(NamedTuple):
    """Some weeks, the first of which begins on `monday`, and what was done in them."""

    file: str
    monday: date
    weeks: tuple[str, ...]
    entries: tuple[Entry, ...]

    def wrong(self, fault: str) -> CatalogueError:
        """The error to raise for this chapter."""
        return CatalogueError(self.file, "", fault)


def read_chapters(today: date) -> tuple[Chapter, ...]:
    """Every chapter, dated so that the last week is the one of `today`; raises CatalogueError."""
    contents = {path: read_toml(path) for path in prompt_files(_FOLDER)}
    weeks = {path: _weeks(path, content, today) for path, content in contents.items()}
    monday = today - timedelta(days=today.weekday())
    monday -= timedelta(weeks=sum(map(len, weeks.values())) - 1)
    chapters = []
    for path, content in contents.items():
        chapters.append(Chapter(path, monday, weeks[path], _entries(path, content)))
        monday += timedelta(weeks=len(weeks[path]))
    return tuple(chapters)


def _weeks(path: str, content: Mapping[str, object], today: date) -> tuple[str, ...]:
    """The weeks of a chapter; the last one has others for each weekday that today may be."""
    weeks = content.get("weeks")
    if isinstance(weeks, dict):
        return Table(path, "weeks", weeks).texts(WEEKDAYS[today.weekday()])
    return Table(path, "top", content).texts("weeks")


def _entries(path: str, content: Mapping[str, object]) -> tuple[Entry, ...]:
    entries = content.get("entries")
    if not isinstance(entries, list):
        raise CatalogueError(path, "", "`entries` is missing")
    return tuple(_entry(path, number, value) for number, value in enumerate(entries, start=1))


def _entry(path: str, number: int, value: object) -> Entry:
    """One entry; a bare line is one that was logged."""
    name = f"entry {number}"
    fields = value if isinstance(value, dict) else {"log": value}
    verb = next(iter(fields), "")
    return Entry(verb, Table(path, name, fields))
