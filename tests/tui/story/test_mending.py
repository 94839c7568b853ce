"""What is told can be changed, deleted, lit and done again, where it stands."""

from datetime import date

import pytest
from textual.widgets import Input, TextArea

from shifter.companion.shifts import ShiftEdit
from shifter.tui.widgets.lines import Lines
from tests.tui.stage import Stage, newest, press, said, seen, settle


async def test_what_becomes_a_little_yes_or_none_is_said_and_the_key_tells_what_is_next(
    lived_in: Stage,
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down")
        assert "y Not lit up" in seen(pilot)
        await press(pilot, "y")
        assert said(pilot) == ["No Little Yes any more. u brings it back."]
        assert "y Little Yes" in seen(pilot)
        await press(pilot, "y")
        assert said(pilot) == ["✦ A Little Yes now. + makes it a hunch."]
        assert newest(lived_in).little_yes


async def test_a_shift_is_edited_in_every_part(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        for name, value in (
            ("text", "Asked Ana for her first client's name"),
            ("idea", "Repair café"),
            ("person", ""),
            ("minutes", "12"),
            ("on", "2026-11-17 21:30"),
        ):
            app.screen.query_one(f"#{name}", Input).value = value
        app.screen.query_one("#note", TextArea).text = "she laughed\nand told me"
        await press(pilot, "ctrl+s")
        with lived_in.companion() as companion:
            shift = companion.shifts.find(search="laughed").shifts[0]
        assert shift[1:3] == ("Asked Ana for her first client's name", shift.done_at)
        assert (shift.idea, shift.person, shift.minutes) == ("Repair café", None, 12)
        assert (shift.day.isoformat(), shift.note) == ("2026-11-17", "she laughed\nand told me")
        assert "▎ she laughed" in seen(pilot)


async def test_saving_an_edit_that_changes_nothing_changes_nothing(lived_in: Stage) -> None:
    before = newest(lived_in)
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e", "enter")
        assert "Change this shift" not in seen(pilot)
    assert newest(lived_in) == before


async def test_the_form_names_what_saves_from_where_one_writes(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        assert "enter ctrl+s Save" in seen(pilot)
        app.screen.query_one("#note").focus()
        await settle(pilot)
        assert "ctrl+s Save" in seen(pilot)
        assert "enter ctrl+s Save" not in seen(pilot)


@pytest.mark.parametrize(
    ("name", "is_new"), [("Oskari0", True), ("ana", False), ("Ana Ruiz", True), ("", False)]
)
async def test_the_form_says_who_is_new(lived_in: Stage, name: str, *, is_new: bool) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        assert "is new here" not in seen(pilot)
        app.screen.query_one("#person", Input).value = name
        await settle(pilot)
        assert (f"“{name}” is new here." in seen(pilot)) == is_new


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("minutes", "a few", "“a few” is not a number of minutes"),
        ("idea", "Zoology", "Zoology"),
        ("on", "tomorrow", ""),
    ],
)
async def test_an_edit_that_is_refused_stays_open_with_a_reason(
    lived_in: Stage, field: str, value: str, told: str
) -> None:
    before = newest(lived_in)
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        app.screen.query_one(f"#{field}", Input).value = value
        await press(pilot, "enter")
        assert "Change this shift" in seen(pilot)
        assert told in seen(pilot)
        assert app.screen.query_one("#trouble").display
    assert newest(lived_in) == before


@pytest.mark.parametrize(
    ("wrong", "value"),
    [("text", " "), ("idea", "Zoology"), ("minutes", "a few"), ("on", "tomorrow")],
)
async def test_of_several_changed_fields_the_one_that_is_refused_has_the_focus(
    lived_in: Stage, wrong: str, value: str
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        app.screen.query_one("#person", Input).value = "Somebody new"
        app.screen.query_one("#note", TextArea).text = "a note as well"
        app.screen.query_one(f"#{wrong}", Input).value = value
        app.screen.query_one("#note").focus()
        await press(pilot, "ctrl+s")
        assert app.screen.query_one("#trouble").display
        assert app.screen.query_one(f"#{wrong}").has_focus


async def test_a_click_anywhere_on_an_entry_selects_it_and_a_second_one_edits_it(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        note = "come by on a Saturday,\nwear something that can get dirty"
        companion.shifts.edit(newest(lived_in).id, ShiftEdit(note=note))
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        row = next(y for y, line in enumerate(seen(pilot).splitlines()) if "wear some" in line)
        await pilot.click(offset=(30, row))
        await settle(pilot)
        assert app.screen.query_one(Lines).key == f"shift {newest(lived_in).id}"
        await pilot.click(offset=(30, row))
        await settle(pilot)
        assert "Change this shift" in seen(pilot)


async def test_the_cursor_is_on_what_comes_back(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down")
        lines = app.screen.query_one(Lines)
        first = lines.key
        await press(pilot, "delete")
        second = lines.key
        await press(pilot, "delete", "up", "u")
        assert lines.key == second
        await press(pilot, "u")
        assert lines.key == first


async def test_delete_says_how_to_bring_it_back(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        before = newest(lived_in)
        await press(pilot, "down", "delete")
        assert said(pilot) == [f"Deleted: {before.text}. u brings it back."]
        assert newest(lived_in) != before
        await press(pilot, "u")
        assert newest(lived_in) == before


async def test_light_may_come_days_later_and_may_go(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "y")
        assert "12:15  ✦  Named one more person to ask" in seen(pilot)
        await press(pilot, "y")
        assert "12:15     Named one more person to ask" in seen(pilot)


async def test_what_was_done_once_is_done_again_with_all_it_belongs_to(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "l")
        again = newest(lived_in)
        assert (again.text, again.idea, again.person, again.little_yes, again.day) == (
            "Asked Ana how she found her first client",
            "UX research",
            "Ana",
            False,
            date(2026, 11, 19),
        )
        assert said(pilot) == [f"✓ {again.text}. u takes it back."]
        assert "Today" in seen(pilot)


async def test_all_that_is_told_can_be_mended_where_it_stands(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.note("Pottery", "a wheel costs 400")
        companion.ideas.steps.set("Pottery", "sit in", question="Do I like the dust?")
        companion.ideas.steps.found("Pottery", "I do")
        companion.rest.mark(date(2026, 11, 16), date(2026, 11, 17))
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        shown = seen(pilot)
        assert "=  Found out: I do" in shown
        assert "▎ Do I like the dust?" in shown
        assert "Tuesday 17 November  back again  a rest day" in shown
        await press(pilot, "e")
        app.screen.query_one(Input).value = "I love it"
        await press(pilot, "enter")
        assert "Found out: I love it" in seen(pilot)
        await press(pilot, "down", "delete")
        assert "a wheel costs" not in seen(pilot)
        assert said(pilot) == ["Deleted the note. u brings it back."]
        await press(pilot, "down", "e")
        assert app.current_mode == "ideas"


async def test_rest_days_that_are_told_in_one_line_go_and_come_back_as_one(
    lived_in: Stage,
) -> None:
    first, last = date(2026, 11, 12), date(2026, 11, 16)
    with lived_in.companion() as companion:
        companion.rest.mark(first, last)
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        lines = app.screen.query_one(Lines)
        lines.move_to("rest 2026-11-15")
        assert "Thu 12 Nov to Sun 15 Nov  rest" in seen(pilot)
        await press(pilot, "delete")
        assert said(pilot) == [
            "They are no longer rest days, but for the weekly ones. u brings them back."
        ]
        assert "12 Nov" not in seen(pilot)
        assert "Monday 16 November  rest" in seen(pilot)
        await press(pilot, "u")
        assert "Thu 12 Nov to Sun 15 Nov  rest" in seen(pilot)
        assert lines.key == "rest 2026-11-15"


async def test_a_rest_day_that_is_told_by_itself_goes_alone(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.rest.mark(date(2026, 11, 12), date(2026, 11, 16))
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        app.screen.query_one(Lines).move_to("rest 2026-11-16")
        await press(pilot, "delete")
        assert said(pilot) == ["It is no longer a rest day. u brings it back."]
        assert "16 November" not in seen(pilot)
        assert "Thu 12 Nov to Sun 15 Nov  rest" in seen(pilot)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (15, "The mark is gone; it is a rest day every week. u brings it back."),
        (14, "The marks are gone; they are rest days every week. u brings them back."),
    ],
)
async def test_rest_that_was_marked_on_a_weekend_can_be_deleted(
    lived_in: Stage, first: int, words: str
) -> None:
    with lived_in.companion() as companion:
        companion.rest.mark(date(2026, 11, first), date(2026, 11, 15))
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        app.screen.query_one(Lines).move_to("rest 2026-11-15")
        assert "15 Nov" in seen(pilot)
        await press(pilot, "delete")
        assert said(pilot) == [words]
        assert "15 Nov" not in seen(pilot)
        await press(pilot, "u")
        assert "15 Nov" in seen(pilot)
