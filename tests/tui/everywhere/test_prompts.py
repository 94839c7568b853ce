"""Suggestions are written, taken in and kept away in the app."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from shifter.companion import Companion
from shifter.config import Config
from shifter.core.records import Prompt
from shifter.tui.dialogs.own_prompt import OwnPromptDialog
from shifter.tui.dialogs.prompts import PromptsDialog
from shifter.tui.dialogs.take_in import TakeInDialog
from shifter.tui.widgets.lines import Lines
from tests.companion.cards import leave_only
from tests.tui.clicking import click_key
from tests.tui.stage import SIZES, Stage, press, said, seen, settle, write

IMPORTED = "Glaze a [b]tile[/b]  10m\n  Find the tile\n> Fire the tile\nCall {person|a potter}\n"


def field(form: OwnPromptDialog, name: str) -> Input:
    return form.query_one(f"#{name}", Input)


def here(pilot: Pilot[None]) -> Prompt:
    dialog = pilot.app.screen
    assert isinstance(dialog, PromptsDialog)
    assert dialog.prompt is not None
    return dialog.prompt


def own(companion: Companion) -> list[str]:
    return [prompt.ladder[0].text for prompt in companion.prompts.own()]


async def test_one_is_written_with_its_ladder_and_chain_and_changed(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "a")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "text").value = "Glaze a [b]tile[/b]"
        app.screen.query_one("#smaller", TextArea).text = "Find the tile\nOpen the box"
        field(app.screen, "then").value = "three-rough-lines"
        field(app.screen, "minutes").value = "7"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "minutes").value = "10"
        await press(pilot, "ctrl+s")
        assert here(pilot).ladder[0].text == "Glaze a [b]tile[/b]"
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "text").value = "Glaze two tiles"
        await press(pilot, "ctrl+s", "escape")
    with lived_in.companion() as companion:
        (made,) = [one for one in companion.prompts.own() if "tile" in one.ladder[0].text]
    assert [rung.text for rung in made.ladder] == [
        "Glaze two tiles",
        "Find the tile",
        "Open the box",
    ]
    assert (made.minutes, made.then) == (10, "three-rough-lines")


async def test_braces_that_nothing_is_put_for_are_told_once_it_is_kept(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "a")
        assert isinstance(app.screen, OwnPromptDialog)
        for words in ("{person|someone}", "reach out", "5, or 2, 10 or 60"):
            assert words in seen(pilot)
        field(app.screen, "text").value = "Ask {nobody}"
        await press(pilot, "ctrl+s")
        assert "{nobody} stands as typed" in said(pilot)[0]
        assert (here(pilot).minutes, here(pilot).kind) == (5, "try")


async def test_a_kind_may_be_typed_in_one_word(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "a")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "text").value = "Call a potter"
        field(app.screen, "kind").value = "Reach-out"
        await press(pilot, "ctrl+s")
        assert here(pilot).kind == "reach out"


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_of_the_list_and_the_form_is_seen(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    with lived_in.companion() as companion:
        companion.prompts.add("Glaze a tile", smaller=("Find the tile",))
    app = lived_in.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        for words in ("enter Change", "a Add", "i Import", "x Never again", "esc Close"):
            assert words in seen(pilot)
        await press(pilot, "down")
        assert "/ Find" in seen(pilot)
        await press(pilot, "a")
        assert "ctrl+s Save" in seen(pilot)
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "kind").value = "nap"
        await press(pilot, "ctrl+s")
        for words in ("sideways.", "ctrl+s Save"):
            assert words in seen(pilot)


async def test_the_catalogues_and_ones_own_are_kept_away_and_come_again_and_undo(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        mine = companion.prompts.add("Glaze a tile").id
        companion.prompts.retire("three-rough-lines")
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        assert here(pilot).id == mine
        await press(pilot, "x", "x")
        assert "never picked" in seen(pilot)
        await press(pilot, "down")
        assert here(pilot).id == "three-rough-lines"
        await click_key(pilot, "Allow it")
        assert not here(pilot).retired
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, PromptsDialog), "the catalogue's can't be changed"
        other = here(pilot).id
        await click_key(pilot, "Never again")
        await press(pilot, "escape")
        with lived_in.companion() as companion:
            retired = {one.id for one in companion.prompts.all() if one.retired}
        assert retired == {mine, other}
        await press(pilot, "u", "u", "u")
        with lived_in.companion() as companion:
            retired = {one.id for one in companion.prompts.all() if one.retired}
        assert retired == {"three-rough-lines"}


async def test_one_that_is_kept_away_leaves_the_card(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        id = companion.picks.current().prompt
        leave_only(lived_in.file, id, "three-rough-lines")
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        dialog = app.screen
        assert isinstance(dialog, PromptsDialog)
        dialog.lines.move_to(id)
        await press(pilot, "x", "escape")
        with lived_in.companion() as companion:
            assert companion.picks.current().prompt == "three-rough-lines"


async def test_words_find_a_suggestion_and_escape_shows_all_again(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "slash", *"rough", "space", *"three")
        assert here(pilot).id == "three-rough-lines"
        assert app.screen.query_one(Lines).virtual_size.height < 9
        await press(pilot, "enter", "x")
        assert here(pilot).retired
        await press(pilot, "slash", *"xyz")
        assert "Nothing matches" in seen(pilot)
        await press(pilot, "escape")
        assert app.screen.query_one(Lines).virtual_size.height > 100
        await press(pilot, "escape")
        assert not app.screen.is_modal


async def test_a_file_is_looked_into_and_then_taken_in(lived_in: Stage, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(IMPORTED, encoding="utf-8")
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "i")
        await write(pilot, str(tmp_path / "mi"))
        await pilot.pause(0.1)
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, TakeInDialog)
        shown = seen(pilot)
        for words in (
            "3 suggestions in mine.txt",
            "Glaze a [b]tile[/b]  10 min, try",
            "smaller: Find the tile",
            "then: Fire the tile",
            "Call a potter",
        ):
            assert words in shown
        with lived_in.companion() as companion:
            assert own(companion) == []
        await press(pilot, "enter")
        assert here(pilot).ladder[0].text == "Glaze a [b]tile[/b]"
        assert "3 suggestions" in said(pilot)[-1]
        await press(pilot, "i")
        await write(pilot, str(file))
        await press(pilot, "enter")
        assert "here already" in seen(pilot)
        await press(pilot, "escape", "escape")
        with lived_in.companion() as companion:
            assert len(own(companion)) == 3
        await press(pilot, "u")
        with lived_in.companion() as companion:
            assert own(companion) == []


async def test_neither_a_pipe_nor_the_keyboard_is_read_as_a_file(
    lived_in: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "i")
        for typed, told in (("pipe", "pipe is not a file."), ("-", "No such file")):
            await write(pilot, typed)
            await press(pilot, "enter")
            assert told in " ".join(seen(pilot).replace("│", " ").split())
            await press(pilot, "ctrl+u")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_with_a_file_is_told_by_line_and_can_be_mended(
    lived_in: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("Fine\n" + "Not fine 7m\n" * 20 + "[b]{who}[/b]\n", encoding="utf-8")
    app = lived_in.app(Config(motion=False))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "i", "enter")
        assert "Type where it is" in seen(pilot)
        await write(pilot, str(tmp_path / "nowhere.txt"))
        await press(pilot, "enter")
        assert "No such file" in seen(pilot)
        assert "esc Leave it" in seen(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, str(file))
        await press(pilot, "enter")
        assert "mine.txt, line 2: " in seen(pilot)
        await press(pilot, "end")
        assert "mine.txt, line 22: " in seen(pilot)
        file.write_text(IMPORTED, encoding="utf-8")
        await press(pilot, "enter", "enter")
        assert "3 suggestions in mine.txt" in seen(pilot)
        await press(pilot, "escape", "escape")
    with lived_in.companion() as companion:
        assert own(companion) == []


@pytest.mark.parametrize("size", [(120, 40), (160, 50)])
async def test_where_there_is_room_all_suggestions_can_be_read_in_full(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    async with lived_in.app().run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        for _ in range(10):
            await press(pilot, "pagedown")
            assert "…" not in seen(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "home")
        assert "…" in seen(pilot)
