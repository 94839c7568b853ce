"""What the app does for the file once the first frame is there, in a thread nobody waits for."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

from shifter.companion.safekeeping import Safekeeping
from shifter.paths import backup_folder
from shifter.store import backups
from tests.tui.stage import Stage, press, said, seen, settle, write


def kept_for(stage: Stage) -> Safekeeping:
    return Safekeeping(str(stage.file), stage.clock)


def taken(stage: Stage) -> list[str]:
    return [backup.name for backup in backups.all_backups(str(stage.file))]


def test_there_is_one_backup_a_day(lived_in: Stage) -> None:
    for _ in range(2):
        kept_for(lived_in).keep()
    lived_in.clock.set("2026-11-20T09:00:00")
    kept_for(lived_in).keep()
    assert taken(lived_in) == ["2026-11-20-090000", "2026-11-19-075800"]


def test_a_clock_ten_years_back_takes_a_backup_and_thins_out_none(lived_in: Stage) -> None:
    kept_for(lived_in).keep()
    lived_in.clock.set("2016-11-20T09:00:00")
    kept_for(lived_in).keep()
    assert taken(lived_in) == ["2026-11-19-075800", "2016-11-20-090000"]


def test_nothing_is_kept_of_a_file_without_anything_in_it(stage: Stage) -> None:
    with stage.companion():
        kept_for(stage).keep()
    assert taken(stage) == []


async def test_the_app_takes_it_while_keys_are_answered(lived_in: Stage) -> None:
    go_on, done = Event(), Event()
    safekeeping = kept_for(lived_in)

    def keep_slowly() -> None:
        go_on.wait(30)
        safekeeping.keep()
        done.set()

    app = lived_in.app(screen="story", upkeep=keep_slowly)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "2", "4")
        assert "first client" in seen(pilot)
        assert taken(lived_in) == []
        go_on.set()
        while not done.is_set():
            await pilot.pause(0.01)
    assert taken(lived_in) == ["2026-11-19-075800"]


async def test_leaving_does_not_wait_for_it(lived_in: Stage) -> None:
    never = Event()

    def keep_for_ever() -> None:
        never.wait(30)

    app = lived_in.app(screen="story", upkeep=keep_for_ever)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "q")
    assert not app.is_running
    never.set()


async def test_a_damaged_page_is_told_and_the_last_good_backup_with_it(lived_in: Stage) -> None:
    kept_for(lived_in).keep()
    lived_in.clock.set("2026-11-20T09:00:00")
    app = lived_in.app(screen="story", upkeep=kept_for(lived_in).keep)
    _garble(lived_in.file, "weekday_hour")
    before = lived_in.file.read_bytes()
    async with app.run_test(notifications=True) as pilot:
        while not said(pilot):
            await pilot.pause(0.01)
        assert said(pilot)[0].startswith("The file is damaged")
        assert "restore 2026-11-19-075800" in said(pilot)[0]
    assert lived_in.file.read_bytes() == before


def _garble(file: Path, table: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        look = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(look, (table,)).fetchone()
    with file.open("r+b") as data:
        data.seek((page - 1) * 4096)
        data.write(b"\xa5" * 4096)


def test_the_mark_of_an_open_app_goes_when_it_is_left(lived_in: Stage) -> None:
    safekeeping = kept_for(lived_in)
    safekeeping.keep()
    folder = Path(backup_folder(str(lived_in.file)))
    assert (folder / f"open-{os.getpid()}").exists()
    safekeeping.leave()
    assert not (folder / f"open-{os.getpid()}").exists()


async def test_a_backup_is_taken_and_brought_back_in_the_app(lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+k", "n")
        (path,) = backups.all_backups(str(lived_in.file))
        assert said(pilot)[-1] == f"A backup with 15 shifts, in {Path(path.path).parent}"
        with lived_in.companion() as companion:
            companion.shifts.log("Logged after the backup")
        await press(pilot, "ctrl+k")
        assert f"{path.taken:%B %Y, %H:%M}" in seen(pilot)
        assert "15 shifts, 5 ideas" in seen(pilot)
        await press(pilot, "1")
        assert "In it: 15 shifts" in seen(pilot)
        await press(pilot, "y")
        assert said(pilot)[-1].startswith("Brought back: 15 shifts. The previous file is kept as")
        assert app.companion.shifts.find().total == 15
        await press(pilot, "a")
        await write(pilot, "Goes on in the file that came back")
        await press(pilot, "enter")
        await press(pilot, "ctrl+k")
        assert "aside: 16 shifts, 5 ideas" in seen(pilot)
        await press(pilot, "2")
        assert "In it: 16 shifts, 5 ideas. The" in seen(pilot)
        await press(pilot, "n")
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == 16
