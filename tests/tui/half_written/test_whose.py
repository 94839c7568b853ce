"""What was begun belongs to its question: to a day, to an idea, whatever that is called by now."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.half_written.sittings import kept, seated, sitting
from tests.tui.ideas.looking import begin
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.streaks.looking import here, logged

DAY_BEFORE = "18 November 2026"


def fields(pilot: Pilot[None]) -> list[str]:
    return [field.value for field in pilot.app.screen.query("#dialog Input").results(Input)]


async def go_to(pilot: Pilot[None], idea: str) -> None:
    await settle(pilot)
    await press(pilot, "3")
    await begin(pilot, idea)


async def test_a_line_that_was_begun_on_a_day_of_the_board_is_that_days_alone(
    lived_in: Stage,
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "2", "up", "a")
        await write(pilot, "cleaned the shed")
        await press(pilot, "escape", "1", "a")
        assert fields(pilot) == ["", ""]
        await press(pilot, "escape", "2", "down", "a")
        assert fields(pilot) == ["", ""]
        await press(pilot, "escape", "up", "a")
        assert fields(pilot) == ["cleaned the shed", DAY_BEFORE]
        await press(pilot, "enter")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find(search="shed").shifts[0].day == date(2026, 11, 18)


async def test_a_line_that_was_begun_on_today_goes_to_no_day_of_the_board(
    lived_in: Stage,
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "cleaned the shed")
        await press(pilot, "tab", *"yesterday", "escape", "2", "left", "a")
        assert fields(pilot) == ["", "12 November 2026"]
        await press(pilot, "escape", "4", "a")
        assert fields(pilot) == ["cleaned the shed", "yesterday"]


@pytest.mark.parametrize(
    ("typed", "stands"), [("18:30", "18:30"), ("yesterday", DAY_BEFORE), ("soon", DAY_BEFORE)]
)
async def test_what_comes_back_on_a_day_of_the_board_is_of_that_day(
    lived_in: Stage, typed: str, stands: str
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "2", "up", "a", *"Swam", "tab", *["backspace"] * len(DAY_BEFORE))
        await press(pilot, *typed, "escape", "a")
        assert fields(pilot) == ["Swam", stands]
        await press(pilot, "enter")
        assert here(pilot).startswith("Wednesday 18 November")
        assert "Swam" in seen(pilot)


async def test_where_only_another_day_was_typed_nothing_is_as_it_was_left(
    lived_in: Stage,
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "2", "up", "a", "tab", *", or yesterday", "escape", "a")
        assert fields(pilot) == ["", DAY_BEFORE]
        assert "as you left it" not in seen(pilot)


async def test_a_line_that_was_begun_for_an_idea_is_that_ideas_alone(lived_in: Stage) -> None:
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, "enter", "a")
            await write(pilot, "Bought clay")
            await press(pilot, "escape", "escape")
            await begin(pilot, "UX research")
            await press(pilot, "enter", "a")
            assert fields(pilot) == ["", ""]
            await press(pilot, "escape", "1", "a")
            assert fields(pilot) == ["", ""]
    with lived_in.companion() as companion:
        companion.ideas.rename("Pottery studio", "Clay")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == [
            "You were writing “Bought clay”. It stands in “Clay”, where you were writing it."
        ]
        await go_to(pilot, "Clay")
        await press(pilot, "enter", "a")
        assert "What did you do for “Clay”?" in seen(pilot)
        assert fields(pilot) == ["Bought clay", ""]
        await press(pilot, "enter")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find(search="clay").shifts[0].idea == "Clay"


async def test_where_a_day_waits_for_what_was_begun_is_told(lived_in: Stage) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "2", "up", "a")
        await write(pilot, "cleaned the shed")
    async with seated(lived_in, notifications=True) as pilot:
        where = "2, then a on Wednesday 18 November goes on with it."
        assert said(pilot) == [f"You were writing “cleaned the shed”. {where}"]


@pytest.mark.parametrize("key", ["e", "n", "x"])
async def test_words_about_an_idea_are_there_when_it_was_changed_since(
    lived_in: Stage, key: str
) -> None:
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, key, "tab")
            await write(pilot, "is heavy")
    with lived_in.companion() as companion:
        companion.ideas.rename("Pottery studio", "Clay")
        companion.ideas.steps.set("Clay", "visit a kiln")
    async with seated(lived_in, notifications=True) as pilot:
        assert "It stands in “Clay”, where you were writing it." in said(pilot)[0]
        await go_to(pilot, "Clay")
        await press(pilot, key)
        assert fields(pilot)[1].endswith("is heavy")
        assert "as you left it" in seen(pilot)


async def test_what_was_found_is_there_when_the_step_was_reworded_since(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("Pottery", "visit a kiln")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, "f")
            await write(pilot, "it is warm")
    with lived_in.companion() as companion:
        companion.ideas.steps.change("Pottery", "visit a warm kiln")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, "f")
            assert "visit a warm kiln" in seen(pilot)
            assert fields(pilot) == ["it is warm"]


async def test_a_note_goes_on_when_it_was_changed_since(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.note("Pottery", "warm")
        note = companion.ideas.opened("Pottery").trail[0]
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, "enter", "home", "enter")
            await write(pilot, " hands")
    with lived_in.companion() as companion:
        companion.ideas.edit_note(note.id, "cold\nand wet")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await go_to(pilot, "Pottery studio")
            await press(pilot, "enter", "home", "enter")
            assert pilot.app.screen.query_one(TextArea).text == "warm hands"


async def test_the_fields_of_a_shift_are_there_when_it_was_changed_since(lived_in: Stage) -> None:
    logged(lived_in, ("today", "Wrote"))
    async with seated(lived_in) as pilot:
        await press(pilot, "e")
        await write(pilot, " a letter")
    with lived_in.companion() as companion:
        companion.shifts.edit(companion.shifts.find().shifts[0].id, {"text": "Mailed"})
    async with seated(lived_in) as pilot:
        await press(pilot, "e")
        assert fields(pilot)[0] == "Wrote a letter"


async def test_what_was_begun_about_an_idea_or_a_shift_that_has_gone_goes_on_in_new_shifts(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        shift = companion.shifts.log("Wrote").shift
    async with seated(lived_in) as pilot:
        await press(pilot, "e")
        await write(pilot, " a letter")
        await press(pilot, "escape")
        await go_to(pilot, "Pottery studio")
        await press(pilot, "x", *"Clay is", "enter", *"heavy")
    with lived_in.companion() as companion:
        companion.shifts.delete(shift.id)
        companion.ideas.delete("Pottery studio")
    async with seated(lived_in, notifications=True) as pilot:
        where = "a on Today goes on with it. Kept too: “Wrote a letter”."
        assert said(pilot) == [f"You were writing “Clay is heavy”. {where}"]
        for line in ("Clay is heavy", "Wrote a letter", ""):
            await press(pilot, "a")
            assert fields(pilot)[0] == line
            await press(pilot, "enter")


async def test_a_suggestion_of_ones_own_goes_on_when_it_was_changed_since(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        mine = companion.prompts.add("Draw a cup")
    async with seated(lived_in) as pilot:
        await press(pilot, "ctrl+o", "slash", *"Draw a", "enter", "enter")
        assert fields(pilot)[0] == "Draw a cup"
        await write(pilot, " and a bowl")
    with lived_in.companion() as companion:
        companion.prompts.edit(mine.id, {"text": "Draw a jug"})
    async with seated(lived_in) as pilot:
        await press(pilot, "ctrl+o", "slash", *"Draw a", "enter", "enter")
        assert fields(pilot)[0] == "Draw a cup and a bowl"
