"""A prompt that asks: what is typed on the card is the work."""

from asyncio import create_task, sleep, wait
from datetime import timedelta

import pytest
from textual.widgets import Input

from shifter.config import Config
from shifter.core.records import Pick
from shifter.core.views import OpenCard, ReplyCard
from shifter.tui.screens.today.body import CardField
from shifter.tui.screens.today.showing import ShowsToday
from tests.tui.stage import Stage, press, seen, settle, unsaid, write
from tests.tui.today.acting import asking, card, logged, on_today, put_on_card, today


async def test_the_field_says_what_it_asks_for(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        assert f"›  {pick.asks} · enter to write" in seen(pilot)
        assert "enter Write" in seen(pilot)
        await press(pilot, "enter")
        assert f"›  {pick.asks}  " in seen(pilot)
        assert "to write" not in seen(pilot)
        await press(pilot, "escape")
        assert f"›  {pick.asks} · enter to write" in seen(pilot)


async def test_in_the_terminals_colours_it_is_dim_only_while_one_writes(lived_in: Stage) -> None:
    """The card draws it before it is there, and must not seem to change then."""
    put_on_card(lived_in, asking)
    async with lived_in.app(Config(theme="terminal")).run_test() as pilot:
        await settle(pilot)
        field = today(pilot).query_one(CardField)
        assert not field.get_component_rich_style("input--placeholder").dim
        await press(pilot, "enter")
        assert field.get_component_rich_style("input--placeholder").dim


async def test_enter_steps_in_and_a_second_one_logs_what_was_typed(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        assert "enter Log it ── esc Step out" in seen(pilot)
        await write(pilot, "quiet dndxq words [b]")
        assert len(logged(lived_in)) == before
        await press(pilot, "enter")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(lived_in)[0].note == "quiet dndxq words [b]"
    assert len(logged(lived_in)) == before + 1


async def test_a_letter_that_is_no_command_says_how_to_write(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "L")
        assert "enter first, then type." in seen(pilot)
        await press(pilot, "enter", "L")
        assert today(pilot).query_one(CardField).value == "L"


async def test_a_key_that_meant_something_before_is_not_taken_for_writing(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in, Config(keys={"today.another": "z"})) as pilot:
        await press(pilot, "n")
        assert "then type" not in seen(pilot)


async def test_a_letter_means_nothing_where_there_is_nothing_to_write(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.asks is None)
    async with on_today(lived_in) as pilot:
        await press(pilot, "L")
        assert "then type" not in seen(pilot)


async def test_an_empty_field_logs_nothing_on_enter(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(card(pilot), OpenCard)
    assert len(logged(lived_in)) == before


async def test_d_takes_along_what_was_typed(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "flour yeast salt")
        await press(pilot, "escape", "d")
        assert isinstance(card(pilot), ReplyCard)
        assert "▎ flour yeast salt" in seen(pilot)
    assert logged(lived_in)[0].note == "flour yeast salt"


async def test_d_logs_without_a_note_where_nothing_was_typed(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "  ")
        await press(pilot, "escape", "d")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(lived_in)[0].note is None


@pytest.mark.parametrize("log", [("escape", "d"), ("enter",)])
async def test_words_that_were_logged_stand_in_the_field_again_once_that_is_undone(
    lived_in: Stage, log: tuple[str, ...]
) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "flour yeast salt")
        await press(pilot, *log, "u")
        field = today(pilot).field
        assert field is not None
        assert field.value == "flour yeast salt"
        await press(pilot, "d")
    assert logged(lived_in)[0].note == "flour yeast salt"


async def test_the_time_that_is_up_is_logged_with_what_was_typed(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ShowsToday, "now", lambda _: lived_in.clock.now().utc)
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "space", "enter")
        await write(pilot, "flour yeast salt")
        await press(pilot, "escape")
        lived_in.clock.go_on(timedelta(hours=1))
        await pilot.pause(1.1)
        assert "d Log it" in seen(pilot)
        await press(pilot, "d")
    assert logged(lived_in)[0].note == "flour yeast salt"


async def test_escape_steps_out_and_keeps_the_words(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape")
        assert "half a thought" in seen(pilot)
        assert "d Done" in seen(pilot)
        await press(pilot, "4", "1")
        assert "half a thought" in seen(pilot)


async def test_words_come_back_with_their_pick(lived_in: Stage) -> None:
    pick = put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape", "n")
        assert "half a thought" not in await unsaid(pilot)
        await press(pilot, "u")
        back = card(pilot)
        assert isinstance(back, OpenCard)
        assert back.pick.prompt == pick.prompt
        assert "half a thought" in await unsaid(pilot)
        await press(pilot, "d", "a")
        assert pilot.app.screen.query_one("#line", Input).value == ""
    assert logged(lived_in)[0].note == "half a thought"


async def test_the_field_goes_with_the_pick(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        assert today(pilot).field is not None
        await press(pilot, "d")
        assert today(pilot).field is None


async def test_a_key_that_comes_to_a_field_once_it_has_gone_does_nothing(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        field = today(pilot).query_one(CardField)
        await press(pilot, "d")
        assert not field.display
        await pilot.app.run_action("step_out", field)
        assert isinstance(card(pilot), ReplyCard)


async def test_the_next_step_quotes_what_was_typed(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        quoting = {prompt.id for prompt in companion.prompts.all() if prompt.quotes}
    shown: set[str] = set()

    def leads_on(pick: Pick) -> bool:
        shown.add(pick.prompt)
        then = pick.then.prompt if pick.then else None
        return asking(pick) and then in quoting and then not in shown

    put_on_card(lived_in, leads_on)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "hands that keep going")
        await press(pilot, "enter", "n")
        following = card(pilot)
        assert isinstance(following, OpenCard)
        assert following.pick.quote is not None
        assert "▎ hands that keep going" in seen(pilot)


@pytest.mark.parametrize("moments", [(0, 1), (0, 2), (4, 2), (5, 1), (5, 2)])
async def test_a_field_that_goes_is_gone_though_its_showing_is_stopped_twice(
    lived_in: Stage, moments: tuple[int, int]
) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        screen = today(pilot)
        with lived_in.companion() as companion:
            done = companion.today.done()
        showing = create_task(screen.show(done))
        for moment in moments:
            for _ in range(moment):
                await sleep(0)
            showing.cancel()
        await wait({showing})
        await screen.show(done)
        assert not any(field.display for field in screen.query(CardField))
        await press(pilot, "4", "1")
        assert isinstance(card(pilot), ReplyCard)
