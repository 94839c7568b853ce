"""Taking a pick along, and being asked about it once its time has come."""

import pytest
from textual.widgets import Input

from shifter.core.views import OpenCard, PocketCard, ReplyCard
from tests.tui.stage import Stage, press, said, seen, write
from tests.tui.today.acting import card, logged, on_today, plain, put_on_card, today


@pytest.mark.parametrize(
    ("key", "before", "due"),
    [
        ("t", "2026-11-19T17:00:00", "2026-11-19T20:30:00"),
        ("m", "2026-11-19T23:00:00", "2026-11-20T18:30:00"),
        ("w", "2026-11-20T12:00:00", "2026-11-21T18:30:00"),
    ],
)
async def test_a_pick_is_asked_about_when_its_time_has_come(
    lived_in: Stage, key: str, before: str, due: str
) -> None:
    pick = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "p", key)
        moved_on = card(pilot)
        assert isinstance(moved_on, OpenCard)
        assert moved_on.pick.prompt != pick.prompt
    lived_in.clock.set(before)
    async with on_today(lived_in) as pilot:
        assert isinstance(card(pilot), OpenCard)
    lived_in.clock.set(due)
    async with on_today(lived_in) as pilot:
        asked = card(pilot)
        assert isinstance(asked, PocketCard)
        assert asked.text == pick.text
        assert "Did it happen?" in seen(pilot)


async def test_a_date_is_typed_in_the_same_place_and_refused_there(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "p", "d")
        await write(pilot, "12.30")
        await press(pilot, "enter")
        field = pilot.app.screen.query_one("#day", Input)
        assert field.value == "12.30"
        field.value = "friday 18:00"
        await press(pilot, "enter")
        assert pilot.app.screen is today(pilot)
    lived_in.clock.set("2026-11-20T18:01:00")
    async with on_today(lived_in) as pilot:
        assert isinstance(card(pilot), PocketCard)


async def test_leaving_the_menu_pockets_nothing(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "p", "escape")
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        assert shown.pick == pick


async def test_tonight_is_not_offered_where_it_is_nearly_over(lived_in: Stage) -> None:
    lived_in.clock.set("2026-11-20T02:30:00")
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "p")
        assert "Tonight" not in seen(pilot)
        assert "Tomorrow" in seen(pilot)


@pytest.fixture
def asked_about(lived_in: Stage) -> Stage:
    put_on_card(lived_in, plain)
    with lived_in.companion() as companion:
        companion.picks.pocket("tonight")
    lived_in.clock.set("2026-11-19T20:00:00")
    return lived_in


@pytest.mark.parametrize("key", ["y", "d"])
async def test_yes_logs_it(asked_about: Stage, key: str) -> None:
    before = len(logged(asked_about))
    async with on_today(asked_about) as pilot:
        assert isinstance(card(pilot), PocketCard)
        await press(pilot, key)
        assert not isinstance(card(pilot), PocketCard)
    assert len(logged(asked_about)) == before + 1


@pytest.mark.parametrize("key", ["n", "x", "escape"])
async def test_not_yet_and_no_log_nothing_and_are_not_asked_again_now(
    asked_about: Stage, key: str
) -> None:
    before = len(logged(asked_about))
    async with on_today(asked_about) as pilot:
        await press(pilot, key)
        assert isinstance(card(pilot), OpenCard)
    assert len(logged(asked_about)) == before


async def test_not_yet_is_asked_again_another_day_and_no_is_not(asked_about: Stage) -> None:
    async with on_today(asked_about) as pilot:
        await press(pilot, "n")
    asked_about.clock.set("2026-11-20T20:00:00")
    async with on_today(asked_about) as pilot:
        assert isinstance(card(pilot), PocketCard)
        await press(pilot, "x")
    asked_about.clock.set("2026-11-23T20:00:00")
    async with on_today(asked_about) as pilot:
        assert isinstance(card(pilot), OpenCard)


@pytest.mark.parametrize("key", ["space", "s", "p", "enter"])
async def test_other_keys_only_say_what_answers_the_question(asked_about: Stage, key: str) -> None:
    before = len(logged(asked_about))
    async with on_today(asked_about) as pilot:
        await press(pilot, key)
        assert isinstance(card(pilot), PocketCard)
        assert said(pilot) == ["Did it happen? y is yes, n not yet, x no."]
    assert len(logged(asked_about)) == before


async def test_not_yet_says_when_it_is_asked_again(asked_about: Stage) -> None:
    async with on_today(asked_about) as pilot:
        await press(pilot, "n")
        assert said(pilot) == ["Not yet, then. You are asked again tomorrow."]


@pytest.mark.parametrize(("key", "till"), [("t", "tonight"), ("m", "tomorrow"), ("w", "Saturday")])
async def test_what_is_in_the_pocket_is_in_sight_where_there_is_room(
    lived_in: Stage, key: str, till: str
) -> None:
    pick = put_on_card(lived_in, plain)
    async with on_today(lived_in, size=(120, 30)) as pilot:
        assert "In your pocket" not in seen(pilot)
        await press(pilot, "p", key)
        assert said(pilot) == [f"It's in your pocket till {till}."]
        assert f"In your pocket till {till}: {pick.text.rstrip('.')[:40]}" in seen(pilot)
        await press(pilot, "u")
        assert "In your pocket till" not in seen(pilot)


async def test_what_was_asked_about_in_vain_is_not_in_sight(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in, size=(80, 40)) as pilot:
        await press(pilot, "p", "m")
        assert "In your pocket till tomorrow" in seen(pilot)
    for day in (20, 21, 22):
        lived_in.clock.set(f"2026-11-{day}T20:00:00")
        async with on_today(lived_in, size=(80, 40)) as pilot:
            assert isinstance(card(pilot), OpenCard if day == 22 else PocketCard)
            assert "In your pocket" not in seen(pilot)


async def test_a_second_one_in_the_pocket_is_counted(lived_in: Stage) -> None:
    for _ in range(2):
        put_on_card(lived_in, plain)
        with lived_in.companion() as companion:
            companion.picks.pocket("tomorrow")
    async with on_today(lived_in, size=(120, 30)) as pilot:
        assert "and 1 more" in seen(pilot)


async def test_undo_asks_again(asked_about: Stage) -> None:
    async with on_today(asked_about) as pilot:
        await press(pilot, "y", "u")
        assert isinstance(card(pilot), PocketCard)


async def test_the_reply_to_a_pocketed_one_can_be_lit(asked_about: Stage) -> None:
    async with on_today(asked_about) as pilot:
        await press(pilot, "y")
        if isinstance(card(pilot), ReplyCard):
            await press(pilot, "y", "escape")
            assert logged(asked_about)[0].little_yes
