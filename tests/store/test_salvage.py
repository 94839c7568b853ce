"""Of a damaged file, what can be read comes over into a new one, and the old one stays as it is."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.store.connection import VERSION
from shifter.store.salvage.records import Unreadable, as_values, varint
from shifter.store.salvage.rescue import salvage
from shifter.store.soundness import damages
from shifter.store.writer import Writer
from tests.store.well_used import make, rows, share_of

NOW = datetime(2026, 11, 19, 7, 58, tzinfo=UTC)
PAGE = 4096
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


@pytest.fixture(scope="session")
def well_used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("well-used") / "shifter.db"
    make(file, 500)
    return file


def nothing_ships(_: Writer) -> None:
    return


def roots(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master").fetchall())


def leaf_below(file: Path, root: int) -> int:
    """The rightmost leaf page of a tree."""
    content, page = file.read_bytes(), root
    while content[(page - 1) * PAGE] in (2, 5):
        start = (page - 1) * PAGE
        page = int.from_bytes(content[start + 8 : start + 12])
    return page


def overflow_page(file: Path) -> int:
    return file.read_bytes().index(b"x" * 3000) // PAGE + 1


def page_of(file: Path, which: str) -> int:
    if which == "the first":
        return 1
    if which == "of a long note":
        return overflow_page(file)
    kind, _, name = which.partition(" of ")
    root = roots(file)[name]
    return root if kind == "root" else leaf_below(file, root)


@pytest.mark.parametrize(
    ("which", "filled_with"),
    [
        ("the first", b"\0"),
        ("the first", b"\xa5"),
        ("root of shift", b"\xa5"),
        ("leaf of shift", b"\0"),
        ("root of change", b"\0"),
        ("root of shift_by_day", b"\xa5"),
        ("root of sqlite_autoindex_shift_1", b"\0"),
        ("leaf of person", b"\xa5"),
        ("of a long note", b"\xa5"),
    ],
)
def test_a_single_damaged_page_costs_at_most_one_row_in_a_hundred(
    well_used: Path, file: Path, which: str, filled_with: bytes
) -> None:
    shutil.copy(well_used, file)
    with file.open("r+b") as data:
        data.seek((page_of(file, which) - 1) * PAGE)
        data.write(filled_with * PAGE)
    before = file.read_bytes()
    new = file.with_name("new.db")
    found = salvage(str(file), str(new), nothing_ships, NOW)
    assert found is not None
    assert share_of(rows(well_used), rows(new)) >= 0.99
    assert damages(str(new)) == []
    assert found.rows == {name: len(each) for name, each in rows(new).items()}
    if found.lost is not None:
        came = sum(found.rows.values())
        assert came + found.lost == sum(len(each) for each in rows(well_used).values())
    assert file.read_bytes() == before


def test_without_a_history_what_belongs_to_a_lost_name_stays_together(
    well_used: Path, file: Path
) -> None:
    shutil.copy(well_used, file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM change")
        connection.commit()
    before = rows(file)
    with file.open("r+b") as data:
        for table in ("idea", "person"):
            data.seek((roots(file)[table] - 1) * PAGE)
            data.write(b"\xa5" * PAGE)
    new = file.with_name("new.db")
    found = salvage(str(file), str(new), nothing_ships, NOW)
    assert found is not None
    assert rows(new)["shift"] == before["shift"]
    assert damages(str(new)) == []
    assert (found.rows["idea"], found.rows["person"]) == (0, 0)
    with closing(sqlite3.connect(new)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM idea ORDER BY id")]
    assert names == [f"An idea whose name is lost ({number})" for number in (1, 2, 3)]


@pytest.mark.parametrize("dump", SCHEMAS, ids=lambda path: path.stem)
def test_a_file_of_any_version_is_salvaged_into_one_of_this_version(file: Path, dump: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    with file.open("r+b") as data:
        data.seek((roots(file)["shift"] - 1) * PAGE)
        data.write(b"\0" * PAGE)
    new = file.with_name("new.db")
    assert salvage(str(file), str(new), nothing_ships, NOW) is not None
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        texts = connection.execute("SELECT text, note FROM shift ORDER BY id").fetchall()
    # The page with both of them is gone; the history has them.
    assert texts == [
        ("Emailed Ana about the kiln", "She said\nyes"),
        ("Named Ana as an inspiration", None),
    ]
    assert damages(str(new)) == []


def test_half_a_file_gives_what_is_on_its_pages(well_used: Path, file: Path) -> None:
    whole = well_used.read_bytes()
    file.write_bytes(whole[: len(whole) // 2 + 1000])
    new = file.with_name("new.db")
    found = salvage(str(file), str(new), nothing_ships, NOW)
    assert found is not None
    assert found.rows["shift"] > 100
    assert damages(str(new)) == []


def test_of_what_never_was_shifters_nothing_is_made(file: Path) -> None:
    file.write_bytes(b"Dear diary,\n" * 10_000)
    new = file.with_name("new.db")
    assert salvage(str(file), str(new), nothing_ships, NOW) is None
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\x02",  # more header than bytes
        b"\x02\x0a",  # a kind that nobody writes
        b"\x02\x17",  # a text longer than the row
        b"\x02\x01\x07\x07",  # bytes left over
        b"\x02\x0f\xff",  # no UTF-8
        b"\x01",  # no value at all
    ],
)
def test_what_is_no_row_is_not_taken_for_one(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        as_values(payload)


def test_rows_are_read_as_sqlite_writes_them() -> None:
    assert as_values(b"\x06\x00\x08\x09\x01\x0f\xffa") == [None, 0, 1, -1, "a"]
    assert varint(b"\x81\x00", 0) == (128, 2)
    assert varint(b"\xff" * 9, 0) == (2**64 - 1, 9)
