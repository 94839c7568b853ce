"""The page of a week, and the one line on Monday that leads to it."""

import pytest

from shifter.tui.screens.week import WeekScreen
from tests.tui.stage import Stage, press, said, seen, settle, write


async def test_monday_leads_to_last_week_which_can_be_sent(lived_in: Stage) -> None:
    lived_in.clock.set("2026-11-23T07:58:00")
    app = lived_in.app()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "Last week: 6 shifts on 2 days, 1 Little Yes.  w Look back" in seen(pilot)
        await press(pilot, "w")
        shown = seen(pilot)
        for words in (
            "16 to 22 November  6 shifts on 2 days, 1 Little Yes, 1 path ruled out",
            "✦  Asked Ana how she found her first client",
            "┫  Psychoanalysis: I want to listen, not to treat.",
            "UX research    ████████████████████████ 3",
            "[i]Sent[/i] the [link=x]form[/link] [/b]",
            "▎ My week, 16 to 22 November: 6 shifts",
        ):
            assert words in shown
        await press(pilot, "c")
        assert app.clipboard.startswith("My week, 16 to 22 November: 6 shifts on 2 days")
        assert said(pilot) == ["Copied to the clipboard. Once sent, s makes it a shift."]
        await press(pilot, "s")
        await write(pilot, "Ana")
        await press(pilot, "enter")
        where = "It stands in the Story, on 4; u takes it back."
        assert said(pilot) == [f"✓ Sent my week of 16 November to Ana. {where}"]
        await press(pilot, "right")
        assert "Sent my week of 16 November to Ana" in seen(pilot)
        await press(pilot, "right", "left", "left", "left")
        assert "2 to 8 November  1 shift on 1 day" in seen(pilot)
        await press(pilot, "escape")
        assert "Monday 23 November" in seen(pilot)
    with lived_in.companion() as companion:
        sent = companion.shifts.find(limit=1).shifts[0]
        assert (sent.text, sent.person) == ("Sent my week of 16 November to Ana", "Ana")


async def test_a_week_that_is_sent_may_reach_a_landing(lived_in: Stage) -> None:
    lived_in.clock.set("2026-11-23T07:58:00")
    with lived_in.companion() as companion:
        for _ in range(25 - companion.figures.streak().total - 1):
            companion.shifts.log("Rang Tom")
    async with lived_in.app().run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "w", "s", "enter")
        told, landing = said(pilot)[0].split("\n")
        assert told.startswith("✓ Sent my week of 16 November. It stands in the Story")
        assert "25" in landing
        await press(pilot, "4")
        assert "Sent my week of 16 November" in seen(pilot)


async def test_a_week_in_which_ideas_only_moved_has_no_noughts(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.ideas.add("Pottery")
        companion.ideas.move("Pottery", "exploring")
        companion.shifts.log("Rang Tom", on="9 november")
    async with stage.app(screen="story").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "w")
        shown = seen(pilot)
        assert "Pottery: worth exploring" in shown
        assert "shifts on" not in shown
        assert "To send" not in shown


async def test_the_story_leads_to_the_week_of_the_cursor_and_is_written_out(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("documents")
    monkeypatch.setattr("shifter.paths.documents_folder", lambda: str(folder))
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "end", "w")
        assert "26 October to 1 November" in seen(pilot)
        await press(pilot, "escape", "x", "p")
        (page,) = folder.iterdir()
        assert page.name == "shifter-story.html"
        assert "<svg" in page.read_text("utf-8")
        assert said(pilot) == [f"The story is in {page}"]
        await press(pilot, "h")
        assert "ruled out “Psychoanalysis”" in seen(pilot)


async def test_it_comes_to_rest_in_the_smallest_window(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived_in.app().run_test(size=(3, 2)) as pilot:
        await settle(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, WeekScreen)
        laid_out: list[object] = []
        monkeypatch.setattr(
            WeekScreen, "_refresh_layout", lambda *given, **_: laid_out.append(given)
        )
        await pilot.pause(0.2)
        assert not laid_out


async def test_its_help_is_headed_with_what_it_is(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "w", "question_mark")
        shown = seen(pilot)
        assert "│   The week" in shown
        assert "Back: to where you were." in shown
