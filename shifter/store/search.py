"""Finding what the Story tells: by words, by what it belongs to, and by day; the newest first.

Every word that is sought has to begin a word of what was written, or of the name of the idea or
the person it belongs to; capitals and accents make no difference. A sign that is part of no word,
such as %, has to stand anywhere in what was written.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from shifter.core.folding import begins_a_word, folded, is_sought_as_word
from shifter.core.story import EntryKind, Told
from shifter.store import cell, ideas
from shifter.store.documents import first_number
from shifter.store.store import Store
from shifter.store.writer import Value


class Sought(NamedTuple):
    """What to find: idea and person by id, both days included; nothing given, everything is."""

    words: str | None = None
    idea: str | None = None
    person: str | None = None
    told: Told | None = None
    little_yes: bool = False
    since: date | None = None
    until: date | None = None


class Found(NamedTuple):
    """A document: its number, what kind of thing it tells, and the row that it tells about."""

    number: int
    kind: EntryKind
    row: str


def newest(store: Store, sought: Sought, limit: int, below: int | None = None) -> list[Found]:
    """The newest that match, the newest first; those with lower numbers where one is given."""
    return _first(store, _query(store, sought, below=below), "DESC", limit)


def next_newer(store: Store, sought: Sought, limit: int, above: int) -> list[Found]:
    """Those that match and come next above a number, the newest first."""
    return _first(store, _query(store, sought, above=above), "ASC", limit)[::-1]


def count(store: Store, sought: Sought, most: int = -1) -> int:
    """How many match; `most` is where counting stops."""
    query = _query(store, sought)
    return store.number(
        f"SELECT count(*) FROM (SELECT 1 FROM {query.sql} LIMIT :most)",
        {**query.values, "most": most},
    )


class _Query(NamedTuple):
    """What stands between FROM and ORDER BY, the column that orders it, and the values in it."""

    sql: str
    number: str
    values: dict[str, Value]


def _query(
    store: Store, sought: Sought, *, below: int | None = None, above: int | None = None
) -> _Query:
    """Ask the index of words where it has an answer, else the documents themselves."""
    words = set(folded(sought.words or "").split())
    signs = sorted(word for word in words if not is_sought_as_word(word))
    match = " AND ".join((*_tags(sought), *_words(store, sorted(words.difference(signs)))))
    source, number = "document", "document.number"
    conditions = ["1"]
    values: dict[str, Value] = {}
    if match:
        source, number = "search JOIN document ON document.number = search.rowid", "search.rowid"
        conditions.append("search MATCH :match")
        values["match"] = match
    for place, sign in enumerate(signs):
        conditions.append(f"instr(document.words, :sign{place})")
        values[f"sign{place}"] = sign
    # One bound on either side: with two, SQLite would walk from the wrong one to the other.
    lowest = [above + 1] if above is not None else []
    lowest += [first_number(sought.since)] if sought.since else []
    highest = [below] if below is not None else []
    highest += [first_number(sought.until + timedelta(days=1))] if sought.until else []
    if lowest:
        conditions.append(f"{number} >= :lowest")
        values["lowest"] = max(lowest)
    if highest:
        conditions.append(f"{number} < :highest")
        values["highest"] = min(highest)
    return _Query(f"{source} WHERE {' AND '.join(conditions)}", number, values)


def _tags(sought: Sought) -> Iterator[str]:
    if sought.told:
        yield _tag(sought.told)
    if sought.little_yes:
        yield _tag("lit")
    if sought.idea:
        yield _tag(f"i{sought.idea}")
    if sought.person:
        yield _tag(f"p{sought.person}")


def _words(store: Store, words: list[str]) -> Iterator[str]:
    if not words:
        return
    names = [(f"i{idea.id}", folded(idea.name)) for idea in ideas.names(store)]
    for word in words:
        quoted = word.replace('"', '""')
        named = [_tag(id) for id, name in names if begins_a_word(word, name)]
        written = f'words : "{quoted}" *'
        yield f"({' OR '.join((written, *named))})"


def _tag(text: str) -> str:
    return f'tags : "{text.replace("-", "")}"'


def _first(store: Store, query: _Query, order: Literal["ASC", "DESC"], limit: int) -> list[Found]:
    rows = store.rows(
        f'SELECT document.number, kind, "row" FROM {query.sql} '
        f"ORDER BY {query.number} {order} LIMIT :limit",
        {**query.values, "limit": limit},
    )
    return [
        Found(cell.number(number), kind, str(row))
        for number, told, row in rows
        for kind in _KINDS
        if kind == told
    ]


_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
