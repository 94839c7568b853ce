"""What was learned, and why a pick is on the card, from the shell."""

from typing import get_args

import pytest

from shifter.core.records import Kind
from tests.cli.shell import Shell
from tests.companion.cards import leave_only

pytestmark = pytest.mark.usefixtures("catalogued")


@pytest.fixture
def answered(shell: Shell) -> Shell:
    """Some picks of one day, the last of them done, and another on the card."""
    for _ in range(12):
        shell.ok("pick", "--another")
    shell.ok("done")
    shell.ok("pick", "--another")
    return shell


def test_explain_tells_every_term_and_what_came_close(answered: Shell) -> None:
    # What the last one made warm is decided by a rule.
    answered.ok("pick", "--another")
    found = answered.json("pick", "--explain")
    assert found["explanation"].startswith(found["why"])
    assert len(found["explanation"]) > len(found["why"])
    names = {term["name"] for term in found["terms"]}
    assert {"kind", "size", "place", "prompt"} <= names or found["why"].startswith("Something new")
    for term in found["terms"]:
        assert set(term) == {"name", "words", "mean", "doubt", "drawn", "offers"}
    plain = answered.ok("pick", "--explain")
    assert found["text"] in plain
    assert found["explanation"] in plain
    for other in found["others"]:
        assert other["text"] in plain
    assert answered.json("pick")["offer"] == found["offer"]


def test_a_pick_that_a_rule_decided_says_so(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("idea", "next", "Pottery", "Ask about the kiln")
    assert shell.json("pick")["text"] == "Ask about the kiln"
    assert "A rule decided" in shell.ok("pick", "--explain")


def test_what_was_learned_can_be_looked_at_forgotten_and_brought_back(answered: Shell) -> None:
    before = answered.json("learn", "show")
    assert 12 <= before["offers"] < 14
    assert 0 < before["rate"] < 0.2
    assert {"kind", "size", "place"} <= {one["name"] for one in before["lessons"]}
    assert "How long it takes" in answered.ok("learn", "show")
    answered.ok("learn", "forget")
    assert answered.json("learn", "show")["offers"] == 0
    answered.refused("learn", "forget")
    answered.ok("undo")
    assert answered.json("learn", "show") == before


def test_a_kind_that_is_off_leaves_the_card_and_comes_back_by_undo(shell: Shell) -> None:
    kind = shell.json("pick")["kind"]
    shell.ok("learn", "kind", kind, "off")
    for _ in range(10):
        assert shell.json("pick", "--another")["kind"] != kind
    assert {"kind": kind, "wish": "off"} in shell.json("learn", "show")["kinds"]
    while "turned off" not in shell.ok("undo"):
        continue
    assert all(one["wish"] is None for one in shell.json("learn", "show")["kinds"])


def test_a_kind_that_is_wanted_comes_more_often(shell: Shell) -> None:
    shell.ok("learn", "kind", "notice", "more")
    assert "comes more often" in shell.ok("learn", "show")
    picks = [shell.json("pick", "--another") for _ in range(40)]
    assert sum(pick["kind"] == "notice" for pick in picks) >= 8
    assert "You asked for more of noticing." in {pick["why"] for pick in picks}


def test_one_kind_has_to_stay(shell: Shell) -> None:
    *others, last = get_args(Kind)
    for kind in others:
        shell.ok("learn", "kind", kind, "off")
    shell.refused("learn", "kind", last, "off")
    shell.refused("learn", "kind", others[0], "off")
    assert shell.json("pick")["kind"] == last
    leave_only(shell.file)
    assert "Nothing fits" in shell.refused("pick", "--another")
