"""A quick command asks the file as few questions in a long life as in a short one."""

import sqlite3

import pytest

from tests.cli.shell import Shell

MOST = {"line": 20, "pick": 60, "log": 90, "done": 110}


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every SQL statement that is run."""
    seen: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(seen.append)
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", traced)
    return seen


@pytest.mark.parametrize("command", MOST)
def test_the_number_of_statements_does_not_grow(
    shell: Shell, statements: list[str], command: str
) -> None:
    words = [command, *(["Wrote to the kiln"] if command == "log" else [])]

    def asked() -> int:
        shell.ok("pick")
        statements.clear()
        shell.ok(*words)
        return len(statements)

    shell.ok("log", "The first")
    few = asked()
    for number in range(60):
        shell.ok("log", f"Shift {number}")
    many = asked()
    assert many <= few * 1.1
    assert many <= MOST[command]
