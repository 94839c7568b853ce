"""Many ideas: a lane scrolls with the cursor, by the wheel and by its bar."""

from textual.events import MouseMove, MouseScrollDown

from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.shelf import Shelf
from tests.tui.ideas.looking import SMALL, WIDE, begin, chosen
from tests.tui.stage import Stage, press, seen, settle


async def test_by_mouse_the_wheel_goes_along_the_shelf(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        for number in range(9):
            companion.ideas.rule_out(companion.ideas.add(f"Way {number}").name)
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        shelf = pilot.app.screen.query_one(Shelf)
        assert "Psychoanalysis" not in "\n".join(seen(pilot).split("\n")[-9:-4])
        for _ in shelf.keys:
            shelf.post_message(MouseScrollDown(shelf, 9, 2, 0, 1, 0, False, False, False))
        await settle(pilot)
        assert "Psychoanalysis" in "\n".join(seen(pilot).split("\n")[-9:-4])


def add_sixty(stage: Stage) -> None:
    with stage.companion() as companion:
        for number in range(60):
            companion.ideas.add(f"Idea {number:02}")


async def test_many_ideas_scroll_with_the_cursor(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot)
        assert chosen(pilot) == "Idea 59"
        await press(pilot, "end")
        assert chosen(pilot) == "Idea 00"
        await press(pilot, "pageup", "up")
        assert chosen(pilot) != "Idea 00"
        await press(pilot, "home", "down", "down", "down", "down")
        assert chosen(pilot) == "Idea 55"


async def test_by_mouse_many_ideas_scroll_by_the_wheel_and_by_the_bar(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        for _ in range(2):
            lane.post_message(MouseScrollDown(lane, 9, 2, 0, 1, 0, False, False, False))
        await settle(pilot)
        assert "Idea 59" not in seen(pilot)
        assert "Idea 57" in seen(pilot)
        await pilot.mouse_down(lane, offset=(lane.size.width - 1, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 00" in seen(pilot)
        lane.post_message(MouseMove(lane, 0, 0, 0, 0, 1, False, False, False))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.mouse_up(lane, offset=(0, 0))
        await pilot.hover(lane, offset=(0, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.click(lane, offset=(lane.size.width - 1, lane.size.height // 2))
        await settle(pilot)
        assert "Idea 30" in seen(pilot)
        await pilot.click(lane, offset=(9, 5))
        await settle(pilot)
        assert chosen(pilot) != "Idea 59"
        await pilot.click(lane, offset=(9, 5), times=2)
        await settle(pilot)
        assert "esc Back" in seen(pilot)


async def test_a_bar_let_go_elsewhere_does_not_follow_the_mouse(stage: Stage) -> None:
    add_sixty(stage)
    async with stage.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        await pilot.mouse_down(lane, offset=(lane.size.width - 1, 1))
        await settle(pilot)
        await pilot.hover(lane, offset=(0, lane.size.height - 1))
        await settle(pilot)
        assert "Idea 59" in seen(pilot)
        await pilot.click("#exploring")
        await settle(pilot)
        assert pilot.app.screen.query_one("#exploring").has_focus


async def test_no_border_is_lost_when_the_scroll_bar_comes_or_goes(stage: Stage) -> None:
    async with stage.app(screen="ideas").run_test(size=SMALL) as pilot:
        await begin(pilot)
        lane = pilot.app.screen.query_one("#hunch", Lane)
        for keys in (*(("a", name, "enter") for name in "1234"), ("u",)):
            await press(pilot, *keys)
            shown = seen(pilot)
            assert shown.count("┏") == shown.count("┓") > 0
            assert lane.has_scroll_bar is (len(lane.keys) > 3)
