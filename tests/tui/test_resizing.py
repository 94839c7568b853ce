"""A terminal that is resized while shifter is busy."""

import asyncio

from textual.events import Resize, Show
from textual.geometry import Size
from textual.message import Message

from shifter.tui.screens.today.screen import TodayScreen
from tests.tui.stage import Stage, settle

_MANY = 50
_FEW = 4


async def test_two_sizes_that_wait_at_once_do_not_bring_each_other_back_for_ever(
    lived_in: Stage,
) -> None:
    heard: list[Size] = []
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, TodayScreen)

        def hear(message: Message) -> None:
            if isinstance(message, Resize):
                heard.append(message.size)
            if len(heard) > _FEW:
                screen.disable_messages(Resize)  # Else nobody would ever leave.

        screen.message_signal.subscribe(app, hear, immediate=True)
        with app.batch_update():  # As while the first frame stands until it is whole.
            for size in (Size(100, 30), app.size):
                screen.post_message(Resize(size, size))
                screen.post_message(Show())  # Textual makes one of two that follow each other.
            for _ in range(_MANY):
                await asyncio.sleep(0)
        assert len(heard) <= _FEW
        await settle(pilot)
        assert screen.size == app.size
