"""Whatever is pressed, pasted and resized, in any order, nothing crashes and no row is lost."""

import os
import sqlite3
from asyncio import CancelledError, create_task, wait
from collections.abc import Coroutine, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from textual.app import App
from textual.events import Key, Paste
from textual.keys import Keys
from textual.pilot import Pilot, WaitForScreenTimeout

from shifter.config import Config
from shifter.errors import FileTrouble
from shifter.tui.keys import keymap
from tests.tui.stage import Stage, settle

_BY_ID = ("shift", "idea", "person", "next_step", "output", "idea_note", "prompt")
KEPT = {**dict.fromkeys(_BY_ID, "id"), "change": "sequence"}
"""Tables whose rows are what people wrote, or what makes it undoable; none ever goes."""

PASTES = (
    "Emailed Ana about the kiln #pottery @ana 10m !",
    "[b]x[/b] [/] [@click=app.quit]y[/]",
    "漢字 🙂 👩‍👩‍👧 שלום مرحبا e\u0301",
    "\x1b[2J\x1b]0;x\x07\u202e\0",
    "line\nline\r\nline",
    "9" * 600,
    "",
)
SIZES = ((60, 18), (80, 24), (160, 50), (20, 6), (3, 2), (61, 23), (119, 35), (240, 70))
BURST, SITTING = 40, 12
"""Keys between two waits, and so many of them between two starts of the app on the same file."""
SEEDS = int(os.environ.get("SHIFTER_TEST_SEEDS", "12"))
"""Each presses 2,500 keys: forty are 100,000, and take a quarter of an hour on two cores."""
# They would end or stop the whole test.
NEVER = ("ctrl+z", "ctrl+c", "ctrl+q", "q")


def keys_there_are() -> list[str]:
    commands = keymap.every_command()
    bound = [key for command in commands.values() for key in command.key.split(",")]
    letters = [chr(code) for code in range(33, 127)]
    named = [key.value for key in Keys if not key.value.startswith("<")]
    # What means something comes often, and leaving a dialog oftener still.
    every = [*bound * 12, *["escape", "enter", "down", "tab"] * 30, *letters * 2, *named]
    return [key for key in every if key not in NEVER]


def kept_rows(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        return {
            (table, str(key))
            for table, key_column in KEPT.items()
            for (key,) in connection.execute(f"SELECT {key_column} FROM {table}")
        }


def set_aside(file: Path) -> set[Path]:
    """Each of the files that a backup was brought back in the place of."""
    return set(file.parent.glob(f"{file.name}-aside-*"))


def is_whole(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        return str(verdict) == "ok"


def sittings(keys: int, chance: Random) -> Iterator[list[str]]:
    """The keys in bursts, as a cat on the keyboard presses them."""
    every = keys_there_are()
    for start in range(0, keys, BURST):
        yield chance.choices(every, k=min(BURST, keys - start))


async def live(pilot: Pilot[None], burst: list[str], chance: Random) -> None:
    """Press the keys of a burst, and sometimes paste or resize."""
    app = pilot.app
    if chance.random() < 0.2:
        await pilot.resize_terminal(*chance.choice(SIZES))
    for key in burst:
        app.post_message(Key(key, key if len(key) == 1 else None))
        if chance.random() < 0.02:
            app.post_message(Paste(chance.choice(PASTES)))
        if chance.random() < 0.5:  # Some come before the one before them was heard.
            await pilot.pause(0)
    await settle(pilot)


async def until_left(app: App[None], doing: Coroutine[None, None, None]) -> None:
    """Do this, unless the app is left meanwhile, as by the palette; then nobody answers."""
    task = create_task(doing)
    while app.is_running and not task.done():
        await wait({task}, timeout=0.1)
    if not task.done():
        task.cancel()
    with suppress(CancelledError):
        await task


async def press_any(stage: Stage, keys: int, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - chance, no secret
    rows, aside = kept_rows(stage.file), set_aside(stage.file)
    bursts = sittings(keys, chance)
    burst = next(bursts, None)
    while burst is not None:
        app = stage.app(Config(motion=chance.random() < 0.5))
        async with app.run_test(size=chance.choice(SIZES), notifications=True) as pilot:
            for _ in range(SITTING):
                if burst is None:
                    break
                try:
                    await until_left(app, live(pilot, burst, chance))
                except WaitForScreenTimeout:
                    # What was said and went meanwhile was waited for in vain; twice it is the app.
                    await until_left(app, settle(pilot))
                if not app.is_running:
                    break
                stage.clock.go_on(timedelta(minutes=chance.choice((0, 1, 7, 90))))
                burst = next(bursts, None)
        assert not isinstance(app.trouble, FileTrouble)
        now, put_aside = kept_rows(stage.file), set_aside(stage.file) - aside
        # A backup that was brought back is older; what it lacks stands in the file kept aside.
        lost = rows.difference(now, *map(kept_rows, put_aside))
        assert not lost, sorted(lost)[:5]
        rows, aside = now, aside | put_aside
    assert all(map(is_whole, {stage.file, *aside}))


async def test_some_keys_on_all_screens(lived_in: Stage) -> None:
    await press_any(lived_in, keys=200, seed=3)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_thousands_of_keys_on_all_screens(lived_in: Stage, seed: int) -> None:
    await press_any(lived_in, keys=2_500, seed=seed)
