"""Another one, never again, smaller, and a smaller one of one's own."""

import pytest
from textual.widgets import Input

from shifter.core.records import Pick
from shifter.core.views import OpenCard
from shifter.tui.screens.today import showing
from shifter.tui.widgets.prose import Prose
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import card, logged, on_today, plain, put_on_card, today


def on_card(pick: object) -> Pick:
    assert isinstance(pick, OpenCard)
    return pick.pick


def retired(stage: Stage) -> list[str]:
    with stage.companion() as companion:
        return [prompt.id for prompt in companion.prompts.all() if prompt.retired]


async def test_n_shows_another_and_offers_never_that_one_again(lived_in: Stage) -> None:
    first = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        assert "Never again" not in seen(pilot)
        await press(pilot, "n")
        second = on_card(card(pilot))
        assert second.prompt != first.prompt
        assert "x Never again" in seen(pilot)


@pytest.mark.parametrize(("columns", "others"), [(120, True), (80, True), (60, False)])
async def test_the_other_keys_stay_beside_that_offer_where_there_is_room(
    lived_in: Stage, columns: int, *, others: bool
) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in, size=(columns, 24)) as pilot:
        await press(pilot, "n")
        edge = next(line for line in seen(pilot).splitlines() if "n Another" in line)
        assert "x Never again" in edge
        assert ("s Smaller" in edge and "p Pocket" in edge) == others


async def test_x_retires_the_one_that_was_passed_by_and_leaves_the_card(lived_in: Stage) -> None:
    first = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "n")
        second = on_card(card(pilot))
        await press(pilot, "x")
        assert on_card(card(pilot)) == second
        assert first.text in said(pilot)[-1]
        assert "Never again" not in seen(pilot)
    assert retired(lived_in) == [first.prompt]


async def test_n_and_x_in_one_breath_mean_the_same(lived_in: Stage) -> None:
    first = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await pilot.press("n", "x")
        await settle(pilot)
    assert retired(lived_in) == [first.prompt]


async def test_the_offer_goes_after_a_moment(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "_SKIPPED_FOR", 0.05)
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "n")
        await pilot.pause(0.2)
        assert "Never again" not in seen(pilot)


async def test_later_x_asks_before_it_retires_what_is_on_the_card(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "x")
        assert "Never this one again?" in seen(pilot)
        await press(pilot, "n")
        assert retired(lived_in) == []
        await press(pilot, "x", "y")
        assert on_card(card(pilot)).prompt != pick.prompt
    assert retired(lived_in) == [pick.prompt]


async def test_s_goes_one_step_smaller_and_it_counts_in_full(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, lambda pick: pick.can_shrink and pick.seconds > 60)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "s")
        smaller = on_card(card(pilot))
        assert smaller.seconds < pick.seconds
        await press(pilot, "d")
    assert len(logged(lived_in)) == before + 1


async def test_at_the_last_step_one_writes_a_smaller_one_oneself(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        while on_card(card(pilot)).can_shrink:
            await press(pilot, "s")
        assert on_card(card(pilot)).seconds == 30
        await press(pilot, "s")
        hint = pilot.app.screen.query_one(".hint", Prose).text
        assert hint.startswith(on_card(card(pilot)).text)
        await write(pilot, "Open the drawer [b]")
        await press(pilot, "enter")
        assert on_card(card(pilot)).text == "Open the drawer [b]"
        assert "Open the drawer [b]" in seen(pilot)


async def test_an_empty_smaller_one_is_refused_in_place(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        while on_card(card(pilot)).can_shrink:
            await press(pilot, "s")
        await press(pilot, "s", "enter")
        assert pilot.app.screen.query(Input)
        assert "A word or two is enough" in " ".join(seen(pilot).split())
        await press(pilot, "escape")
        assert pilot.app.screen is today(pilot)


async def test_another_is_shown_by_one_key_after_an_undo_as_well(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "u", "n")
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        assert shown.pick.offer != pick.offer
