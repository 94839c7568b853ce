"""Export and import from a shell."""

import io
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from shifter.cli.exchange.importing import SECTIONS_IN_WORDS
from shifter.companion.exchange.sections import SECTIONS
from tests.cli.shell import Launch, Shell


def fill(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery", "--why", "hands")
    shell.ok("log", "Emailed Ana #pottery @ana 10m !", "--note", "one\n\ttwo")
    shell.ok("log", '=1+1, "quoted" [b]\\n[/b] مرحبا 👩🏽‍🚒', "--on", "2026-11-10")
    shell.ok("rest", "2026-11-16")


def exported(shell: Shell) -> Any:
    document = json.loads(shell.ok("export"))
    document.pop("exported_at")
    return document


def test_an_export_is_the_same_document_however_it_is_asked_for(
    shell: Shell, tmp_path: Path
) -> None:
    fill(shell)
    file = tmp_path / "shifter.json"
    assert str(file) in shell.ok("export", str(file))
    documents = [shell.json("export"), json.loads(shell.ok("export", "-"))]
    assert json.loads(file.read_text(encoding="utf-8")) == documents[0] == documents[1]
    assert shell.json("export", str(file), "--force")["file"] == str(file)


def test_what_was_exported_comes_into_a_new_file_and_twice_changes_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    fill(shell)
    file = str(tmp_path / "shifter.json")
    shell.ok("export", file)
    before, figures = exported(shell), shell.json("streak")
    shell.file = tmp_path / "new.db"
    assert shell.json("import", file, "--dry-run")["new"]["shifts"] == 2
    assert shell.json("shifts")["total"] == 0
    said = shell.ok("import", file)
    assert "2 shifts" in said
    assert exported(shell) == before
    assert shell.json("streak") == figures
    again = shell.json("import", file)
    assert (again["new"], again["changed"], again["dry_run"]) == ({}, {}, False)
    assert "Nothing new" in shell.ok("import", file)
    shell.ok("undo")
    assert shell.json("shifts")["total"] == 0


def test_an_export_is_whole_utf_8_whatever_the_terminal_speaks(
    shell: Shell, launch: Launch
) -> None:
    fill(shell)
    printed = launch("export", PYTHONIOENCODING="ascii").stdout
    assert [shift["text"] for shift in json.loads(printed)["shifts"]] == [
        shift["text"] for shift in json.loads(shell.ok("export"))["shifts"]
    ]
    assert "👩🏽‍🚒".encode() in printed


def test_what_comes_through_a_pipe_is_taken_in(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(shell)
    document = shell.ok("export")
    shell.file = tmp_path / "new.db"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(document.encode())))
    assert "2 shifts" in shell.ok("import", "-")
    for nothing in (io.TextIOWrapper(io.BytesIO()), None):
        monkeypatch.setattr("sys.stdin", nothing)
        shell.refused("import", "-")


