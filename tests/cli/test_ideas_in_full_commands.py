"""Next steps, findings, notes, projects, merging and the Yes, from a shell."""

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from shifter.companion import open_companion
from shifter.config import Config
from shifter.store.store import Store
from tests.cli.shell import Shell

pytestmark = pytest.mark.usefixtures("catalogued")


@pytest.fixture
def pottery(shell: Shell) -> Shell:
    shell.ok("idea", "add", "Pottery studio")
    return shell


def test_adding_offers_a_next_step(shell: Shell) -> None:
    printed = shell.ok("idea", "add", "Pottery").splitlines()
    offered = shell.json("idea", "show", "pottery")["idea"]["offered"]
    assert printed == ["Pottery is a hunch now.", f"A next step, maybe: {offered}"]
    assert shell.ok("idea", "next", "pottery") == f"Nothing is set. Maybe: {offered}\n"
    assert shell.json("idea", "next", "pottery") == {"next": None, "offered": offered}


def test_a_next_step_is_set_and_picked_and_done(pottery: Shell) -> None:
    step = pottery.json("idea", "next", "pottery", "ask Ines for a day along")["next"]
    assert step | {"id": ""} == {
        "id": "",
        "text": "ask Ines for a day along",
        "question": None,
        "by": None,
        "done": None,
        "found": None,
    }
    assert pottery.json("idea", "list")["ideas"][0]["next"] == step
    pick = pottery.json("pick")
    assert (pick["id"], pick["text"], pick["idea"]) == (
        "next-step",
        "ask Ines for a day along",
        "Pottery studio",
    )
    assert pottery.json("done")["shift"]["text"] == "ask Ines for a day along"
    assert pottery.json("idea", "next", "pottery")["next"] is None


def test_a_next_step_is_an_experiment_with_a_question_and_a_day(pottery: Shell) -> None:
    words = ("show three mugs", "--question", "would anybody pay?", "--by", "saturday")
    assert pottery.ok("idea", "next", "pottery", *words) == (
        "Next: show three mugs\nto find out: would anybody pay?\nby Saturday 21 November\n"
    )
    pottery.ok("idea", "next", "pottery", "--by", "2026-11-28")
    step = pottery.json("idea", "next", "pottery")["next"]
    assert (step["question"], step["by"]) == ("would anybody pay?", "2026-11-28")
    assert pottery.json("idea", "next", "pottery", "--done")["shift"]["idea"] == "Pottery studio"
    assert pottery.ok("idea", "next", "pottery").endswith("still to be written down\n")
    shown = pottery.ok("idea", "show", "pottery")
    assert "still to be answered: would anybody pay?" in shown
    assert "next:" not in shown
    pottery.clock.set("2026-11-19T09:30:00")
    assert pottery.ok("idea", "found", "pottery", "two", "would").startswith("Found: two would\n")
    trail = pottery.json("idea", "show", "pottery", "--trail")["trail"]
    assert [(entry["kind"], entry["text"], entry["about"]) for entry in trail[:2]] == [
        ("found", "two would", "would anybody pay?"),
        ("shift", "show three mugs", None),
    ]


def test_a_step_may_be_dropped(pottery: Shell) -> None:
    pottery.ok("idea", "next", "pottery", "ask Ines")
    assert pottery.ok("idea", "next", "pottery", "--drop") == "Dropped: ask Ines\n"
    assert pottery.json("idea", "next", "pottery")["next"] is None


def test_a_note_goes_into_the_trail(pottery: Shell) -> None:
    pottery.ok("idea", "note", "pottery", "the", "kiln", "is", "warm")
    assert "▎ the kiln is warm" in pottery.ok("idea", "show", "pottery", "--trail")


