"""The pick from a shell."""

import shlex

import pytest

from tests.cli.shell import Shell
from tests.companion.cards import leave_only

pytestmark = pytest.mark.usefixtures("catalogued")

FIELDS = {"id", "text", "minutes", "kind", "idea", "why", "can_shrink", "then"}
KINDS = {
    *("reach out", "talk", "learn", "try", "make"),
    *("notice", "reflect", "arrange", "show", "sideways"),
}


def test_a_pick_tells_what_to_do_and_why(shell: Shell) -> None:
    pick = shell.json("pick")
    assert set(pick) >= FIELDS
    assert pick["text"]
    assert pick["why"]
    assert pick["kind"] in KINDS
    assert 1 <= pick["minutes"] <= 5
    assert isinstance(pick["can_shrink"], bool)
    prompts = {prompt["id"]: prompt for prompt in shell.json("prompt", "list")["prompts"]}
    assert pick["id"] in prompts
    assert pick["then"] is None or pick["then"] in prompts
    printed = shell.ok("pick")
    assert printed.startswith(pick["text"] + "\n")
    assert pick["why"] in printed


def test_its_places_stand_in_the_order_they_have_on_the_card(shell: Shell) -> None:
    place = ("--place", "out", "--place", "phone", "--place", "desk")
    shell.ok("prompt", "add", "Ask about the kiln", *place)
    leave_only(shell.file)
    assert "5 min, at a desk, on the phone or out and about" in shell.ok("pick")


def test_a_pick_stays_all_day_and_not_the_next(shell: Shell) -> None:
    pick = shell.json("pick")
    shell.clock.set("2026-11-20T03:59:00")
    assert shell.json("pick") == pick
    shell.clock.set("2026-11-20T04:00:00")
    assert shell.json("pick")["offer"] != pick["offer"]


def test_once_the_book_is_closed_the_pick_rests_until_it_is_opened_or_asked_for(
    shell: Shell,
) -> None:
    asked = shell.json("pick")
    assert asked["text"] in shell.ok("line", "--format", "{pick}")
    shell.ok("idea", "add", "Pottery's studio")
    shell.ok("idea", "stage", "pottery", "yes")
    shell.ok("idea", "book", "pottery")
    printed = shell.ok("pick")
    assert printed.count("\n") == 1
    assert "“Pottery's studio” became the one" in printed
    assert asked["text"] not in printed
    assert shell.ok("line", "--format", "{pick}").strip() == ""
    # Programs get what they always got, and so does whoever asks for one.
    assert shell.json("pick") == asked
    assert shell.json("pick", "--another")["text"] in shell.ok("pick", "--minutes", "60")
    command = shlex.split(printed.partition("shifter ")[2])[:4]
    assert command[-1] == "--open"
    shell.ok(*command)
    assert shell.json("pick")["text"] in shell.ok("pick")


def test_done_logs_the_pick(shell: Shell) -> None:
    pick = shell.json("pick")
    document = shell.json("done", "--note", "it was easy", "--yes", "--minutes", "3")
    assert set(document) == {"shift", "streak"}
    shift = document["shift"]
    assert shift["prompt"] == pick["id"]
    assert (shift["note"], shift["little_yes"], shift["minutes"]) == ("it was easy", True, 3)
    assert shell.json("shifts")["shifts"] == [shift]
    assert document["streak"]["total"] == 1


def test_done_twice_is_refused_and_another_can_follow(shell: Shell) -> None:
    shell.ok("pick")
    shell.ok("done")
    shell.refused("done")
    assert shell.json("shifts")["total"] == 1
    first = shell.json("shifts")["shifts"][0]["prompt"]
    assert shell.json("pick")["id"] != first
    shell.ok("done")
    assert shell.json("shifts")["total"] == 2


def test_done_without_looking_logs_a_pick_too(shell: Shell) -> None:
    assert shell.json("done")["shift"]["prompt"]


