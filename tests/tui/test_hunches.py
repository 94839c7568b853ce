"""A Little Yes becomes a hunch with one key, or by clicks alone, from wherever it is seen."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.tui.clicking import click, command, place
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import plain, put_on_card

LIT = "Held a warm cup"
SAID = f"A hunch now: {LIT}"

Way = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def lit(stage: Stage) -> Stage:
    """A single Little Yes, logged this morning on an idea."""
    with stage.companion() as companion:
        companion.ideas.add("Pottery")
        companion.shifts.log(f"{LIT} #pottery !")
    return stage


async def by_key(pilot: Pilot[None]) -> None:
    await press(pilot, "plus")


async def by_click(pilot: Pilot[None]) -> None:
    if place(pilot, "+ Make it a hunch"):
        await click(pilot, "+ Make it a hunch")
    else:
        await command(pilot, "Make it a hunch: what lit up")


async def on_the_reply(pilot: Pilot[None]) -> None:
    await press(pilot, "d", "y")
    await write(pilot, LIT)
    await press(pilot, "enter")


async def on_streaks(pilot: Pilot[None]) -> None:
    await click(pilot, "2 Streaks")


async def on_the_trail(pilot: Pilot[None]) -> None:
    await click(pilot, "3 Ideas")
    await press(pilot, "enter")
    await click(pilot, LIT)


async def on_the_story(pilot: Pilot[None]) -> None:
    await click(pilot, "4 Story")
    await click(pilot, LIT)


async def on_the_week(pilot: Pilot[None]) -> None:
    await click(pilot, "4 Story")
    await press(pilot, "w")


async def where_the_palette_leads(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await write(pilot, "warm cup")
    for _ in range(50):
        if LIT in seen(pilot):
            break
        await pilot.pause(0.1)
    await press(pilot, "enter")
    for _ in range(50):
        if "▸" in seen(pilot) and pilot.app.current_mode == "story":
            break
        await pilot.pause(0.1)


@pytest.mark.parametrize("way", [by_key, by_click])
@pytest.mark.parametrize(
    "where",
    [on_streaks, on_the_trail, on_the_story, on_the_week, where_the_palette_leads],
)
async def test_what_lit_up_becomes_a_hunch(lit: Stage, where: Way, way: Way) -> None:
    async with lit.app().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await where(pilot)
        assert LIT in seen(pilot)
        await way(pilot)
        await press(pilot, "enter")
        assert said(pilot)[-1] == SAID
    with lit.companion() as companion:
        assert companion.ideas.get(LIT).stage == "hunch"


@pytest.mark.parametrize("way", [by_key, by_click])
async def test_it_does_on_the_reply(lived_in: Stage, way: Way) -> None:
    put_on_card(lived_in, plain)
    async with lived_in.app().run_test(notifications=True) as pilot:
        await settle(pilot)
        await on_the_reply(pilot)
        await way(pilot)
        await press(pilot, "enter")
        assert said(pilot)[-1] == SAID


async def test_it_does_from_the_shifts_of_today_by_clicks_alone(lit: Stage) -> None:
    async with lit.app().run_test(size=(80, 30), notifications=True) as pilot:
        await settle(pilot)
        await command(pilot, "Make it a hunch: what lit up")
        await click(pilot, "enter Keep it")
        assert said(pilot)[-1] == SAID


async def test_of_several_in_a_week_one_is_chosen(lit: Stage) -> None:
    with lit.companion() as companion:
        companion.shifts.log("The smell of clay !")
    async with lit.app().run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        await on_the_week(pilot)
        await press(pilot, "plus")
        assert "Which one?" in seen(pilot)
        await press(pilot, "2", "enter")
        assert said(pilot)[-1] == "A hunch now: The smell of clay"
        await press(pilot, "left")
        assert "Make it a hunch" not in seen(pilot)


async def test_what_was_just_added_is_meant_for_some_seconds_from_then_on(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("shifter.tui.screens.today.day_actions.monotonic", lambda: now)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        for line in ("Drew a bowl !", "Held a cup !"):
            await press(pilot, "a")
            await write(pilot, line)
            await press(pilot, "enter")
            now += 6
        await press(pilot, "plus")
        assert "It lit up: Held a cup" in seen(pilot)
        await press(pilot, "escape")
        now += 6
        await press(pilot, "plus")
        assert "Which one?" in seen(pilot)
