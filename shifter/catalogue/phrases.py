"""The short lines that shifter says, each under a name that stays."""

from collections.abc import Mapping
from typing import NamedTuple

from shifter.catalogue.check import check_placeholders
from shifter.catalogue.files import PHRASES_FILE, read_toml
from shifter.catalogue.table import Table

# What always has a value where the line is said.
_VALUES = ("landing", "day", "kind", "size", "place", "part", "offers", "yeses")


class Phrase(NamedTuple):
    """One line. Its id is its place in the file, such as `replies.make.not-blank`."""

    id: str
    text: str


def load_phrases(path: str | None = None) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of the file, or the shipped ones, by table, such as `replies.make`, in order.

    Raises CatalogueError for a line that is not sound.
    """
    path = path or PHRASES_FILE
    tables: dict[str, tuple[Phrase, ...]] = {}
    _collect(path, "", read_toml(path), tables)
    return tables


def _collect(
    path: str, name: str, fields: Mapping[str, object], tables: dict[str, tuple[Phrase, ...]]
) -> None:
    """Add the lines of this table and, one level deeper at a time, of those inside it."""
    table = Table(path, name or "top", fields)
    lines = []
    for key, value in fields.items():
        place = f"{name}.{key}" if name else key
        if isinstance(value, dict):
            _collect(path, place, value, tables)
        else:
            phrase = Phrase(place, table.text(key))
            check_placeholders(key, phrase.text, table, numbers=_VALUES)
            lines.append(phrase)
    if lines:
        tables[name] = tuple(lines)
