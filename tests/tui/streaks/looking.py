"""Looking at the board as it is painted: its windows, its cursor, and the panels below."""

from datetime import date

from textual.pilot import Pilot

from shifter.tui.widgets.day_shifts import DayShifts
from shifter.tui.widgets.towers import Towers
from tests.tui.stage import Stage, seen, settle


def logged(stage: Stage, *shifts: tuple[str, str]) -> None:
    """Log lines, each with when it was done."""
    with stage.companion() as companion:
        for when, line in shifts:
            companion.shifts.log(line, on=when)


def window(pilot: Pilot[None], day: date) -> str | None:
    """What is painted where a day's window is, brackets included; None on another page."""
    towers = pilot.app.screen.query_one(Towers)
    region = towers.window_of(day)
    if region is None:
        return None
    line = towers.render_line(region.y).text
    # The bracket takes the next column, unless the third one of the window is free for it.
    bracketed = line[region.x - 1 : region.right + (region.width < 3)]
    if bracketed[0] == "[":
        return bracketed.strip()
    return line[region.x : region.right].removesuffix("[").strip()


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the seven weekdays and of the months above them, legend included."""
    towers = pilot.app.screen.query_one(Towers)
    lines = [towers.render_line(y).text.rstrip() for y in range(towers.size.height)]
    return [line for line in lines if line]


def here(pilot: Pilot[None]) -> str:
    """The heading of the day under the cursor."""
    heading = pilot.app.screen.query_one(DayShifts).render().plain.split("\n")[0]
    assert heading in seen(pilot)
    return heading


async def point(pilot: Pilot[None], day: date) -> None:
    """Click on a day's window."""
    region = pilot.app.screen.query_one(Towers).window_of(day)
    assert region is not None
    await pilot.click(Towers, offset=region.offset)
    await settle(pilot)
