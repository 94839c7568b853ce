"""All that happened, the newest first; the rest comes when somebody gets there."""

from datetime import date

import pytest
from textual.widgets import Input

from shifter.companion.shifts import ShiftEdit
from shifter.companion.story import Story
from shifter.core.days import plain_day
from shifter.core.story import EVERYTHING
from shifter.errors import FileTrouble
from shifter.tui.app import ShifterApp
from shifter.tui.screens.story import screen, stretch
from shifter.tui.widgets.lines import Lines
from tests.companion.test_hostile_text import KEPT
from tests.tui.stage import Stage, newest, press, said, seen, settle, write


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


async def test_what_was_done_before_the_day_ends_is_told_under_that_day(stage: Stage) -> None:
    stage.clock.set("2026-11-29T03:16:00")
    with stage.companion() as companion:
        companion.shifts.log("Wrote one line")
    async with stage.app(screen="story").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "h")
        shown = seen(pilot)
        assert "03:16  logged “Wrote one line”" in shown
        assert "Sunday" not in shown
