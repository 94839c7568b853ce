"""Whether a data file is whole, as far as SQLite and its own schema can tell."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice

from shifter.store.connection import open_existing
from shifter.store.patience import Patience
from shifter.store.settings import unsound_settings
from shifter.store.troubles import is_damage, is_no_database, trouble

Look = Callable[[sqlite3.Connection], Iterable[str]]

_MOST = 20
# Days and instants, as the tables' own rules name them.
_DATED = re.compile(r'"?(\w+)"? LIKE \'____-__-__(T__:__:__\.___Z)?\'')
_AS_READ = {"": "date({0})", "T__:__:__.___Z": "strftime('%Y-%m-%dT%H:%M:%fZ', {0})"}


def first_damage(path: str, *, thorough: bool = False) -> str | None:
    """The first thing that is wrong with a file, in SQLite's words; None if it is whole.

    A quick look reads every page and holds every row against its table's rules; a thorough one
    compares each index with its table as well. Raises FileTrouble where the file is no database,
    or can't be looked at.
    """
    look = "integrity_check(1)" if thorough else "quick_check(1)"
    return next(iter(_found(path, lambda connection: islice(_faults(connection, look), 1))), None)


def damages(path: str) -> list[str]:
    """All that is wrong with a file, twenty things at most; it looks at every value as well.

    Raises FileTrouble as `first_damage` does.
    """

    def look(connection: sqlite3.Connection) -> Iterator[str]:
        yield from _faults(connection, f"integrity_check({_MOST})")
        yield from _unreadable_values(connection)

    return _found(path, lambda connection: islice(look(connection), _MOST))


def _found(path: str, look: Look) -> list[str]:
    try:
        with closing(open_existing(path)) as connection:
            return Patience()(lambda: list(look(connection)))
    except sqlite3.Error as error:
        if is_damage(error) and not is_no_database(error):
            return [str(error)]
        raise trouble(error, path) from error


def _faults(connection: sqlite3.Connection, look: str) -> Iterator[str]:
    for (said,) in connection.execute(f"PRAGMA {look}").fetchall():
        if said != "ok":
            yield str(said)
    for table, _, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"a row of {table} refers to nothing in {other}"


def unreadable_dates(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Each table and column of days or instants, and the SQL that finds unreadable ones."""
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for name, sql in tables.fetchall():
        for column, kind in _DATED.findall(sql):
            read = _AS_READ[kind].format(f'"{column}"')
            yield name, column, f'"{column}" IS NOT {read}'


def _unreadable_values(connection: sqlite3.Connection) -> Iterator[str]:
    for table, column, wrong in unreadable_dates(connection):
        look = f'SELECT count(*) FROM "{table}" WHERE {wrong}'
        (count,) = connection.execute(look).fetchone()
        if count:
            yield f"{count} of {table}.{column} can't be read"
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if tables:
        yield from (f"the setting {name} can't be read" for name in unsound_settings(connection))
    for (name,) in tables:
        # Python refuses a text that is none.
        connection.execute(f'SELECT * FROM "{name}"').fetchall()
