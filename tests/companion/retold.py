"""The documents that the Story and its search are made of, told again the slow and plain way."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from shifter.core.folding import folded
from tests.companion.rows import Rows, table


class Told(NamedTuple):
    """What happened on a day, in the order of its fields."""

    day: str
    at: str
    row: str
    kind: str
    words: str
    tags: str


def retold(file: Path, returns: list[str]) -> Rows:
    """Every document of a file in which runs began anew on these days."""
    days = defaultdict(list)
    for told in (
        *_happened(file),
        *(Told(day, "", day, "return", "", "return") for day in returns),
    ):
        days[told.day].append(told)
    return frozenset(
        (date.fromisoformat(day).toordinal() * 2**20 + place, *_document(told))
        for day, happened in days.items()
        for place, told in enumerate(sorted(happened), start=1)
    )


def _document(told: Told) -> tuple[str, ...]:
    return told.kind, told.row, folded(told.words), told.tags


def _happened(file: Path) -> Iterator[Told]:
    ideas = {row[0]: row for row in _rows(file, "idea", "id why taught spared deleted merged_into")}
    told = {id for id, *_, deleted, into in ideas.values() if not deleted or into}
    people = {id: name for id, name in _rows(file, "person", "id name")}  # noqa: C416
    for id, day, at, text, note, lit, idea, person in _rows(
        file, "shift", "id day done_at text note little_yes idea person", "deleted IS NULL"
    ):
        tags = ["shift", *(["lit"] if lit == "1" else []), *_tag("i", idea), *_tag("p", person)]
        words = "\n".join(part for part in (text, note, people.get(person)) if part)
        yield Told(day, at, id, "shift", words, " ".join(tags))
    for id, day, at, stage, idea in _rows(
        file, "idea_stage", "id day created stage idea", "deleted IS NULL"
    ):
        if idea in told:
            _, why, taught, spared, *_ = ideas[idea]
            words = {"hunch": why, "dead_end": f"{taught}\n{spared}"}.get(stage, "")
            tags = ["stage", stage.replace("_", ""), *_tag("i", idea)]
            yield Told(day, at, id, "stage", words, " ".join(tags))
    for id, day, at, why, into in _rows(
        file, "idea", "id merged_day deleted why merged_into", "merged_day IS NOT NULL"
    ):
        yield Told(day, at, id, "joined", why, " ".join(["joined", "stage", *_tag("i", into)]))
    for kind, name, columns in (
        ("note", "idea_note", "id day created text NULL idea"),
        ("found", "next_step", "id found_day found_at found coalesce(question,text) idea"),
        ("output", "output", "id checked_day checked_at text outcome idea"),
    ):
        for id, day, at, text, about, idea in _rows(file, name, columns, "deleted IS NULL"):
            if day and idea in told:
                words = f"{text}\n{about}" if about else text
                yield Told(day, at, id, kind, words, " ".join([kind, *_tag("i", idea)]))
    for day in {day for (day,) in _rows(file, "rest_day", "day", "deleted IS NULL")}:
        yield Told(day, "", day, "rest", "", "rest")


def _rows(file: Path, name: str, columns: str, condition: str = "1") -> list[tuple[str, ...]]:
    """Columns of a table as texts, empty where there is nothing."""
    found = table(file, f"SELECT {', '.join(columns.split())} FROM {name} WHERE {condition}")
    return [tuple("" if value is None else str(value) for value in row) for row in found]


def _tag(letter: str, id: str) -> list[str]:
    return [letter + id.replace("-", "")] if id else []
