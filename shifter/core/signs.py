"""The signs within a line: `#idea`, `@person`, minutes as `10m`, and `!` for a Little Yes."""

import re

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import LONGEST_MINUTES
from shifter.errors import Refused

_NAMED = re.compile(r"(?:^|\s)([#@])([^\s#@]\S*)(?!\S)")
_MINUTES = re.compile(r"([0-9]{1,4})m(?:in)?", re.IGNORECASE)
PUNCTUATION = ",.;:!?"


class Signs(NamedTuple):
    """A line without its signs, and what they said. Names stand as they were typed."""

    text: str
    idea: str | None
    person: str | None
    minutes: int | None
    little_yes: bool


def read_signs(line: str) -> Signs:
    """Take the signs out of a line.

    `#` and `@` count anywhere as whole words; minutes (1 to 1440) and `!` only at the end.
    Raises `Refused` for two ideas, two people, or where nothing but signs was typed.
    """
    text, names = _take_names(line)
    text, minutes, little_yes = _take_end(text)
    if not text:
        raise Refused("Nothing written yet", "Say in a few words what you did, then add the signs.")
    return Signs(
        text,
        _only_one(names["#"], "idea"),
        _only_one(names["@"], "person"),
        minutes,
        little_yes,
    )


def has_signs(text: str) -> bool:
    """Whether a line like this says anything with a sign."""
    rest, names = _take_names(text)
    return any(names.values()) or _take_end(rest)[1:] != (None, False)


def names_idea(line: str) -> bool:
    """Whether a line says with a sign which idea it is for."""
    return bool(_take_names(line)[1]["#"])


def _take_names(line: str) -> tuple[str, dict[str, list[str]]]:
    """The line without `#` and `@` words; in place of each and its white space is one blank."""
    names: dict[str, list[str]] = {"#": [], "@": []}
    kept = ""
    position = 0
    for match in _NAMED.finditer(line):
        sign, word = match.groups()
        name = word.rstrip(PUNCTUATION)
        if not name:
            continue
        names[sign].append(name)
        kept = (kept + line[position : match.start()]).rstrip()
        # A comma after the name belongs to the words before it; without any, it goes too.
        if kept:
            kept += word[len(name) :]
        position = match.end()
        while len(blanks := line[position : position + 2]) > 1 and blanks.isspace():
            position += 1
    return kept + line[position:], names


def _take_end(text: str) -> tuple[str, int | None, bool]:
    """The text without the minutes and the `!` at its end, in whichever order they stand."""
    minutes: int | None = None
    little_yes = False
    text = text.strip()
    while text:
        *before, last = text.rsplit(maxsplit=1)
        if last == "!":
            little_yes = True
        elif minutes is None and (found := _minutes(last)) is not None:
            minutes = found
        else:
            break
        text = before[0] if before else ""
    return text, minutes, little_yes


def _minutes(word: str) -> int | None:
    match = _MINUTES.fullmatch(word)
    if match is None or not 1 <= int(match[1]) <= LONGEST_MINUTES:
        return None
    return int(match[1])


def _only_one(names: list[str], what: str) -> str | None:
    for other in names[1:]:
        if other.casefold() != names[0].casefold():
            raise Refused(
                f"One {what} at a time",
                f"This names both {names[0]} and {other}; a shift has room for one {what}. "
                "Write the other as a plain word, or log a second shift.",
            )
    return names[0] if names else None
