"""The prompts that ship with shifter, read from TOML and checked."""

import os.path
import re
from collections.abc import Iterable

from shifter.catalogue.check import check_chains, check_ladder, check_places, check_words
from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.files import line_of, prompt_files, read_toml
from shifter.catalogue.table import Table
from shifter.core.quick_typing import Literal, get_args
from shifter.core.records import MINUTES, Kind, Place, Prompt, Rung

KINDS: tuple[Kind, ...] = get_args(Kind)
PLACES: tuple[Place, ...] = get_args(Place)

# Good on the very first day: short, possible anywhere, and at ease with a vague hunch or none.
FIRST_PROMPTS = (
    "it-in-one-line",
    "what-pulls",
    "one-thing-unknown",
    "what-shoulders-say",
    "a-working-name",
    "ten-things-it-gives",
    "local-headline",
    "five-curious-things",
    "name-one-person",
    "loved-at-ten",
    "best-ten-minutes",
    "an-hour-that-flew",
    "one-skill",
    "what-they-ask-you",
)

_GoesWith = Literal["idea", "person"]
_GOES_WITH: tuple[_GoesWith, ...] = get_args(_GoesWith)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_prompts(folder: str | None = None) -> tuple[Prompt, ...]:
    """Every prompt of the folder's TOML files, or of the shipped ones, checked.

    Each ladder starts with the prompt as it is. Raises CatalogueError, naming the file, the prompt
    and the fault, for anything that is missing, unknown, too long or contradictory.
    """
    return _load(prompt_files(folder))


def load_with_own(folder: str) -> tuple[tuple[Prompt, ...], tuple[str, ...]]:
    """The shipped prompts and those of the user's own folder.

    Whatever file of the folder has a fault is left out; each is told, with its line.
    """
    shipped = prompt_files()
    try:
        own = list(prompt_files(folder))
    except CatalogueError as error:
        return _load(shipped), (error.message,)
    faults: list[str] = []
    while True:
        try:
            return _load((*shipped, *own)), tuple(faults)
        except CatalogueError as error:
            if error.file not in own:
                raise
            own.remove(error.file)
            faults.append(_with_line(error))


def _load(paths: Iterable[str]) -> tuple[Prompt, ...]:
    prompts: dict[str, Prompt] = {}
    origin: dict[str, str] = {}
    for path in paths:
        for name, fields in read_toml(path).items():
            if name in prompts:
                first = os.path.basename(origin[name])
                raise CatalogueError(path, name, f"is already in {first}")
            if not isinstance(fields, dict):
                raise CatalogueError(path, name, "must be a table")
            prompts[name] = _prompt(name, Table(path, name, fields))
            origin[name] = path
    check_chains(prompts, origin)
    return tuple(prompts.values())


def _with_line(error: CatalogueError) -> str:
    """The fault with the line on which its table begins; one of TOML itself names its own."""
    name = os.path.basename(error.file)
    if not error.entry:
        return f"{name}: {error.fault}"
    with open(error.file, encoding="utf-8") as file:
        line = line_of(error.entry.partition(",")[0], file.read())
    return f"{name}, line {line}, {error.entry}: {error.fault}"


def _prompt(name: str, table: Table) -> Prompt:
    if not _ID.fullmatch(name):
        raise table.wrong("the id must be lower-case words joined by hyphens")
    minutes = table.one_of("minutes", table.whole_number("minutes"), MINUTES)
    goes_with = table.optional_text("goes_with")
    smaller = table.tables("smaller")
    prompt = Prompt(
        id=name,
        kind=table.one_of("kind", table.text("kind"), KINDS),
        minutes=minutes,
        places=tuple(table.one_of("places", place, PLACES) for place in table.texts("places")),
        ladder=(_rung(table, minutes * 60), *(_smaller_rung(rung) for rung in smaller)),
        goes_with=None if goes_with is None else table.one_of("goes_with", goes_with, _GOES_WITH),
        names_person=table.flag("names_person"),
        quotes=table.optional_text("quotes"),
        then=table.optional_text("then"),
        repeats=table.flag("repeats"),
        origin="catalogue",
        retired=False,
    )
    table.finish()
    check_places(prompt, table)
    check_words(prompt, table)
    check_ladder(prompt, table)
    return prompt


def _smaller_rung(table: Table) -> Rung:
    rung = _rung(table, table.whole_number("seconds"))._replace(ends=table.flag("ends"))
    table.finish()
    return rung


def _rung(table: Table, seconds: int) -> Rung:
    return Rung(
        text=table.text("text"),
        done=table.text("done"),
        seconds=seconds,
        more=table.optional_text("more"),
        asks=table.optional_text("asks"),
    )
