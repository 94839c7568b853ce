"""An action that the disk refuses, at whichever statement, leaves the file as it was."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from shutil import copy

import pytest

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.errors import FileTrouble
from tests.companion.rows import everything
from tests.standing_clock import StandingClock


class FailingConnection(sqlite3.Connection):
    """A connection on which one statement fails, by its number."""

    fails_at: int | None = None
    statements = 0
    committed_at: int | None = None

    def execute(self, *arguments: object) -> sqlite3.Cursor:
        self._count()
        if arguments[0] == "COMMIT" and self.committed_at is None:
            self.committed_at = self.statements
        return super().execute(*arguments)  # type: ignore[arg-type]

    def executemany(self, *arguments: object) -> sqlite3.Cursor:
        self._count()
        return super().executemany(*arguments)  # type: ignore[arg-type]

    def _count(self) -> None:
        self.statements += 1
        if self.statements == self.fails_at:
            raise sqlite3.OperationalError("disk I/O error")


class Attempt:
    """Opens copies of one file, each on a connection that can be made to fail."""

    def __init__(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = file
        self._monkeypatch = monkeypatch
        self._plain = sqlite3.connect

    def on_a_copy(
        self, action: Callable[[Companion], object], fails_at: int | None
    ) -> tuple[int, list[str]]:
        """The number of the statement that made the action last, and the whole file after it."""
        twin = Path(copy(self.file, self.file.with_name("twin.db")))
        opened: list[FailingConnection] = []

        def connect(*arguments: object, **options: object) -> sqlite3.Connection:
            connection = self._plain(
                *arguments,
                **options,
                factory=FailingConnection,  # type: ignore[call-overload]
            )
            assert isinstance(connection, FailingConnection)
            opened.append(connection)
            return connection

        self._monkeypatch.setattr(sqlite3, "connect", connect)
        chance = Random(4)  # noqa: S311 - a pick is no secret
        companion = open_companion(
            str(twin), config=Config(), clock=StandingClock("2026-11-20T08:00"), random=chance
        )
        self._monkeypatch.setattr(sqlite3, "connect", self._plain)
        (connection,) = opened
        connection.statements = 0
        connection.committed_at = None
        connection.fails_at = fails_at
        try:
            action(companion)
        finally:
            companion.close()
        assert connection.committed_at is not None
        return connection.committed_at, everything(twin)


ACTIONS: dict[str, Callable[[Companion], object]] = {
    "log": lambda it: it.shifts.log("Drew #pottery @Zoe 10m !", note="x", on="wednesday"),
    "edit": lambda it: it.shifts.edit(
        it.shifts.find().shifts[0].id, {"text": "y", "person": "Zoe", "on": "monday"}
    ),
    "delete": lambda it: it.shifts.delete(it.shifts.find().shifts[-1].id),
    "undo": lambda it: it.history.undo(),
    "redo": lambda it: it.history.redo(),
    "add an idea": lambda it: it.ideas.add("Law", why="why not"),
    "rule an idea out": lambda it: it.ideas.rule_out("Pottery", taught="patience"),
    "delete an idea": lambda it: it.ideas.delete("Pottery"),
    "merge ideas": lambda it: it.ideas.merge("Pottery", "Clay"),
    "make it a project": lambda it: it.ideas.move("Pottery", "project", weeks=8),
    "note on an idea": lambda it: it.ideas.note("Pottery", "The kiln is warm."),
    "set a step": lambda it: it.ideas.steps.set("Pottery", "Ask Ines", by="saturday"),
    "take a step": lambda it: it.ideas.steps.take("Pottery"),
    "find out": lambda it: it.ideas.steps.found("Pottery", "Two would"),
    "check an output": lambda it: it.ideas.projects.check_output("Pottery", "list", outcome="it"),
    "close the book": lambda it: it.ideas.book.close("Clay"),
    "a hunch": lambda it: it.ideas.become_hunch(it.shifts.find().shifts[-1].id),
    "rest": lambda it: it.rest.mark(date(2026, 11, 16), date(2026, 11, 19)),
    "change a setting": lambda it: it.settings.change("grace", "3"),
    "add a prompt": lambda it: it.prompts.add("Sweep the studio", smaller=("Find the broom",)),
    "another": lambda it: it.picks.another(),
    "retire": lambda it: it.picks.retire(),
    "pocket": lambda it: it.picks.pocket("tomorrow"),
    "smaller": lambda it: it.picks.smaller(),
    "done": lambda it: it.today.done(note="Ana", little_yes=True),
    "a Little Yes": lambda it: it.today.lit(it.shifts.find().shifts[0].id, "glaze"),
}


@pytest.fixture
def attempt(
    companion: Companion, clock: StandingClock, file: Path, monkeypatch: pytest.MonkeyPatch
) -> Attempt:
    """A few days' log, an open pick, and something to undo and to redo."""
    clock.set("2026-11-17T09:00")
    companion.ideas.add("Clay")
    companion.ideas.move("Clay", "yes")
    companion.ideas.add("Pottery")
    companion.ideas.note("Pottery", "Warm hands")
    companion.ideas.steps.set("Pottery", "Show three mugs", question="Who pays?")
    companion.ideas.projects.add_output("Pottery", "a price list")
    companion.shifts.log("Emailed Ana #pottery @ana 5m")
    companion.shifts.log("Drew a cup #pottery !", on="monday")
    companion.rest.mark(date(2026, 11, 18))
    clock.set("2026-11-20T08:00")
    companion.shifts.log("Took it back")
    companion.shifts.log("Took this back too")
    companion.history.undo()
    companion.picks.current()
    companion.close()
    return Attempt(file, monkeypatch)


@pytest.mark.parametrize(
    "every", [pytest.param(4), pytest.param(1, marks=pytest.mark.long)], ids="every {}".format
)
@pytest.mark.parametrize("name", ACTIONS)
def test_a_refusal_at_any_statement_changes_nothing(
    attempt: Attempt, name: str, every: int
) -> None:
    act = partial(attempt.on_a_copy, ACTIONS[name])
    untouched = attempt.file.read_bytes()
    commit, done = act(None)
    assert done != everything(attempt.file)
    for number in {*range(1, commit, every), commit}:
        with pytest.raises(FileTrouble):
            act(number)
        assert attempt.file.with_name("twin.db").read_bytes() == untouched


def test_a_shift_whose_answer_cannot_be_read_is_not_logged(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is told that it failed, finds nothing changed."""
    companion.picks.current()

    def unread(*_: object) -> None:
        raise FileTrouble("The disk reports an error", "Reading failed, and nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr("shifter.companion.figures.Figures.streak", unread)
        with pytest.raises(FileTrouble):
            companion.shifts.log("Emailed Ana")
        with pytest.raises(FileTrouble):
            companion.picks.done()
    assert companion.shifts.find().total == 0
