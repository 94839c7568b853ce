"""The Story screen: all that happened to read, to search and to mend."""

from datetime import date

import pytest
from textual.events import Key
from textual.widgets import Input, TextArea

from shifter.companion.shifts import ShiftEdit
from shifter.companion.story import Story
from shifter.core.days import plain_day
from shifter.core.records import Shift
from shifter.core.story import EVERYTHING
from shifter.errors import FileTrouble
from shifter.tui.app import ShifterApp
from shifter.tui.screens.story import screen, stretch
from shifter.tui.widgets.lines import Lines
from tests.companion.test_hostile_text import KEPT
from tests.tui.stage import SIZES, Stage, press, said, seen, settle, unsaid, write


def newest(stage: Stage) -> Shift:
    with stage.companion() as companion:
        return companion.shifts.find(limit=1).shifts[0]


async def test_days_are_told_newest_first_with_their_shifts(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        shown = seen(pilot)
        order = [
            "15 shifts",
            "This week ─",
            "6 shifts  ✦ 1",
            "░░  Wednesday 18 November",
            "┫  Psychoanalysis: not this way",
            "▎ I want to listen, not to treat.",
            "▎ It spared two years and 9,000 of fees",
            "08:15  ✦  Asked Ana how she found her first client",
            "Tuesday 17 November",
            "12:15     Named one more person to ask",
            "Repair café",
            "15 min",
            "[i]Sent[/i] the [link=x]form[/link] [/b]",
            "Last week ─",
            "Tuesday 10 November  back again",
            "Week of 26 October ─",
            "◇  Repair café: a project",
        ]
        places = [shown.index(words) for words in order]
        assert places == sorted(places)


async def test_an_empty_page_says_what_will_be_there_and_how_it_begins(stage: Stage) -> None:
    async with stage.app(screen="story").run_test() as pilot:
        await settle(pilot)
        shown = " ".join(seen(pilot).split())
        assert "Everything you do will be told here, newest first. a writes the first line" in shown


async def test_a_note_stands_below_its_shift(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        note = "come by on a Saturday,\nwear something that can get dirty"
        companion.shifts.edit(newest(lived_in).id, ShiftEdit(note=note))
    async with lived_in.app(screen="story").run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        assert "▎ come by on a Saturday,\n             ▎ wear something" in seen(pilot)


async def test_searching_shows_what_is_found_while_typing(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "kiln")
        shown = seen(pilot)
        assert "2 found" in shown
        assert "Walked past the kiln" in shown
        assert "first client" not in shown
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        assert "first client" in seen(pilot)
        for key in ("slash", *"kiln"):  # All in one burst.
            pilot.app.post_message(Key(key, "/" if key == "slash" else key))
        await settle(pilot)
        assert "2 found" in seen(pilot)


async def test_a_search_that_finds_nothing_says_so(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "[/b] zebra")
        assert "Nothing written with these words. esc shows all." in seen(pilot)


async def test_what_was_found_can_be_mended(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "sign")
        await press(pilot, "enter", "delete")
        with lived_in.companion() as companion:
            assert companion.shifts.find(search="sign").total == 0


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


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (110, 30), (200, 60)])
async def test_filtered_it_has_the_width_that_it_has_unfiltered(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        width = app.screen.query_one(Lines).region.width
        await press(pilot, "f")
        await write(pilot, "pott")
        await press(pilot, "enter")
        assert "Pottery studio   esc shows all" in seen(pilot)
        assert app.screen.query_one(Lines).region.width == width


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


async def test_home_goes_to_the_newest_at_once(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PAGE", 3)
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        first = app.screen.query_one(Lines).key
        await press(pilot, "g")
        await write(pilot, "29 october")
        await press(pilot, "enter", "home")
        assert app.screen.query_one(Lines).key == first
        assert app.screen.query_one(Lines).scroll_offset.y == 0


async def test_a_day_that_the_cursor_is_on_already_comes_into_sight(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 18)) as pilot:
        await settle(pilot)
        lines = app.screen.query_one(Lines)
        lines.scroll_end(animate=False)
        await settle(pilot)
        assert lines.scroll_offset.y
        await press(pilot, "g", "enter")
        assert lines.scroll_offset.y == 0


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


async def test_the_rest_comes_when_somebody_gets_there_and_what_is_far_away_goes(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PAGE", 3)
    monkeypatch.setattr(screen, "_NEAR", 1)
    monkeypatch.setattr(stretch, "_MOST", 12)
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 18)) as pilot:
        await settle(pilot)
        assert "Thanked Ana" not in seen(pilot)
        for _ in range(10):
            await press(pilot, "end")
        assert "UX research: a hunch" in seen(pilot)
        assert app.screen.query_one(Lines).virtual_size.height < 40
        for _ in range(10):
            await press(pilot, "home")
        assert "Psychoanalysis: not this way" in seen(pilot)


