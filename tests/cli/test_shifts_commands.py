"""Finding and mending shifts from a shell."""

from pathlib import Path
from shutil import copy

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def texts(shell: Shell, new_file: Path) -> list[str]:
    """A small log, newest first."""
    copy(new_file, shell.file)
    shell.ok("idea", "add", "Pottery studio")
    shell.ok("log", "Fired the kiln #pottery", "--on", "2026-11-02T10:00")
    shell.ok("log", "Called Ana @ana", "--on", "2026-11-09T10:00")
    shell.ok("log", "Read about glazes #pottery @bo", "--on", "2026-11-09T11:00", "--note", "kiln!")
    shell.ok("log", "Wrote to Ana @ana", "--on", "2026-11-18T10:00")
    return ["Wrote to Ana", "Read about glazes", "Called Ana", "Fired the kiln"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [0, 1, 2, 3]),
        (["--since", "2026-11-09"], [0, 1, 2]),
        (["--until", "2026-11-09"], [1, 2, 3]),
        (["--since", "9 november", "--until", "9 november"], [1, 2]),
        (["--since", "yesterday"], [0]),
        (["--idea", "pott"], [1, 3]),
        (["--person", "ANA"], [0, 2]),
        (["--person", "nobody"], []),
        (["--search", "kiln"], [1, 3]),
        (["--search", "KILN", "--person", "bo"], [1]),
        (["--search", "ana"], [0, 2]),
        (["--search", "% _ \" ' * ( ) - AND"], []),
    ],
)
def test_shifts_are_found(
    options: list[str], expected: list[int], texts: list[str], shell: Shell
) -> None:
    document = shell.json("shifts", *options)
    assert [shift["text"] for shift in document["shifts"]] == [texts[n] for n in expected]
    assert document["total"] == len(expected)


def test_the_limit_shortens_the_list_but_not_the_total(texts: list[str], shell: Shell) -> None:
    document = shell.json("shifts", "--limit", "2")
    assert [shift["text"] for shift in document["shifts"]] == texts[:2]
    assert document["total"] == 4
    assert "the newest 2 of 4" in shell.ok("shifts", "--limit", "2")


def test_fifty_are_listed_unless_all_are_asked_for(shell: Shell) -> None:
    for number in range(53):
        shell.ok("log", f"Something {number}")
    assert len(shell.json("shifts")["shifts"]) == 50
    assert len(shell.json("shifts", "--limit", "0")["shifts"]) == 53
    assert shell.json("shifts")["total"] == 53


@pytest.mark.usefixtures("texts")
def test_an_unknown_idea_is_refused(shell: Shell) -> None:
    assert "Pottery studio" in shell.refused("shifts", "--idea", "poetry")


@pytest.mark.usefixtures("texts")
def test_people_read_days_times_and_ids(shell: Shell) -> None:
    identity = shell.json("shifts", "--limit", "1")["shifts"][0]["id"][-6:]
    assert shell.ok("shifts", "--limit", "1", "--since", "18 november") == (
        f"Wednesday 18 November\n  10:00    Wrote to Ana  with ana  {identity}\n"
    )
    assert shell.ok("shifts", "--search", "nothing like it") == "No shifts there.\n"


def test_an_empty_log_says_how_to_begin(shell: Shell) -> None:
    assert shell.ok("shifts") == "No shifts yet: shifter pick\n"
    assert shell.json("shifts") == {"shifts": [], "total": 0}


def latest(shell: Shell) -> str:
    return str(shell.json("shifts", "--limit", "1")["shifts"][0]["id"])


@pytest.mark.usefixtures("texts")
def test_every_part_of_a_shift_can_be_changed(shell: Shell) -> None:
    changed = shell.json(
        *("edit", latest(shell), "--text", "Wrote to Bo", "--note", "at last", "--minutes", "7"),
        *("--idea", "pottery", "--person", "bo", "--yes", "--on", "2026-11-17T02:00"),
    )["shift"]
    assert changed == shell.json("shifts", "--search", "at last")["shifts"][0]
    expected = {
        "text": "Wrote to Bo",
        "note": "at last",
        "minutes": 7,
        "idea": "Pottery studio",
        "person": "bo",
        "little_yes": True,
        "day": "2026-11-16",
        "done_at": "2026-11-17T01:00:00.000Z",
    }
    assert {name: changed[name] for name in expected} == expected


@pytest.mark.usefixtures("texts")
def test_an_edit_leaves_the_rest_alone(shell: Shell) -> None:
    before = shell.json("shifts", "--limit", "1")["shifts"][0]
    shell.clock.set("2026-11-19T10:00:00", "America/New_York")
    after = shell.json("edit", latest(shell), "--yes")["shift"]
    assert after == {**before, "little_yes": True}
    assert shell.json("edit", latest(shell), "--no-yes")["shift"] == before


@pytest.mark.usefixtures("texts")
def test_empty_texts_clear(shell: Shell) -> None:
    full = shell.json("log", "Full #pottery @ana 10m !", "--note", "a note")["shift"]
    cleared = shell.json(
        "edit", full["id"], "--idea", "", "--person", "", "--minutes", "", "--note", ""
    )["shift"]
    assert cleared == {**full, "idea": None, "person": None, "minutes": None, "note": None}


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    "change",
    [
        ["--text", ""],
        ["--text", "x" * 501],
        ["--idea", "poetry"],
        ["--on", "2026-12-24"],
        ["--note", "fine", "--on", "tomorrow"],
    ],
)
def test_an_edit_is_refused_as_a_whole(change: list[str], shell: Shell) -> None:
    before = shell.json("shifts")
    shell.refused("edit", latest(shell), *change)
    assert shell.json("shifts") == before


@pytest.mark.usefixtures("texts")
def test_the_end_of_an_id_is_enough(shell: Shell) -> None:
    whole = latest(shell)
    assert shell.json("edit", whole[-6:], "--yes")["shift"]["id"] == whole
    assert "none with the id" in shell.refused("edit", "ffffffffffff", "--yes").lower()
    shell.refused("delete", "")
    shell.refused("delete", "%")
    assert "none with the id" in shell.refused("delete", "a" * 100_000)


def test_a_deleted_shift_is_gone_and_comes_back(texts: list[str], shell: Shell) -> None:
    before = shell.json("shifts"), shell.json("streak"), shell.json("days")
    deleted = shell.json("delete", latest(shell))["shift"]
    assert deleted["text"] == texts[0]
    assert shell.json("shifts")["total"] == 3
    shell.ok("undo")
    assert (shell.json("shifts"), shell.json("streak"), shell.json("days")) == before
