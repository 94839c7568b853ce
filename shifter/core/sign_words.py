"""What `#` and `@` complete to while a line is typed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shifter.core.names import match_idea, match_person
from shifter.core.signs import PUNCTUATION
from shifter.errors import UnclearName

_BEING_TYPED = re.compile(r"(?:^|\s)([#@])([^\s#@]*)$")


class Known(NamedTuple):
    """The names that a line may mention."""

    ideas: Sequence[str]
    people: Sequence[str]


def suggestions(line: str, known: Known) -> list[str]:
    """The names that the sign at the end of the line may mean, the most likely first."""
    sign = _BEING_TYPED.search(line)
    if sign is None:
        return []
    names = known.ideas if sign[1] == "#" else known.people
    typed = sign[2].casefold()
    begins = [name for name in names if _has_word(name, typed)]
    return begins + [name for name in names if typed in name.casefold() and name not in begins]


def completed(line: str, name: str, known: Known) -> str:
    """The line with the sign at its end spelt out, as one word that means this name alone."""
    sign = _BEING_TYPED.search(line)
    if sign is None:
        return line
    typed = sign[2].casefold()
    # As the line will be read: without what belongs to the words around it.
    words = [word.lstrip("#@").rstrip(PUNCTUATION) or word for word in name.split()]
    words.sort(key=lambda word: not word.casefold().startswith(typed))
    word = next((word for word in words if _means(sign[1] + word, name, known)), words[0])
    return f"{line[: sign.start(2)]}{word} "


def meant(sign: str, known: Known) -> str | None:
    """The name that a sign with a word stands for; None for somebody new.

    Raises `UnclearName`, as logging it will.
    """
    if sign[0] == "#":
        return match_idea(sign[1:], known.ideas)
    return match_person(sign[1:], known.people)


def _means(sign: str, name: str, known: Known) -> bool:
    try:
        return meant(sign, known) == name
    except UnclearName:
        return False


def _has_word(name: str, typed: str) -> bool:
    return any(word.casefold().startswith(typed) for word in name.split())
