"""What makes a prompt a good one, as far as a program can tell."""

from collections.abc import Iterator, Mapping

from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.table import Table
from shifter.core.placeholders import fill, placeholders_in, without_placeholders
from shifter.core.records import Prompt

LAST_RUNG = 30
"""Seconds that the smallest version of every prompt takes."""

TEXT_LENGTH = 90
DONE_LENGTH = 100
MORE_LENGTH = 100
ASKS_LENGTH = 40
QUOTES_LENGTH = 50

# As long as the name of a person or an idea usually gets.
_USUAL_NAME = "x" * 20


def check_words(prompt: Prompt, table: Table) -> None:
    """Raise CatalogueError unless every line fits the card and has sound placeholders."""
    for field, words, longest in _lines(prompt):
        check_placeholders(field, words, table)
        length = max(
            len(fill(words, None, None)),
            len(fill(words, _USUAL_NAME, _USUAL_NAME)),
        )
        if length > longest:
            raise table.wrong(f"`{field}` has {length} characters with names, {longest} fit")


def check_placeholders(field: str, words: str, table: Table, numbers: tuple[str, ...] = ()) -> None:
    """Raise CatalogueError for a placeholder that is unknown, or a name without a fallback.

    `numbers` are placeholders that always have a value, so they stand without one: `{landing}`.
    """
    for name, fallback in placeholders_in(words):
        if name in numbers and fallback is None:
            continue
        if name not in ("person", "idea"):
            raise table.wrong(f"`{field}` has a placeholder {{{name}}}, which nobody fills")
        if not fallback:
            raise table.wrong(f"`{field}` has {{{name}}} without words to stand in for it")
    if set("{}") & set(without_placeholders(words)):
        raise table.wrong(f"`{field}` has a brace too many")


def check_places(prompt: Prompt, table: Table) -> None:
    """Raise CatalogueError if a place is named twice, or another one beside `anywhere`."""
    if len(set(prompt.places)) < len(prompt.places):
        raise table.wrong("`places` names one of them twice")
    if "anywhere" in prompt.places and len(prompt.places) > 1:
        raise table.wrong("`places` has anywhere, so no other place says more")


def check_ladder(prompt: Prompt, table: Table) -> None:
    """Raise CatalogueError unless every rung is smaller and the last takes half a minute."""
    for rung, smaller in zip(prompt.ladder, prompt.ladder[1:], strict=False):
        if smaller.seconds >= rung.seconds:
            raise table.wrong(f"{smaller.seconds} seconds come after {rung.seconds}: not smaller")
    if prompt.ladder[-1].seconds != LAST_RUNG:
        raise table.wrong(f"the last of `smaller` must take {LAST_RUNG} seconds")
    if prompt.names_person and prompt.ladder[0].asks is None:
        raise table.wrong("`names_person` needs `asks`, or no name is ever typed")


def check_chains(prompts: Mapping[str, Prompt], origin: Mapping[str, str]) -> None:
    """Raise CatalogueError if a `then` leads nowhere or round in a circle.

    `origin` has the file of each prompt by its id.
    """
    for prompt in prompts.values():
        if prompt.then is not None and prompt.then not in prompts:
            fault = f"`then` is {prompt.then}, which is no prompt"
            raise CatalogueError(origin[prompt.id], prompt.id, fault)
    for prompt in prompts.values():
        met = {prompt.id}
        step = prompt.then
        while step is not None:
            if step == prompt.id:
                fault = f"`then` comes round to {step} again"
                raise CatalogueError(origin[prompt.id], prompt.id, fault)
            if step in met:
                break  # The circle is told by those that are in it.
            met.add(step)
            step = prompts[step].then


def _lines(prompt: Prompt) -> Iterator[tuple[str, str, int]]:
    """Each line of the prompt with the name of its field and how long it may be."""
    for rung in prompt.ladder:
        yield "text", rung.text, TEXT_LENGTH
        yield "done", rung.done, DONE_LENGTH
        if rung.more is not None:
            yield "more", rung.more, MORE_LENGTH
        if rung.asks is not None:
            yield "asks", rung.asks, ASKS_LENGTH
    if prompt.quotes is not None:
        yield "quotes", prompt.quotes, QUOTES_LENGTH