def test_another_smaller_pocket_and_retire_act_on_it(shell: Shell) -> None:
    first = shell.json("pick")
    second = shell.json("pick", "--another")
    assert second["id"] != first["id"]
    third = shell.json("pick", "--pocket", "tomorrow")
    assert third["id"] not in {first["id"], second["id"]}
    fourth = shell.json("pick", "--retire")
    assert fourth["id"] != third["id"]
    retired = {p["id"] for p in shell.json("prompt", "list")["prompts"] if p["retired"]}
    assert retired == {third["id"]}
    for expected in (third, second, first):
        shell.ok("undo")
        assert shell.json("pick")["id"] == expected["id"]
    assert shell.json("pick") == first


def test_smaller_goes_down_to_the_last_rung(shell: Shell) -> None:
    pick = shell.json("pick")
    while pick["can_shrink"]:
        smaller = shell.json("pick", "--smaller")
        assert smaller["id"] == pick["id"]
        assert smaller["seconds"] < pick["seconds"]
        pick = smaller
    assert pick["seconds"] <= 60
    shell.refused("pick", "--smaller")
    assert shell.json("pick") == pick
    assert shell.json("done")["streak"]["total"] == 1


@pytest.mark.parametrize("when", ["17", "nonsense", ""])
def test_a_pocket_wants_a_time(when: str, shell: Shell) -> None:
    shell.ok("pick")
    shell.refused("pick", "--pocket", when, status=2)


def test_a_pocket_is_for_later(shell: Shell) -> None:
    shell.ok("pick")
    shell.refused("pick", "--pocket", "2026-11-18")


@pytest.mark.parametrize(
    ("minutes", "place"), [(2, "phone"), (5, "out"), (10, "desk"), (60, "desk")]
)
def test_what_is_at_hand_narrows_every_pick_of_the_day(
    minutes: int, place: str, shell: Shell
) -> None:
    pick = shell.json("pick", "--minutes", str(minutes), "--place", place)
    for _ in range(8):
        assert pick["minutes"] <= minutes
        assert {"anywhere", place} & set(pick["places"])
        pick = shell.json("pick", "--another")


def test_what_is_at_hand_holds_for_today_only(shell: Shell) -> None:
    shell.ok("pick", "--minutes", "2")
    shell.clock.set("2026-11-20T09:00:00")
    minutes = {shell.json("pick", "--another")["minutes"] for _ in range(30)}
    assert max(minutes) == 5


def test_an_idea_at_hand_is_what_picks_are_for(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    shell.ok("idea", "add", "Radio")
    pick = shell.json("pick", "--idea", "pott")
    for _ in range(8):
        assert pick["idea"] in {"Pottery studio", None}
        pick = shell.json("pick", "--another")
    shell.refused("pick", "--idea", "poetry")


def test_a_pick_never_names_a_dead_end(shell: Shell) -> None:
    shell.ok("idea", "add", "Psychoanalysis")
    shell.ok("idea", "add", "Radio")
    shell.ok("idea", "dead", "psycho")
    pick = shell.json("pick")
    for _ in range(20):
        assert "Psychoanalysis" not in str(pick)
        pick = shell.json("pick", "--another")


def test_minutes_in_config_are_what_is_at_hand_unless_said(shell: Shell) -> None:
    shell.ok("settings", "minutes", "2")
    pick = shell.json("pick")
    for _ in range(8):
        assert pick["minutes"] <= 2
        pick = shell.json("pick", "--another")


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("Whose hands", 'Whose hands: shifter done --note "..." logs it'),
        ("Which kiln?", 'Which kiln? shifter done --note "..." logs it'),
    ],
)
def test_what_the_card_asks_stands_beside_the_way_to_answer(
    shell: Shell, asks: str, told: str
) -> None:
    shell.ok("prompt", "add", "Watch somebody at work", "--asks", asks)
    leave_only(shell.file)
    assert told in shell.ok("pick").splitlines()[-1]


def test_a_card_that_asks_for_a_name_says_so(shell: Shell) -> None:
    leave_only(shell.file, "name-one-person")
    assert "Their name: shifter done --note" in shell.ok("pick")
    shift = shell.json("done", "--note", "Mara")["shift"]
    assert (shift["person"], shift["note"]) == ("Mara", "Mara")


def test_a_card_that_asks_nothing_wants_no_note(shell: Shell) -> None:
    shell.ok("prompt", "add", "Watch somebody at work")
    leave_only(shell.file)
    assert shell.ok("pick").splitlines()[-1].startswith("shifter done logs it")
