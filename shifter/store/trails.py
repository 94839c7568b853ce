"""The trail of an idea, with those of the ideas that were merged into it."""

from collections.abc import Iterator
from datetime import date

from shifter.core.moment import from_text
from shifter.core.trail import Happening, TrailEntry
from shifter.errors import Gone
from shifter.store import cell, shifts
from shifter.store.ideas import stage_named
from shifter.store.store import Store
from shifter.store.writer import Writer

# The idea itself, and whatever was merged into it, or into that before.
_FAMILY = (
    "WITH RECURSIVE family (id) AS (VALUES (?) UNION "
    "SELECT idea.id FROM idea JOIN family ON idea.merged_into = family.id)"
)

_WRITTEN: dict[Happening, str] = {
    "note": "SELECT id, day, created, text, NULL FROM idea_note",
    "found": "SELECT id, found_day, found_at, found, coalesce(question, text) FROM next_step",
    "output": "SELECT id, checked_day, checked_at, text, outcome FROM output",
}


def entries(store: Store, idea: str, most_shifts: int) -> Iterator[TrailEntry]:
    """Everything that happened to it, in no order; of its shifts only the newest, or all with 0."""
    for shift in shifts.find(store, shifts.Wanted(idea=idea), most_shifts):
        yield TrailEntry("shift", shift.id, shift.day, shift.done_at, shift.text, shift=shift)
    yield from _moves(store, idea)
    yield from _joined(store, idea)
    for kind, sql in _WRITTEN.items():
        for row in store.rows(f"{sql} WHERE idea = ? AND deleted IS NULL", (idea,)):
            id, day, at, text, about = row
            if day is not None:
                yield TrailEntry(
                    kind,
                    str(id),
                    cell.day(day),
                    from_text(str(at)),
                    cell.text(text),
                    cell.text_if_any(about),
                )


def people(store: Store, idea: str) -> tuple[tuple[str, int], ...]:
    """Who came along on an idea's shifts and how often, the most frequent first."""
    rows = store.rows(
        "SELECT person.name, shifts FROM idea_person JOIN person ON person.id = idea_person.person "
        "WHERE idea = ? AND person.deleted IS NULL ORDER BY shifts DESC, person.name",
        (idea,),
    )
    return tuple((cell.text(name), cell.number(count)) for name, count in rows)


def has_untimed_shifts(store: Store, idea: str) -> bool:
    """Whether a shift on it has no minutes noted."""
    row = store.row(
        "SELECT 1 FROM shift INDEXED BY shift_untimed "
        "WHERE idea = ? AND deleted IS NULL AND minutes IS NULL LIMIT 1",
        (idea,),
    )
    return row is not None


def add_note(writer: Writer, idea: str, text: str, day: date) -> str:
    """A note; returns its id."""
    return writer.insert("idea_note", {"idea": idea, "text": text, "day": day.isoformat()})


def change_note(writer: Writer, note: str, text: str) -> None:
    """Other words; without any, the note goes. Gone where it went already."""
    if not writer.execute("SELECT 1 FROM idea_note WHERE id = ? AND deleted IS NULL", note):
        raise Gone("note")
    if text:
        writer.update("idea_note", note, {"text": text})
    else:
        writer.delete("idea_note", note)


def _moves(store: Store, idea: str) -> Iterator[TrailEntry]:
    rows = store.rows(
        f"{_FAMILY} SELECT idea_stage.id, idea_stage.day, idea_stage.created, idea_stage.stage, "
        "CASE WHEN idea.id <> ? THEN idea.name END, "
        "CASE WHEN idea_stage.id = (SELECT id FROM idea_stage AS ended "
        "WHERE ended.idea = idea.id AND ended.stage = 'dead_end' AND ended.deleted IS NULL "
        "ORDER BY created DESC, id DESC LIMIT 1) THEN idea.taught END "
        "FROM family JOIN idea ON idea.id = family.id "
        "JOIN idea_stage ON idea_stage.idea = idea.id WHERE idea_stage.deleted IS NULL",
        (idea, idea),
    )
    for id, day, at, stage, of, taught in rows:
        moved = TrailEntry(
            "stage", str(id), cell.day(day), from_text(str(at)), about=cell.text_if_any(taught)
        )
        yield moved._replace(stage=stage_named(stage), of=cell.text_if_any(of))


def _joined(store: Store, idea: str) -> Iterator[TrailEntry]:
    rows = store.rows(
        f"{_FAMILY} SELECT idea.id, idea.merged_day, idea.deleted, idea.name, idea.why "
        "FROM family JOIN idea ON idea.id = family.id WHERE idea.id <> ?",
        (idea, idea),
    )
    for id, day, at, name, why in rows:
        yield TrailEntry(
            "joined",
            str(id),
            cell.day(day),
            from_text(str(at)),
            cell.text(name),
            cell.text_if_any(why),
        )
