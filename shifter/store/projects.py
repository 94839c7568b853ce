"""Projects: when they began, how long they take, and what they have to show."""

from datetime import date

from shifter.core.projects import Output, Project
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Writer

_OUTPUT = "SELECT id, text, checked_day, outcome, idea FROM output WHERE deleted IS NULL"


def projects(store: Store) -> dict[str, Project]:
    """The start and the length of each idea that has them, by its id."""
    rows = store.rows(
        "SELECT id, project_start, project_weeks FROM idea WHERE deleted IS NULL "
        "AND project_start IS NOT NULL AND project_weeks IS NOT NULL"
    )
    return {str(id): Project(cell.day(start), cell.number(weeks)) for id, start, weeks in rows}


def outputs(store: Store) -> dict[str, tuple[Output, ...]]:
    """The outputs of each idea that has any, by its id, in the order they were added."""
    found: dict[str, tuple[Output, ...]] = {}
    for row in store.rows(f"{_OUTPUT} ORDER BY id"):
        idea = str(row[4])
        found[idea] = (*found.get(idea, ()), _record(row))
    return found


def outputs_of(store: Store, idea: str) -> tuple[Output, ...]:
    """The outputs of one idea, in the order they were added."""
    rows = store.rows(f"{_OUTPUT} AND idea = ? ORDER BY id", (idea,))
    return tuple(_record(row) for row in rows)


def begin(writer: Writer, idea: str, project: Project) -> None:
    """From when on, and for how many weeks."""
    writer.update(
        "idea",
        idea,
        {"project_start": project.start.isoformat(), "project_weeks": project.weeks},
    )


def add_output(writer: Writer, idea: str, text: str) -> str:
    """Something to show for it; returns its id."""
    return writer.insert("output", {"idea": idea, "text": text})


def change_output(writer: Writer, output: str, text: str) -> None:
    """Other words for it."""
    writer.update("output", output, {"text": text})


def check(writer: Writer, output: Output, day: date, outcome: str | None) -> None:
    """It is there, and what came of it; one that was there before keeps its day."""
    writer.update("output", output.id, {"outcome": outcome})
    if output.checked is None:
        at = {"checked_day": day.isoformat(), "checked_at": writer.instant}
        writer.update("output", output.id, at)


def uncheck(writer: Writer, output: str) -> None:
    """It is not there yet after all."""
    writer.update("output", output, {"checked_day": None, "checked_at": None})


def remove_output(writer: Writer, output: str) -> None:
    """It is not meant to be made any more."""
    writer.delete("output", output)


def _record(row: Row) -> Output:
    id, text, checked, outcome, _ = row
    return Output(
        str(id),
        cell.text(text),
        cell.day_if_any(checked),
        cell.text_if_any(outcome),
    )
