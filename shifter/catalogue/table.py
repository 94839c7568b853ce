"""A TOML table read field by field, each with its type; what nobody read is unknown."""

from collections.abc import Mapping
from typing import TypeVar

from shifter.catalogue.errors import CatalogueError
from shifter.core.choices import choice_of
from shifter.core.text import in_one_line

_Choice = TypeVar("_Choice", bound=str | int)


class Table:
    """One table of a catalogue file. Every method raises CatalogueError for a wrong value."""

    def __init__(self, file: str, name: str, fields: Mapping[str, object]) -> None:
        self._file = file
        self._name = name
        self._unread = dict(fields)

    def wrong(self, fault: str) -> CatalogueError:
        """The error to raise for this table."""
        return CatalogueError(self._file, self._name, fault)

    def has(self, field: str) -> bool:
        """Whether a field is there and was not read yet."""
        return field in self._unread

    def text(self, field: str) -> str:
        """A line of text that must be there."""
        value = self.optional_text(field)
        if value is None:
            raise self.wrong(f"`{field}` is missing")
        return value

    def optional_text(self, field: str) -> str | None:
        """A line of text, or None where the field is left out."""
        value = self._unread.pop(field, None)
        return None if value is None else self._line(field, value)

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of lines that must be there and hold at least one."""
        return tuple(self._line(field, value) for value in self._list(field))

    def whole_number(self, field: str) -> int:
        """A whole number that must be there."""
        value = self._required(field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"`{field}` must be a whole number")
        return value

    def flag(self, field: str) -> bool:
        """True or false; false where the field is left out."""
        value = self._unread.pop(field, False)
        if not isinstance(value, bool):
            raise self.wrong(f"`{field}` must be true or false")
        return value

    def tables(self, field: str) -> tuple["Table", ...]:
        """A list of tables that must be there and hold at least one."""
        return tuple(
            self._table(f"{field} {number}", value)
            for number, value in enumerate(self._list(field), start=1)
        )

    def one_of(self, field: str, value: str | int, choices: tuple[_Choice, ...]) -> _Choice:
        """The value as one of the choices, which it must be."""
        choice = choice_of(choices, value)
        if choice is not None:
            return choice
        known = ", ".join(str(choice) for choice in choices)
        raise self.wrong(f"`{field}` is {value}, but must be one of: {known}")

    def finish(self) -> None:
        """Refuse what nobody asked for: a field that is misspelt must not go unnoticed."""
        for field in self._unread:
            raise self.wrong(f"`{field}` is not a field that is known here")

    def _required(self, field: str) -> object:
        if field not in self._unread:
            raise self.wrong(f"`{field}` is missing")
        return self._unread.pop(field)

    def _list(self, field: str) -> list[object]:
        value = self._required(field)
        if not isinstance(value, list) or not value:
            raise self.wrong(f"`{field}` must be a list with something in it")
        return value

    def _table(self, name: str, value: object) -> "Table":
        if not isinstance(value, dict):
            raise self.wrong(f"`{name}` must be a table")
        return Table(self._file, f"{self._name}, {name}", value)

    def _line(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.wrong(f"`{field}` must be text")
        if not value or value != value.strip():
            raise self.wrong(f"`{field}` is empty or has spaces around it")
        if in_one_line(value) != value:
            raise self.wrong(f"`{field}` holds a control character")
        return value
