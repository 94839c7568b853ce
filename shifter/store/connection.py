"""Opening the data file: what it must be, and how SQLite is set for it."""

import os
import sqlite3

from shifter.errors import FileTrouble

# "shft", so that `file` and other programs can tell whose database it is.
APPLICATION_ID = 0x73686674
VERSION = 3
OLDEST_SQLITE = (3, 37, 0)
_HEADER = 100


def connect(path: str) -> sqlite3.Connection:
    """Open the file, make it if it is not there, and bring an older one up to date.

    Every write is one rollback-journal transaction with `synchronous = EXTRA`: a commit that has
    returned survives a power cut, and the log stays one file that can be copied.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise FileTrouble(
            "SQLite is too old",
            f"This Python brings SQLite {sqlite3.sqlite_version}; shifter needs 3.37 or newer.",
        )
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        raise FileTrouble(
            "The data folder can't be made",
            f"{folder}: {error.strerror}. Name another file with --db or SHIFTER_DB.",
        ) from error
    try:
        connection = sqlite3.connect(
            path, timeout=30, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    return connection


def is_up_to_date(path: str) -> bool:
    """Whether a file of `VERSION` is there, told from its first bytes alone."""
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    version, application = header[60:64], header[68:72]
    return version == VERSION.to_bytes(4) and application == APPLICATION_ID.to_bytes(4)


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    # One statement, so that another process can't make the file between two looks at it.
    version, application, tables = connection.execute(
        "SELECT (SELECT user_version FROM pragma_user_version), "
        "(SELECT application_id FROM pragma_application_id), "
        "(SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise FileTrouble(
            "Not a file of shifter's",
            f"{path} belongs to another program and was left alone. Name another file with --db.",
        )
    if version > VERSION:
        raise FileTrouble(
            "A newer shifter wrote this file",
            f"{path} has version {version}, this program knows {VERSION}. "
            "It was left alone; update shifter to open it.",
        )
    if version < VERSION:
        from shifter.store.schema import migrate

        migrate(connection)


def trouble(error: sqlite3.Error, path: str) -> FileTrouble:
    """What SQLite met, in words for a person."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    title, advice = _TROUBLES.get(
        code, ("The file can't be used", f"SQLite says: {error}. Nothing was changed.")
    )
    return FileTrouble(title, f"{path}: {advice}")


_TROUBLES = {
    sqlite3.SQLITE_BUSY: (
        "The file is in use",
        "another program has held it for half a minute. Nothing was changed; try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The file can't be written",
        "it, or the folder it is in, is read-only. Nothing was changed.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full",
        "nothing was changed. Make some room and try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk refuses",
        "reading or writing failed, and nothing was changed. Check the disk and try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The file can't be opened",
        "it is a folder, or you may not read it. Name another file with --db or SHIFTER_DB.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "Not a file of shifter's",
        "it is no database, and was left alone. Name another file with --db or SHIFTER_DB.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The file is damaged",
        "it was left as it is. Bring back a copy of it, or name another file with --db.",
    ),
    sqlite3.SQLITE_PERM: (
        "The file can't be opened",
        "you may not read or write it. Nothing was changed.",
    ),
}
