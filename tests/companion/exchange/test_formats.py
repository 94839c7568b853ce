"""The files of other programs, in their real formats and with their quirks."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.records import Shift
from shifter.errors import Refused
from tests.companion.exchange.conftest import NewFile, Write
from tests.companion.rows import everything, table

HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?\n"
    "001,Meditate,YES_NO,Did you meditate this morning?,,1,1,#FF8F00,,,,false\n"
    '002,"Läuft, schnell!",NUMERICAL,How far?,,2,3,#00897B,km,AT_LEAST,5.0,true\n'
)
MEDITATE = (
    "Date,Value,Notes\n"
    "2015-01-25,YES_MANUAL,\n"
    "2015-01-24,NO,Sick\n"
    '2015-01-23,YES_AUTO,"Forgot to do it, really"\n'
    '2015-01-22,YES_MANUAL,"""Vacation"", with\na second line"\n'
    "2015-01-21,SKIP,\n"
    "2015-01-20,UNKNOWN,\n"
)
RUN = "Date,Value,Notes\n2015-01-25,5500,windy\n2015-01-24,NO,\n2015-01-23,SKIP,\n"
LOOP = {
    "Habits.csv": HABITS,
    "001 Meditate/Checkmarks.csv": MEDITATE,
    "001 Meditate/Scores.csv": "Date,Score\n2015-01-25,0.0519\n",
    "002 Luft schnell/Checkmarks.csv": RUN,
    "Checkmarks.csv": "Date,Meditate,Läuft, schnell!,\n2015-01-25,YES_MANUAL,5500,\n",
    "Scores.csv": "Date,Meditate,\n2015-01-25,0.0519,\n",
}

HARSH = """# Test log file
2025-01-01 : Code review : y : Reviewed 3 PRs : 3
2025-01-01 : Gym : y : Leg day : and arms : 1.5
2025-01-01 : Running : n : Too tired : 0

2025-01-02 : Code review : s : Skipped today : 0
2025-01-02 : Gym : n :  : 0
2025-01-02 : Gym : y :  : 0.5
2025-01-03 : Old format : y
2025-01-03 : Older format : y : with a comment
2025-01-03 : Nonsense : perhaps : x : 0
2025-99-03 : Gym : y :  : 0
"""

TODO = """(A) Thank Mom for the meatballs @phone
x 2026-11-03 2026-11-01 Review the price list +Pottery @desk
x (A) 2026-11-02 Call Ana
x 2026-11-02 Call Ana due:2026-11-02
x 2026-11-02 Water the plants
x 2026-11-02 Water the plants
xylophone lesson
X 2012-01-01 Make resolutions
x Find ticket prices
x 2027-01-01 To come
"""

JRNL = {
    "tags": {"@pottery": 1},
    "entries": [
        {
            "title": "Saw the wheel.",
            "body": "It turned.\n\n[red]Markup[/red]",
            "date": "2026-11-03",
            "time": "21:30",
            "tags": ["@pottery"],
            "starred": True,
        },
        {"title": "t" * 600, "body": "", "date": "2026-11-04", "time": "09:00", "tags": []},
        {"title": "", "body": "", "date": "2026-11-04", "time": "09:00", "tags": []},
        {"title": "No date", "body": "", "date": "someday", "time": "", "tags": []},
        "no entry",
    ],
}


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def log(companion: Companion) -> list[Shift]:
    return list(reversed(companion.shifts.find(limit=0).shifts))


def told(companion: Companion) -> list[tuple[str, str, str | None]]:
    return sorted((str(s.day), s.text, s.note) for s in log(companion))


def left_out(companion: Companion, path: str) -> dict[str, int]:
    return {out.why: out.records for out in companion.exchange.preview(path).left_out}


def test_loop(companion: Companion, write: Write) -> None:
    path = write("Loop Habits CSV 2026-11-19.zip", zipped(LOOP))
    assert left_out(companion, path) == {
        "not done": 3,
        "skipped": 2,
        "that Loop filled in by itself": 1,
    }
    companion.exchange.bring_in(path)
    origin = "From Loop Habit Tracker"
    assert told(companion) == [
        ("2015-01-22", "Meditate", f'"Vacation", with\na second line\n\n{origin}'),
        ("2015-01-25", "Läuft, schnell!", f"windy\n5.5 km\n\n{origin}"),
        ("2015-01-25", "Meditate", origin),
    ]