def test_an_export_never_takes_the_place_of_the_log(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    link = tmp_path / "link.json"
    link.symlink_to(shell.file)
    for name in (shell.file, link):
        assert "data file" in shell.refused("export", str(name), "--format", "json", "--force")
    shell.refused("export", str(tmp_path / "no" / "folder.json"))
    shell.refused("export", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "shifter.db"]


_STAMPS = {
    "created": "2026-11-18T07:00:00.000Z",
    "updated": "2026-11-18T07:00:00.000Z",
    "device": "x",
}


def rule(name: str, value: object) -> str:
    setting = {"id": name, "value": value, **_STAMPS}
    return json.dumps({"shifter_export": 1, "settings": [setting]})


def suggestion(rung: dict[str, object], *places: str) -> str:
    prompt = {
        "id": "00000000-0000-4000-8000-000000000000",
        "kind": "try",
        "minutes": 5,
        "places": places,
        "ladder": [rung],
        "names_person": False,
        "repeats": False,
        **_STAMPS,
    }
    return json.dumps({"shifter_export": 1, "prompts": [prompt]})


MALFORMED = {
    "empty": "",
    "a list": "[]",
    "a number": "7",
    "half a document": '{"shifter_export": 1, "shifts": [{"id"',
    "nested without end": '{"a":' + "[" * 100_000,
    "no version": '{"shifts": []}',
    "a version that is none": '{"shifter_export": true}',
    "a newer version": '{"shifter_export": 2}',
    "a section that is none": '{"shifter_export": 1, "shifts": {"a": 1}}',
    "a record that is none": '{"shifter_export": 1, "shifts": [7]}',
    "an unknown rule": rule("x", 1),
    "a rule that nobody can live by": rule("rollover", 3),
    "a number for weekdays": rule("rest_weekdays", 3),
    "weekdays for a number": rule("grace", [1]),
    "a weekday that is none": rule("rest_weekdays", [7]),
    "a suggestion without words": suggestion({"text": "", "done": "x", "seconds": 9}, "out"),
    "a suggestion that takes no time": suggestion({"text": "x", "done": "x", "seconds": 0}, "out"),
    "a suggestion for no place": suggestion({"text": "x", "done": "x", "seconds": 300}),
    "a number without end": '{"shifter_export": ' + "9" * 5000 + "}",
    "not a number": '{"shifter_export": NaN}',
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_file_gets_one_sentence_and_changes_nothing(
    shell: Shell, tmp_path: Path, content: str
) -> None:
    fill(shell)
    file = tmp_path / "shifter.json"
    file.write_text(content, encoding="utf-8")
    shell.ok("prompt", "list")
    for words in (["import", str(file)], ["import", str(file), "--dry-run"]):
        assert shell.refused(*words).count("\n") == 1


WRONG = [
    ("id", "7"),
    ("id", None),
    ("text", ""),
    ("text", "\x1b"),
    ("text", "x" * 501),
    ("text", ["x"]),
    ("note", "x" * 20_001),
    ("done_at", "yesterday"),
    ("done_at", "2026-13-01T00:00:00.000Z"),
    ("done_at", "2026-11-01T25:00:00.000Z"),
    ("day", "0001-01-01"),
    ("day", "2026-02-30"),
    ("day", 20261119),
    ("minutes", -1),
    ("minutes", 1.5),
    ("minutes", True),
    ("minutes", 10**400),
    ("offset", 10**6),
    ("little_yes", 1),
    ("idea", "00000000-0000-4000-8000-000000000000"),
    ("prompt", "'; DROP TABLE shift; --"),
    ("updated", None),
]


def test_one_wrong_value_and_nothing_of_the_file_is_taken(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    document = exported(shell)
    shell.file = tmp_path / "new.db"
    shell.ok("prompt", "list")
    file = tmp_path / "shifter.json"
    for name, value in WRONG:
        changed = {**document["shifts"][1], name: value}
        shifts = [document["shifts"][0], changed]
        file.write_text(json.dumps({**document, "shifts": shifts}), encoding="utf-8")
        said = shell.refused("import", str(file))
        assert (said.count("\n"), "shifts" in said) == (1, True), (name, value)


@pytest.mark.parametrize("name", ["absent.json", ".", "\0", "pipe"])
def test_what_is_no_file_is_refused(shell: Shell, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    shell.ok("prompt", "list")
    shell.refused("import", f"{tmp_path}/{name}")


def test_controls_in_a_file_are_taken_out_on_the_way_in(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    document = exported(shell)
    document["shifts"][0] |= {"text": "one\x1b[31m\u202etwo", "note": "a\x9b\r\nb\ud800"}
    file = tmp_path / "shifter.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    shell.file = tmp_path / "new.db"
    shell.ok("import", str(file), "--dry-run")
    shell.ok("import", str(file))
    (shift,) = (s for s in shell.json("shifts")["shifts"] if s["text"].startswith("one"))
    assert (shift["text"], shift["note"]) == ("one[31mtwo", "a\nb")


def test_a_prompt_that_this_catalogue_does_not_have_is_kept_by_its_name(
    shell: Shell, tmp_path: Path
) -> None:
    fill(shell)
    document = exported(shell)
    document["shifts"][0]["prompt"] = "from-a-newer-catalogue"
    file = tmp_path / "shifter.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    shell.file = tmp_path / "new.db"
    shell.ok("import", str(file))
    assert exported(shell) == document
    assert "from-a-newer-catalogue" not in str(shell.json("prompt", "list"))


def test_the_formats_are_told_by_the_files_name_or_given(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    shell.ok("export", str(tmp_path / "shifts.CSV"))
    assert (tmp_path / "shifts.CSV").read_bytes().startswith(b"id,day,done_at,text,")
    assert (tmp_path / "shifts.CSV").read_bytes() == shell.ok("export", "--format", "csv").encode()
    shell.ok("export", str(tmp_path / "log.md"))
    page = (tmp_path / "log.md").read_text(encoding="utf-8")
    assert "\\[b\\]\\\\n\\[/b\\]" in page
    assert "### Pottery" in page
    shell.refused("export", "--format", "csv", "--json", status=2)


def test_every_section_of_a_document_has_its_words() -> None:
    assert set(SECTIONS_IN_WORDS) == {section.name for section in SECTIONS}


def test_what_will_come_and_what_is_left_out_is_shown_before(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "log"
    file.write_text("2026-11-02 : Gym : y : Legs : 0\n2026-11-03 : Gym : n :  : 0\n")
    shell.ok("prompt", "list")
    before = shell.file.read_bytes()
    said = shell.ok("import", str(file), "--dry-run")
    assert "From harsh would come 1 shift." in said
    assert "2026-11-02  Gym" in said
    assert "Left out: 1 not done." in said
    assert shell.file.read_bytes() == before
    assert shell.json("import", str(file))["left_out"] == [
        {"records": 1, "why": "not done", "lines": []}
    ]
    assert "harsh" in shell.ok("undo")


def test_what_could_not_be_read_is_told_with_its_lines_and_why(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "log.csv"
    days = ["2026-11-02", "soon", "2026-11-03 25:00", "2026-13-01", "32 May", "2026-11-04"]
    file.write_text("day,text\n" + "".join(f"{day},Wrote\n" for day in days))
    said = shell.ok("import", str(file))
    assert "Left out: 4 whose day or time can't be read (lines 3, 4, 5 and others)." in said
    file.write_text("day,text\nsoon,Wrote\n")
    assert "Left out: 1 whose day or time can't be read (line 2)." in shell.ok("import", str(file))
    file.write_text("day,text\n2026-11-05,\n")
    assert "Left out: 1 without words (line 2)." in shell.ok("import", str(file))
    log = tmp_path / "log"
    log.write_text("2026-11-02 : Gym : y\nnonsense\n2026-19-02 : Gym : y\n")
    said = shell.ok("import", str(log))
    assert "1 that could not be read (line 2)." in said
    assert "1 whose day or time can't be read (line 3)." in said


def test_controls_that_another_program_put_into_the_log_get_into_no_file(shell: Shell) -> None:
    fill(shell)
    with closing(sqlite3.connect(shell.file)) as connection:
        hostile = "a\x1b]0;owned\x07\x9b31m\u202eb"
        connection.execute("UPDATE shift SET text = ?, note = ?", (hostile, hostile))
        connection.execute("UPDATE idea SET name = ?", (hostile,))
        connection.execute("UPDATE person SET name = ?", (hostile,))
        connection.commit()
    for format in ("json", "csv", "ics", "md"):
        printed = shell.ok("export", "--format", format)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed), format
