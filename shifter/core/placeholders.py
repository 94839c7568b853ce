"""Names in the words of prompts: `{person|someone nearby}` and `{idea|your hunch}`.

The name is put where it is known, the words after the bar where it is not.
"""

import re

from shifter.core.quick_tuple import NamedTuple

_PLACEHOLDER = r"\{([^{}|]*)(?:\|([^{}]*))?\}"


class Placeholder(NamedTuple):
    """One placeholder as it was written; `fallback` is None where no words follow the name."""

    name: str
    fallback: str | None


def placeholders_in(text: str) -> tuple[Placeholder, ...]:
    """Every placeholder of the text, in order, whatever its name."""
    return tuple(Placeholder(match[1], match[2]) for match in re.finditer(_PLACEHOLDER, text))


def without_placeholders(text: str) -> str:
    """The text with every placeholder taken out; a brace that is left over was a stray one."""
    return re.sub(_PLACEHOLDER, "", text)


def fill(text: str, person: str | None, idea: str | None) -> str:
    """The text with its names filled in, literally: a name's own braces are never expanded.

    A placeholder with another name, or without words and without a name to put there, stays.
    """
    if "{" not in text:
        return text
    names = {"person": person, "idea": idea}

    def name_or_words(match: re.Match[str]) -> str:
        if match[1] not in names:
            return match[0]
        return names[match[1]] or match[2] or match[0]

    return re.sub(_PLACEHOLDER, name_or_words, text)
