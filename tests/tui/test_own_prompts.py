"""Suggestions of one's own are written and changed in the app."""

from textual.screen import Screen
from textual.widgets import Input, TextArea

from shifter.tui.dialogs.choice import ChoiceDialog
from shifter.tui.dialogs.own_prompt import OwnPromptDialog
from tests.tui.stage import Stage, press, seen, settle


def field(screen: Screen[object], name: str) -> Input:
    return screen.query_one(f"#{name}", Input)


async def test_one_is_written_with_its_ladder_and_chain_and_changed(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        assert isinstance(app.screen, ChoiceDialog)
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "text").value = "Glaze a [b]tile[/b]"
        app.screen.query_one("#smaller", TextArea).text = "Find the tile\nOpen the box"
        field(app.screen, "then").value = "three-rough-lines"
        field(app.screen, "minutes").value = "7"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, OwnPromptDialog)
        field(app.screen, "minutes").value = "10"
        await press(pilot, "ctrl+s")
        await press(pilot, "ctrl+o", "2")
        assert isinstance(app.screen, OwnPromptDialog)
        assert field(app.screen, "text").value == "Glaze a [b]tile[/b]"
        field(app.screen, "text").value = "Glaze two tiles"
        await press(pilot, "ctrl+s")
    with lived_in.companion() as companion:
        (own,) = [one for one in companion.prompts.own() if "tile" in one.ladder[0].text]
    assert [rung.text for rung in own.ladder] == [
        "Glaze two tiles",
        "Find the tile",
        "Open the box",
    ]
    assert (own.minutes, own.then) == (10, "three-rough-lines")


async def test_kinds_are_asked_for_and_turned_off_and_what_was_learned_is_forgotten(
    lived_in: Stage,
) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+l")
        assert "Forget all of it" in seen(pilot)
        await press(pilot, "1")
        assert "more of it" in seen(pilot)
        await press(pilot, "1")
        assert "turned off" in seen(pilot)
        await press(pilot, "b", "escape")
    with lived_in.companion() as companion:
        found = companion.lessons.all()
        assert (found.offers, found.wishes[0][2]) == (0, "off")
        companion.history.undo()
        assert companion.lessons.all().offers > 0
