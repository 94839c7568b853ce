"""One value of a row, as what it stands for."""

from datetime import date

from shifter.store.writer import Value


def text(value: Value) -> str | None:
    """A text, or None where there is none."""
    return None if value is None else str(value)


def number(value: Value) -> int:
    """A whole number; 0 where there is none."""
    return int(value or 0)


def day(value: Value) -> date:
    """A day."""
    return date.fromisoformat(str(value))


def day_if_any(value: Value) -> date | None:
    """A day, or None where there is none."""
    return None if value is None else day(value)
