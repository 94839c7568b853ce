"""What the figures look like from a shell; that they are right is told by the oracle."""

import pytest

from tests.cli.shell import Shell

NO_TOTALS = {"shifts": 0, "minutes": 0, "days": 0}


def test_an_empty_log_has_figures_too(shell: Shell) -> None:
    assert shell.json("streak") == {
        "as_of": "2026-11-19",
        "current": {"length": 0, "start": None, "end": None, "state": "none"},
        "longest": {"length": 0, "start": None, "end": None},
        "strength": 0,
        "total": 0,
        "minutes": 0,
        "active_days": 0,
        "returns": 0,
        "little_yeses": 0,
        "this_week": NO_TOTALS,
        "last_week_to_date": NO_TOTALS,
        "last_week": NO_TOTALS,
        "people": 0,
        "ruled_out": 0,
        "landing": 10,
    }
    assert shell.json("days") == {"days": []}
    assert shell.ok("line") == "0 shifts\n"
    assert "shifter pick" in shell.ok("streak")
    assert "shifter pick" in shell.ok("days")


@pytest.fixture
def _a_log(shell: Shell) -> None:
    shell.ok("log", "One 10m !", "--on", "2026-11-12")
    shell.ok("log", "Two @ana", "--on", "2026-11-17")
    for number in range(5):
        shell.ok("log", f"Today {number} 5m")


@pytest.mark.usefixtures("_a_log")
class TestALog:
    def test_as_of_leaves_later_days_out(self, shell: Shell) -> None:
        streak = shell.json("streak", "--as-of", "2026-11-17")
        assert streak["total"] == 2
        assert streak["current"] == {
            "length": 2,
            "start": "2026-11-12",
            "end": "2026-11-17",
            "state": "none",
        } | {"length": 1, "start": "2026-11-17", "state": "done"}
        assert streak["returns"] == 1
        assert shell.json("streak", "--as-of", "2026-11-01")["total"] == 0

    def test_as_of_the_future_is_refused(self, shell: Shell) -> None:
        shell.refused("streak", "--as-of", "2026-11-20")

    def test_days_run_from_the_first_shift_to_today(self, shell: Shell) -> None:
        days = shell.json("days")["days"]
        assert [day["day"] for day in days] == [f"2026-11-{day}" for day in range(12, 20)]
        assert days[0] == {
            "day": "2026-11-12",
            "shifts": 1,
            "minutes": 10,
            "little_yeses": 1,
            "rest": False,
            "level": 1,
        }
        assert [day["rest"] for day in days] == [False, False, True, True, *[False] * 4]
        assert days[-1]["level"] == 4

    def test_days_can_be_narrowed(self, shell: Shell) -> None:
        days = shell.json("days", "--since", "2026-11-10", "--until", "monday")["days"]
        assert [day["day"] for day in days] == [f"2026-11-{day}" for day in range(10, 17)]
        assert shell.json("days", "--since", "today", "--until", "yesterday") == {"days": []}

    def test_the_line_is_one_short_line(self, shell: Shell) -> None:
        assert shell.ok("line") == "✓ 7 shifts, 2 days in this run\n"
        assert shell.json("line") == {"line": "✓ 7 shifts, 2 days in this run"}

    def test_people_see_one_row_a_day(self, shell: Shell) -> None:
        rows = shell.ok("days").splitlines()
        assert rows[0].split() == ["day", "shifts", "minutes", "Little", "Yeses"]
        assert rows[1] == "Thu 12 Nov 2026       1       10             1"
        assert rows[3] == "Sat 14 Nov 2026       ·" + " " * 23 + "  rest"
        assert len(rows) == 9

    def test_a_shift_between_midnight_and_the_rollover_is_for_the_day_before(
        self, shell: Shell
    ) -> None:
        shell.clock.set("2026-11-20T03:59:59")
        assert shell.json("log", "Late")["shift"]["day"] == "2026-11-19"
        assert shell.json("streak")["as_of"] == "2026-11-19"
        shell.clock.set("2026-11-20T04:00:00")
        assert shell.json("log", "Early")["shift"]["day"] == "2026-11-20"


def test_the_board_never_scolds(shell: Shell) -> None:
    shell.ok("log", "One", "--on", "2026-11-02")
    shell.ok("log", "Two", "--on", "2026-11-03")
    assert shell.ok("streak").endswith(
        "2 shifts stand, and none of them goes away. Any shift begins a new run.\n"
        "The next landing is 10.\n"
    )


def test_braces_of_a_shells_own_stand_as_they_are_in_the_line(shell: Shell) -> None:
    assert shell.ok("line", "--format", "%{$fg[green]%}{shifts}{ }") == "%{$fg[green]%}0{ }\n"
