"""SQLite's errors, in words for a person."""

import os
import sqlite3

from shifter.errors import FileTrouble


class Damaged(FileTrouble):
    """The data file can't be read whole; it stays as it is."""


class NoDatabase(FileTrouble):
    """What is in the data file's place is not a database, and there are no backups of one."""


def trouble(error: sqlite3.Error, path: str) -> FileTrouble:
    """The error as a sentence about the data file at `path`."""
    code = _code(error)
    if is_damage(error):
        return damaged(path, is_database=not is_no_database(error))
    if code == sqlite3.SQLITE_CANTOPEN:
        return barred(path) or _not_opened(path)
    title, advice = _TROUBLES.get(
        code, ("The file can't be used", f"SQLite says: {error}. Nothing was changed.")
    )
    return FileTrouble(title, f"{path}: {advice}")


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself was found wrong, rather than the disk or who holds it."""
    is_no_text = "Could not decode" in str(error)
    return is_no_text or _code(error) == sqlite3.SQLITE_CORRUPT or is_no_database(error)


def is_no_database(error: sqlite3.Error) -> bool:
    """Whether it does not even begin as a database does."""
    return _code(error) == sqlite3.SQLITE_NOTADB


def damaged(path: str, *, is_database: bool = True) -> FileTrouble:
    """That the file is damaged, and which backup there is, or that it never was shifter's."""
    from shifter.store.backups import offer

    offered = offer(path)
    if offered is None and not is_database:
        return NoDatabase(
            "Not a file of shifter's",
            f"{path}: it is no database, and was left alone. Name another file with --db; if it "
            f"was shifter's once, “{command(path, 'doctor')}” saves what can be read.",
        )
    salvage = f"“{command(path, 'doctor')}” tells more, and saves what can be read."
    return Damaged(
        "The file is damaged",
        f"{path}: it was left as it is. {offered or 'There is no backup of it.'} {salvage}",
    )


def barred(path: str) -> FileTrouble | None:
    """That a folder on the way to the file may not be entered; None where the way is free.

    Nobody can tell then whether the file is there.
    """
    try:
        os.stat(path)
    except PermissionError:
        folder = os.path.dirname(os.path.realpath(path))
        while not os.path.exists(folder):
            folder = os.path.dirname(folder)
        return FileTrouble(
            "The folder can't be entered",
            f"You may not look into {folder}, so {path} can't be read. {_allow('u+rwx', folder)}",
        )
    except OSError:
        return None
    return None


def refuse_if_barred(path: str) -> None:
    """Raise what `barred` finds."""
    found = barred(path)
    if found is not None:
        raise found


def is_no_file(path: str) -> bool:
    """Whether something else than a file stands there."""
    return os.path.exists(path) and not os.path.isfile(path)


def refuse_if_no_file(path: str) -> None:
    """Raise FileTrouble where it is none; SQLite would leave a journal beside a device."""
    if is_no_file(path):
        what = "a folder" if os.path.isdir(path) else "a device or a pipe"
        raise FileTrouble(
            "The file can't be opened",
            f"{path}: it is {what}. Name another file with --db or SHIFTER_DB.",
        )


def _not_opened(path: str) -> FileTrouble:
    """Why SQLite could not open a file to which the way is free."""
    if os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        title, advice = _TROUBLES[sqlite3.SQLITE_READONLY]  # the journal could not be made
        return FileTrouble(title, f"{path}: {advice}")
    advice = f"you may not read it. {_allow('u+rw', path)}"
    return FileTrouble("The file can't be opened", f"{path}: {advice}")


def _allow(rights: str, path: str) -> str:
    from shlex import quote

    return f"If it is yours, “chmod {rights} {quote(path)}” lets you. Nothing was changed."


def lost(path: str, offered: str) -> FileTrouble:
    """That the file is empty or gone, though there are backups of it."""
    title = "The file is empty" if os.path.exists(path) else "The file is gone"
    return FileTrouble(
        title,
        f"{path}: there are backups of it. {offered} "
        "To start afresh, move its folder of backups away.",
    )


def command(path: str, words: str) -> str:
    """The command line that does this with this data file."""
    from shifter.paths import is_own_data_file

    if path == os.environ.get("SHIFTER_DB") or is_own_data_file(path):
        return f"shifter {words}"
    from shlex import quote

    return f"shifter --db {quote(path)} {words}"


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


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
        "The disk reports an error",
        "reading or writing failed, and nothing was changed. Check the disk and try again.",
    ),
    sqlite3.SQLITE_PERM: (
        "The file can't be opened",
        "you may not read or write it. Nothing was changed.",
    ),
}
