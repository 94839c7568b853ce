"""The lines that shifter says: enough of them, none twice, all in its tone."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.phrases import Phrase, load_phrases
from shifter.catalogue.prompts import KINDS
from shifter.core.pick.situation import Reason

PHRASES = load_phrases()
LINES = [phrase for lines in PHRASES.values() for phrase in lines]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_prompt_has_its_replies(kind: str) -> None:
    assert len(PHRASES[f"replies.{kind}"]) >= 8


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("replies.any", 40),
        ("replies.little_yes", 8),
        ("replies.tiny", 8),
        ("replies.first", 3),
        ("replies.landing", 5),
        ("greetings.first_day", 1),
        ("greetings.fresh", 12),
        ("greetings.return", 1),
        ("greetings.done_for_today", 8),
        ("greetings.rest_day", 6),
        ("reasons.kind", 5),
        ("reasons.explore", 5),
        ("leads", 1),
        ("dead_end", 3),
        ("empty", 5),
    ],
)
def test_there_are_enough_of_each(table: str, count: int) -> None:
    assert len(PHRASES[table]) >= count


def test_no_weekday_hears_the_same_line_every_week() -> None:
    for table, lines in PHRASES.items():
        if table.startswith("greetings.") and table != "greetings.lead":
            assert len(lines) % 7, table


@pytest.mark.parametrize("part_of_day", ["morning", "afternoon", "evening", "night"])
def test_every_part_of_the_day_has_a_greeting(part_of_day: str) -> None:
    assert f"greetings.lead.{part_of_day}" in {phrase.id for phrase in LINES}


@pytest.mark.parametrize("term", get_args(Reason))
def test_every_reason_for_a_pick_has_its_sentence(term: str) -> None:
    assert PHRASES[f"reasons.{term}"]


def test_a_landing_names_its_number() -> None:
    assert all("{landing}" in phrase.text for phrase in PHRASES["replies.landing"])
    others = [line for line in LINES if not line.id.startswith("replies.landing.")]
    assert not any("{landing}" in phrase.text for phrase in others)


def test_no_line_stands_there_twice() -> None:
    counts = Counter(phrase.text.casefold() for phrase in LINES if phrase.id.startswith("replies."))
    assert [text for text, count in counts.items() if count > 1] == []


def test_a_line_is_short_and_never_shouts_or_scolds() -> None:
    scolds = re.compile(
        r"\b(missed|failed?|should|must|last call|finally|at last|streak|lazy|sorry|only \d+)\b",
        re.IGNORECASE,
    )
    for phrase in LINES:
        assert len(phrase.text) <= 72, phrase.id
        assert "!" not in phrase.text, phrase.id
        assert not scolds.search(phrase.text), phrase.id


def test_replies_are_whole_sentences() -> None:
    for phrase in LINES:
        if phrase.id.startswith(("replies.", "greetings.", "reasons.", "dead_end.", "empty.")):
            assert phrase.text[0].isupper() or phrase.text[0] == "{", phrase.id
            assert phrase.text.endswith("."), phrase.id


def test_a_line_is_found_by_its_table(tmp_path: Path) -> None:
    path = tmp_path / "phrases.toml"
    path.write_text('[a]\nx = "One."\n[a.b]\ny = "Two."\nz = "Three, {landing}."\n', "utf-8")
    phrases = load_phrases(str(path))
    assert phrases["a"] == (Phrase("a.x", "One."),)
    assert phrases["a.b"] == (Phrase("a.b.y", "Two."), Phrase("a.b.z", "Three, {landing}."))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[a]\nx = 3\n", "a: `x` must be text"),
        ('[a]\nx = ""\n', "a: `x` is empty"),
        ('[a.b]\nx = "Ring\\u0007."\n', "a.b: `x` holds a control character"),
        ('[a]\nx = "To {town|it}."\n', "a: `x` has a placeholder {town}, which nobody fills"),
        ('[a]\nx = "To {idea}."\n', "a: `x` has {idea} without words"),
        ('[a]\nx = "To {."\n', "a: `x` has a brace too many"),
        ('x = "Alone."\nx = "Again."\n', "can't be understood"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "phrases.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(CatalogueError) as refused:
        load_phrases(str(path))
    assert "phrases.toml" in refused.value.message
    assert fault in refused.value.message
