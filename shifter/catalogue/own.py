"""Prompts of somebody's own in a file: plain lines, or TOML much as the catalogue has it.

In a text each line is a prompt, with `10m` at its end if it takes other than five minutes. Indented
lines below it are its smaller versions, and a line that begins with `>` is the next step of the one
above. `#` begins a remark. In TOML each table is a prompt, of which only `text` is needed.
"""

import os.path
import re
from collections.abc import Container, Iterator

from shifter.catalogue.check import check_placeholders
from shifter.catalogue.drafts import USUAL_MINUTES, Draft
from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.files import line_of
from shifter.catalogue.prompts import KINDS, PLACES
from shifter.catalogue.table import Table
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import MINUTES
from shifter.core.text import LINE_LIMIT, required_line
from shifter.errors import Refused

_TAKES = re.compile(r"\s(\d{1,4})m$")


class Read(NamedTuple):
    """The prompts of a file, and a sentence for every line that can't be one."""

    drafts: tuple[Draft, ...]
    faults: tuple[str, ...]


def read_drafts(path: str, content: bytes, known: Container[str]) -> Read:
    """What a file has; `known` are the ids that a `then` may name beside those of the file.

    Raises Refused if it is no text, or has nothing in it.
    """
    text = _text(path, content)
    faults: list[str] = []
    if path.endswith(".toml"):
        drafts = tuple(_toml_drafts(path, text, known, faults))
    else:
        drafts = tuple(_line_drafts(path, text, faults))
    if not drafts and not faults:
        raise Refused("Nothing was imported", f"There is not one suggestion in {path}.")
    return Read(drafts, tuple(f"{fault}." for fault in faults))


def _text(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("That file can't be read", f"{path}: it is not text in UTF-8.") from error


def _line_drafts(path: str, text: str, faults: list[str]) -> Iterator[Draft]:
    draft: Draft | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        table = Table(path, f"line {number}", {})
        try:
            if line[0].isspace():
                if draft is None:
                    raise table.wrong("it is indented, so a suggestion must stand above it")
                smaller = _checked(words.removeprefix("- "), table)
                draft = draft._replace(smaller=(*draft.smaller, smaller))
                continue
            if words.startswith(">") and draft is None:
                raise table.wrong("`>` begins a next step, so a suggestion must stand above it")
            if draft is not None:
                follows = words.startswith(">")
                yield draft._replace(then=str(number)) if follows else draft
            draft = _from_line(str(number), words.removeprefix(">").strip(), table)
        except CatalogueError as error:
            faults.append(error.message)
    if draft is not None:
        yield draft


def _from_line(name: str, words: str, table: Table) -> Draft:
    minutes = USUAL_MINUTES
    if takes := _TAKES.search(words):
        minutes = table.one_of("minutes", int(takes[1]), MINUTES)
        words = words[: takes.start()].strip()
    return Draft(name, _checked(words, table), minutes=minutes)


def _toml_drafts(path: str, text: str, known: Container[str], faults: list[str]) -> Iterator[Draft]:
    from shifter.toml import parse

    try:
        tables = parse(text)
    except ValueError as error:
        faults.append(f"{os.path.basename(path)}: {error}")
        return
    for name, fields in tables.items():
        table = Table(path, f"line {line_of(name, text)}, {name}", _fields_of(fields))
        try:
            if not isinstance(fields, dict):
                raise table.wrong("it must be a table, such as [read-a-page]")
            draft = _from_table(name, table)
            if draft.then is not None and draft.then not in tables and draft.then not in known:
                raise table.wrong(f"`then` is {draft.then}, which is no suggestion")
            yield draft
        except CatalogueError as error:
            faults.append(error.message)


def _from_table(name: str, table: Table) -> Draft:
    places = table.texts("places") if table.has("places") else ("anywhere",)
    draft = Draft(
        name,
        _checked(table.text("text"), table),
        table.one_of("kind", table.optional_text("kind") or "try", KINDS),
        table.one_of("minutes", table.whole_number("minutes"), MINUTES)
        if table.has("minutes")
        else USUAL_MINUTES,
        tuple(table.one_of("places", place, PLACES) for place in places),
        _optional("done", table),
        tuple(_checked(words, table) for words in table.texts("smaller"))
        if table.has("smaller")
        else (),
        table.optional_text("then"),
        _optional("asks", table),
        table.flag("repeats"),
    )
    table.finish()
    if draft.then == name:
        raise table.wrong("`then` leads to itself")
    return draft


def _checked(words: str, table: Table, field: str = "text") -> str:
    if len(words) > LINE_LIMIT:
        raise table.wrong(f"a line holds at most {LINE_LIMIT} characters")
    check_placeholders(field, words, table)
    try:
        return required_line(words, f"`{field}`")
    except Refused as error:
        raise table.wrong("there is no text") from error


def _optional(field: str, table: Table) -> str | None:
    words = table.optional_text(field)
    return None if words is None else _checked(words, table, field)


def _fields_of(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
