"""Ideas from a shell."""

import pytest

from tests.cli.shell import Shell

pytestmark = pytest.mark.usefixtures("catalogued")

FIELDS = {
    "id",
    "name",
    "stage",
    "why",
    "temperature",
    "days_quiet",
    "shifts",
    "minutes",
    "little_yeses",
    "taught",
    "spared",
    "added",
    "ended",
}


def test_an_idea_begins_as_a_hunch(shell: Shell) -> None:
    idea = shell.json("idea", "add", "Pottery", "studio", "--why", "hands in clay")["idea"]
    assert set(idea) >= FIELDS
    assert {name: idea[name] for name in FIELDS - {"id"}} == {
        "name": "Pottery studio",
        "stage": "hunch",
        "why": "hands in clay",
        "temperature": "hot",
        "days_quiet": 0,
        "shifts": 0,
        "minutes": 0,
        "little_yeses": 0,
        "taught": None,
        "spared": None,
        "added": "2026-11-19",
        "ended": None,
    }
    assert shell.json("idea", "list") == {"ideas": [idea]}


def test_an_idea_carries_what_its_shifts_add_up_to(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    shell.ok("log", "One #pott 10m !")
    shell.ok("log", "Two #pott 5m")
    shell.clock.set("2026-11-25T09:00:00")
    idea = shell.json("idea", "list")["ideas"][0]
    assert (idea["shifts"], idea["minutes"], idea["little_yeses"]) == (2, 15, 1)
    assert (idea["temperature"], idea["days_quiet"]) == ("warm", 6)


@pytest.mark.parametrize(
    ("day", "temperature"),
    [(19, "hot"), (21, "hot"), (22, "warm"), (26, "warm"), (27, "cool")],
)
def test_the_temperature_falls_with_the_days(day: int, temperature: str, shell: Shell) -> None:
    shell.ok("idea", "add", "Radio")
    shell.clock.set(f"2026-11-{day}T09:00:00")
    assert shell.json("idea", "list")["ideas"][0]["temperature"] == temperature
    shell.clock.set("2026-12-03T09:00:00")
    assert shell.json("idea", "list")["ideas"][0]["temperature"] == "cool"
    shell.clock.set("2026-12-04T09:00:00")
    assert shell.json("idea", "list")["ideas"][0]["temperature"] == "resting"


def test_an_idea_moves_along(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    for stage in ("exploring", "project", "hunch", "yes"):
        assert shell.json("idea", "stage", "pottery", "studio", stage)["idea"]["stage"] == stage
    assert "moved “Pottery studio” to projects" in shell.ok("history")
    assert shell.json("idea", "list") == {"ideas": []}
    assert [idea["ended"] for idea in shell.json("idea", "list", "--all")["ideas"]] == [
        "2026-11-19"
    ]


def test_a_dead_end_is_kept_with_what_it_taught(shell: Shell) -> None:
    shell.ok("idea", "add", "Psychoanalysis")
    shell.ok("log", "Read one page #psycho 70m !")
    shell.clock.set("2026-11-21T09:00:00")
    idea = shell.json("idea", "dead", "psycho", "--taught", "to listen", "--spared", "two years")[
        "idea"
    ]
    expected = {
        "stage": "dead_end",
        "taught": "to listen",
        "spared": "two years",
        "temperature": None,
        "ended": "2026-11-21",
        "shifts": 1,
    }
    assert {name: idea[name] for name in expected} == expected
    assert shell.json("streak")["ruled_out"] == 1
    assert shell.json("idea", "list") == {"ideas": []}
    back = shell.json("idea", "revive", "psycho")["idea"]
    assert (back["stage"], back["temperature"], back["ended"]) == ("hunch", "hot", None)
    assert back["taught"] == "to listen"
    assert shell.json("streak")["ruled_out"] == 0


def test_ruling_out_says_how_little_it_took(shell: Shell) -> None:
    shell.ok("idea", "add", "Psychoanalysis")
    shell.ok("log", "Read one page #psycho 70m !")
    assert shell.ok("idea", "dead", "psycho", "--taught", "I listen", "--spared", "two years") == (
        "Psychoanalysis: not this way.\n"
        "You found out in 1 shift, 1 hour and 10 minutes.\n"
        "It spared you: two years\n"
        "You know: I listen\n"
        "You keep 1 Little Yes.\n"
    )
    assert (
        shell.ok("idea", "list") == "No ideas yet. A flicker is enough: shifter idea add Pottery\n"
    )


def test_a_dead_end_invents_nothing(shell: Shell) -> None:
    shell.ok("idea", "add", "Youth work")
    assert shell.ok("idea", "stage", "youth", "dead_end") == "Youth work: not this way.\n"


def test_shifts_can_still_name_an_ended_idea(shell: Shell) -> None:
    shell.ok("idea", "add", "Psychoanalysis")
    shell.ok("idea", "dead", "psycho")
    assert shell.json("log", "Thought of it again #psycho")["shift"]["idea"] == "Psychoanalysis"


def test_a_renamed_idea_keeps_its_shifts(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("log", "One #pottery")
    renamed = shell.json("idea", "rename", "pottery", "Clay and fire")["idea"]
    assert (renamed["name"], renamed["shifts"]) == ("Clay and fire", 1)
    assert shell.json("shifts")["shifts"][0]["idea"] == "Clay and fire"


def test_a_deleted_idea_leaves_its_shifts(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("log", "One #pottery")
    shell.ok("idea", "delete", "pottery")
    assert shell.json("idea", "list", "--all") == {"ideas": []}
    assert shell.json("shifts")["shifts"][0]["idea"] is None
    shell.refused("idea", "show", "pottery")


@pytest.mark.parametrize(
    "words",
    [
        ["add", "pottery STUDIO"],
        ["add", ""],
        ["add", "x" * 501],
        ["show", "poetry"],
        ["show", "pott"],
        ["stage", "pott", "project"],
        ["dead", "radio", "--taught", "x" * 501],
        ["revive", "radio"],
        ["rename", "radio", "Pottery studio"],
        ["delete", "pott"],
    ],
)
def test_what_is_unclear_or_there_already_is_refused(words: list[str], shell: Shell) -> None:
    for name in ("Pottery studio", "Pottery school", "Radio"):
        shell.ok("idea", "add", name)
    shell.refused("idea", *words)


def test_an_exact_name_is_clear_though_it_is_part_of_another(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("idea", "add", "Pottery studio")
    assert shell.json("idea", "show", "POTTERY")["idea"]["name"] == "Pottery"


def test_one_idea_is_shown_with_its_latest_shifts(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio", "--why", "hands in clay")
    for number in range(7):
        shell.ok("log", f"Thing {number} #pottery", "--on", f"2026-11-1{number}")
    shell.ok("log", "Something else")
    document = shell.json("idea", "show", "pottery")
    assert document["idea"]["name"] == "Pottery studio"
    assert [shift["text"] for shift in document["shifts"]] == [
        f"Thing {n}" for n in (6, 5, 4, 3, 2)
    ]
    assert shell.ok("idea", "show", "pottery").startswith(
        "Pottery studio\nhunch · hot · 7 shifts\n"
        "added Thursday 19 November\nwhy: hands in clay\n\nMonday 16 November\n"
    )


def test_people_see_ideas_by_stage(shell: Shell) -> None:
    for name in ("Radio", "Pottery studio", "Youth work"):
        shell.ok("idea", "add", name)
    shell.ok("log", "One #pottery !")
    shell.ok("idea", "stage", "pottery", "exploring")
    shell.ok("idea", "dead", "youth")
    assert shell.ok("idea", "list", "--all") == (
        "Hunches\n  Radio · new\n\n"
        "Exploring\n  Pottery studio · hot · 1 shift · ✦ 1\n\n"
        "Ruled out, with thanks\n  Youth work\n"
    )
