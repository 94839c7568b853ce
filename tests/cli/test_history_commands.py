"""Undo and redo from a shell."""

from tests.cli.shell import Shell


def state(shell: Shell) -> list[object]:
    return [
        shell.json("shifts", "--limit", "0"),
        shell.json("days", "--since", "2026-11-01"),
        shell.json("streak"),
        shell.json("idea", "list", "--all"),
        shell.json("prompt", "list"),
        {**shell.json("settings")},
    ]


DEEDS = (
    ["log", "Emailed Ana @ana", "--on", "2026-11-16"],
    ["idea", "add", "Pottery studio", "--why", "hands"],
    ["log", "Fired the kiln #pottery 10m !"],
    ["idea", "stage", "pottery", "exploring"],
    ["rest", "2026-11-17", "--until", "2026-11-18"],
    ["idea", "rename", "pottery", "Clay"],
    ["settings", "grace", "0"],
    ["rest", "2026-11-18", "--off"],
    ["prompt", "add", "Read one page about glazes"],
    ["idea", "dead", "clay", "--taught", "dust"],
    ["idea", "revive", "clay"],
    ["idea", "delete", "clay"],
)


def test_everything_can_be_taken_back_and_done_again(shell: Shell) -> None:
    shell.ok("prompt", "list")
    states = [state(shell)]
    for deed in DEEDS:
        shell.ok(*deed)
        assert state(shell) != states[-1]
        states.append(state(shell))
    labels = []
    for before in reversed(states[:-1]):
        labels.append(shell.json("undo")["undone"])
        assert state(shell) == before
    for after in states[1:]:
        assert shell.json("redo")["redone"] == labels.pop()
        assert state(shell) == after


def test_with_nothing_to_undo_or_redo_it_says_so(shell: Shell) -> None:
    shell.refused("undo")
    shell.refused("redo")


def test_something_new_ends_what_could_be_redone(shell: Shell) -> None:
    shell.ok("log", "One")
    shell.ok("undo")
    shell.ok("log", "Two")
    shell.refused("redo")
    assert [shift["text"] for shift in shell.json("shifts")["shifts"]] == ["Two"]


def test_looking_is_nothing_to_undo(shell: Shell) -> None:
    shell.ok("log", "One")
    for words in (["pick"], ["streak"], ["shifts"], ["idea", "list"], ["settings"], ["line"]):
        shell.ok(*words)
    assert "One" in shell.ok("undo")


def test_undo_takes_a_clock_that_went_back(shell: Shell) -> None:
    shell.ok("log", "First")
    shell.clock.set("2026-11-18T07:58:00")
    shell.ok("log", "Second")
    assert "Second" in shell.ok("undo")
    assert "First" in shell.ok("undo")


def test_everything_that_was_done_is_told_by_its_name_and_what_was_undone_as_well(
    shell: Shell,
) -> None:
    assert shell.ok("history").strip() == "Nothing was done yet: shifter pick"
    for deed in DEEDS[:3]:
        shell.ok(*deed)
    shell.ok("undo")
    told = shell.json("history")["history"]
    assert [(deed["label"], deed["undone_at"] is None) for deed in told] == [
        ("logged “Fired the kiln”", False),
        ("added the idea “Pottery studio”", True),
        ("logged “Emailed Ana” on 16 November", True),
    ]
    shell.ok("log", "Read about glazes", "--on", "2025-11-03")
    assert "logged “Read about glazes” on 3 November 2025\n" in shell.ok("history")
    first, *_ = [line for line in shell.ok("history").splitlines() if "kiln" in line]
    assert first.endswith("logged “Fired the kiln”  undone")
    assert len(shell.json("history", "--limit", "1")["history"]) == 1


def test_what_was_done_before_the_day_ends_is_told_under_that_day(shell: Shell) -> None:
    shell.clock.set("2026-11-29T03:16:00")
    shell.ok("log", "Wrote one line")
    assert shell.ok("history").splitlines() == [
        "Saturday 28 November",
        "  03:16  logged “Wrote one line”",
    ]
    assert shell.json("history")["history"][0]["day"] == "2026-11-28"


def test_a_name_in_the_history_commands_no_terminal(shell: Shell) -> None:
    shell.ok("log", "\x1b[2Jred \u202e[b]tape[/b]")
    assert "logged “[2Jred [b]tape[/b]”" in shell.ok("history")
