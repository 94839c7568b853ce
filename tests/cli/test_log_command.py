"""Logging from a shell, and the shifts that it leaves behind."""

import re

import pytest

from tests.cli.shell import Shell

SHIFT_FIELDS = {
    "id",
    "text",
    "done_at",
    "day",
    "minutes",
    "idea",
    "person",
    "little_yes",
    "note",
    "prompt",
}
STREAK_FIELDS = {
    "as_of",
    "current",
    "longest",
    "strength",
    "total",
    "minutes",
    "active_days",
    "returns",
    "little_yeses",
    "this_week",
    "last_week_to_date",
    "last_week",
    "people",
    "ruled_out",
    "landing",
}


def test_a_line_is_logged_now(shell: Shell) -> None:
    document = shell.json("log", "Emailed Ana about the kiln")
    assert set(document) == {"shift", "streak"}
    shift = document["shift"]
    assert set(shift) >= SHIFT_FIELDS
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", shift["id"])
    assert {name: shift[name] for name in SHIFT_FIELDS - {"id"}} == {
        "text": "Emailed Ana about the kiln",
        "done_at": "2026-11-19T06:58:00.000Z",
        "day": "2026-11-19",
        "minutes": None,
        "idea": None,
        "person": None,
        "little_yes": False,
        "note": None,
        "prompt": None,
    }
    assert set(document["streak"]) >= STREAK_FIELDS
    assert document["streak"] == shell.json("streak")


def test_signs_and_options_say_the_same(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    signs = shell.json("log", "Emailed @Ana about the kiln #pottery 10m !")["shift"]
    options = shell.json(
        "log",
        "Emailed about the kiln",
        "--idea",
        "POTTERY",
        "--person",
        "ana",
        "--minutes",
        "10",
        "--yes",
    )["shift"]
    for shift in (signs, options):
        assert shift["text"] == "Emailed about the kiln"
        assert shift["idea"] == "Pottery studio"
        assert shift["person"] == "Ana"
        assert shift["minutes"] == 10
        assert shift["little_yes"] is True


def test_a_number_after_a_sign_is_refused_with_how_a_plain_one_is_written(shell: Shell) -> None:
    told = shell.refused("log", "Finished chapter #3 of the book")
    assert told.endswith("which does both. For a plain #, leave a blank after it: # 3.\n")
    shift = shell.json("log", "Finished chapter # 3 of the book")["shift"]
    assert (shift["text"], shift["idea"]) == ("Finished chapter # 3 of the book", None)


def test_an_idea_that_is_not_there_yet_begins_with_the_line_where_asked(shell: Shell) -> None:
    assert "--new" in shell.refused("log", "Emailed Ana #pottery")
    assert "plain" not in shell.refused("log", "Emailed Ana", "--idea", "pottery")
    shift = shell.json("log", "Emailed Ana #pottery", "--new")["shift"]
    assert shift["idea"] == "pottery"
    assert (
        shell.json("log", "Asked for a price", "--idea", "pott", "--new")["shift"]["idea"]
        == "pottery"
    )
    shell.ok("undo")
    shell.ok("undo")
    assert shell.json("idea", "list")["ideas"] == []


def test_unquoted_words_are_one_line(shell: Shell) -> None:
    assert shell.json("log", "Emailed", "Ana", "10m")["shift"]["text"] == "Emailed Ana"


def test_a_note_keeps_its_lines(shell: Shell) -> None:
    note = "one\n\ttwo"
    assert shell.json("log", "Emailed Ana", "--note", note)["shift"]["note"] == note
    assert "▎ one\n" in shell.ok("shifts")


@pytest.mark.parametrize(
    ("when", "day", "done_at"),
    [
        ("now", "2026-11-19", "2026-11-19T06:58:00.000Z"),
        ("yesterday", "2026-11-18", "2026-11-18T11:00:00.000Z"),
        ("monday", "2026-11-16", "2026-11-16T11:00:00.000Z"),
        ("17 november 19:30", "2026-11-17", "2026-11-17T18:30:00.000Z"),
        ("2026-11-17", "2026-11-17", "2026-11-17T11:00:00.000Z"),
        ("2026-11-17T03:59", "2026-11-16", "2026-11-17T02:59:00.000Z"),
        ("2026-11-17T04:00", "2026-11-17", "2026-11-17T03:00:00.000Z"),
        ("2026-11-17T03:59:00+09:00", "2026-11-16", "2026-11-16T18:59:00.000Z"),
    ],
)
def test_a_shift_can_be_logged_later(when: str, day: str, done_at: str, shell: Shell) -> None:
    shift = shell.json("log", "Emailed Ana", "--on", when)["shift"]
    assert (shift["day"], shift["done_at"]) == (day, done_at)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["", "--json"], 1),
        (["  \u200b "], 1),
        (["#pottery"], 1),
        (["Emailed Ana #pottery"], 1),
        (["Emailed Ana", "--idea", "pottery"], 1),
        (["x" * 501], 1),
        (["Emailed Ana", "--note", "x" * 20_001], 1),
        (["Emailed Ana", "--on", "2026-11-20"], 1),
        (["Emailed Ana", "--on", "2126-01-01T10:00:00Z"], 1),
        (["Emailed Ana", "--on", "tomorrow"], 1),
        (["Emailed Ana", "--on", "17"], 2),
        (["Emailed Ana", "--on", "17.11."], 2),
        (["Emailed Ana", "--on", "11/17/2026"], 2),
        (["Emailed Ana", "--on", ""], 2),
        (["Emailed Ana", "--minutes", "1441"], 2),
    ],
)
def test_what_cannot_be_logged_leaves_nothing(words: list[str], status: int, shell: Shell) -> None:
    shell.ok("log", "The first")
    shell.refused("log", *words, status=status)
    assert shell.json("shifts")["total"] == 1


