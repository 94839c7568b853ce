"""What a skip brings is there with the key, and what is recorded stands on the card at the end."""

import sqlite3
import time
from contextlib import closing

import pytest
from textual.pilot import Pilot

from shifter.companion import Companion, open_companion
from shifter.companion.today import Today
from shifter.config import Config
from shifter.core.records import Pick
from shifter.core.views import OpenCard, TodayView
from shifter.tui.screens.today.body import CardField
from shifter.tui.widgets.card_face import Face, Sheet, draw
from tests.tui.stage import Stage, press, said, seen, settle
from tests.tui.today.acting import asking, card, on_today, plain, put_on_card, refused, today


class Foreseeable(Stage):
    """Its app has chance of its own, as people's have, which can be foreseen."""

    def _open(self, config: Config) -> Companion:
        return open_companion(str(self.file), config=config, clock=self.clock)


@pytest.fixture
def foreseeable(lived_in: Stage) -> Foreseeable:
    """A file that is lived in, with a plain pick on the card."""
    stage = Foreseeable(lived_in.file, lived_in.clock)
    put_on_card(stage, plain)
    return stage


def pick(pilot: Pilot[None]) -> Pick:
    shown = card(pilot)
    assert isinstance(shown, OpenCard)
    return shown.pick


def recorded(stage: Stage) -> Pick:
    with stage.companion() as companion:
        return companion.picks.current()


async def test_the_next_one_is_seen_before_it_is_written(foreseeable: Foreseeable) -> None:
    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
        first = recorded(foreseeable)
        with closing(sqlite3.connect(foreseeable.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("n")
            while first.text in seen(pilot):
                await pilot.pause()
            shown = pick(pilot)
            other.execute("ROLLBACK")
        await settle(pilot)
        assert recorded(foreseeable) == pick(pilot) == shown._replace(offer=pick(pilot).offer)
        assert recorded(foreseeable) != first


async def test_nothing_is_typed_on_a_pick_before_it_is_written(foreseeable: Foreseeable) -> None:
    put_on_card(foreseeable, lambda pick: pick.asks is not None)
    async with on_today(foreseeable) as pilot:
        while True:
            await today(pilot).look_ahead()
            before = pick(pilot)
            with closing(sqlite3.connect(foreseeable.file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                await pilot.press("n")
                while pick(pilot) == before:
                    await pilot.pause()
                asked = bool(pick(pilot).asks and [*pilot.app.screen.query(CardField)])
                if asked:
                    await pilot.click(CardField)
                    await pilot.pause()
                    assert pilot.app.focused is None
                other.execute("ROLLBACK")
            await settle(pilot)
            if asked:
                break
        await pilot.click(CardField)
        await press(pilot, *"odd")
        field = today(pilot).field
        assert field is not None
        assert field.value == "odd"


@pytest.mark.parametrize("key", ["n", "space"])
async def test_the_next_one_is_drawn_beforehand_and_so_is_the_timer(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    drawn: list[str] = []

    def noted(sheet: Sheet, width: int, height: int, pointed: str = "") -> Face:
        drawn.append(sheet.title)
        return draw(sheet, width, height, pointed)

    async with on_today(foreseeable) as pilot:
        before = seen(pilot)
        monkeypatch.setattr("shifter.tui.widgets.card.draw", noted)
        await today(pilot).look_ahead()
        assert len(drawn) == 2
        assert seen(pilot) == before
        drawn.clear()
        await pilot.press(key)
        while seen(pilot) == before:
            assert not drawn
            await pilot.pause()
        assert pick(pilot).text.split()[0] in seen(pilot)


async def test_looking_ahead_writes_nothing(foreseeable: Foreseeable) -> None:
    before = foreseeable.file.read_bytes()
    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
    assert foreseeable.file.read_bytes() == before


async def test_what_cant_be_written_is_taken_back(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
        before = seen(pilot)
        monkeypatch.setattr(Today, "another", refused)
        await press(pilot, "n")
        assert said(pilot) == ["The disk is full: Nothing was written."]
        pilot.app.clear_notifications()
        await settle(pilot)
        assert seen(pilot) == before
        assert pick(pilot) == recorded(foreseeable)


async def test_what_was_passed_by_before_can_still_be_retired_where_a_skip_is_refused(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_today(foreseeable) as pilot:
        passed_by = pick(pilot)
        await press(pilot, "n")
        await today(pilot).look_ahead()
        monkeypatch.setattr(Today, "another", refused)
        await press(pilot, "n", "x")
        with foreseeable.companion() as companion:
            retired = [prompt.id for prompt in companion.prompts.all() if prompt.retired]
        assert retired == [passed_by.prompt]


async def test_the_line_to_type_in_comes_back_with_what_it_belongs_to(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_card(foreseeable, lambda pick: pick.asks is not None)
    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
        monkeypatch.setattr(Today, "another", refused)
        await press(pilot, "n")
        await press(pilot, "enter", *"Ana")
        field = today(pilot).field
        assert field is not None
        assert field.display
        assert field.has_focus
        assert "Ana" in seen(pilot)


async def test_another_that_is_chosen_after_all_is_the_one_that_stays(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = Today.another

    def twice(self: Today) -> TodayView:
        another(self)
        return another(self)

    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
        monkeypatch.setattr(Today, "another", twice)
        await press(pilot, "n")
        assert pick(pilot) == recorded(foreseeable)
        assert pick(pilot).text.split()[0] in seen(pilot)


async def test_what_is_read_while_it_is_written_does_not_stay_on_the_card(
    foreseeable: Foreseeable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after something was done in another terminal that Today tells nothing of."""
    view = Today.view

    def slow(self: Today) -> TodayView:
        shown = view(self)
        time.sleep(0.3)
        return shown

    async with on_today(foreseeable) as pilot:
        await today(pilot).look_ahead()
        monkeypatch.setattr(Today, "view", slow)
        today(pilot).reload()
        await press(pilot, "n")
        assert pick(pilot) == recorded(foreseeable)
        assert pick(pilot).text.split()[0] in seen(pilot)


async def test_the_next_one_moves_nothing_around_it_but_where_it_takes_other_rows(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        screen = today(pilot)
        layouts: list[object] = []
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append, immediate=True)
        for rows, text in ((1, "Write one line."), (2, "Write many lines. " * 6)):
            field, view = screen.field, screen.view
            assert field is not None
            assert view is not None
            asked = pick(pilot)._replace(text=text, more=None, offer=text, asks="Some words")
            await screen.show(view._replace(card=OpenCard(asked)))
            await settle(pilot)
            layouts.clear()
            other = asked._replace(offer="another", asks="Other words")
            await screen.show(view._replace(card=OpenCard(other)))
            await settle(pilot)
            assert "Other words" in seen(pilot)
            assert screen.field is field
            assert not layouts
            # The field has moved with the words above it.
            assert "Write" in seen(pilot).splitlines()[field.region.y - 1 - rows]


async def test_the_next_but_one_is_foreseen_as_soon_as_the_next_one_is_there(
    foreseeable: Foreseeable,
) -> None:
    async with on_today(foreseeable) as pilot:
        await press(pilot, "n")
        second = pick(pilot)
        with closing(sqlite3.connect(foreseeable.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("n")
            while second.text in seen(pilot):
                await pilot.pause()
            other.execute("ROLLBACK")
        await settle(pilot)
        assert recorded(foreseeable) == pick(pilot) != second
