"""Names in the words of prompts: `{person|someone nearby}` and `{idea|your hunch}`.

The name is put where it is known, the words after the bar where it is not.
"""

from collections.abc import Iterable, Iterator

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.text import quoted, stopless

if TYPE_CHECKING:
    from shifter.core.records import Prompt

PUT = "{person|someone}, {idea|it}"
"""What may be written, with any words after the bar."""

_KNOWN = ("person", "idea")
_STOPS = frozenset(".?!…")


class Placeholder(NamedTuple):
    """One placeholder as it was written; `fallback` is None where no words follow the name."""

    name: str
    fallback: str | None

    @property
    def written(self) -> str:
        """As it stands in the text."""
        words = "" if self.fallback is None else f"|{self.fallback}"
        return f"{{{self.name}{words}}}"


def placeholders_in(text: str) -> tuple[Placeholder, ...]:
    """Every placeholder of the text, in order, whatever its name."""
    return tuple(part for part in _parts(text) if isinstance(part, Placeholder))


def told_as_typed(texts: Iterable[str]) -> str | None:
    """A sentence about the placeholders that nothing is put for; None where there are none."""
    as_typed = dict.fromkeys(
        part.written
        for text in texts
        for part in placeholders_in(text)
        if part.name not in _KNOWN or not part.fallback
    )
    if not as_typed:
        return None
    verb = "stands" if len(as_typed) == 1 else "stand"
    return f"{' and '.join(as_typed)} {verb} as typed; names are put for {PUT}."


def without_placeholders(text: str) -> str:
    """The text with every placeholder taken out; a brace that is left over was a stray one."""
    return "".join(part for part in _parts(text) if isinstance(part, str))


def fill(text: str, person: str | None, idea: str | None) -> str:
    """The text with its names filled in, literally: a name's own braces are never expanded.

    An idea stands in quotes, since its name may be any words: "Give “teaching first aid” an hour."
    A placeholder with another name, or without words and without a name to put there, stays. A
    name's own closing stop goes where the sentence has one.
    """
    names = {"person": person, "idea": idea}

    def name_or_words(part: str | Placeholder, after: str | Placeholder) -> str:
        if isinstance(part, str):
            return part
        name = names.get(part.name)
        if not name:
            return (part.name in names and part.fallback) or part.written
        if isinstance(after, str) and after[:1] in _STOPS:
            name = stopless(name)
        return quoted(name) if part.name == "idea" else name

    parts = [*_parts(text)]
    return "".join(map(name_or_words, parts, [*parts[1:], " "]))


def text_of(prompt: "Prompt") -> str:
    """A prompt as it reads where no name is known."""
    return fill(prompt.ladder[0].text, None, None)


def _parts(text: str) -> Iterator[str | Placeholder]:
    """The text and its placeholders in turn; a brace that belongs to none is text."""
    before, *rest = text.split("{")
    yield before
    for part in rest:
        inside, end, after = part.partition("}")
        if end:
            name, bar, words = inside.partition("|")
            yield Placeholder(name, words if bar else None)
            yield after
        else:
            yield f"{{{part}"
