"""The story and the week from a shell."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell

pytestmark = pytest.mark.usefixtures("catalogued")


@pytest.fixture
def lived(shell: Shell) -> Shell:
    """Two ideas and four shifts in two months."""
    shell.ok("idea", "add", "Pottery", "--why", "hands")
    shell.ok("idea", "add", "Law school")
    shell.ok("log", "Walked past the kiln #pottery @ines 10m !", "--on", "2026-10-31 09:15")
    shell.ok("log", "Read one page #law", "--on", "2026-11-10")
    shell.ok("log", "Called <Ana> & *Bo*", "--on", "2026-11-11", "--note", "a\nb")
    shell.ok("log", "Emailed Ana")
    shell.ok("idea", "dead", "law", "--taught", "I fall asleep")
    return shell


def test_the_story_is_printed_in_chapters_with_its_turning_points(lived: Shell) -> None:
    lines = lived.ok("story").splitlines()
    places = [
        next(number for number, line in enumerate(lines) if words in line)
        for words in (
            "The story so far.",
            "20 days, a few minutes at a time.",
            "4 shifts, 1 person, 1 Little Yes, 1 path ruled out: here they are.",
            "31 October 2026  ● The first shift: Walked past the kiln",
            "19 November 2026  ┫ Law school: not this way",
            "09:15 ✦ Walked past the kiln  (Pottery, with ines)",
            "November 2026",
            "Called <Ana> & *Bo*",
            "Ruled out on the way, with thanks: Law school.",
            "On the boil: Pottery.",
        )
    ]
    assert places[:4] == sorted(places[:4])
    assert places[-3:] == sorted(places[-3:])


def test_a_part_of_it_is_told_alone(lived: Shell) -> None:
    story = lived.json("story", "--since", "2026-11-01", "--until", "2026-11-11")["story"]
    assert "Read one page" in story
    assert "kiln" not in story
    assert "Emailed" not in story
    assert "The first shift" not in story
    story = lived.json("story", "--idea", "pott")["story"]
    assert "kiln" in story
    assert "Ana" not in story
    assert "hands" in story


def test_it_is_written_as_what_is_asked_for_or_as_the_file_is_called(
    lived: Shell, tmp_path: Path
) -> None:
    page = tmp_path / "story.html"
    assert lived.ok("story", str(page)).strip() == f"The story is in {page}."
    text = page.read_text("utf-8")
    assert "Called &lt;Ana&gt; &amp; *Bo*" in text
    assert text.count("<svg") == 1
    assert "--level-3" in text
    assert "# The story so far" in lived.ok("story", "--format", "md")
    assert lived.json("story", "--format", "md")["format"] == "md"
    assert lived.run("story", "--format", "pdf").status == 2


def test_with_nothing_written_there_is_nothing_to_tell(shell: Shell) -> None:
    assert "begins with the first shift" in shell.refused("story")


def test_the_way_to_the_yes_is_told_as_the_change_it_was(lived: Shell) -> None:
    lived.ok("idea", "stage", "pottery", "yes")
    story = lived.ok("story")
    assert story.startswith("I made a career change.")
    assert "It took 20 days, a few minutes at a time, and it led to “Pottery”." in story
    assert lived.ok("idea", "story", "pottery") == story


def test_a_week_is_told_with_a_text_to_send(lived: Shell) -> None:
    week = lived.json("week")
    assert (week["first"], week["last"], week["days"]) == ("2026-11-09", "2026-11-15", 2)
    assert [shift["text"] for shift in week["shifts"]] == ["Read one page", "Called <Ana> & *Bo*"]
    assert week["ideas"] == [{"name": "Law school", "shifts": 1}]
    this = lived.json("week", "today")
    assert this["ruled_out"] == [{"idea": "Law school", "taught": "I fall asleep", "spared": None}]
    assert this["text"].startswith(
        "My week, 16 to 22 November: 1 shift on 1 day, 1 path ruled out."
    )
    printed = lived.ok("week", "2026-10-31")
    for words in ("26 October to 1 November", "Lit up", "✦ Walked past the kiln", "To send"):
        assert words in printed


def test_the_first_week_is_told_until_there_is_one_before_it(shell: Shell) -> None:
    assert shell.ok("week").splitlines()[1:] == [
        "Nothing is written in this week, and that is fine."
    ]
    shell.ok("log", "Read one page")
    shell.ok("log", "Walked past the kiln #pottery", "--new")
    assert shell.json("week")["first"] == "2026-11-16"
    assert [line.split() for line in shell.ok("week").splitlines() if "  1  " in line] == [
        ["1", "pottery"],
        ["1", "elsewhere"],
    ]
    shell.ok("log", "Read another", "--on", "2026-11-10")
    assert shell.json("week")["first"] == "2026-11-09"
