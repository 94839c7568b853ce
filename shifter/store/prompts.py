"""Prompts: the shipped catalogue as it was copied in, and the user's own beside it."""

import sqlite3
from collections.abc import Iterable, Mapping

from shifter.core import quick_json as json
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Prompt, Rung
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Value, Writer

if TYPE_CHECKING:
    from shifter.core.pick.situation import Alike

# A row for each rung. SQLite reads the JSON, since a quick command need not load what else would.
_RUNGS = (
    "SELECT prompt.id, origin, kind, minutes, (SELECT group_concat(value) FROM json_each(places)), "
    "goes_with, names_person, quotes, next, repeats, retired, json_extract(rung.value, '$.text'), "
    "json_extract(rung.value, '$.done'), json_extract(rung.value, '$.seconds'), "
    "json_extract(rung.value, '$.more'), json_extract(rung.value, '$.asks'), "
    "json_extract(rung.value, '$.ends') FROM prompt JOIN json_each(ladder) AS rung"
)
_RUNG_BEGINS = 11


def all_prompts(store: Store) -> tuple[Prompt, ...]:
    """Every prompt, the retired ones too."""
    return _records(
        store.rows(f"{_RUNGS} WHERE deleted IS NULL ORDER BY origin, prompt.id, rung.key")
    )


def candidates(store: Store, minutes: int) -> "list[Alike]":
    """Every prompt that takes no more minutes and is not retired, beside those alike."""
    from shifter.core.pick.situation import Alike

    groups = store.rows(
        "SELECT kind, minutes, goes_with, leans, repeats, own, places, ids FROM prompts_alike "
        "WHERE minutes <= ? ORDER BY number",
        (minutes,),
    )
    # There may be thousands, and a person waits for them: all that is JSON is read at once.
    lists = json.loads(f"[{','.join(f'[{places},{ids}]' for *_, places, ids in groups)}]")
    return [
        Alike._make((kind, takes, tuple(places), goes_with, leans, repeats, own, ids))
        for (kind, takes, goes_with, leans, repeats, own, *_), (places, ids) in zip(
            groups, lists, strict=True
        )
    ]


def sort_out(connection: sqlite3.Connection) -> None:
    """Put those that may be chosen beside those alike, anew: the derived rows of `candidates`."""
    connection.execute("DELETE FROM prompts_alike")
    connection.execute(
        "INSERT INTO prompts_alike SELECT NULL, minutes, kind, places, goes_with, "
        "quotes IS NOT NULL, repeats, origin = 'own', json_group_array(id) "
        "FROM prompt INDEXED BY prompt_to_choose WHERE deleted IS NULL AND retired IS NULL "
        "GROUP BY minutes, kind, places, goes_with, quotes, repeats, origin"
    )


def about_ideas(store: Store, minutes: int) -> tuple[Prompt, ...]:
    """What the catalogue has for an idea on its own, in at most so many minutes."""
    rows = store.rows(
        f"{_RUNGS} WHERE deleted IS NULL AND origin = 'catalogue' AND goes_with = 'idea' "
        "AND quotes IS NULL AND minutes <= ? AND repeats = 0 AND retired IS NULL "
        "ORDER BY prompt.id, rung.key",
        (minutes,),
    )
    return _records(rows)


def get(store: Store, id: str) -> Prompt | None:
    """The prompt with this id, even if the catalogue no longer has it."""
    found = _records(store.rows(f"{_RUNGS} WHERE prompt.id = ? ORDER BY rung.key", (id,)))
    return found[0] if found else None


def add_own(writer: Writer, prompt: Prompt) -> str:
    """A prompt of the user's own; returns its id."""
    values = _values(prompt)
    del values["id"]
    return writer.insert("prompt", values)


def change_own(writer: Writer, id: str, prompt: Prompt) -> None:
    """Other words for a prompt of the user's own; whether it is retired stays."""
    values = _values(prompt)
    del values["id"], values["origin"]
    writer.update("prompt", id, values)


def copy_catalogue(writer: Writer, prompts: Iterable[Prompt]) -> None:
    """Bring the shipped prompts up to date; what people decided about them stays."""
    rows = writer.execute("SELECT id, deleted, updated FROM prompt WHERE origin = 'catalogue'")
    # When a row was updated tells when somebody decided about it, which a new catalogue does not.
    known = {str(id): {"deleted": deleted, "updated": updated} for id, deleted, updated in rows}
    for prompt in prompts:
        if prompt.id in known:
            values = {**known[prompt.id], **_values(prompt), "deleted": None}
            writer.update("prompt", prompt.id, values, recorded=False)
            del known[prompt.id]
        else:
            writer.insert("prompt", _values(prompt), recorded=False)
    for id, row in known.items():
        if row["deleted"] is None:
            writer.update("prompt", id, {**row, "deleted": writer.instant}, recorded=False)


def _values(prompt: Prompt) -> dict[str, Value]:
    return {
        "id": prompt.id,
        "origin": prompt.origin,
        "kind": prompt.kind,
        "minutes": prompt.minutes,
        "places": json.dumps(prompt.places),
        "ladder": json.dumps([_rung_values(rung) for rung in prompt.ladder], ensure_ascii=False),
        "goes_with": prompt.goes_with,
        "names_person": int(prompt.names_person),
        "quotes": prompt.quotes,
        "next": prompt.then,
        "repeats": int(prompt.repeats),
    }


def _rung_values(rung: Rung) -> Mapping[str, Value]:
    """What differs from the defaults."""
    return {name: value for name, value in rung._asdict().items() if value not in (None, False)}


def _records(rows: Iterable[Row]) -> tuple[Prompt, ...]:
    ladders: dict[Row, list[Row]] = {}
    for row in rows:
        ladders.setdefault(row[:_RUNG_BEGINS], []).append(row[_RUNG_BEGINS:])
    return tuple(_record(row, ladder) for row, ladder in ladders.items())


def _record(row: Row, ladder: Iterable[Row]) -> Prompt:
    id, origin, kind, minutes, places, goes_with, names_person, quotes, *rest = row
    then, repeats, retired = rest
    return Prompt(
        id=str(id),
        kind=kind,  # type: ignore[arg-type]
        minutes=cell.number(minutes),
        places=() if places is None else tuple(str(places).split(",")),  # type: ignore[arg-type]
        ladder=tuple(map(_rung, ladder)),
        goes_with=goes_with,  # type: ignore[arg-type]
        names_person=bool(names_person),
        quotes=cell.text_if_any(quotes),
        then=cell.text_if_any(then),
        repeats=bool(repeats),
        origin="own" if origin == "own" else "catalogue",
        retired=retired is not None,
    )


def _rung(row: Row) -> Rung:
    text, done, seconds, more, asks, ends = row
    return Rung(
        cell.text(text),
        cell.text(done),
        cell.number(seconds),
        cell.text_if_any(more),
        cell.text_if_any(asks),
        bool(ends),
    )