def test_an_unknown_idea_is_refused_with_the_nearest_and_how_to_add_it(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    shell.ok("idea", "add", "Pottery school")
    reason = shell.refused("log", "Emailed Ana", "--idea", "poetry")
    assert "Pottery studio" in reason
    assert "shifter idea add" in reason
    reason = shell.refused("log", "Emailed Ana #pottery")
    assert "Pottery studio" in reason
    assert "Pottery school" in reason


def test_the_longest_line_fits(shell: Shell) -> None:
    assert len(shell.json("log", "x" * 500)["shift"]["text"]) == 500


def test_hostile_text_is_made_harmless_and_the_rest_stays(shell: Shell) -> None:
    text = "red \x1b[31m \x07 \x9b \u202e end, [b]not markup[/b] שלום 👩‍👩‍👧 e\u0301"
    shift = shell.json("log", text)["shift"]
    assert shift["text"] == "red [31m    end, [b]not markup[/b] שלום 👩‍👩‍👧 e\u0301"


def test_people_read_what_was_logged_and_what_it_adds_up_to(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery studio")
    assert shell.ok("log", "Emailed Ana #pottery 10m !") == (
        "✓ Emailed Ana\n"
        "  Pottery studio · 10 min · ✦ a Little Yes\n"
        "  Your first shift. 1 shift this week.\n"
    )
    assert shell.ok("log", "Called Ana", "--on", "2026-11-13") == (
        "✓ Called Ana\n  Friday 13 November\n  Shift 2. 1 shift this week, and last week had 1.\n"
    )
    for number in range(3, 10):
        shell.ok("log", f"Something {number}", "--on", "2025-12-31")
    assert shell.ok("log", "Something 10", "--on", "2025-12-31") == (
        "✓ Something 10\n  Wednesday 31 December 2025\n"
        "  Shift 10, and a landing. 1 shift this week, and last week had 1.\n"
    )


def test_last_week_is_only_mentioned_where_that_is_kind(shell: Shell) -> None:
    for day in ("2026-11-11", "2026-11-13", "2026-11-13"):
        shell.ok("log", "Something", "--on", day)
    assert shell.ok("log", "One").endswith("1 shift this week, and last week had 1 by Thursday.\n")
    shell.ok("log", "Two", "--on", "2026-11-12")
    shell.ok("log", "Three", "--on", "2026-11-12")
    assert shell.ok("log", "Two").endswith("2 shifts this week.\n")
