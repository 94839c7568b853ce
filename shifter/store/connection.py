"""Opening the data file: what it must be, and how SQLite is set for it."""

import os
import sqlite3
from contextlib import suppress

from shifter.errors import FileTrouble
from shifter.paths import is_own_data_file, make_folder
from shifter.store.patience import SPELL, Patience
from shifter.store.troubles import is_no_file, lost, refuse_if_barred, refuse_if_no_file, trouble

# "shft", so that `file` and other programs can tell whose database it is.
APPLICATION_ID = 0x73686674
VERSION = 10
OLDEST_SQLITE = (3, 37, 0)
_HEADER = 100


def connect(path: str, patience: Patience) -> sqlite3.Connection:
    """Open the file, make it if it is not there, and bring an older one up to date.

    Every write is one rollback-journal transaction with `synchronous = EXTRA`: a commit that has
    returned survives a power cut, and the log stays one file that can be copied.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise FileTrouble(
            "SQLite is too old",
            f"This Python brings SQLite {sqlite3.sqlite_version}; shifter needs 3.37 or newer.",
        )
    _ensure_folder(path)
    refuse_if_no_file(path)
    _refuse_if_lost(path)
    _make_private(path)
    try:
        connection = sqlite3.connect(
            _as_file(path), timeout=SPELL, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path, patience)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    return connection


def _ensure_folder(path: str) -> None:
    """Make shifter's own data folder; where another is missing, a name was mistyped."""
    folder = os.path.dirname(path) or "."
    if os.path.isdir(folder):
        return
    refuse_if_barred(path)
    if not is_own_data_file(path):
        raise FileTrouble(
            "There is no such folder",
            f"{folder} is not there. Make it, or name another file with --db or SHIFTER_DB.",
        )
    try:
        make_folder(folder)
    except OSError as error:
        raise FileTrouble(
            "The data folder can't be made",
            f"{folder}: {error.strerror}. Name another file with --db or SHIFTER_DB.",
        ) from error


def _make_private(path: str) -> None:
    """Make a new file as one that nobody else may read; what SQLite puts beside it is as it is."""
    if os.path.exists(path):
        return
    with suppress(OSError):  # another process was sooner, or SQLite says what is wrong
        os.close(os.open(os.path.realpath(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def is_up_to_date(path: str) -> bool:
    """Whether a file of `VERSION` is there, told from its first bytes alone."""
    if is_no_file(path):  # opening a pipe would wait for whoever writes to it
        return False
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    version, application = header[60:64], header[68:72]
    return version == VERSION.to_bytes(4) and application == APPLICATION_ID.to_bytes(4)


def open_existing(path: str) -> sqlite3.Connection:
    """Open a database that must be there, to look at it as it is.

    Raises FileTrouble where it is no file, and sqlite3.Error.
    """
    from urllib.parse import quote

    refuse_if_no_file(path)
    # As bytes, since a path need not be in UTF-8, and with no slash, since two begin a host's name.
    address = f"file:{quote(os.fsencode(_as_file(path)), safe='')}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=SPELL, isolation_level=None)


def _as_file(path: str) -> str:
    """The path so that SQLite finds no meaning of its own in it, as in `:memory:`."""
    return os.path.join(os.curdir, path)


def recognised(connection: sqlite3.Connection, path: str) -> int:
    """The version of the file, 0 for a new one; another program's or a newer one is refused."""
    version = owned(connection, path)
    if version > VERSION:
        raise FileTrouble(
            "A newer shifter wrote this file",
            f"{path} has version {version}, this program knows {VERSION}. "
            "It was left alone; update shifter to open it.",
        )
    return version


def owned(connection: sqlite3.Connection, path: str) -> int:
    """The version of the file, 0 for a new one; another program's is refused."""
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
    return int(version)


def _prepare(connection: sqlite3.Connection, path: str, patience: Patience) -> None:
    patience(lambda: connection.execute("PRAGMA synchronous = EXTRA"))
    connection.execute("PRAGMA foreign_keys = ON")
    # Of a long log no more stays in memory than of a short one; the system keeps the rest at hand.
    connection.execute("PRAGMA cache_size = -512")
    version = patience(lambda: recognised(connection, path))
    if version < VERSION:
        from shifter.store.schema import migrate

        migrate(connection, path, patience)


def _refuse_if_lost(path: str) -> None:
    """Refuse an empty or missing file that there are backups of; otherwise it is a new one."""
    if os.path.exists(path) and os.stat(path).st_size:
        return
    refuse_if_barred(path)
    from shifter.store.backups import offer

    offered = offer(path)
    if offered is not None:
        raise lost(path, offered)
