"""Next steps and experiments."""

from collections.abc import Mapping
from datetime import date

from shifter.core.next_steps import ASKED_FOR, Step
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import Gone
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Value, Writer

_STEP = (
    "SELECT id, idea, text, question, by_day, done_day, found FROM next_step WHERE deleted IS NULL"
)
_OPEN = "done_day IS NULL AND found IS NULL"
_ASKED_ABOUT = (
    "question IS NOT NULL AND found IS NULL AND done_day > ? "
    "AND NOT EXISTS (SELECT 1 FROM shift WHERE shift.id = next_step.shift AND note IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM next_step AS later "
    "WHERE later.idea = next_step.idea AND later.deleted IS NULL "
    "AND (later.created, later.id) > (next_step.created, next_step.id))"
)
_CURRENT = f"{_STEP} AND ({_OPEN} OR ({_ASKED_ABOUT}))"


class NewStep(NamedTuple):
    """A step about to be set; `idea` is an id."""

    idea: str
    text: str
    question: str | None
    by: date | None


def current(store: Store, today: date) -> dict[str, Step]:
    """What comes next, by the id of each idea that has something to come.

    An experiment that was run is asked about for some days, unless a note on its shift tells what
    it found, or another step was set since. Of several the one that was set last.
    """
    rows = store.rows(f"{_CURRENT} ORDER BY created, id", (_asked_after(today),))
    return {step.idea: step for step in map(_record, rows)}


def current_of(store: Store, idea: str, today: date) -> Step | None:
    """What comes next for one idea."""
    row = store.row(
        f"{_CURRENT} AND idea = ? ORDER BY created DESC, id DESC LIMIT 1",
        (_asked_after(today), idea),
    )
    return _record(row) if row else None


def get(store: Store, id: str) -> Step | None:
    """The step with this id."""
    row = store.row(f"{_STEP} AND id = ?", (id,))
    return _record(row) if row else None


def is_step(store: Store, shift: str) -> bool:
    """Whether a step was taken with the shift of this id."""
    sought = "SELECT 1 FROM next_step WHERE shift = ? AND deleted IS NULL LIMIT 1"
    return store.row(sought, (shift,)) is not None


def passed_by(store: Store, since: date) -> dict[str, date]:
    """The day each step was last on the card and passed by, since a day."""
    rows = store.rows(
        "SELECT step, max(day) FROM offer INDEXED BY offer_by_day "
        "WHERE step IS NOT NULL AND deleted IS NULL "
        "AND outcome NOT IN ('open', 'withdrawn') AND day >= ? GROUP BY step",
        (since.isoformat(),),
    )
    return {str(step): cell.day(day) for step, day in rows}


def meant_for_a_day(store: Store) -> tuple[Step, ...]:
    """Every step that is meant for a day, taken or not, by that day."""
    rows = store.rows(f"{_STEP} AND by_day IS NOT NULL ORDER BY by_day, id")
    return tuple(map(_record, rows))


def add(writer: Writer, step: NewStep) -> str:
    """A step to be taken; returns its id."""
    return writer.insert_last("next_step", {"idea": step.idea, **_values(step)})


def change(writer: Writer, id: str, step: NewStep) -> None:
    """Other words, another question, another day."""
    writer.update("next_step", id, _values(step))


def took(writer: Writer, id: str, shift: str, day: date) -> None:
    """The step was taken, with this shift."""
    writer.update("next_step", id, {"shift": shift, "done_day": day.isoformat()})


def found(writer: Writer, id: str, text: str, day: date) -> None:
    """What came out of it; words that were there before keep their day. Gone without the step."""
    known = writer.execute("SELECT found_day FROM next_step WHERE id = ? AND deleted IS NULL", id)
    if not known:
        raise Gone("step")
    values: dict[str, Value] = {"found": text}
    if known[0][0] is None:
        values |= {"found_day": day.isoformat(), "found_at": writer.instant}
    writer.update("next_step", id, values)


def drop(writer: Writer, id: str) -> None:
    """Nobody means to take it any more."""
    writer.delete("next_step", id)


def _asked_after(today: date) -> str:
    return (today - ASKED_FOR).isoformat()


def _values(step: NewStep) -> Mapping[str, Value]:
    return {
        "text": step.text,
        "question": step.question,
        "by_day": step.by.isoformat() if step.by else None,
    }


def _record(row: Row) -> Step:
    id, idea, text, question, by, done, found = row
    return Step(
        id=str(id),
        idea=str(idea),
        text=cell.text(text),
        question=cell.text_if_any(question),
        by=cell.day_if_any(by),
        done=cell.day_if_any(done),
        found=cell.text_if_any(found),
    )
