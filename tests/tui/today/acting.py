"""What the tests of the Today screen do again and again."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from shifter.companion.today import Today
from shifter.config import Config
from shifter.core.records import Pick, Shift
from shifter.core.views import Card, TodayView
from shifter.errors import FileTrouble
from shifter.tui.screens.today.screen import TodayScreen
from tests.tui.stage import Stage, settle

_TRIES = 200


@asynccontextmanager
async def on_today(
    stage: Stage,
    config: Config | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    config_path: Path | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The app on its Today screen, with the card shown."""
    app = stage.app(config, config_path=config_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


_Begun = tuple[bytes, object, object]
_on_card: dict[_Begun, tuple[Pick, bytes]] = {}
"""By the file, the hour and what was wanted: what was found once is found again."""


def put_on_card(stage: Stage, wanted: Callable[[Pick], bool]) -> Pick:
    """Show others until the pick is such a one; it then stays for the day."""
    begun = (stage.file.read_bytes(), stage.clock.now(), wanted)
    if begun not in _on_card:
        pick = _search(stage, wanted)
        _on_card[begun] = (pick, stage.file.read_bytes())
    pick, file = _on_card[begun]
    stage.file.write_bytes(file)
    return pick


def _search(stage: Stage, wanted: Callable[[Pick], bool]) -> Pick:
    with stage.companion() as companion:
        pick = companion.picks.current()
        for _ in range(_TRIES):
            if wanted(pick):
                return pick
            pick = companion.picks.another()
    raise AssertionError("no pick of the catalogue is like that")


def asking(pick: Pick) -> bool:
    """A pick that asks for a line on the card."""
    return pick.asks is not None


def plain(pick: Pick) -> bool:
    """A pick that asks for nothing and can be made smaller."""
    return pick.asks is None and pick.can_shrink


def logged(stage: Stage) -> tuple[Shift, ...]:
    """Every shift in the file, newest first."""
    with stage.companion() as companion:
        return companion.shifts.find(limit=0).shifts


def today(pilot: Pilot[None]) -> TodayScreen:
    """The Today screen, which may have a dialog above it."""
    found = [screen for screen in pilot.app.screen_stack if isinstance(screen, TodayScreen)]
    return found[0]


def view(pilot: Pilot[None]) -> TodayView:
    """What the screen shows."""
    shown = today(pilot).view
    assert shown is not None
    return shown


def card(pilot: Pilot[None]) -> Card:
    """The card on the screen."""
    return view(pilot).card


def refused(_: Today) -> TodayView:
    """What a full disk makes of a change."""
    raise FileTrouble("The disk is full", "Nothing was written.")
