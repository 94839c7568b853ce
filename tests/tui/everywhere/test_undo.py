"""Undo and redo with their keys: at once in this sitting, older actions once they are named."""

from textual.widgets import Input

from tests.tui.stage import Stage, press, said, seen, settle, write


async def test_undo_takes_back_what_was_done_in_this_sitting_at_once(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "a")
        await write(pilot, "Bookbinding")
        await press(pilot, "enter")
        assert "Bookbinding" in seen(pilot)
        await press(pilot, "u")
        assert said(pilot)[-1] == "Undone: added the idea “Bookbinding”"
        with lived_in.companion() as companion:
            names = {idea.name for idea in companion.ideas.all(ended=True)}
        assert "Bookbinding" not in names


async def test_undo_names_what_is_older_and_wants_a_second_press(lived_in: Stage) -> None:
    app = lived_in.app(screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Psychoanalysis").stage == "dead_end"
        assert "ruled out “Psychoanalysis”" in said(pilot)[-1]
        await press(pilot, "u")
        assert len(said(pilot)) == 1, "what is said takes the place of what was said before"
        with lived_in.companion() as companion:
            assert companion.ideas.get("Psychoanalysis").stage == "hunch"


async def test_each_older_action_is_named_anew(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u", "u", "u")
        with lived_in.companion() as companion:
            assert "first client" in companion.shifts.find(limit=1).shifts[0].text
        assert "first client" in said(pilot)[-1]


async def test_redo_does_again_what_was_undone(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "delete")
        assert "first client" not in seen(pilot).partition("Deleted")[0]
        await press(pilot, "u", "ctrl+r")
        assert said(pilot)[-1].startswith("Done again: deleted “Asked Ana")


async def test_a_refusal_is_told_once_and_changes_nothing(stage: Stage) -> None:
    app = stage.app(screen="streaks")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert said(pilot) == ["Nothing to undo: The log is as it was at the very start."]


async def test_undo_rests_while_a_search_is_typed(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "delete", "/", "ctrl+r", "u")
        assert app.screen.query_one(Input).value == "u"
        assert len(said(pilot)) == 1
