"""What was changed or deleted elsewhere meanwhile is told before anything is written over."""

import pytest
from textual.widgets import Input

from shifter.companion.shifts import ShiftEdit
from tests.tui.stage import Stage, newest, press, said, seen, settle, unsaid, write


@pytest.fixture(autouse=True)
def _not_noticed_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed is not looked for before the key that comes next, however slow that is."""
    monkeypatch.setattr("shifter.tui.app.LOOK_EVERY", 3600)


async def test_what_was_changed_elsewhere_is_told_before_it_is_written_over(
    lived_in: Stage,
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        app.screen.query_one("#text", Input).value = "Mine"
        with lived_in.companion() as companion:
            theirs = ShiftEdit(text="Theirs", minutes=7)
            companion.shifts.edit(newest(lived_in).id, theirs)
        await press(pilot, "enter")
        told = " ".join(seen(pilot).replace("│", " ").split())
        assert "It was changed elsewhere meanwhile: “Theirs”; 7 min; ctrl+s again puts" in told
        assert newest(lived_in).text == "Theirs"
        await press(pilot, "ctrl+s")
        assert (newest(lived_in).text, newest(lived_in).minutes) == ("Mine", None)


async def test_what_was_changed_elsewhere_is_told_before_it_is_deleted(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        with lived_in.companion() as companion:
            theirs = companion.shifts.edit(newest(lived_in).id, {"text": "Theirs"})
        await press(pilot, "ctrl+g")
        told = " ".join(seen(pilot).replace("│", " ").split())
        assert "“Theirs”; ctrl+g again deletes it all the same." in told
        assert newest(lived_in) == theirs
        await press(pilot, "ctrl+g")
        assert newest(lived_in).id != theirs.id


async def test_the_words_for_what_was_deleted_elsewhere_stay_in_their_field(
    lived_in: Stage,
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        app.screen.query_one("#text", Input).value = "Mine"
        with lived_in.companion() as companion:
            companion.shifts.delete(newest(lived_in).id)
        await press(pilot, "enter")
        told = " ".join(seen(pilot).replace("│", " ").split())
        assert "It was deleted elsewhere meanwhile, so nothing is saved." in told
        assert "shifter shifts" not in told
        assert app.screen.query_one("#text", Input).value == "Mine"


@pytest.mark.parametrize("key", ["delete", "y", "l"])
async def test_what_was_deleted_elsewhere_is_told_in_words_and_shown_no_longer(
    lived_in: Stage, key: str
) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down")
        gone = newest(lived_in)
        assert gone.text in seen(pilot)
        with lived_in.companion() as companion:
            companion.shifts.delete(gone.id)
        await press(pilot, key)
        assert said(pilot) == ["That shift is gone: It was deleted elsewhere meanwhile."]
        assert gone.text not in await unsaid(pilot)


@pytest.mark.parametrize("key", ["delete", "y"])
async def test_what_was_changed_elsewhere_is_shown_before_anything_is_done_to_it(
    lived_in: Stage, key: str
) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down")
        with lived_in.companion() as companion:
            theirs = companion.shifts.edit(newest(lived_in).id, {"text": "Theirs"})
        await press(pilot, key)
        assert newest(lived_in) == theirs
        assert "changed elsewhere meanwhile: “Theirs”" in said(pilot)[0]
        assert "Theirs" in await unsaid(pilot)
        await press(pilot, key)
        assert newest(lived_in) != theirs


async def test_other_words_for_a_note_that_was_deleted_elsewhere_stay_in_their_field(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.note("Pottery", "The glaze decides")
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "glaze decides")
        await press(pilot, "enter", "enter")
        pilot.app.screen.query_one(Input).value = "The fire decides"
        with lived_in.companion() as companion:
            companion.history.undo()
        await press(pilot, "enter")
        assert "It was deleted elsewhere meanwhile." in seen(pilot)
        assert pilot.app.screen.query_one(Input).value == "The fire decides"


async def test_nothing_is_written_over_where_nothing_was_changed_here(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        with lived_in.companion() as companion:
            companion.shifts.edit(newest(lived_in).id, ShiftEdit(text="Theirs"))
        await press(pilot, "enter")
        assert "Change this shift" not in seen(pilot)
    assert newest(lived_in).text == "Theirs"
