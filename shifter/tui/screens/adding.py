"""Logging a shift and marking rest days, on the screens that offer it beside Today."""

from datetime import date

from shifter.core.records import Logged
from shifter.core.sign_words import Known
from shifter.core.views import TodayView
from shifter.tui.dialogs.add_shift import AddShiftDialog
from shifter.tui.dialogs.rest import RestDialog
from shifter.tui.screens.base import ShifterScreen


class AddingScreen(ShifterScreen):
    """A screen that shows at once what was logged or marked on it."""

    async def add_shift(self, *, when: str = "") -> None:
        """Ask for a shift and log it; this screen shows it as well. `when` is suggested."""
        today = await self.app.ask(self.companion.today.view)
        dialog = AddShiftDialog(
            self.log_shift, Known(today.idea_names, today.person_names), when=when
        )
        if await self.app.push_screen_wait(dialog) is not None:
            await self.load()

    async def mark_rest(self, *, first: str = "today") -> bool:
        """Ask for days off from `first` on; this screen shows them as well, if there are any."""
        dialog = RestDialog(self._read_day, self._rest, first=first)
        if await self.app.push_screen_wait(dialog) is None:
            return False
        await self.load()
        return True

    async def log_shift(self, line: str, when: str | None, *, new_idea: bool) -> Logged:
        """Log a line, done when it was said to be."""
        log = self.companion.shifts.log
        return await self.change(log, line, on=when, new_idea=new_idea)

    async def _read_day(self, text: str) -> date:
        return await self.app.ask(self.companion.read_day, text, ahead=True)

    async def _rest(self, first: date, last: date) -> TodayView:
        await self.change(self.companion.rest.mark, first, last)
        return await self.app.ask(self.companion.today.view)
