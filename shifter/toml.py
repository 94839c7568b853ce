"""TOML, read so that whatever is wrong with it is one kind of error, in a person's words."""

_MEANING = {
    "Illegal character '\\n'": "a quote is not closed there",
    "Unterminated string": "a quote is not closed",
    'Expected "\'"': "a quote is not closed",
    "Unclosed": "a bracket is not closed",
    "Expected ']'": "a bracket is not closed there",
    "Expected '='": "a name, = and a value are needed",
    "Invalid value": "what is after the = is no value; text wants quotes around it",
    "Cannot overwrite": "it says something that was said above a second time",
    "Cannot declare": "it begins a section a second time",
    "Expected newline": "something is there beyond the value",
    "Unescaped '\\'": "a \\ in a text has to be written twice",
}
"""What the beginnings of the parser's errors mean."""


def parse(content: bytes | str) -> dict[str, object]:
    """The tables of a file or a text.

    Raises ValueError where it is no TOML, or no text at all; it says in a clause what is wrong.
    """
    import tomllib

    try:
        # Some editors put a mark before a text.
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_in_words(str(error))) from error


def _in_words(told: str) -> str:
    import re

    found = re.search(r" \(at line (\d+), column (\d+)\)$", told)
    place, at = ("the end", "") if found is None else (f"line {found[1]}", f" at column {found[2]}")
    meaning = next((words for begin, words in _MEANING.items() if told.startswith(begin)), None)
    if meaning is None:
        return f"{place} can't be understood{at}"
    return f"{place} can't be understood: {meaning}"
