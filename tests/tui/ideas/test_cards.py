"""What stands on a card, and that it is what is in the file now."""

import pytest

from tests.tui.ideas.looking import NARROW, WIDE, begin, line_of
from tests.tui.stage import Stage, press, said, seen, settle, unsaid, write


async def test_a_card_says_what_an_idea_has(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.ideas.steps.set("UX", "ask Ana for a day along")
    async with lived_in.app(screen="ideas").run_test(size=(130, 40)) as pilot:
        await begin(pilot)
        rows = seen(pilot).split("\n")
        top = next(number for number, row in enumerate(rows) if "UX research" in row)
        name, figures, step, bulbs = (row[43:87] for row in rows[top : top + 4])
        assert name.strip().startswith("┏━")
        assert "5 shifts" in figures
        assert "hot" in figures
        assert "→ ask Ana for a day along" in step
        assert bulbs.strip().startswith("┗━✦━✦━━")


@pytest.mark.parametrize(
    ("day", "corner", "word"),
    [
        ("2026-11-20", "┏━", "hot"),
        ("2026-11-24", "╭─", "warm"),
        ("2026-11-28", "╭╌", "cool"),
        ("2026-12-24", "╭┄", "resting"),
    ],
)
async def test_temperature_is_the_weight_of_the_border(
    lived_in: Stage, day: str, corner: str, word: str
) -> None:
    lived_in.clock.set(f"{day}T09:00")
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "UX research")
        rows = seen(pilot).split("\n")
        top = next(number for number, row in enumerate(rows) if "UX research" in row)
        assert rows[top].strip().startswith(corner)
        assert word in rows[top + 1]


async def test_a_step_with_a_near_day_says_so_on_its_card(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=NARROW) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, "n")
        await write(pilot, "show three mugs")
        await press(pilot, "tab")
        await write(pilot, "would anybody pay?")
        await press(pilot, "tab")
        await write(pilot, "saturday")
        await press(pilot, "enter")
        shown = seen(pilot)
        assert line_of("→ show three mugs", shown).rstrip(" │┃").endswith("in 2 days")
        assert "? would anybody pay?" in shown


async def test_what_happens_elsewhere_is_seen_here(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        with lived_in.companion() as companion:
            companion.ideas.add("Bees")
        await pilot.pause(1.2)
        await settle(pilot)
        assert "Bees" in seen(pilot)


async def test_undo_and_redo_are_shown_at_once(lived_in: Stage) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "a")
        await write(pilot, "Bees")
        await press(pilot, "enter", "u")
        assert "Bees" not in await unsaid(pilot)
        await press(pilot, "ctrl+r")
        assert "Bees" in seen(pilot)


@pytest.mark.parametrize("opened", [False, True])
async def test_an_idea_that_was_deleted_elsewhere_is_told_in_words_and_shown_no_longer(
    lived_in: Stage, *, opened: bool
) -> None:
    async with lived_in.app(screen="ideas").run_test(size=WIDE, notifications=True) as pilot:
        await begin(pilot, "Pottery studio")
        await press(pilot, *(["enter"] if opened else []))
        with lived_in.companion() as companion:
            companion.ideas.delete("Pottery")
        await press(pilot, "e")
        told = "That idea is gone: It was deleted or merged elsewhere meanwhile."
        assert said(pilot) == [told]
        assert "Pottery studio" not in await unsaid(pilot)