def test_a_project_has_weeks_and_outputs(pottery: Shell) -> None:
    assert pottery.ok("idea", "stage", "pottery", "project") == (
        "Pottery studio is a project now. It has 6 weeks.\n"
    )
    pottery.ok("idea", "project", "pottery", "--weeks", "8", "--start", "2026-11-02")
    pottery.ok("idea", "output", "add", "pottery", "a price list")
    pottery.ok("idea", "output", "add", "pottery", "one page")
    printed = pottery.ok("idea", "output", "check", "pottery", "price", "--came", "a shop asked")
    assert printed == "✓ a price list: a shop asked\n· one page\n"
    idea = pottery.json("idea", "show", "pottery")["idea"]
    assert idea["project"] == {"start": "2026-11-02", "weeks": 8, "week": 3}
    assert [(o["text"], o["checked"], o["came"]) for o in idea["outputs"]] == [
        ("a price list", "2026-11-19", "a shop asked"),
        ("one page", None, None),
    ]
    pottery.ok("idea", "output", "remove", "pottery", "one page")
    pottery.ok("idea", "output", "uncheck", "pottery", "price")
    assert pottery.ok("idea", "output", "list", "pottery") == "· a price list: a shop asked\n"


def test_one_idea_becomes_a_part_of_another(pottery: Shell) -> None:
    pottery.ok("idea", "add", "Clay")
    pottery.ok("log", "Walked past the kiln #clay")
    assert pottery.ok("idea", "merge", "clay", "pottery") == (
        "Clay is a part of Pottery studio now.\n"
    )
    assert pottery.json("shifts")["shifts"][0]["idea"] == "Pottery studio"
    pottery.ok("undo")
    assert pottery.json("shifts")["shifts"][0]["idea"] == "Clay"


def test_what_is_behind_an_idea_can_be_told_later(pottery: Shell) -> None:
    pottery.ok("idea", "edit", "pottery", "--why", "hands", "--drop-if", "nobody comes back")
    document = pottery.json("idea", "show", "pottery")
    assert (document["idea"]["why"], document["drop_if"]) == ("hands", "nobody comes back")
    pottery.ok("idea", "edit", "pottery", "--drop-if", "")
    document = pottery.json("idea", "show", "pottery")
    assert (document["idea"]["why"], document["drop_if"]) == ("hands", None)


def test_a_little_yes_becomes_a_hunch(shell: Shell) -> None:
    shift = shell.json("log", "Heard the bees !")["shift"]
    named = ("idea", "hunch", shift["id"][-6:], "--name", "Bees")
    assert shell.ok(*named) == "Bees is a hunch now.\n"
    shell.ok("undo")
    assert shell.ok("idea", "hunch", shift["id"][-6:]) == "Heard the bees is a hunch now.\n"


def test_the_yes_has_a_story_and_a_book(pottery: Shell) -> None:
    pottery.ok("log", "Walked past the kiln #pottery")
    pottery.ok("idea", "stage", "pottery", "yes")
    assert pottery.ok("idea", "story", "pottery").startswith("I made a career change.\n")
    assert "  Walked past the kiln" in pottery.json("idea", "story", "pottery")["story"]
    assert pottery.ok("idea", "book", "pottery") == "The book is closed. “Pottery studio” it is.\n"
    assert pottery.ok("idea", "book", "pottery", "--open") == "The book is open again.\n"


def test_the_people_of_an_idea_are_told(pottery: Shell) -> None:
    pottery.ok("log", "Asked #pottery @ines")
    assert pottery.json("idea", "show", "pottery")["people"] == [{"name": "ines", "shifts": 1}]
    assert "with: ines (1)" in pottery.ok("idea", "show", "pottery")


