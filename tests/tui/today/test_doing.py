"""`d`: the pick is logged at once, and once only."""

import threading

import pytest

from shifter.companion.today import Today
from shifter.config import Config
from shifter.core.views import OpenCard, ReplyCard, TodayView
from tests.tui.stage import Stage, press, said, seen, settle
from tests.tui.today.acting import card, logged, on_today, plain, put_on_card, today, view


async def test_one_key_press_logs_the_pick(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        assert pick.text.split()[0] in seen(pilot)
        await press(pilot, "d")
        reply = card(pilot)
        assert isinstance(reply, ReplyCard)
        assert f"╭─ shift {before + 1} ─" in seen(pilot)
        assert f"✓ {reply.shift.text.split()[0]}" in seen(pilot)
    assert len(logged(lived_in)) == before + 1
    assert logged(lived_in)[0].prompt == pick.prompt


async def test_a_bounced_key_logs_nothing_more(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await pilot.press("d", "d", "d")
        await settle(pilot)
    assert len(logged(lived_in)) == before + 1


@pytest.mark.parametrize("key", ["d", "s", "p", "x", "space"])
async def test_a_key_that_does_nothing_on_a_reply_says_which_one_goes_on(
    lived_in: Stage, key: str
) -> None:
    put_on_card(lived_in, lambda pick: plain(pick) and pick.then is None)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", key)
        assert said(pilot) == ["This one is done; n shows another one."]
        assert isinstance(card(pilot), ReplyCard)
    assert len(logged(lived_in)) == before + 1


@pytest.mark.parametrize("key", ["d", "s", "p", "x", "y", "enter", "space"])
async def test_a_key_that_does_nothing_on_a_closed_book_says_which_one_opens_it(
    lived_in: Stage, key: str
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.move("Pottery", "yes")
        companion.ideas.book.close("Pottery")
    async with on_today(lived_in) as pilot:
        await press(pilot, key)
        assert said(pilot) == ["The book is closed; n opens it again."]


async def test_keys_pressed_while_something_is_written_take_their_turn(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await pilot.press("d", "n", "d", "n")
        await settle(pilot)
        assert isinstance(card(pilot), OpenCard)
    assert len(logged(lived_in)) == before + 2


async def test_nothing_says_logged_before_it_is(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_card(lived_in, plain)
    may_write = threading.Event()
    done = Today.done

    def slow(self: Today, *, offer: str | None, note: str | None) -> TodayView:
        may_write.wait(10)
        return done(self, offer=offer, note=note)

    monkeypatch.setattr(Today, "done", slow)
    async with on_today(lived_in) as pilot:
        await pilot.press("d")
        await pilot.pause(0.1)
        assert "✓" not in seen(pilot)
        may_write.set()
        await settle(pilot)
        assert "✓" in seen(pilot)


async def test_a_pick_that_came_up_elsewhere_is_not_logged_unseen(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        with lived_in.companion() as elsewhere:
            elsewhere.picks.another()
        await press(pilot, "d")
        assert said(pilot) == [
            "The card has changed: Another pick came up meanwhile. Have a look at it first."
        ]
    assert len(logged(lived_in)) == before


async def test_undo_brings_the_pick_back(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, plain)
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "u")
        back = card(pilot)
        assert isinstance(back, OpenCard)
        assert back.pick.prompt == pick.prompt
    assert logged(lived_in) == before


async def test_a_key_of_ones_own_is_the_key_on_the_card(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    config = Config(keys={"today.done": "f"})
    async with on_today(lived_in, config) as pilot:
        assert "f Done" in seen(pilot)
        await press(pilot, "d")
        assert len(logged(lived_in)) == before
        await press(pilot, "f")
    assert len(logged(lived_in)) == before + 1


async def test_the_card_can_be_clicked(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        edge = next(line for line in seen(pilot).splitlines() if "d Done" in line)
        row = today(pilot).body.card.region.bottom - 1
        await pilot.click(offset=(edge.index("Done"), row))
        await settle(pilot)
    assert len(logged(lived_in)) == before + 1


async def test_a_key_on_the_card_is_underlined_below_the_mouse(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        shown = today(pilot).body.card
        edge = next(line for line in seen(pilot).splitlines() if "s Smaller" in line)
        row = shown.region.bottom - 1
        await pilot.hover(offset=(edge.index("Smaller"), row))
        assert shown.pointed == "screen.smaller"
        await pilot.hover(offset=(2, row))
        assert shown.pointed == ""


async def test_y_waits_until_something_is_done(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "y")
        assert said(pilot) == ["Do this one first; then y keeps what it lit up."]
    assert logged(lived_in) == before


async def test_what_another_process_did_is_shown(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        with lived_in.companion() as companion:
            companion.picks.done()
        await pilot.pause(1.1)
        await settle(pilot)
        assert isinstance(card(pilot), ReplyCard)


async def test_done_for_today_is_still_there_after_a_restart(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d")
    async with on_today(lived_in) as pilot:
        assert isinstance(card(pilot), ReplyCard)
        assert "q Good day" in seen(pilot)


async def test_the_week_and_the_stairs_go_up_at_once_without_motion(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    config = Config(motion=False)
    async with on_today(lived_in, config) as pilot:
        total = view(pilot).stairs.total
        assert f"{total} shifts" in seen(pilot)
        dot = max(line.find("●") for line in seen(pilot).splitlines())
        await press(pilot, "d")
        assert f"{total + 1} shifts" in seen(pilot)
        assert max(line.find("●") for line in seen(pilot).splitlines()) > dot


async def test_with_motion_the_dot_arrives_as_well(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        dot = max(line.find("●") for line in seen(pilot).splitlines())
        await press(pilot, "d")
        await pilot.app.animator.wait_for_idle()
        assert max(line.find("●") for line in seen(pilot).splitlines()) > dot


async def test_q_says_good_day(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    app = lived_in.app()
    async with app.run_test() as pilot:
        await press(pilot, "d")
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


@pytest.mark.parametrize("size", [(1, 1), (12, 5), (30, 8), (50, 12), (300, 90)])
async def test_even_odd_sizes_are_drawn_and_can_be_worked_in(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in, size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await press(pilot, "space", "d")
    assert len(logged(lived_in)) == before + 1


@pytest.mark.parametrize("before", [("y",), ("d", "u")])
async def test_what_is_done_next_clears_what_was_said(
    lived_in: Stage, before: tuple[str, ...]
) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, *before)
        assert said(pilot)
        await press(pilot, "d")
        assert said(pilot) == []
