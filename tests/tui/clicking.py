"""Working with the app by mouse alone: clicks on what can be read."""

from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widget import Widget

from shifter.tui.widgets.key_row import KeyRow
from tests.tui.stage import seen, settle


def place(pilot: Pilot[None], words: str) -> tuple[int, int] | None:
    """The column and the row of words on the screen."""
    for row, line in enumerate(seen(pilot).split("\n")):
        if words in line:
            return line.index(words), row
    return None


async def click(pilot: Pilot[None], words: str, times: int = 1) -> None:
    """Click on words that can be seen."""
    there = place(pilot, words)
    assert there is not None, f"{words} is nowhere to click:\n{seen(pilot)}"
    await pilot.click(offset=there, times=times)
    await settle(pilot)


async def click_key(pilot: Pilot[None], does: str) -> None:
    """Click on what a key does, in the row below a dialog."""
    row = pilot.app.screen.query_one(KeyRow)
    await pilot.click(KeyRow, offset=(row.render().plain.index(does), 0))
    await settle(pilot)


async def wheel(pilot: Pilot[None], widget: Widget) -> None:
    """Turn the wheel down once over a widget."""
    widget.post_message(MouseScrollDown(widget, 1, 1, 0, 1, 0, False, False, False))
    await settle(pilot)


async def command(pilot: Pilot[None], help_line: str) -> None:
    """Do what a line of the help tells, by a click on it, wherever it stands."""
    await click(pilot, "? Help")
    for _ in range(40):
        if place(pilot, help_line):
            break
        await wheel(pilot, pilot.app.screen.query_one("#to-read"))
    await click(pilot, help_line)