@pytest.mark.parametrize(
    "words",
    [
        ["next", "poetry", "write"],
        ["next", "pottery", "  "],
        ["next", "pottery", "ask", "--by", "yesterday"],
        ["next", "pottery", "--done"],
        ["next", "pottery", "--drop"],
        ["found", "pottery", "nothing was asked"],
        ["note", "pottery", " "],
        ["output", "check", "pottery", "a table"],
        ["output", "add", "pottery"],
        ["merge", "pottery", "pottery"],
        ["merge", "pottery", "poetry"],
        ["hunch", "ffffff"],
        ["story", "pottery"],
        ["book", "pottery"],
        ["book", "pottery", "--open"],
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(words: list[str], pottery: Shell) -> None:
    pottery.refused("idea", *words)


@pytest.mark.parametrize(
    "words",
    [
        ["next"],
        ["next", "pottery", "--question", "why?"],
        ["next", "pottery", "ask", "--by", "sometime"],
        ["next", "pottery", "--done", "--drop"],
        ["project", "pottery", "--weeks", "0"],
        ["project", "pottery", "--weeks", "99"],
        ["output", "burn", "pottery", "table"],
    ],
)
def test_wrong_usage_changes_nothing(words: list[str], pottery: Shell) -> None:
    pottery.refused("idea", *words, status=2)


@pytest.mark.parametrize("name", ["$(touch ran)", "`touch ran`", 'a "b" c', "it's"])
def test_a_command_that_is_told_means_its_name_and_nothing_else(
    shell: Shell, tmp_path: Path, name: str
) -> None:
    shell.ok("idea", "add", name)
    told = (
        shell.refused("log", "Wrote", "--idea", f"no {name}").partition("with: ")[2],
        shell.refused("idea", "next", name, "--done").partition("first: ")[2],
        shell.refused("idea", "output", "check", name, "x").partition("none: ")[2],
    )
    for command in told:
        words = command.partition("; or")[0].strip()
        heard = subprocess.run(
            ["sh", "-c", f'shifter() {{ printf "%s\\n" "$@"; }}; {words}'],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert any(line.endswith(name) for line in heard.stdout.splitlines())
    assert not (tmp_path / "ran").exists()


def test_the_yes_has_not_ended_and_has_nothing_next(pottery: Shell) -> None:
    pottery.ok("idea", "next", "pottery", "ask for a day along")
    assert "next: ask for a day along" in pottery.ok("idea", "show", "pottery")
    pottery.ok("idea", "stage", "pottery", "yes")
    shown = pottery.ok("idea", "show", "pottery")
    assert "the Yes since Thursday 19 November" in shown
    assert "ended" not in shown
    assert "next:" not in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "Radio"), "Radio is a hunch now."),
        (("stage", "pottery", "exploring"), "is being explored"),
        (("dead", "pottery"), "Pottery studio"),
        (("rename", "pottery", "Clay"), "Clay"),
        (("project", "pottery", "--weeks", "6"), "6 weeks from"),
        (("output", "add", "pottery", "a cup"), ""),
        (("found", "pottery", "It is warm"), "Found: It is warm"),
    ],
)
def test_what_was_done_is_no_failure_where_the_idea_goes_at_once(
    pottery: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    pottery.ok("idea", "next", "pottery", "visit the studio", "--question", "is it warm?")
    commit = Store._commit  # noqa: SLF001 - the moment there is no waiting for

    def commit_and_delete(store: Store) -> None:
        commit(store)
        monkeypatch.setattr(Store, "_commit", commit)
        with closing(open_companion(str(pottery.file), config=Config(), clock=pottery.clock)) as it:
            for idea in it.ideas.all(ended=True):
                it.ideas.delete(idea.id)

    monkeypatch.setattr(Store, "_commit", commit_and_delete)
    assert told in pottery.ok("idea", *words)


@pytest.mark.parametrize(
    ("stage", "way"),
    [
        ("exploring", "shifter idea stage Pottery project, or shifter idea dead Pottery"),
        ("project", "shifter idea stage Pottery yes, or shifter idea dead Pottery"),
        ("dead", "shifter idea revive Pottery, if it is worth another look"),
    ],
)
def test_what_was_found_leads_on_from_where_the_idea_stands(
    shell: Shell, stage: str, way: str
) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("idea", "next", "pottery", "ask for a day along", "--question", "Do I like it?")
    shell.ok("idea", "next", "pottery", "--done")
    shell.ok(
        *(("idea", "dead", "pottery") if stage == "dead" else ("idea", "stage", "pottery", stage))
    )
    assert shell.ok("idea", "found", "pottery", "I do").endswith(f"On from here: {way}\n")
