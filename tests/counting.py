"""What SQLite was asked, counted: figures that are the same on every machine."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


class Counted:
    """The statements that were run, and the steps that SQLite's machine took to answer them.

    Steps grow with the rows that are read, whether or not any come back.
    """

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.steps = 0

    def clear(self) -> None:
        self.statements.clear()
        self.steps = 0

    def watch(self, connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(self._trace)
        connection.set_progress_handler(self._step, 1)

    def _trace(self, statement: str) -> None:
        # What a statement does inside, such as keeping the index of words, is marked as a comment.
        if not statement.startswith("--"):
            self.statements.append(statement)

    def _step(self) -> int:
        self.steps += 1
        return 0


@contextmanager
def counted() -> Iterator[Counted]:
    """Count what is asked of every connection that is opened within."""
    found = Counted()
    connect = sqlite3.connect

    def watched(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        found.watch(connection)
        return connection

    with patch("sqlite3.connect", watched):
        yield found
