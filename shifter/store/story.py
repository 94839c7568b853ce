"""Reading what the Story tells: the rows behind some documents, in words."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from shifter.core.story import EntryKind, StoryEntry
from shifter.store import cell, shifts
from shifter.store.documents import day_of
from shifter.store.ideas import stage_named
from shifter.store.search import Found
from shifter.store.store import Store

# For each kind: its id, text, what it is about, the stage, and the idea.
_TELLING: dict[EntryKind, str] = {
    "stage": "SELECT idea_stage.id, CASE idea_stage.stage WHEN 'dead_end' THEN idea.taught "
    "WHEN 'hunch' THEN idea.why END, CASE idea_stage.stage WHEN 'dead_end' THEN idea.spared END, "
    "idea_stage.stage, idea.name FROM idea_stage JOIN idea ON idea.id = idea_stage.idea "
    "WHERE idea_stage.id",
    "joined": "SELECT idea.id, idea.name, idea.why, NULL, whole.name FROM idea "
    "JOIN idea AS whole ON whole.id = idea.merged_into WHERE idea.id",
    "note": "SELECT idea_note.id, text, NULL, NULL, idea.name FROM idea_note "
    "JOIN idea ON idea.id = idea_note.idea WHERE idea_note.id",
    "found": "SELECT next_step.id, found, coalesce(question, text), NULL, idea.name FROM next_step "
    "JOIN idea ON idea.id = next_step.idea WHERE next_step.id",
    "output": "SELECT output.id, text, outcome, NULL, idea.name FROM output "
    "JOIN idea ON idea.id = output.idea WHERE output.id",
}


def entries(store: Store, found: Iterable[Found]) -> tuple[StoryEntry, ...]:
    """What the documents tell, in their order."""
    found = list(found)
    told = {
        (entry.kind, entry.id): entry
        for kind in {document.kind for document in found}
        for entry in _of_kind(store, kind, [one.row for one in found if one.kind == kind])
    }
    return tuple(
        entry._replace(number=document.number, day=day_of(document.number))
        for document in found
        if (entry := told.get((document.kind, document.row)))
    )


def _of_kind(store: Store, kind: EntryKind, ids: list[str]) -> Iterator[StoryEntry]:
    if kind == "shift":
        for shift in shifts.with_ids(store, ids):
            yield StoryEntry(
                0, kind, shift.id, shift.day, shift.text, None, None, shift.idea, shift
            )
    elif kind in _TELLING:
        sql = f"{_TELLING[kind]} IN (SELECT value FROM json_each(?))"
        for id, text, about, stage, idea in store.rows(sql, (json.dumps(ids),)):
            entry = StoryEntry(
                0, kind, str(id), date.min, cell.text_if_any(text) or "", cell.text_if_any(about)
            )
            yield entry._replace(
                stage=None if stage is None else stage_named(stage), idea=cell.text_if_any(idea)
            )
    else:
        for day in ids:
            yield StoryEntry(0, kind, day, date.fromisoformat(day))
