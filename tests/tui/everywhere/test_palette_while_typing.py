"""What is chosen in the palette is carried out, also where somebody was typing in a field."""

import pytest
from textual.widgets import Input

from tests.tui.stage import Stage, press, settle, until, write
from tests.tui.today.acting import asking, put_on_card

_FIELDS = [("today", "enter"), ("story", "/"), ("ideas", "/")]


@pytest.mark.parametrize(("screen", "key"), _FIELDS)
@pytest.mark.parametrize("name", ["Themes", "Settings", "Backups", "Learned", "Suggestions"])
async def test_it_opens_and_what_was_typed_is_kept(
    lived_in: Stage, screen: str, key: str, name: str
) -> None:
    put_on_card(lived_in, asking)
    app = lived_in.app(screen=screen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, key)
        await write(pilot, "a")
        field = app.focused
        await press(pilot, "ctrl+p")
        await write(pilot, name)
        await until(pilot, f"{name}  ")
        await press(pilot, "enter")
        await settle(pilot)
        assert app.screen.is_modal
        await press(pilot, "escape")
        assert isinstance(field, Input)
        assert field.has_focus
        assert field.value == "a"


@pytest.mark.parametrize(("screen", "key"), _FIELDS)
async def test_undo_and_redo_are_carried_out(lived_in: Stage, screen: str, key: str) -> None:
    put_on_card(lived_in, asking)
    app = lived_in.app(screen=screen)
    async with app.run_test() as pilot:
        await settle(pilot)
        last = await app.ask(app.companion.history.next_undo)
        await press(pilot, key)
        # What is older than this sitting is only named at first.
        for name, is_undone in (("Undo", False), ("Undo", True), ("Redo", False)):
            await press(pilot, "ctrl+p")
            await write(pilot, name)
            await until(pilot, f"{name}  ")
            await press(pilot, "enter")
            await settle(pilot)
            left = await app.ask(app.companion.history.next_undo)
            assert (left != last) == is_undone


@pytest.mark.parametrize(("screen", "key"), _FIELDS)
async def test_a_key_typed_in_the_field_is_still_the_fields(
    lived_in: Stage, screen: str, key: str
) -> None:
    put_on_card(lived_in, asking)
    app = lived_in.app(screen=screen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, key, "ctrl+p")
        await write(pilot, "Themes")
        await until(pilot, "Themes  ")
        await press(pilot, "enter", "escape", "ctrl+t")
        await settle(pilot)
        assert not app.screen.is_modal
