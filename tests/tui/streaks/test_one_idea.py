"""All of the board narrowed to one idea."""

from datetime import date

from shifter.config import Config
from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, press, said, seen, settle, unsaid, write
from tests.tui.streaks.looking import here, logged, window


async def test_everything_is_narrowed_to_one_idea_and_back(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "i")
        assert "Pottery" in seen(pilot)
        await press(pilot, "2")
        text = seen(pilot)
        assert "Only Pottery" in text
        assert "3 shifts" in text
        assert "1 person" in text
        assert "1 Little Yes" in text
        assert "1 day with a shift in this run, since 17 November" in text
        assert window(pilot, date(2026, 11, 18)) == "·"
        assert window(pilot, date(2026, 11, 17)) == "▒✦"
        await press(pilot, "up", "up")
        assert "Thanked Ana" in seen(pilot)
        await press(pilot, "up", "escape")
        text = seen(pilot)
        assert "Only Pottery" not in text
        assert "5 shifts" in text
        assert window(pilot, date(2026, 11, 18)) == "░░"


async def test_the_numbers_of_one_idea_name_it_in_the_room_there_is_and_the_way_back(
    two_weeks: Stage,
) -> None:
    with two_weeks.companion() as companion:
        companion.ideas.rename("Pottery", "Pottery " + "and more of it " * 20)
    app = two_weeks.app(Config(keys={"streaks.show-all": "z"}), screen="streaks")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "tab")
        (line,) = (line for line in seen(pilot).split("\n") if "Only Pottery" in line)
        assert line.rstrip().endswith("…  z shows everything")
        await press(pilot, "z")
        assert "Only Pottery" not in seen(pilot)


async def test_one_idea_stands_in_the_place_and_the_measure_of_all(two_weeks: Stage) -> None:
    logged(two_weeks, ("2026-05-04", "Long ago"))
    day = date(2026, 11, 17)
    async with two_weeks.app(screen="streaks").run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        towers = pilot.app.screen.query_one(Towers)
        place = towers.window_of(day)
        assert "Twelve weeks  3 so far in this one" in seen(pilot)
        await press(pilot, "i", "1")
        assert "Only Radio" in seen(pilot)
        assert "Twelve weeks  1 of this week's 3" in seen(pilot)
        assert towers.window_of(day) == place
        assert window(pilot, date(2026, 11, 10)) == ""
        await press(pilot, "pageup")
        assert here(pilot).startswith("Wednesday 11 November")


async def test_what_is_added_to_one_ideas_board_is_for_that_idea_unless_it_names_another(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "up", "a")
        assert "What did you do for “Pottery”?" in seen(pilot)
        await write(pilot, "Swept the studio")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Swept the studio on Wednesday 18 November. u takes it back."]
        assert "Swept the studio" in await unsaid(pilot)
        await press(pilot, "a")
        await write(pilot, "Recorded rain #radio")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Recorded rain on Wednesday 18 November. u takes it back."]
        with two_weeks.companion() as companion:
            found = {shift.text: shift.idea for shift in companion.shifts.find().shifts}
        assert found["Swept the studio"] == "Pottery"
        assert found["Recorded rain"] == "Radio"


async def test_a_line_that_was_begun_for_one_idea_on_a_day_is_that_ideas_and_that_days(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "up", "a")
        await write(pilot, "Swept the studio")
        await press(pilot, "escape", "i", "1", "a")
        assert "Swept" not in seen(pilot)
        await press(pilot, "escape", "i", "2", "down", "a")
        assert "Swept" not in seen(pilot)
        await press(pilot, "escape", "up", "a", "enter")
        with two_weeks.companion() as companion:
            shift = companion.shifts.find(search="swept").shifts[0]
        assert (shift.idea, shift.day) == ("Pottery", date(2026, 11, 18))


async def test_where_the_idea_has_gone_all_are_shown_and_added_to(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2")
        with two_weeks.companion() as companion:
            companion.ideas.delete("Pottery")
        await pilot.pause(1.1)
        await settle(pilot)
        assert "Only" not in seen(pilot)
        await press(pilot, "a")
        await write(pilot, "Swept the yard")
        await press(pilot, "enter")
        assert said(pilot) == ["✓ Swept the yard. u takes it back."]


async def test_a_day_that_is_empty_for_one_idea_alone_is_not_called_empty(
    two_weeks: Stage,
) -> None:
    async with two_weeks.app(screen="streaks").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "2", "up")
        assert here(pilot).startswith("Wednesday 18 November")
        assert "Nothing for Pottery; 1 other shift." in seen(pilot)
        await press(pilot, "e")
        assert said(pilot) == ["Nothing for Pottery is logged on that day; a adds something."]
        await press(pilot, "down")
        assert "Open, and in no hurry." in seen(pilot)


async def test_the_other_ideas_are_in_reach_from_one(two_weeks: Stage) -> None:
    async with two_weeks.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        await press(pilot, "i", "1")
        assert "Only Radio" in seen(pilot)
        await press(pilot, "i", "2")
        assert "Only Pottery" in seen(pilot)
        await press(pilot, "i", "0")
        assert "Only" not in seen(pilot)


async def test_without_ideas_it_is_told_how_one_comes_about(stage: Stage) -> None:
    logged(stage, ("2026-11-18", "Something"))
    async with stage.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "i")
        assert said(pilot) == ["No shift names an idea yet; #pottery in its line would."]


async def test_the_names_that_people_give_are_never_markup(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.ideas.add("[b]Radio[/b]")
        companion.shifts.log("[i]Sent[/i] it [/b]", idea="[b]Radio[/b]", person="[/] Ana")
    async with stage.app(screen="streaks").run_test() as pilot:
        await settle(pilot)
        assert "[i]Sent[/i] it [/b]  [b]Radio[/b], with [/] Ana" in seen(pilot)
        await press(pilot, "i", "1")
        assert "Only [b]Radio[/b]" in seen(pilot)
