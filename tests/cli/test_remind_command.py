"""A reminder for a calendar, and how to have one without."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_writes_a_calendar_and_tells_how_else(shell: Shell, tmp_path: Path) -> None:
    said = shell.ok("remind", "--at", "08:30", "--days", "mon-fri")
    text = (tmp_path / "shifter-reminder.ics").read_text(encoding="utf-8")
    assert "T083000\n" in text
    first, *others = said.splitlines()
    assert first.startswith(f"The reminder is in {tmp_path / 'shifter-reminder.ics'};")
    assert len(others) <= 4
    (tmp_path / "shifter-reminder.ics").unlink()
    for program, words in {
        "cron": "30 8 * * 1,2,3,4,5 ",
        "systemd": "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:30:00",
        "launchd": "<key>Weekday</key><integer>5</integer>",
    }.items():
        command = f"remind --at 08:30 --days mon-fri --by {program}"
        assert any(line.endswith(command) for line in others)
        shown = shell.ok(*command.split())
        assert words in shown
    assert not list(tmp_path.glob("*.ics"))


@pytest.mark.parametrize(
    ("words", "at", "days"),
    [
        (["--at", "7am"], "07:00", "mon tue wed thu fri sat sun"),
        (["--at", "20:15", "--days", "sat,sun"], "20:15", "sat sun"),
        (["--at", "8:30 pm", "--days", "Friday-Monday"], "20:30", "mon fri sat sun"),
        (["--at", "00:00", "--days", "wed"], "00:00", "wed"),
    ],
)
def test_times_and_days_are_read_as_they_are_written(
    shell: Shell, words: list[str], at: str, days: str
) -> None:
    answer = json.loads(shell.ok("remind", *words, "one.ics", "--json"))
    assert answer == {"file": "one.ics", "at": at, "days": days.split()}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--at", "25:00"],
        ["--at", "yesterday 8:30"],
        ["--at", "08:30Z"],
        ["--at", ""],
        ["--at", "8:30", "--days", "m"],
        ["--at", "8:30", "--days", "mon-"],
        ["--at", "8:30", "--days", "mon-fri-sat"],
        ["--at", "8:30", "--days", ""],
    ],
)
def test_what_is_no_time_or_no_day_is_refused(
    shell: Shell, tmp_path: Path, words: list[str]
) -> None:
    shell.refused("remind", *words, status=2)
    assert not list(tmp_path.glob("*.ics"))


def test_a_pocketed_pick_can_be_written_into_the_calendar(shell: Shell, tmp_path: Path) -> None:
    shell.ok("pick")
    shell.ok("pick", "--pocket", "friday 18:00", "--ics", "pocket.ics")
    text = (tmp_path / "pocket.ics").read_text(encoding="utf-8")
    assert "BEGIN:VALARM" in text
    assert text.count("BEGIN:VEVENT") == shell.ok("export", "--format", "ics").count("BEGIN:VEVENT")
    shell.refused("pick", "--pocket", "friday 18:00", "--ics", "no/where.ics")
    shell.refused("pick", "--ics", "pocket.ics", status=2)
