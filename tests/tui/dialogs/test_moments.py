"""The two moments: a dead end, which is a relief, and the Yes."""

import re

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from shifter.tui.dialogs.dead_end import DeadEndMoment
from shifter.tui.dialogs.moment import Moment
from shifter.tui.screens.ideas import IdeasScreen
from tests.tui.conftest import HalfSecond
from tests.tui.stage import SIZES, Stage, press, said, seen, settle, write


async def rule_out(pilot: Pilot[None], name: str, taught: str = "", spared: str = "") -> None:
    """Rule an idea out from the board, with both lines or without."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, IdeasScreen)
    pilot.app.screen.show_idea(name)
    await settle(pilot)
    await press(pilot, "x")
    await write(pilot, taught)
    await press(pilot, "enter")
    await write(pilot, spared)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, DeadEndMoment)


@pytest.mark.parametrize("size", SIZES)
async def test_it_tells_what_it_took_spared_taught_and_left(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    app = lived_in.app(Config(motion=False), screen="ideas")
    async with app.run_test(size=size) as pilot:
        await rule_out(pilot, "Pottery studio", "Too quiet for me.", "a kiln of my own")
        shown = seen(pilot)
        for words in (
            "Pottery studio: not this way.",
            "You found out in four tiny steps.",
            "┫ Pottery studio",
            "━━ UX research ━",
            "━━ Repair café ━",
            "it took    ▏ 4 shifts",
            "it spared  ████",
            "a kiln of my own",
            "you know   Too quiet for me.",
            "you keep   ✦  and three ways on",
            "c Copy as a card   v Bring it back   ",
            "any other key On we go",
        ):
            assert words in shown
        with lived_in.companion() as companion:
            ended = companion.ideas.get("Pottery")
        assert (ended.stage, ended.taught, ended.spared) == (
            "dead_end",
            "Too quiet for me.",
            "a kiln of my own",
        )


async def test_it_asks_for_nothing_and_invents_nothing(lived_in: Stage) -> None:
    async with lived_in.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await rule_out(pilot, "[b]Radio[/b]")
        shown = seen(pilot)
        assert "You found out before it took a single minute." in shown
        assert "it spared" not in shown
        assert "you know" not in shown
        assert "✦" not in shown


async def test_the_only_idea_leaves_every_other_way_open(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.ideas.add("Pottery")
    async with stage.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await rule_out(pilot, "Pottery")
        assert "you keep   every other way there is" in seen(pilot)


async def test_the_last_enter_of_the_form_does_not_end_it(
    lived_in: Stage, half_second: HalfSecond
) -> None:
    async with lived_in.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await rule_out(pilot, "[b]Radio[/b]")
        await pilot.press("enter", "v", "c")
        assert isinstance(pilot.app.screen, DeadEndMoment)
        half_second()
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, IdeasScreen)
        assert "▸ [b]Radio[/b]" in seen(pilot)


async def test_it_is_copied_as_a_card(lived_in: Stage, half_second: HalfSecond) -> None:
    app = lived_in.app(Config(motion=False), screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await rule_out(pilot, "Pottery studio", spared="a kiln")
        half_second()
        await press(pilot, "c")
        assert app.clipboard.startswith("▎ Pottery studio: not this way.\n")
        assert "it spared  a kiln" in app.clipboard
        assert said(pilot) == ["Copied. Somebody will be glad for you."]
        assert isinstance(app.screen, DeadEndMoment)
        await press(pilot, "enter")
        assert said(pilot) == []


async def test_v_brings_it_back_at_once(lived_in: Stage, half_second: HalfSecond) -> None:
    async with lived_in.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await rule_out(pilot, "Pottery studio")
        half_second()
        await press(pilot, "v")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Pottery").stage == "exploring"


async def test_u_undoes_a_dead_end(lived_in: Stage, half_second: HalfSecond) -> None:
    async with lived_in.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await rule_out(pilot, "Pottery studio")
        half_second()
        await press(pilot, "space", "u")
        with lived_in.companion() as companion:
            assert companion.ideas.get("Pottery").stage == "exploring"


async def test_by_mouse_it_is_gone_through_from_end_to_end(
    lived_in: Stage, half_second: HalfSecond
) -> None:
    async with lived_in.app(Config(motion=False), screen="ideas").run_test() as pilot:
        await settle(pilot)
        footer = seen(pilot).split("\n")[-1]
        await pilot.click(offset=(footer.index("Rule out"), 23))
        await settle(pilot)
        # As with enter: to the second line, and from there to the moment.
        for _ in range(2):
            await pilot.click("KeyRow", offset=(2, 0))
            await settle(pilot)
        assert isinstance(pilot.app.screen, DeadEndMoment)
        half_second()
        await pilot.click("KeyRow", offset=(22, 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, IdeasScreen)
        with lived_in.companion() as companion:
            assert companion.figures.streak().ruled_out == 1


async def test_with_motion_it_arrives_where_it_stands_without(
    lived_in: Stage, half_second: HalfSecond
) -> None:
    shown = []
    for motion in (True, False):
        async with lived_in.app(Config(motion=motion), screen="ideas").run_test() as pilot:
            await rule_out(pilot, "Pottery studio", spared="a kiln")
            await pilot.pause(1.6 if motion else 0)
            shown.append(seen(pilot))
            half_second()
            await press(pilot, "space", "u")
    assert shown[0] == shown[1]


async def test_the_yes_tells_the_way_in_ones_own_numbers(
    lived_in: Stage, half_second: HalfSecond
) -> None:
    app = lived_in.app(Config(motion=False), screen="ideas")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, IdeasScreen)
        app.screen.show_idea("Pottery studio")
        await settle(pilot)
        await press(pilot, "m", "4")
        assert "Is this the Yes?" in seen(pilot)
        await press(pilot, "n", "m", "4", "y")
        shown = seen(pilot)
        assert "Yes: Pottery studio." in shown
        for words in ("15 shifts", "3 people", "3 Little Yeses", "1 path ruled out", "23 days"):
            assert words in shown
        assert "“UX research”, “Repair café” and one more came along" in " ".join(shown.split())
        half_second()
        await press(pilot, "p")
        assert re.fullmatch(r"The story is in .+shifter-pottery-studio\.txt", said(pilot)[0])
        assert "The story is in" in seen(pilot)
        assert "Yes: Pottery studio." in seen(pilot)
        await press(pilot, "b", "1")
        assert "The book is closed. “Pottery studio”: yes." in seen(pilot)
        await press(pilot, "n")
        assert "The book has been closed" not in seen(pilot)


async def test_the_yes_stands_in_its_place_and_opens_its_way_again(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Pottery", "yes")
    async with lived_in.app(Config(motion=False), screen="ideas").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, IdeasScreen)
        pilot.app.screen.show_idea("Pottery studio")
        await settle(pilot)
        assert "╔═ ▸ Pottery studio ═" in seen(pilot)
        await press(pilot, "enter", "y")
        assert isinstance(pilot.app.screen, Moment)
        assert "Yes: Pottery studio." in seen(pilot)
