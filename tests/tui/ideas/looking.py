"""Looking at the board of ideas: its lines, and the card under the cursor."""

import re

from textual.pilot import Pilot

from shifter.tui.screens.ideas import IdeasScreen
from tests.tui.stage import seen, settle

WIDE, NARROW, SMALL = (100, 30), (80, 24), (60, 18)


def line_of(words: str, screen_text: str) -> str:
    return next(line for line in screen_text.split("\n") if words in line)


def chosen(pilot: Pilot[None]) -> str:
    """The name behind the cursor's sign."""
    behind = line_of("▸", seen(pilot)).partition("▸ ")[2]
    return re.split(" [━─╌┄═]|  ", behind)[0]


async def begin(pilot: Pilot[None], name: str = "") -> None:
    """Wait for the board, with the cursor on an idea."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, IdeasScreen)
    if name:
        pilot.app.screen.show_idea(name)
        await settle(pilot)