def test_an_older_loop_had_numbers_and_neither_notes_nor_types(
    companion: Companion, write: Write
) -> None:
    old = "2015-01-25,2\n2015-01-24,0\n2015-01-23,1\n2015-01-22,3\n"
    files = {
        "Habits.csv": "Position,Name,Description\n001,Meditate,\n",
        "001 Meditate/Checkmarks.csv": old,
    }
    path = write("loop.zip", zipped(files))
    companion.exchange.bring_in(path)
    assert [(str(s.day), s.text) for s in log(companion)] == [("2015-01-25", "Meditate")]


def test_a_loop_from_a_mac_of_old_is_read_line_by_line(companion: Companion, write: Write) -> None:
    path = write(
        "loop.zip", zipped({name: text.replace("\n", "\r") for name, text in LOOP.items()})
    )
    companion.exchange.bring_in(path)
    assert [shift.text for shift in log(companion)] == ["Meditate", "Läuft, schnell!", "Meditate"]


def test_harsh(companion: Companion, write: Write) -> None:
    path = write("log", HARSH)
    assert left_out(companion, path) == {
        "not done": 1,
        "skipped": 1,
        "that could not be read": 1,
        "whose day or time can't be read": 1,
    }
    companion.exchange.bring_in(path)
    assert told(companion) == [
        ("2025-01-01", "Code review", "Reviewed 3 PRs\namount 3\n\nFrom harsh"),
        ("2025-01-01", "Gym", "Leg day : and arms\namount 1.5\n\nFrom harsh"),
        ("2025-01-02", "Gym", "amount 0.5\n\nFrom harsh"),
        ("2025-01-03", "Old format", "From harsh"),
        ("2025-01-03", "Older format", "with a comment\n\nFrom harsh"),
    ]


def test_todo_txt(companion: Companion, write: Write) -> None:
    companion.ideas.add("Pottery")
    path = write("todo.txt", TODO)
    assert left_out(companion, path) == {
        "not done": 3,
        "without a day": 1,
        "still ahead, or before 1900": 1,
    }
    companion.exchange.bring_in(path)
    assert sorted((str(s.day), s.text, s.idea or "") for s in log(companion)) == [
        ("2026-11-02", "Call Ana", ""),
        ("2026-11-02", "Call Ana due:2026-11-02", ""),
        ("2026-11-02", "Water the plants", ""),
        ("2026-11-02", "Water the plants", ""),
        ("2026-11-03", "Review the price list +Pottery @desk", "Pottery"),
    ]


def test_jrnl(companion: Companion, write: Write) -> None:
    companion.ideas.add("Pottery")
    path = write("journal.json", json.dumps(JRNL))
    assert left_out(companion, path) == {
        "without words": 1,
        "that could not be read": 1,
        "whose day or time can't be read": 1,
    }
    companion.exchange.bring_in(path)
    first, second = log(companion)
    assert (first.text, first.idea, first.little_yes) == ("Saw the wheel.", "Pottery", True)
    assert first.note == "It turned.\n\n[red]Markup[/red]\n\nFrom jrnl"
    assert f"{first.done_at:%H:%M}" == "20:30"
    assert (len(second.text), second.text[-1]) == (500, "…")
    assert second.note == f"{'t' * 600}\n\nFrom jrnl"


FILES: dict[str, str | bytes] = {
    "loop.zip": zipped(LOOP),
    "log": HARSH,
    "todo.txt": TODO,
    "journal.json": json.dumps(JRNL),
    "table.csv": "Date;What;Idea;Minutes\n2026-11-02;Wrote;Pottery;5\n2026-11-02;Wrote;;\n",
}