async def test_a_day_is_gone_to_and_both_ways_lead_on(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        assert "enter Go there" in seen(pilot)
        await write(pilot, "8 november")
        await press(pilot, "enter")
        shown = seen(pilot)
        assert shown.index("Thu 5 Nov" if "Thu 5" in shown else "Thursday 5 November") > 0
        assert "▸ 08:15     Put up the sign" in shown
        await press(pilot, "up", "up", "up")
        assert "Tuesday 10 November" in seen(pilot)


async def test_before_the_first_day_the_story_begins(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        first = companion.story.first_day(EVERYTHING)
    assert first is not None
    async with lived_in.app(screen="story").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", *"2019-01-01", "enter")
        assert said(pilot) == [f"The story begins here, on {plain_day(first, date(2026, 11, 18))}."]
        await press(pilot, "home", "home", "home")
        assert "Wednesday 18 November" in seen(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_by_an_unknown_idea_says_so_and_keeps_its_keys(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    async with lived_in.app(screen="story").run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"nosuchidea", "enter")
        shown = seen(pilot)
        assert "No idea is called “nosuchidea” yet." in " ".join(shown.split())
        assert "idea add" not in shown
        assert "enter Show these" in shown
        assert "esc Leave it" in shown


async def test_a_filter_is_told_in_words_and_escape_shows_all(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "enter Show these" in seen(pilot)
        for name, value in (("idea", "pott"), ("person", "ines"), ("until", "12 nov")):
            app.screen.query_one(f"#{name}", Input).value = value
        await press(pilot, "enter")
        shown = seen(pilot)
        assert "Pottery studio · with Ines · until 12 November   esc shows all" in shown
        assert "2 found" in shown
        await press(pilot, "escape")
        assert "15 shifts" in seen(pilot)
        await press(pilot, "f")
        app.screen.query_one("#told", Input).value = "zebras"
        await press(pilot, "enter")
        assert "One of these: shifts, moves, dead ends" in seen(pilot)


async def test_words_that_are_found_are_pointed_at(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "/")
        await write(pilot, "sát")
        assert "Put up the sign for Saturday's table" in seen(pilot)
        strip = app.screen.query_one(Lines).render_line(3)
        assert [part.text for part in strip if part.style and part.style.underline] == ["Sat"]


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


async def test_no_text_breaks_a_screen_that_tells_it(stage: Stage) -> None:
    with stage.companion() as companion:
        for text in KEPT:
            companion.ideas.add(text, why=text)
            companion.shifts.log("x", idea=text, person=text, note=f"{text}\n\t{text}")
            companion.shifts.log(f"read {text}", little_yes=True)
            companion.ideas.rule_out(text, taught=text, spared=text)
    app = stage.app(screen="story")
    async with app.run_test(size=(60, 18), notifications=True) as pilot:
        await settle(pilot)
        assert "$(rm -rf ~) `id`" in seen(pilot)
        await press(pilot, "w", "c", "pagedown", "escape", "h", "escape", "f", "escape", "end")
        await press(pilot, "/")
        for text in KEPT:
            app.screen.query_one(Input).value = text
            await settle(pilot)
            assert "0 found" not in seen(pilot)
        await press(pilot, "enter", "down", "e", "escape", "escape")
        assert app.clipboard.startswith("My week")


async def test_a_page_that_cannot_be_read_is_told_and_the_rest_stays(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FileTrouble("The disk reports an error", "Check the disk and try again.")

    monkeypatch.setattr(screen, "PAGE", 6)
    monkeypatch.setattr(Story, "older", refuse)
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 18), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "end")
        assert said(pilot)[-1] == "The disk reports an error: Check the disk and try again."
        assert "Tuesday 17 November" in seen(pilot)


async def test_what_changed_elsewhere_is_loaded_once(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        app = pilot.app
        assert isinstance(app, ShifterApp)
        loads = []
        monkeypatch.setattr(app.screen, "reload", lambda: loads.append(1))
        app.changed.publish(None)
        await settle(pilot)
        assert loads == [1]
