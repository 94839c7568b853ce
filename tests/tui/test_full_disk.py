"""A full disk, in the app: one sentence, nothing half written, and what was typed still there."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copy

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from shifter.companion import half_written
from shifter.tui.drafts import Drafts
from tests.companion.rows import table
from tests.standing_clock import StandingClock
from tests.tui.stage import Stage, press, said, settle, write
from tests.tui.today.acting import asking, put_on_card

_SIZE = 4_000_000
_AT_ONCE = 4096


class Disk:
    """A small disk; `fill` takes all the room there is, and `free` gives it back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        for piece in (_AT_ONCE, 1):
            with self._filler.open("ab", buffering=0) as filler:
                try:
                    while filler.write(b"x" * piece):
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        self._filler.unlink()

    def files(self) -> dict[str, bytes]:
        """All that is on it; what comes and goes by itself is left out."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path != self._filler
        }


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    options = ("-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs")
    mounting = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if mounting.returncode:
        pytest.skip("only root may mount a disk")
    monkeypatch.setenv("HOME", str(folder))
    yield Disk(folder)
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def stage(disk: Disk, lived_in: Stage, clock: StandingClock) -> Stage:
    return Stage(Path(copy(lived_in.file, disk.folder / "shifter.db")), clock)


def told(pilot: Pilot[None]) -> str:
    """What is said to be wrong, in the dialog that is open or else in the header."""
    for trouble in pilot.app.screen.query("#trouble").results(Static):
        if trouble.display:
            return str(trouble.content)
    return said(pilot)[-1] if said(pilot) else ""


def written(pilot: Pilot[None]) -> list[str]:
    """What stands in the fields that are in sight."""
    fields = pilot.app.screen.query("Input, TextArea")
    texts = [
        field.value if isinstance(field, Input) else field.text
        for field in fields
        if isinstance(field, Input | TextArea)
    ]
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("before", "last", "again"),
    [
        (["a", "+Sewed a bag #", "tab", "+today"], "enter", ["enter"]),
        (["enter", "+Ana Lima"], "enter", ["enter"]),
        ([], "d", ["d"]),
        ([], "n", ["n"]),
        ([], "space", ["space"]),
        (["p"], "m", ["enter"]),
        (["e", "+ twice"], "ctrl+s", ["ctrl+s"]),
        (["e"], "ctrl+g", ["ctrl+g"]),
        (["u"], "u", ["u"]),
        (["r"], "enter", ["enter"]),
        (["3", "x", "+it is dusty", "enter", "+two years"], "enter", ["enter"]),
        (["3", "a", "+Weaving"], "enter", ["enter"]),
        (["3", "enter", "w", "+a wheel in the cellar"], "enter", ["enter"]),
        (["4", "down", "down", "down", "down"], "y", ["y"]),
        (["4"], "l", ["l"]),
        (["comma", "down", "down", "enter", "+sit down"], "enter", ["enter"]),
        (["comma"], "right", ["right"]),
        (["ctrl+k"], "n", ["ctrl+k", "n"]),
        (["4", "x"], "t", ["x", "t"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
async def test_whatever_is_done_is_told_kept_and_works_once_there_is_room(
    disk: Disk,
    stage: Stage,
    before: Sequence[str],
    last: str,
    again: Sequence[str],
) -> None:
    with stage.companion() as companion:
        companion.shifts.log("Called Bo")
    put_on_card(stage, asking)
    app = stage.app(config_path=disk.folder / "config" / "config.toml")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        for step in before:
            await (write(pilot, step[1:]) if step.startswith("+") else press(pilot, step))
        disk.fill()
        there, typed = disk.files(), written(pilot)
        await press(pilot, last)
        assert re.search("disk is full|[Nn]o space left on device", told(pilot))
        assert "Errno" not in told(pilot)
        assert "Traceback" not in told(pilot)
        assert disk.files() == there
        assert written(pilot) == typed
        disk.free()
        app.clear_notifications()
        await press(pilot, *again)
        assert "space" not in told(pilot)
        assert "full" not in told(pilot)
        assert disk.files() != there
    assert table(stage.file, "PRAGMA integrity_check") == [("ok",)]


async def test_half_a_thought_is_kept_as_soon_as_there_is_room(disk: Disk, stage: Stage) -> None:
    drafts = Drafts(half_written(str(stage.file)))
    app = stage.app(drafts=drafts)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a")
        disk.fill()
        await write(pilot, "Sewed")
        drafts.save()
        assert drafts.is_behind
        disk.free()
        drafts.save()
    drafts.close()
    assert half_written(str(stage.file)).take_over() == {"new shift": ("Sewed", None)}
