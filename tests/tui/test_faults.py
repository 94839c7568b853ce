"""What happens to the file while the app is open is told in it, and nothing is lost or frozen."""

import sqlite3
from contextlib import closing

import pytest

from shifter.tui.screens import base
from shifter.tui.widgets.header import Header
from tests.tui.stage import Stage, press, said, seen, settle, write


async def test_a_file_taken_away_is_told_and_one_brought_back_is_written_again(
    lived_in: Stage,
) -> None:
    away = lived_in.file.with_name("away.db")
    app = lived_in.app()
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        lived_in.file.rename(away)
        await press(pilot, "d")
        assert said(pilot)[-1].startswith("The file was moved or replaced")
        assert not lived_in.file.exists()
        away.rename(lived_in.file)
        await press(pilot, "d")
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == 16


async def test_a_backup_restored_in_a_shell_is_shown_and_written_to_from_then_on(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        backup = companion.safekeeping.back_up()
        companion.shifts.log("Logged after the backup")
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "Logged after the backup" in seen(pilot)
        restored = companion.safekeeping.restore(backup.path)
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Logged after the backup" not in seen(pilot)
        (told,) = said(pilot)
        assert told.startswith("Another file has taken the place of the data file")
        await press(pilot, "a")
        await write(pilot, "Logged into the backup")
        await press(pilot, "enter")
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].text == "Logged into the backup"
        assert companion.shifts.find().total == 16
    assert restored.aside is not None
    with closing(sqlite3.connect(restored.aside)) as aside:
        assert aside.execute("SELECT count(*) FROM shift").fetchone() == (16,)


async def test_what_takes_the_files_place_and_is_no_use_is_told_and_left_alone(
    lived_in: Stage,
) -> None:
    app = lived_in.app()
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        lived_in.file.unlink()
        lived_in.file.write_text("Dear diary")
        await pilot.pause(2.2)
        await settle(pilot)
        (told,) = said(pilot)
        assert told.startswith("Not a file of shifter's")
    assert lived_in.file.read_text() == "Dear diary"


async def test_that_the_file_is_waited_for_is_said_until_it_is_written(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "_A_MOMENT", 0.05)
    app = lived_in.app()
    with closing(sqlite3.connect(lived_in.file, isolation_level=None)) as other:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("d")
            await pilot.pause(0.3)
            await pilot.click(Header, offset=(36, 0))
            assert app.current_mode == "ideas"
            assert said(pilot) == ["Not saved yet: waiting for the data file."]
            other.execute("ROLLBACK")
            await settle(pilot)
            assert said(pilot) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == 16


async def test_whoever_leaves_while_the_file_is_locked_waits_a_moment_and_is_told(
    lived_in: Stage,
) -> None:
    app = lived_in.app()
    with closing(sqlite3.connect(lived_in.file, isolation_level=None)) as other:
        async with app.run_test() as pilot:
            await settle(pilot)
            other.execute("BEGIN EXCLUSIVE")
            await pilot.press("d", "q")
            while app.is_running:
                await pilot.pause(0.05)
        other.execute("ROLLBACK")
    assert app.trouble is not None
    assert app.trouble.title == "The file is in use"
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == 15


@pytest.mark.parametrize("wall", ["2026-10-27T07:58:00", "2016-11-19T07:58:00"])
async def test_with_a_clock_before_all_that_was_done_a_day_goes_as_it_always_does(
    lived_in: Stage, wall: str
) -> None:
    lived_in.clock.set(wall)
    app = lived_in.app()
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "0 shifts" not in seen(pilot)
        await press(pilot, "d")
        assert "shift 1 " in seen(pilot)
        await press(pilot, "u")
        assert said(pilot)[-1].startswith("Undone: did")
    with lived_in.companion() as companion:
        assert companion.shifts.find(limit=0).total == 15


async def test_a_clock_that_is_set_back_while_the_app_is_open_is_told_once(
    lived_in: Stage,
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert said(pilot) == []
        lived_in.clock.set("2016-11-19T07:58:00")
        await pilot.pause(1.1)
        await settle(pilot)
        (told,) = said(pilot)
        assert "The clock says 19 November 2016" in told
        await press(pilot, "a")
        await write(pilot, "Logged ten years ago")
        await press(pilot, "enter")
        await pilot.pause(1.1)
        # What was done since took the word away, and it is not said again.
        assert not any("The clock says" in words for words in said(pilot))
    with lived_in.companion() as companion:
        texts = [shift.text for shift in companion.shifts.find(limit=0).shifts]
    assert "Logged ten years ago" in texts
