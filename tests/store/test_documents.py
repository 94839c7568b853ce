"""What the Story tells can be told anew, and the index of its words with it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.store import search
from shifter.store.search import Sought
from shifter.store.store import Store
from tests.store.keep_schema import fill

NOW = datetime(2026, 11, 19, 7, tzinfo=UTC)


def spoil(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def found(store: Store, words: str) -> int:
    return search.count(store, Sought(words=words))


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("DELETE FROM search_data WHERE id > 10", ["search"]),
        ("DELETE FROM search_docsize", ["search"]),
        ("INSERT INTO search (search) VALUES ('delete-all')", ["search"]),
        ("DELETE FROM document WHERE words LIKE '%kiln%'", ["document"]),
        ("INSERT INTO document VALUES (7, 'shift', 'x', 'kiln', 'shift')", ["document"]),
        ("UPDATE document SET tags = 'shift'", ["document", "search"]),
    ],
)
def test_a_recount_puts_documents_and_index_right(
    store: Store, file: Path, statement: str, wrong: list[str]
) -> None:
    fill(store)
    spoil(file, statement)
    assert sorted(store.recount(NOW)) == wrong
    assert found(store, "kiln") == 1
    assert found(store, "ana") == 2
    assert found(store, "pottery") == 2
    assert store.recount(NOW) == []


def test_an_emoji_is_found_in_a_file_that_kept_it_as_a_part_of_its_word(file: Path) -> None:
    kept = Path(__file__).parent / "schemas" / "007.sql"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(kept.read_text(encoding="utf-8"))
        connection.execute("UPDATE shift SET text = 'Emailed Ana🎉' WHERE text LIKE 'Emailed%'")
        look = "SELECT number, kind, \"row\", tags FROM document WHERE words LIKE 'emailed%'"
        ((number, kind, row, tags),) = connection.execute(look).fetchall()
        connection.execute("DELETE FROM document WHERE number = ?", (number,))
        told = number, kind, row, "emailed ana🎉", tags  # as that version told it
        connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?)", told)
        connection.commit()
    with closing(Store(str(file))) as store:
        assert found(store, "🎉") == 1
        assert found(store, "ana") == 2
        assert store.recount(NOW) == []
