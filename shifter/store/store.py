"""The open data file: reading it, and changing it one transaction at a time."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime

from shifter.core.moment import to_text
from shifter.core.records import Settings
from shifter.errors import FileTrouble, Replaced
from shifter.store import cell
from shifter.store.connection import connect
from shifter.store.identity import new_id
from shifter.store.patience import Patience
from shifter.store.settings import read_settings
from shifter.store.troubles import barred, damaged, trouble
from shifter.store.writer import Value, Writer

Row = tuple[Value, ...]


class Store:
    """One connection to one file; used by one thread at a time."""

    def __init__(self, path: str, patience: Patience | None = None) -> None:
        self.path = path
        self.patience = patience or Patience()
        self._writer: Writer | None = None
        self._settings: Settings | None = None
        self.open()

    def open(self) -> None:
        """Open the file, as it stands there now. Raises FileTrouble."""
        while True:
            before = self._file_identity()
            self._connection = connect(self.path, self.patience)
            self._inode = self._file_identity()
            if before in (None, self._inode):
                break
            self._connection.close()  # Another took its place while it was waited for.
        try:
            self._seen = self._data_version()
        except BaseException:
            self.close()
            raise

    def reopen(self) -> None:
        """Go on with the file that has taken this one's place. Raises FileTrouble if none can be.

        An empty file is none: it would be filled as a new one.
        """
        if not self._is_there():
            raise self._replaced()
        before = self._connection, self._inode, self._seen
        try:
            self.open()
        except BaseException:
            self._connection, self._inode, self._seen = before
            raise
        before[0].close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> list[Row]:
        """Every row of a query, fetched whole."""
        if not self._connection.in_transaction:
            self._refuse_if_replaced()
        try:
            return self.patience(lambda: self._connection.execute(sql, values).fetchall())
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error

    def row(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def number(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> int:
        """The number that a query comes to; 0 where there is none."""
        row = self.row(sql, values)
        return cell.number(row[0]) if row else 0

    def settings(self) -> Settings:
        """The settings that decide figures, as they are now."""
        if self._settings is not None:
            return self._settings
        try:
            settings = self.patience(lambda: read_settings(self._connection))
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error
        if self._is_reading():
            self._settings = settings
        return settings

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read within is of one moment, and the file is taken up once for all of it.

        An action within ends that; what is read after it is as it then is.
        """
        if self._connection.in_transaction:
            yield
            return
        self._refuse_if_replaced()
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._end_reading()

    def _is_reading(self) -> bool:
        return self._writer is None and self._connection.in_transaction

    def _end_reading(self) -> None:
        self._settings = None
        if self._is_reading():
            self._connection.execute("COMMIT")

    @contextmanager
    def transaction(self, label: str, now: datetime) -> Iterator[Writer]:
        """One action: all of it is durable on return, or nothing of it happened.

        `label` names it for undo ("Undo: …"). Inside another transaction it becomes part of that.
        """
        if self._writer is not None:
            yield self._writer
            return
        from shifter.store.damage_note import is_noted

        self._end_reading()
        self._refuse_if_replaced()
        try:
            self.patience(lambda: self._connection.execute("BEGIN IMMEDIATE"))
            try:
                # It may have been replaced while it was waited for.
                self._refuse_if_replaced()
                if is_noted(self.path):
                    raise damaged(self.path)  # noqa: TRY301 - the lock is to be let go
                self._writer = Writer(self._connection, label, new_id(), to_text(now))
                yield self._writer
                self.settle()
                self._commit()
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._writer = None
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error

    @contextmanager
    def rehearsal(self, now: datetime) -> Iterator[None]:
        """See what would come of an action: whatever is written within is taken back at the end."""
        with suppress(_TakenBack), self.transaction("a rehearsal", now):
            yield
            raise _TakenBack

    def _commit(self) -> None:
        try:
            self.patience(lambda: self._connection.execute("COMMIT"))
        except sqlite3.OperationalError as error:
            from shifter.whole_files import sync_folder

            # The journal is gone, so it is done; only a power cut could bring the journal back.
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_IOERR_DIR_FSYNC:
                raise
            if not sync_folder(os.path.dirname(os.path.realpath(self.path))):
                raise FileTrouble(
                    "The disk refuses",
                    f"{self.path}: it was written, but the disk does not confirm that it "
                    "will last. Check for it once the disk is well again.",
                ) from error

    def settle(self) -> None:
        """Let the figures count what the transaction under way has written so far."""
        if self._writer is not None:
            from shifter.store.derived import refresh  # who only reads need not wait for it

            refresh(self._connection, self._writer.take_touched())

    def recount(self, now: datetime) -> list[str]:
        """Compute every derived row again; returns the names of the tables that were wrong.

        Where none was, the file stays as it is.
        """
        from shifter.store.derived import recount

        wrong: list[str] = []
        with suppress(_AllAsItWas), self.transaction("a recount", now):
            wrong = recount(self._connection)
            _write_only_if(wrong)
        return wrong

    def recount_lessons(self) -> None:
        """Count what was learned again, from every offer; part of the transaction under way."""
        from shifter.store.learning import rebuild

        rebuild(self._connection)

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was last asked."""
        version = self._data_version()
        changed = version != self._seen
        self._seen = version
        return changed

    def _data_version(self) -> Value:
        found = self.row("PRAGMA data_version")
        return found[0] if found else None

    def _refuse_if_replaced(self) -> None:
        if self._file_identity() != self._inode:
            raise self._replaced()

    def _replaced(self) -> FileTrouble:
        in_the_way = barred(self.path)
        if in_the_way is not None:
            return in_the_way
        advice = "Try again" if self._is_there() else "Put it back, or start shifter again"
        return Replaced(
            "The file was moved or replaced",
            f"{self.path} is no longer the file that was opened. Nothing was written. {advice}.",
        )

    def _is_there(self) -> bool:
        try:
            return os.path.isfile(self.path) and os.path.getsize(self.path) > 0
        except OSError:
            return False

    def _file_identity(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_dev, status.st_ino


class _AllAsItWas(Exception):
    """A transaction has nothing to write after all."""


def _write_only_if(wrong: list[str]) -> None:
    if not wrong:
        raise _AllAsItWas


class _TakenBack(Exception):
    """The end of a rehearsal."""
