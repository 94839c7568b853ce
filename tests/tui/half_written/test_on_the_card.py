"""What was typed on the card and not yet logged, wherever the card has gone since."""

from datetime import timedelta

import pytest
from textual.widgets import Input, TextArea

from tests.tui.half_written.sittings import kept, seated, type_and_leave
from tests.tui.stage import Stage, press, said, seen, write
from tests.tui.today.acting import asking, logged, put_on_card


async def test_the_words_on_the_card_are_back_in_its_field(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    await type_and_leave(lived_in, "enter", "half a thought")
    async with seated(lived_in, notifications=True) as pilot:
        assert "half a thought" in seen(pilot)
        assert said(pilot) == []
        await press(pilot, "enter", "enter")
        assert "half a thought" in seen(pilot)
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "half a thought"


async def test_the_words_of_a_card_that_was_logged_are_told_no_more(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "flour yeast salt")
        await press(pilot, "escape", "d")
    assert kept(lived_in) == []


async def test_a_timer_that_was_left_running_is_logged_with_the_words_on_its_card(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in) as pilot:
        await press(pilot, "space", "enter")
        await write(pilot, "flour yeast salt")
    lived_in.clock.go_on(timedelta(days=1))
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == []
        await press(pilot, "y")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "flour yeast salt"


async def test_a_note_that_was_begun_is_back_once_it_is_opened(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    await type_and_leave(lived_in, "enter", "first line\nsecond")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == [
            "You were writing “first line second”. It stands where you were writing it."
        ]
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(TextArea).text == "first line\nsecond"
        await press(pilot, "ctrl+s")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "first line\nsecond"


async def test_what_lit_up_is_asked_again_while_its_words_wait(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    async with seated(lived_in) as pilot:
        await press(pilot, "d", "y")
        await write(pilot, "the warm")
        await press(pilot, "escape", "y")
        await write(pilot, " kiln")
        await press(pilot, "enter")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        shift = companion.shifts.find().shifts[0]
        assert (shift.little_yes, shift.note) == (True, "the warm kiln")


async def test_a_note_to_a_shift_that_is_no_more_on_the_card_goes_on_where_the_shift_is_edited(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    async with seated(lived_in) as pilot:
        await press(pilot, "d", "enter")
        await write(pilot, "first line")
        await press(pilot, "ctrl+s", "enter")
        await write(pilot, "\nsecond")
        await press(pilot, "escape", "y")
        await write(pilot, "the kiln")
        await press(pilot, "escape", "n")
    both = "first line\nsecond\nthe kiln"
    async with seated(lived_in, notifications=True) as pilot:
        where = "4, then e on that shift goes on with it. Kept too: “first line second”."
        assert said(pilot) == [f"You were writing “the kiln”. {where}"]
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == ""
        await press(pilot, "escape", "4", "e")
        assert pilot.app.screen.query_one(TextArea).text == both
        assert "as you left it" in seen(pilot)
    async with seated(lived_in) as pilot:
        await press(pilot, "e")
        assert pilot.app.screen.query_one(TextArea).text == both
        await press(pilot, "ctrl+s")
    assert kept(lived_in) == []
    assert logged(lived_in)[0].note == both


async def test_a_note_to_a_shift_that_was_deleted_goes_on_in_a_new_one(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    async with seated(lived_in) as pilot:
        await press(pilot, "d", "enter")
        await write(pilot, "first line\nsecond")
        await press(pilot, "escape", "n")
    with lived_in.companion() as companion:
        companion.shifts.delete(companion.shifts.find().shifts[0].id)
    async with seated(lived_in, notifications=True) as pilot:
        words = "“first line second”"
        assert said(pilot) == [f"You were writing {words}. a on Today goes on with it."]


async def test_words_for_a_card_that_is_gone_go_on_in_the_line_of_a_new_shift(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    await type_and_leave(lived_in, "enter", "half a thought")
    lived_in.clock.set("2026-11-20T07:58:00")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == ["You were writing “half a thought”. a on Today goes on with it."]
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == "half a thought"


async def test_words_for_a_card_that_is_gone_come_before_older_ones_each_by_itself(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "the older one")
        await press(pilot, "tab")
        await write(pilot, "yesterday")
        await press(pilot, "escape", "enter")
        await write(pilot, "the newer one")
    lived_in.clock.set("2026-11-20T07:58:00")
    async with seated(lived_in, notifications=True) as pilot:
        where = "a on Today goes on with it. Kept too: “the older one”."
        assert said(pilot) == [f"You were writing “the newer one”. {where}"]
        for line, when in (("the newer one", ""), ("the older one", "yesterday"), ("", "")):
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == line
            assert pilot.app.screen.query_one("#on", Input).value == when
            await press(pilot, "enter")
    assert kept(lived_in) == []


@pytest.mark.parametrize("turn", [("n",), ("x", "y"), ("s",)])
async def test_words_on_a_card_that_is_turned_are_offered_by_a_and_that_is_said(
    lived_in: Stage, turn: tuple[str, ...]
) -> None:
    pick = put_on_card(lived_in, lambda pick: asking(pick) and pick.can_shrink)
    async with seated(lived_in, notifications=True) as pilot:
        await press(pilot, "a")
        await write(pilot, "the older one")
        await press(pilot, "escape", "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape", *turn)
        assert pick.text not in seen(pilot)
        assert said(pilot) == ["“half a thought” is kept: a goes on with it."]
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == "half a thought"


async def test_a_note_that_was_begun_on_a_card_is_offered_by_a_once_the_card_is_turned(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    async with seated(lived_in, notifications=True) as pilot:
        await press(pilot, "enter")
        await write(pilot, "first line\nsecond")
        await press(pilot, "escape", "n")
        assert said(pilot) == ["“first line second” is kept: a goes on with it."]


async def test_two_notes_that_were_begun_on_one_card_are_both_offered(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    async with seated(lived_in) as pilot:
        for note in ("the older one", "the newer one"):
            await press(pilot, "enter")
            await write(pilot, note)
            await press(pilot, "escape", "n", "u")
        for line in ("the newer one", "the older one", ""):
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == line
            await press(pilot, "enter")


async def test_words_on_a_card_below_a_question_stay_on_it(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    with lived_in.companion() as companion:
        companion.today.pocket("tonight")
    put_on_card(lived_in, asking)
    async with seated(lived_in, notifications=True) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape")
        lived_in.clock.set("2026-11-19T20:00:00")
        await press(pilot, "2", "a", *"Swam", "enter", "1")
        assert "half a thought" not in seen(pilot)
        assert not any("half a thought" in told for told in said(pilot))
        await press(pilot, "y", "n")
        assert "half a thought" in seen(pilot)


@pytest.mark.parametrize("leave", [("p", "m"), ("n",), ()])
async def test_an_answer_that_was_taken_back_is_no_new_shift(
    lived_in: Stage, leave: tuple[str, ...]
) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "abc def")
        await press(pilot, "enter", "u")
        assert "abc def" in seen(pilot)
        await press(pilot, *leave)
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == []
        assert seen(pilot).count("abc def") == (0 if leave else 1)
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == ""


async def test_the_words_on_a_pocketed_card_wait_in_the_pocket(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in, notifications=True) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape", "p", "m")
        assert said(pilot) == ["It's in your pocket till tomorrow, with your words."]
    lived_in.clock.set("2026-11-20T20:00:00")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == []
        await press(pilot, "y")
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "half a thought"
