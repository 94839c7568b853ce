"""Prompts of somebody's own in a file: plain lines, or TOML much as the catalogue has it.

In a text each line is a prompt, with `10m` at its end if it takes other than five minutes. Indented
lines below it are its smaller versions, and a line that begins with `>` is the next step of the one
above. `#` begins a remark. In TOML each table is a prompt, of which only `text` is needed.
"""

import os.path
import re
from collections.abc import Iterator

from shifter.catalogue.check import check_placeholders
from shifter.catalogue.drafts import USUAL_MINUTES, Draft
from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.files import line_of
from shifter.catalogue.prompts import KINDS, MINUTES, PLACES
from shifter.catalogue.table import Table
from shifter.core.text import LINE_LIMIT, clean_line
from shifter.errors import Refused

_TAKES = re.compile(r"\s(\d{1,4})m$")


def read_drafts(path: str) -> tuple[Draft, ...]:
    """The prompts of a file; Refused names every line that can't be one, with its fault."""
    text = _content(path)
    faults: list[str] = []
    read = _toml_drafts if path.endswith(".toml") else _line_drafts
    drafts = tuple(read(path, text, faults))
    if faults:
        raise Refused("Nothing was taken in", " ".join(f"{fault}." for fault in faults))
    if not drafts:
        raise Refused("Nothing was taken in", f"There is not one suggestion in {path}.")
    return drafts


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is no text in UTF-8"
        raise Refused("That file can't be read", f"{path}: {reason}.") from error


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


def _toml_drafts(path: str, text: str, faults: list[str]) -> Iterator[Draft]:
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{os.path.basename(path)}: not TOML: {error}")
        return
    for name, fields in tables.items():
        table = Table(path, f"line {line_of(name, text)}, {name}", _fields_of(fields))
        try:
            if not isinstance(fields, dict):
                raise table.wrong("it must be a table, such as [read-a-page]")
            yield _from_table(name, table)
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
        table.optional_text("done"),
        tuple(_checked(words, table) for words in table.texts("smaller"))
        if table.has("smaller")
        else (),
        table.optional_text("then"),
        table.optional_text("asks"),
        table.flag("repeats"),
    )
    table.finish()
    if draft.then == name:
        raise table.wrong("`then` leads to itself")
    return draft


def _checked(words: str, table: Table) -> str:
    if not words:
        raise table.wrong("there is no text")
    if len(words) > LINE_LIMIT:
        raise table.wrong(f"a line holds at most {LINE_LIMIT} characters")
    check_placeholders("text", words, table)
    return clean_line(words)


def _fields_of(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
