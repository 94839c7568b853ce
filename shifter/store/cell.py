"""One value of a row, as what it stands for.

A file can come from anywhere, so no text of it could command a terminal once it is read.
"""

from datetime import date

from shifter.store.writer import Value


def text(value: Value) -> str:
    """A text."""
    read = str(value)
    # Most are plain, and a quick command need not wait for the rule for others.
    if read.replace("\n", "").isprintable():
        return read
    from shifter.core.text import for_terminal

    return for_terminal(read)


def text_if_any(value: Value) -> str | None:
    """A text, or None where there is none."""
    return None if value is None else text(value)


def number(value: Value) -> int:
    """A whole number; 0 where there is none."""
    return int(value or 0)


def day(value: Value) -> date:
    """A day."""
    return date.fromisoformat(str(value))


def day_if_any(value: Value) -> date | None:
    """A day, or None where there is none."""
    return None if value is None else day(value)
