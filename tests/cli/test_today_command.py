"""Today without the app: as plain text, once a day, and in one line."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.cli.shell import Launch, Shell


def test_today_is_read_as_plain_text(shell: Shell) -> None:
    shell.ok("idea", "add", "Pottery")
    shell.ok("log", "Wrote #pottery !", "--on", "tuesday")
    pick = shell.json("pick")
    said = shell.ok("today")
    assert said.startswith("Good morning. ")
    assert pick["text"] in said
    assert "This week: Tuesday 1." in said
    assert "Pottery · 1 shift in eight weeks · 1 Little Yes in all" in said
    assert said.endswith("1 shift, the next is 10.\n")
    shell.ok("done")
    shell.ok("idea", "add", "Radio")
    said = shell.ok("today")
    assert "  Radio\n" in said
    assert "Done for today." in said
    assert "today 1" in said
    assert "none" not in said


def test_today_as_json_has_the_card_and_what_stands_beside_it(shell: Shell) -> None:
    first = shell.json("today")
    assert (first["day"], first["week"], first["ideas"]) == ("2026-11-19", None, [])
    assert first["card"] == {"kind": "pick", "pick": shell.json("pick")}
    shell.ok("done")
    assert shell.json("today")["card"]["kind"] == "reply"


def test_what_is_due_from_the_pocket_and_a_closed_book_are_told(shell: Shell) -> None:
    shell.ok("pick", "--pocket", "today 09:00")
    shell.clock.set("2026-11-19T10:00")
    told = shell.ok("today")
    assert "You put this in your pocket earlier today:" in told
    assert "Did it happen?" in told
    assert shell.json("today")["card"]["kind"] == "pocket"
    shell.ok("idea", "add", "Pottery")
    shell.ok("idea", "stage", "pottery", "yes")
    shell.ok("idea", "book", "pottery")
    assert "“Pottery” became the one" in shell.ok("today")
    assert shell.json("today")["card"]["kind"] == "book"


def test_once_a_day_prints_the_card_once_on_a_shift_day(shell: Shell) -> None:
    first = shell.ok("--once-a-day")
    assert shell.json("pick")["text"] in first
    assert shell.ok("--once-a-day") == ""
    shell.clock.set("2026-11-20T03:59")
    assert shell.ok("today", "--once-a-day") == ""
    shell.clock.set("2026-11-20T04:00")
    assert shell.json("pick")["text"] in shell.ok("--once-a-day")
    shell.clock.set("2026-11-21T08:00")
    shell.ok("log", "Wrote")
    assert "Good morning" in shell.ok("--once-a-day")
    assert "Wrote" in shell.ok("undo")


def test_of_many_terminals_that_open_at_once_one_prints_the_card(launch: Launch) -> None:
    assert launch("line").returncode == 0
    with ThreadPoolExecutor(4) as shells:
        printed = [one.stdout for one in shells.map(lambda _: launch("--once-a-day"), range(4))]
    assert len([text for text in printed if text]) == 1


def test_the_line_has_any_format(shell: Shell) -> None:
    assert shell.ok("line", "--format", "{mark}{shifts}/{landing}") == "0/10\n"
    shell.ok("log", "Wrote @ana 10m !", "--on", "tuesday")
    shell.ok("log", "Wrote")
    format = "{mark} {shifts} {week} {run} {longest} {minutes} {people} {little_yeses} {ruled_out}"
    assert shell.ok("line", "--format", format) == "✓ 2 2 2 2 10 1 1 0\n"
    assert shell.ok("line", "--format", "{pick}|{ } {0} {x") == "|{ } {0} {x\n"
    pick = shell.json("pick")["text"]
    assert shell.json("line", "--format", "{pick}")["line"] == pick
    assert "little_yeses" in shell.refused("line", "--format", "{nothing}", status=2)


@pytest.mark.parametrize("format", ["\x1b[31m{shifts}", "{shifts.__class__}{0.real}%s", ""])
def test_a_format_is_only_ever_text(shell: Shell, format: str) -> None:
    printed = shell.ok("line", "--format", format)
    assert "\x1b" not in printed
    assert "class 'int'" not in json.dumps(printed)