@pytest.mark.parametrize("name", FILES)
def test_none_is_ever_taken_twice(
    companion: Companion, another: NewFile, write: Write, name: str
) -> None:
    path = write(name, FILES[name])
    brought = companion.exchange.bring_in(path)
    assert brought.new["shifts"] == companion.shifts.find().total > 0
    id = log(companion)[0].id
    companion.shifts.edit(id, {"text": "Mended"})
    companion.shifts.delete(log(companion)[1].id)
    before = told(companion)
    again = companion.exchange.bring_in(path)
    assert (again.new, again.changed) == ({}, {})
    assert told(companion) == before
    other = another()
    other.exchange.bring_in(path)
    export = write("export.json", "".join(other.exchange.json_lines()))
    assert not companion.exchange.bring_in(export).new
    assert told(companion) == before
    for _ in range(3):
        companion.history.undo()
    assert companion.shifts.find().total == 0
    assert companion.exchange.bring_in(path).new == brought.new
    other.close()


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_or_garbled_is_taken_as_far_as_it_can_be_told_or_refused_whole(
    companion: Companion, file: Path, write: Write, name: str
) -> None:
    content = FILES[name]
    whole = content if isinstance(content, bytes) else content.encode()
    for at in range(0, len(whole), max(1, len(whole) // 12)):
        garbled = bytearray(whole)
        garbled[at] ^= 0xFF
        for damaged in (whole[:at], bytes(garbled)):
            before = everything(file)
            try:
                companion.exchange.bring_in(write(name, damaged))
            except Refused:
                assert everything(file) == before


HOSTILE = "a\x1b]0;owned\x07b\x9bc\u202ed\u2066\x00e"


HOSTILE_FILES: dict[str, str | bytes] = {
    "loop.zip": zipped({"Habits.csv": "", "001 x/Checkmarks.csv": f"2020-01-01,2,{HOSTILE}"}),
    "log": f"2020-01-01 : {HOSTILE} : y : {HOSTILE} : 0",
    "todo.txt": f"x 2020-01-01 {HOSTILE}",
    "journal.json": json.dumps(
        {"entries": [{"title": HOSTILE, "body": HOSTILE, "date": "2020-01-01"}]}
    ),
    "table.csv": f"text,day,idea,person\n{HOSTILE},2020-01-01,{HOSTILE},{HOSTILE}\n",
    f"{HOSTILE[:-2]}.csv": "text,day\nx,2020-01-01\n",
}


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_controls_in_any_file_never_get_into_the_log(
    companion: Companion, file: Path, write: Write, name: str
) -> None:
    companion.exchange.bring_in(write(name, HOSTILE_FILES[name]))
    assert companion.shifts.find().total == 1
    kept = str(table(file, "SELECT * FROM shift")) + str(table(file, "SELECT * FROM change"))
    kept += str(table(file, "SELECT name FROM idea UNION SELECT name FROM person"))
    for control in ("\\x1b", "\\x07", "\\x9b", "\\u202e", "\\u2066", "\\x00"):
        assert control not in kept


NO_PROGRAMS: dict[str, Callable[[], str | bytes]] = {
    "nothing": lambda: "",
    "noise": lambda: bytes(range(256)) * 50,
    "prose.txt": lambda: "Dear diary,\ntoday I wrote nothing.\n",
    "other.json": lambda: '{"habits": []}',
    "other.zip": lambda: zipped({"readme.txt": "x"}),
    "cut.zip": lambda: zipped(LOOP)[:400],
    "bomb.zip": lambda: zipped({"Habits.csv": "x" * (1 << 27) + "x"}),
    "many.zip": lambda: zipped({f"{number} x/Checkmarks.csv": "" for number in range(10_001)}),
    "folder.zip": lambda: zipped({f"{'7' * 5_000} x/Checkmarks.csv": "2020-01-01,2"}),
    "habits.zip": lambda: zipped({"Habits.csv": f"Position,Name\n001,{'x' * 200_000}\n"}),
    "cell.csv": lambda: f'text,day\n"{"x" * 200_000}",2020-01-01\n',
}


@pytest.mark.parametrize("name", NO_PROGRAMS)
def test_what_no_program_wrote_is_refused_in_a_sentence(
    companion: Companion, file: Path, write: Write, name: str
) -> None:
    before = everything(file)
    path = write(name, NO_PROGRAMS[name]())
    for act in (companion.exchange.preview, companion.exchange.bring_in):
        with pytest.raises(Refused) as refused:
            act(path)
        assert refused.value.message.endswith("Nothing was changed.")
        assert "\n" not in refused.value.message
    assert everything(file) == before


def test_a_file_that_is_far_too_large_is_not_even_read(companion: Companion, write: Write) -> None:
    path = write("huge.json", "{")
    os.truncate(path, (1 << 30) + 1)
    with pytest.raises(Refused, match="larger than a gigabyte"):
        companion.exchange.preview(path)


def test_a_missing_file_is_told(companion: Companion, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"):
        companion.exchange.bring_in(str(tmp_path / "absent"))


def test_the_program_can_be_named_where_the_file_does_not_tell(
    companion: Companion, write: Write
) -> None:
    path = write("list", "Something\nSomething else\n")
    with pytest.raises(Refused, match="--from"):
        companion.exchange.preview(path)
    assert companion.exchange.preview(path, "todo.txt").left_out[0].records == 2
