"""What was learned from the picks is shown, overruled by kind, and forgotten."""

import re

import pytest

from shifter.tui.dialogs.lessons import LessonsDialog
from tests.tui.clicking import click_key
from tests.tui.stage import Stage, press, press_at_once, seen, settle


async def test_kinds_are_asked_for_and_turned_off_and_what_was_learned_is_forgotten(
    lived_in: Stage,
) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+l")
        assert isinstance(app.screen, LessonsDialog)
        assert "some more picks will tell" in seen(pilot)
        await press(pilot, "right")
        assert "more of it" in seen(pilot)
        await click_key(pilot, "Less or more")
        assert "turned off" in seen(pilot)
        await click_key(pilot, "Forget")
        assert "Nothing learned yet" in seen(pilot)
        await press(pilot, "escape")
        with lived_in.companion() as companion:
            found = companion.lessons.all()
            assert (found.offers, found.wishes[0][2]) == (0, "off")
        await press(pilot, "u")
        with lived_in.companion() as companion:
            found = companion.lessons.all()
            assert found.offers > 0
            assert found.wishes[0][2] == "off"
        await press(pilot, "u", "u")
        with lived_in.companion() as companion:
            assert companion.lessons.all().wishes[0][2] is None


async def test_whatever_was_learned_can_be_reached_and_only_kinds_are_overruled(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        for _ in range(20):
            companion.picks.another()
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+l")
        assert "← →" in seen(pilot)
        await press(pilot, "end")
        assert "This line rests on" in seen(pilot)
        assert "← →" not in seen(pilot)
        await press(pilot, "right", "home", "left")
        assert "turned off" in seen(pilot)
    with lived_in.companion() as companion:
        wishes = [wish for _, _, wish in companion.lessons.all().wishes]
    assert (wishes[0], set(wishes[1:])) == ("off", {None})


async def test_what_enter_does_to_a_kind_is_told_and_so_is_what_takes_it_back(
    lived_in: Stage,
) -> None:
    app = lived_in.app()
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+l")
        assert "takes that back" not in seen(pilot)
        assert "← → enter Less or more" in seen(pilot)
        assert "esc Close" in seen(pilot)
        for told, back in (("more of it", "left"), ("turned off", "right")):
            await press(pilot, "enter")
            assert told in seen(pilot)
            arrow = {"left": "←", "right": "→"}[back]
            assert f"{arrow} takes that back" in seen(pilot)
        await press(pilot, "right")
        assert "takes that back" not in seen(pilot)


@pytest.mark.parametrize(
    ("picks", "day", "is_told"),
    [(15, "2026-11-20", True), (15, "2027-02-28", False), (2, "2026-11-20", False)],
)
async def test_nothing_is_claimed_from_a_few_picks_or_from_old_ones(
    lived_in: Stage, picks: int, day: str, *, is_told: bool
) -> None:
    with lived_in.companion() as companion:
        companion.picks.current()
        for _ in range(picks):
            companion.picks.another()
    lived_in.clock.set(f"{day}T07:58:00")
    app = lived_in.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+l")
        assert bool(re.search(r"[+-]\d+%  ", seen(pilot))) == is_told
        assert ("latest picks were taken up" in seen(pilot)) == is_told
        assert ("some more picks will tell" in seen(pilot)) != is_told


async def test_the_last_kind_stays_and_the_dialog_says_so(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        for kind, _, _ in companion.lessons.all().wishes[1:]:
            companion.lessons.wish(kind, "off")
    app = lived_in.app()
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+l", "left")
        assert "no pick at all" in seen(pilot)
        assert "esc Close" in seen(pilot)
    with lived_in.companion() as companion:
        assert companion.lessons.all().wishes[0][2] is None


async def test_what_was_wished_counts_however_soon_the_list_is_left(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await app.run_action("lessons")
        await settle(pilot)
        await press_at_once(pilot, "right", "right", "escape")
        assert not isinstance(app.screen, LessonsDialog)
    with lived_in.companion() as companion:
        assert companion.lessons.all().wishes[0][2] == "off"


async def test_a_kind_is_called_the_same_wherever_it_is_listed(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o", "slash", *"notes to people")
        assert "Notes to people" in seen(pilot)
        await press(pilot, "escape", "escape", "ctrl+l")
        assert "Notes to people" in seen(pilot)
