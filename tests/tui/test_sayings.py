"""What is said in passing: it stays for as long as it is true, and covers nothing."""

import pytest

from tests.tui.stage import Stage, press, said, seen, settle, write


@pytest.mark.parametrize(
    ("screen", "opens", "refused", "leaves"),
    [
        ("ideas", (), "v", "1"),
        ("ideas", (), "v", "enter"),
        ("ideas", ("enter",), "v", "escape"),
        ("ideas", ("enter",), "v", "3"),
        ("today", (), "plus", "w"),
        ("story", ("w",), "c", "escape"),
    ],
)
async def test_what_is_refused_on_a_screen_stays_behind_with_it(
    lived_in: Stage, screen: str, opens: tuple[str, ...], refused: str, leaves: str
) -> None:
    async with lived_in.app(screen=screen).run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *opens, refused)
        assert len(said(pilot)) == 1
        before = pilot.app.screen
        await press(pilot, leaves)
        assert pilot.app.screen is not before
        assert said(pilot) == []


async def test_a_refusal_of_the_log_stays_behind_as_well(stage: Stage) -> None:
    async with stage.app(screen="streaks").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert len(said(pilot)) == 1
        await press(pilot, "3")
        assert said(pilot) == []


async def test_what_was_done_is_still_said_on_the_next_screen(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, "Bookbinding")
        await press(pilot, "escape")
        assert said(pilot) == ["Kept as you left it, for when you come back."]
        await press(pilot, "enter", "delete", "1")
        assert len(said(pilot)) == 1
        assert said(pilot)[0].startswith("Deleted: ")


async def test_what_is_said_in_a_dialog_is_still_said_in_the_one_below_it(lived_in: Stage) -> None:
    async with lived_in.app().run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        below = pilot.app.screen
        await press(pilot, "question_mark", "ctrl+c")
        assert pilot.app.screen is not below
        assert "q quits. Everything is kept." in seen(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is below
        assert "q quits. Everything is kept." in seen(pilot)


async def test_a_toast_that_just_fills_its_lines_loses_none_of_them(stage: Stage) -> None:
    async with stage.app(screen="story").run_test(size=(60, 18), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "a")  # Without a dialog it is the header that says it.
        assert pilot.app.screen.is_modal
        for columns in range(40, 52):
            pilot.app.clear_notifications()
            pilot.app.notify(f"{'x' * (columns - len(' train'))} train")
            await settle(pilot)
            assert "train" in seen(pilot), columns


async def test_a_toast_cuts_no_word_of_what_lies_below_it(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        pilot.app.notify("Words")
        await settle(pilot)
        assert seen(pilot).splitlines()[-1].split() == ["█", "Words"]


@pytest.mark.parametrize("screen", ["today", "streaks", "ideas", "story"])
async def test_what_is_pasted_where_nothing_is_typed_does_nothing_and_says_where_it_can_go(
    lived_in: Stage, screen: str
) -> None:
    with lived_in.companion() as companion:
        before = companion.shifts.find().total
    async with lived_in.app(screen=screen).run_test() as pilot:
        await settle(pilot)
        await write(pilot, "dnsx")
        assert said(pilot) == ["a opens a line to paste that into."]
        await press(pilot, "a")
        await write(pilot, "Rang Tom")
        assert "Rang Tom" in seen(pilot)
        assert said(pilot) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().total == before


async def test_a_demo_says_first_that_nothing_is_kept_and_how_ones_own_begins(
    lived_in: Stage,
) -> None:
    async with lived_in.app(demo=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = "Try everything, nothing is kept. q leaves; then shifter begins your own."
        assert told in seen(pilot)
        await press(pilot, "d")
        assert "begins your own" not in seen(pilot)
