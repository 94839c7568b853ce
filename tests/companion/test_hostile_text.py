"""Whatever people type or paste comes back unchanged, but for what could command a terminal."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shifter.companion import Companion
from shifter.companion.telling import FORMATS
from shifter.core.story import StoryFilter
from shifter.core.text import for_terminal
from shifter.errors import Refused, ShifterError
from tests.companion.conftest import Open

KEPT = (
    "[red]markup[/red] [/b] [x] [link=https://example.org]there[/link]",
    "{person|someone} {idea} %s %d {0} \\n",
    "'; DROP TABLE shift; --",
    "مرحبا بالعالم، שלום עולם",
    "👩🏽‍🚒 family: 👨‍👩‍👧‍👦 flag: 🏴󠁧󠁢󠁳󠁣󠁴󠁿 é e\u0301",
    "zero\u200dwidth\u200cjoiners and a soft\u00adhyphen",
    "ﷺ ꧁꧂ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
    "$(rm -rf ~) `id` && | > /dev/null",
)

TAKEN_OUT = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *(chr(code) for code in range(0x202A, 0x202F)),
    *(chr(code) for code in range(0x2066, 0x206A)),
    "\udc80",
    "\ud83d",
]


@pytest.mark.parametrize("text", KEPT)
def test_markup_and_every_script_come_back_unchanged(companion: Companion, text: str) -> None:
    companion.ideas.add(text, why=text)
    logged = companion.shifts.log("x", person=text, note=f"{text}\n\t{text}").shift
    shift = companion.shifts.edit(logged.id, {"text": text, "idea": text})
    assert (shift.text, shift.person, shift.idea) == (text, text, text)
    assert shift.note == f"{text}\n\t{text}"
    assert companion.ideas.get(text).why == text
    assert companion.prompts.add(text).ladder[0].text == text
    assert text in companion.history.undo()


@pytest.mark.parametrize("character", TAKEN_OUT, ids=lambda text: f"U+{ord(text):04X}")
def test_what_could_command_a_terminal_is_taken_out_on_the_way_in(
    companion: Companion, character: str
) -> None:
    text = f"one{character}two"
    companion.ideas.add(text, why=text)
    logged = companion.shifts.log(text, person=text, idea=text, note=f"{text}\n\tthree").shift
    shift = companion.shifts.edit(logged.id, {"text": text, "person": text})
    assert (shift.text, shift.person, shift.idea) == ("onetwo", "onetwo", "onetwo")
    assert shift.note == "onetwo\n\tthree"
    companion.ideas.rule_out(text, taught=text, spared=text)
    idea = companion.ideas.get("onetwo")
    assert (idea.why, idea.taught, idea.spared) == ("onetwo", "onetwo", "onetwo")
    own = companion.prompts.add(text, done=text, smaller=(text,), asks=text)
    assert {rung.text for rung in own.ladder} == {"onetwo"}
    assert companion.shifts.find(search=text).total == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\t", "\n\n\t"])
def test_a_pasted_line_break_becomes_a_space_in_a_line(companion: Companion, ending: str) -> None:
    assert companion.shifts.log(f"one{ending}two").shift.text == "one two"


def test_a_note_keeps_its_lines(companion: Companion) -> None:
    shift = companion.shifts.log("Wrote", note="  one\r\ntwo\rthree\n\n\tfour  \n").shift
    assert shift.note == "one\ntwo\nthree\n\n\tfour"


def test_an_empty_note_is_none(companion: Companion) -> None:
    assert companion.shifts.log("Wrote", note=" \n\x07").shift.note is None


@pytest.mark.parametrize("symbol", ["x", "é", "👩", "ש"])
def test_a_line_holds_five_hundred_characters_and_a_note_twenty_thousand(
    companion: Companion, symbol: str
) -> None:
    line, note = symbol * 500, symbol * 20_000
    shift = companion.shifts.log(line, note=note).shift
    assert (shift.text, shift.note) == (line, note)
    assert companion.ideas.add(line, why=line).name == line
    lit = companion.shifts.log(line, note="what lit up", little_yes=True).shift
    assert companion.ideas.become_hunch(lit.id).name == "what lit up"


def test_more_is_refused_with_a_reason_and_leaves_nothing(companion: Companion) -> None:
    line, note = "x" * 501, "x" * 20_001
    id = companion.shifts.log("Wrote").shift.id
    companion.ideas.add("Pottery")
    before = companion.history.next_undo()
    picks, today = companion.picks, companion.today
    for attempt in (
        lambda: companion.shifts.log(line),
        lambda: companion.shifts.log("Wrote", person=line),
        lambda: companion.shifts.log("Wrote", note=note),
        lambda: companion.shifts.edit(id, {"text": line}),
        lambda: companion.shifts.edit(id, {"note": note}),
        lambda: companion.ideas.add(line),
        lambda: companion.ideas.add("Law", why=line),
        lambda: companion.ideas.rename("Pottery", line),
        lambda: companion.ideas.rule_out("Pottery", taught=line),
        lambda: companion.telling.sent(companion.telling.week(), "x" * 500),
        lambda: companion.prompts.add(line),
        lambda: companion.prompts.add("x", smaller=(line,)),
        lambda: picks.done(note=note),
        lambda: today.add_note(id, note),
        lambda: today.lit(id, line),
        lambda: today.begin(line),
    ):
        with pytest.raises(Refused, match="characters"):
            attempt()
    assert companion.history.next_undo() == before
    assert companion.shifts.find().total == 1


@given(text=st.text(max_size=40), note=st.text(max_size=60))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_logged_or_refused_and_reads_back_as_it_was_told(
    companion: Companion, file: Path, text: str, note: str
) -> None:
    """The file holds no character that a terminal could take for a command."""
    try:
        logged = companion.shifts.log(text, note=note, person=note).shift
    except ShifterError:
        return
    assert companion.shifts.get(logged.id) == logged
    with closing(sqlite3.connect(file)) as connection:
        (row,) = connection.execute(
            "SELECT text || coalesce(note, '') || label FROM shift JOIN change "
            "ON change.row = shift.id AND change.before IS NULL WHERE shift.id = ?",
            (logged.id,),
        ).fetchall()
    assert set(row[0]).isdisjoint(TAKEN_OUT)


@given(text=st.text(min_size=1, max_size=40))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_written_is_found_by_each_of_its_words(
    companion: Companion, text: str
) -> None:
    try:
        shift = companion.shifts.log(text).shift
    except ShifterError:
        return
    for word in shift.text.split():
        assert shift in companion.shifts.find(search=word, limit=0).shifts
    assert shift in companion.shifts.find(search=shift.text, limit=0).shifts


@given(words=st.text(min_size=1, max_size=30))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_can_be_searched_for(companion: Companion, words: str) -> None:
    wanted = StoryFilter(words=words)
    assert companion.story.count(wanted) == len(companion.story.entries(wanted))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_story_tells_everything_as_it_was_typed(companion: Companion, kind: str) -> None:
    for number, text in enumerate(KEPT):
        companion.ideas.add(text, why=text)
        companion.shifts.log(f"{number}: {text[:400]}", idea=text, person=text, note=text)
        companion.ideas.note(text, text)
        companion.ideas.rule_out(text, taught=text, spared=text)
    told = "\n".join(companion.telling.lines(kind))
    assert set(told).isdisjoint(TAKEN_OUT)
    for text in KEPT:
        if kind == "md":
            assert told.replace("\\", "").count(text.replace("\\", "")) >= 5
        else:
            assert told.count(escape(text) if kind == "html" else text) >= 5
    week = companion.telling.week(companion.day())
    assert len(week.ruled_out) == len(KEPT)


WRITTEN = {
    "idea": ("name", "why", "taught", "spared", "drop_if"),
    "person": ("name",),
    "shift": ("text", "note", "zone"),
    "offer": ("own_text", "why", "answer"),
    "next_step": ("text", "question", "found"),
    "idea_note": ("text",),
    "output": ("text", "outcome"),
    "prompt": ("quotes",),
    "change": ("label",),
}
"""What people write, and what is made of it, by table and column."""


def texts_in(value: object) -> Iterator[str]:
    """Every text within a view, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in([*value.items()])
    elif is_dataclass(value):
        yield from texts_in([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, Iterable):
        for each in value:
            yield from texts_in(each)


def test_what_stands_in_a_file_from_anywhere_is_harmless_once_it_is_read(
    companion: Companion, open_again: Open, file: Path
) -> None:
    companion.ideas.add("Pottery", why="hands")
    companion.ideas.edit("Pottery", {"drop_if": "dust"})
    companion.shifts.log("Emailed Ana #pottery @ana !", note="She said\nyes", on="yesterday")
    companion.shifts.log("Wrote to Bo @bo")
    companion.ideas.projects.add_output("Pottery", "a price list")
    companion.ideas.projects.check_output("Pottery", "a price list", outcome="sent")
    companion.ideas.steps.set("Pottery", "ask for a day", question="is it dusty?")
    companion.ideas.note("Pottery", "wheel")
    companion.ideas.add("Law")
    companion.ideas.rule_out("Law", taught="dust", spared="years")
    companion.ideas.add("Clay", why="mud")
    companion.ideas.merge("Clay", "Pottery")
    companion.prompts.add("Look at a kiln", asks="Which kiln?", smaller=("Think of a kiln",))
    companion.picks.current()
    companion.picks.pocket("tomorrow")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for table, columns in WRITTEN.items():
            for column in columns:
                connection.execute(
                    f"UPDATE {table} SET {column} = {column} || char(27) || ']0;x' || char(7)"
                )
        connection.execute("UPDATE prompt SET ladder = replace(ladder, 'kiln', 'kiln\\u001b[2J')")
    it = open_again()
    views = (
        it.today.view(),
        it.picks.current(),
        it.ideas.view(),
        it.ideas.opened("pottery"),
        it.ideas.dead_end("law"),
        it.streaks.view(),
        it.story.view(),
        it.telling.week(it.day()),
        it.history.deeds(),
        it.history.next_undo(),
        it.prompts.all(),
        it.prompts.own(),
        it.lessons.all(),
        it.lessons.explain(),
        it.shifts.find(),
        it.names(),
        list(it.telling.lines("txt")),
    )
    told = [text for view in views for text in texts_in(view)]
    assert any("Emailed Ana" in text for text in told)
    assert [text for text in told if for_terminal(text) != text] == []
