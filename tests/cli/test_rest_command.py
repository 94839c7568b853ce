"""Rest days from a shell."""

import pytest

from tests.cli.shell import Shell


def rest_days(shell: Shell) -> list[str]:
    days = shell.json("days", "--since", "2026-11-16", "--until", "2026-11-19")["days"]
    return [day["day"] for day in days if day["rest"]]


def test_a_day_and_a_span_can_be_marked_and_unmarked(shell: Shell) -> None:
    assert shell.json("rest", "yesterday") == {"days": ["2026-11-18"], "rest": True}
    document = shell.json("rest", "2026-11-17", "--until", "2026-11-19")
    assert document == {"days": ["2026-11-17", "2026-11-19"], "rest": True}
    assert rest_days(shell) == ["2026-11-17", "2026-11-18", "2026-11-19"]
    document = shell.json("rest", "2026-11-17", "--until", "2026-11-18", "--off")
    assert document == {"days": ["2026-11-17", "2026-11-18"], "rest": False}
    assert rest_days(shell) == ["2026-11-19"]


def test_days_ahead_can_be_rest_days(shell: Shell) -> None:
    assert shell.json("rest", "tomorrow")["days"] == ["2026-11-20"]
    assert shell.json("rest", "monday")["days"] == ["2026-11-23"]
    assert shell.json("rest", "24", "december")["days"] == ["2026-12-24"]
    assert shell.ok("rest", "2026-12-28", "--until", "2027-01-03") == (
        "7 days are rest: Monday 28 December to Sunday 3 January 2027.\n"
    )
    assert shell.ok("rest", "2026-12-28", "--off") == "Monday 28 December is no longer rest now.\n"


def test_a_span_is_told_whole_also_where_some_of_it_was_marked(shell: Shell) -> None:
    shell.ok("rest", "2026-12-29", "--until", "2026-12-30")
    assert shell.ok("rest", "2026-12-28", "--until", "2027-01-03") == (
        "7 days are rest, 2 of them already: Monday 28 December to Sunday 3 January 2027.\n"
    )


def test_what_is_taken_back_of_a_span_are_the_days_that_do_not_rest_anyway(shell: Shell) -> None:
    shell.ok("rest", "2026-12-25", "--until", "2026-12-28")
    shell.refused("rest", "2026-12-26", "--off", status=1)
    assert shell.ok("rest", "2026-12-24", "--until", "2026-12-28", "--off") == (
        "2 days are no longer rest now: Friday 25 December to Monday 28 December, "
        "but for the weekly ones.\n"
    )
    shell.ok("rest", "2026-12-21", "--until", "2026-12-25")
    assert shell.ok("rest", "2026-12-21", "--until", "2026-12-27", "--off") == (
        "5 days are no longer rest now: Monday 21 December to Friday 25 December.\n"
    )


def test_marking_twice_changes_nothing(shell: Shell) -> None:
    shell.ok("rest", "today")
    assert shell.json("rest", "today") == {"days": [], "rest": True}
    assert "already" in shell.ok("rest", "today")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["saturday", "--off"], 1),
        (["2026-11-20", "--until", "2026-11-21", "--off"], 1),
        (["2026-11-20", "--until", "2026-11-19"], 2),
        (["nonsense"], 2),
        (["20"], 2),
        (["today", "--until", "20"], 2),
    ],
)
def test_what_makes_no_sense_is_refused(words: list[str], status: int, shell: Shell) -> None:
    shell.ok("rest", "today")
    shell.refused("rest", *words, status=status)


def test_a_marked_rest_day_mends_a_run(shell: Shell) -> None:
    shell.ok("log", "One", "--on", "2026-11-16")
    shell.ok("log", "Two")
    assert shell.json("streak")["current"]["length"] == 1
    shell.ok("rest", "2026-11-17")
    assert shell.json("streak")["current"] == {
        "length": 2,
        "start": "2026-11-16",
        "end": "2026-11-19",
        "state": "done",
    }
