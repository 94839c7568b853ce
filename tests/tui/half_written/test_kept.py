"""What is half written is kept however the app comes to its end, each app's by itself."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from shifter.companion import half_written, open_companion
from shifter.config import Config
from shifter.paths import backup_folder
from shifter.tui.drafts import Drafts
from tests.tui.half_written.sittings import kept, seated, sitting
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, said, settle, write
from tests.tui.today.acting import asking, put_on_card

FULL = "/dev/full"


@pytest.mark.parametrize(
    "keys",
    [
        ("comma", "slash", *"after", "enter", "enter"),
        ("comma", "slash"),
        ("ctrl+o", "slash"),
        ("ctrl+o", "i"),
        ("ctrl+p",),
        ("3", "slash"),
        ("4", "slash"),
        ("4", "f"),
        ("4", "g"),
    ],
    ids=" ".join,
)
async def test_only_what_somebody_writes_is_kept(lived_in: Stage, keys: tuple[str, ...]) -> None:
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            await press(pilot, *keys)
            await write(pilot, "60")
            assert isinstance(app.focused, Input)
            assert "60" in app.focused.value
            await press(pilot, "escape", "escape")
            assert said(pilot) == []
    assert kept(lived_in) == []


async def test_two_apps_keep_their_words_apart(lived_in: Stage) -> None:
    with sitting(lived_in) as first:
        async with first.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "Emailed")
            first.drafts.save()
            assert half_written(str(lived_in.file)).take_over() == {}
    assert half_written(str(lived_in.file)).take_over() == {"new shift": ("Emailed", None)}


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"new shift": 7}', "\0"])
def test_what_is_no_words_is_let_be(lived_in: Stage, garbage: str) -> None:
    folder = Path(backup_folder(str(lived_in.file)))
    folder.mkdir()
    (folder / "half-written-7").write_text(garbage)
    assert half_written(str(lived_in.file)).take_over() == {}
    assert kept(lived_in) == []


def test_where_there_is_no_room_the_words_of_before_stay(lived_in: Stage) -> None:
    keeper = half_written(str(lived_in.file))
    drafts = Drafts(keeper)
    drafts.put_on_card("one", "half")
    drafts.save()
    (file,) = kept(lived_in)
    leave_no_room(lived_in)
    drafts.put_on_card("one", "half a thought")
    drafts.save()
    assert json.loads(file.read_text()) == {"card one": ["half"]}
    assert drafts.is_behind
    drafts.close()
    assert json.loads(file.read_text()) == {"card one": ["half a thought"]}


def leave_no_room(stage: Stage) -> None:
    (file,) = kept(stage)
    file.with_name(f"{file.name}.partial").symlink_to(FULL)


async def test_what_could_not_be_kept_is_not_said_to_be(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in, notifications=True) as pilot:
        await press(pilot, "a")
        await write(pilot, "Emailed")
        await press(pilot, "escape")
        assert said(pilot) == ["Kept as you left it, for when you come back."]
        leave_no_room(lived_in)
        await press(pilot, "a", "right")
        await write(pilot, " Ana")
        await press(pilot, "escape")
        assert said(pilot) == [
            "Kept only till you quit, since it can't be saved. Copy what you can't do without."
        ]
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        leave_no_room(lived_in)
        await press(pilot, "escape", "n")
        assert said(pilot) == ["“half a thought” is kept only till you quit: a goes on with it."]


@pytest.fixture
def terminal(new_file: Path, tmp_path: Path) -> Iterator[PseudoTerminal]:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    companion = open_companion(str(file), config=Config())
    companion.today.begin(None)
    companion.close()
    terminal = begin(tmp_path)
    yield terminal
    terminal.close()


def begin(folder: Path) -> PseudoTerminal:
    return PseudoTerminal(
        {
            "SHIFTER_DB": str(folder / "shifter.db"),
            "HOME": str(folder),
            "COLORTERM": "truecolor",
            "PYTHONUTF8": "1",
        }
    )


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_a_closed_terminal_or_a_kill_loses_none_of_it(
    terminal: PseudoTerminal, tmp_path: Path, number: signal.Signals
) -> None:
    terminal.read_until("Quit")
    terminal.type("a")
    terminal.read_until("What did you do?")
    terminal.type("Sewed a bag of")
    terminal.read_until("bag of")
    if number == signal.SIGKILL:
        for _ in range(40):  # what was typed a second ago has been kept
            terminal.read(0.05)
    terminal.signal(number)
    assert terminal.leave() == -number
    again = begin(tmp_path)
    try:
        again.read_until("You were writing “Sewed a bag of”")
        again.type("a")
        again.read_until("What did you do?")
        again.type("\x05 hemp\r")
        again.read_until("✓")
        again.type("q")
        assert again.leave() == 0
    finally:
        again.close()
    companion = open_companion(str(tmp_path / "shifter.db"), config=Config())
    assert companion.shifts.find().shifts[0].text == "Sewed a bag of hemp"
    companion.close()
