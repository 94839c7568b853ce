"""A plain table of shifts, CSV: written for spreadsheets, and read from them or from anywhere."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from shifter.companion.exchange.incoming import unusable
from shifter.core.moment import to_text
from shifter.core.records import Shift
from shifter.core.text import for_terminal

COLUMNS = (
    "id",
    "day",
    "done_at",
    "text",
    "minutes",
    "idea",
    "person",
    "little_yes",
    "note",
    "prompt",
    "offset",
    "zone",
    "updated",
)

# What other tables call the same.
_ALSO = {
    "date": "day",
    "what": "text",
    "title": "text",
    "shift": "text",
    "when": "done_at",
    "notes": "note",
    "little yes": "little_yes",
}
# A spreadsheet would take a cell that begins like this for a formula, and run it.
_FORMULA = ("=", "+", "-", "@", "\t", "'")


class Line(NamedTuple):
    """A row of a table by the names of its columns; empty cells are left out."""

    number: int
    cells: Mapping[str, str]


def write_table(shifts: Iterable[tuple[Shift, str]]) -> Iterator[str]:
    """The shifts as lines, each with the instant it was last edited."""
    yield _line(COLUMNS)
    for shift, updated in shifts:
        yield _line(
            (
                shift.id,
                shift.day.isoformat(),
                to_text(shift.done_at),
                _no_formula(shift.text),
                shift.minutes,
                _no_formula(shift.idea),
                _no_formula(shift.person),
                "yes" if shift.little_yes else "",
                _no_formula(shift.note),
                shift.prompt,
                shift.offset,
                _no_formula(shift.zone),
                updated,
            )
        )


def is_table(text: str) -> bool:
    """Whether the first line names columns that a table of shifts must have."""
    names = _names(_first_line(text), _delimiter(text))
    return "text" in names and bool({"day", "done_at"} & set(names))


def read_table(text: str) -> Iterator[Line]:
    """The rows. Refused without columns for what was done and when, and where it is damaged."""
    if not is_table(text):
        raise unusable("It needs a first line with the columns text and day.")
    delimiter = _delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [_name(cell) for cell in next(rows)]
        for row in rows:
            cells = {name: _formula_again(cell) for name, cell in zip(names, row, strict=False)}
            filled = {name: cell for name, cell in cells.items() if cell.strip()}
            if filled:
                yield Line(rows.line_num, filled)
    except csv.Error as error:
        raise unusable(f"Line {rows.line_num:,} of it can't be read: {error}.") from error


def _line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _no_formula(text: str | None) -> str:
    text = for_terminal(text or "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _formula_again(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _delimiter(text: str) -> str:
    """A comma; in some countries spreadsheets write semicolons, or tabs."""
    return max(",;\t", key=_first_line(text).count)


def _names(line: str, delimiter: str) -> list[str]:
    return [_name(cell) for cell in line.strip().split(delimiter)]


def _name(cell: str) -> str:
    name = cell.strip().strip('"').lower()
    return _ALSO.get(name, name)
