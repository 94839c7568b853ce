"""What was typed into a question and not yet entered stands there when it is asked again."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.tui.half_written.sittings import kept, seated, type_and_leave
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import put_on_card


async def test_a_line_that_was_begun_is_back_with_its_time(lived_in: Stage) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Emailed Ana about")
        await press(pilot, "tab")
        await write(pilot, "yesterday")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == ["You were writing “Emailed Ana about”. a on Today goes on with it."]
        await press(pilot, "a")
        values = [field.value for field in pilot.app.screen.query(Input)]
        assert values == ["Emailed Ana about", "yesterday"]


async def test_another_question_is_not_answered_with_it(lived_in: Stage) -> None:
    """The same dialog on another shift begins as it always does."""
    with lived_in.companion() as companion:
        first, second = (companion.shifts.log(text).shift for text in ("Wrote", "Called"))
        assert first.id != second.id
    async with seated(lived_in) as pilot:
        await press(pilot, "e", "2")
        await write(pilot, " a letter")
    async with seated(lived_in) as pilot:
        await press(pilot, "e", "1")
        assert pilot.app.screen.query_one("#text", Input).value == "Called"
        await press(pilot, "escape", "e", "2")
        assert pilot.app.screen.query_one("#text", Input).value == "Wrote a letter"


async def test_what_makes_curious_is_asked_with_what_was_begun(stage: Stage) -> None:
    async with seated(stage) as pilot:
        await write(pilot, "anything with cl")
    async with seated(stage, notifications=True) as pilot:
        assert "anything with cl" in seen(pilot)
        assert said(pilot) == []
        await write(pilot, "ay")
        await press(pilot, "enter")
    assert kept(stage) == []
    with stage.companion() as companion:
        assert [idea.name for idea in companion.ideas.all(ended=False)] == ["anything with clay"]


async def test_the_same_question_about_another_pick_begins_empty(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    async with seated(lived_in) as pilot:
        await ask_for_smaller(pilot)
        await write(pilot, "half of a step")
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    async with seated(lived_in) as pilot:
        await press(pilot, "n")
        await ask_for_smaller(pilot)
        assert pilot.app.screen.query_one("#dialog Input", Input).value == ""


async def ask_for_smaller(pilot: Pilot[None]) -> None:
    """Go down to the question for something smaller still."""
    while not pilot.app.screen.query("#dialog"):
        await press(pilot, "s")


async def test_a_line_that_was_left_stands_there_at_the_next_a_until_it_is_logged(
    lived_in: Stage,
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Emailed")
        await press(pilot, "escape", "a")
        assert pilot.app.screen.query_one("#line", Input).value == "Emailed"
        await press(pilot, "right")
        await write(pilot, " Ana")
        await press(pilot, "enter", "a")
        assert pilot.app.screen.query_one("#line", Input).value == ""
    assert kept(lived_in) == []


KEPT = "Kept as you left it, for when you come back."


async def test_escape_leaves_what_is_half_written_and_says_so(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    async with seated(lived_in, notifications=True) as pilot:
        await ask_for_smaller(pilot)
        await press(pilot, "escape")
        assert said(pilot) == []
        await press(pilot, "s")
        assert "as you left it" not in seen(pilot)
        await write(pilot, "half of a step")
        await press(pilot, "escape")
        assert said(pilot) == [KEPT]
        await press(pilot, "s")
        assert pilot.app.screen.query_one("#dialog Input", Input).value == "half of a step"
        assert "as you left it · ctrl+n starts over" in seen(pilot)


async def start_by_key(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+n")


async def start_by_mouse(pilot: Pilot[None]) -> None:
    words = pilot.app.screen.query_one("#heading", Static)
    await pilot.click("#heading", offset=(str(words.render()).index("starts over"), 0))
    await settle(pilot)


@pytest.mark.parametrize("start_over", [start_by_key, start_by_mouse])
async def test_what_was_left_is_begun_anew(
    lived_in: Stage, start_over: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("Wrote")
    async with seated(lived_in) as pilot:
        await press(pilot, "e")
        await write(pilot, " a letter")
        await press(pilot, "escape", "e")
        assert pilot.app.screen.query_one("#text", Input).value == "Wrote a letter"
        await start_over(pilot)
        assert pilot.app.screen.query_one("#text", Input).value == "Wrote"
        assert "as you left it" not in seen(pilot)
        await press(pilot, "escape")
    assert kept(lived_in) == []


async def test_what_made_curious_and_was_passed_by_waits_where_ideas_are_added(
    stage: Stage,
) -> None:
    async with seated(stage, notifications=True) as pilot:
        await write(pilot, "clay")
        await press(pilot, "escape")
        assert said(pilot) == ["“clay” is kept: 3, then a goes on with it."]
        await press(pilot, "3", "a")
        assert pilot.app.screen.query_one("#dialog Input", Input).value == "clay"
        await press(pilot, "enter")
    assert kept(stage) == []


async def test_what_was_left_is_not_glued_to_what_is_typed_without_a_look(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Rang Tom")
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        assert "as you left it · → goes on" in seen(pilot)
        await press(pilot, *"Ok", "enter")
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].text == "Ok"
