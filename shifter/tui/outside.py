"""What happens outside the app: others write to the file, a day begins, a clock is set back."""

from typing import TYPE_CHECKING

from shifter.errors import Replaced, ShifterError
from shifter.tui import garbage

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp
    from shifter.tui.start.foresight import Foresight

LOOK_EVERY = 1.0  # seconds


class Outside:
    """Checks every second, and tells the app."""

    def __init__(self, app: "ShifterApp", foresight: "Foresight | None") -> None:
        self._app = app
        self._foresight = foresight
        self._is_looking = False
        self._trouble: str | None = None

    async def look(self) -> None:
        """Notice what other terminals, commands and editors wrote, and that a new day began."""
        app = self._app
        app.looks.look_again()
        if app.first_frame.is_set() and app.is_at_rest:
            garbage.collect()
        if self._is_looking:
            return
        self._is_looking = True
        try:
            await self._listen()
            self._trouble = None
            if self._foresight is not None:
                await self._foresight.look(app)
        except ShifterError as error:
            # It is checked every second, but told once.
            if error.message != self._trouble:
                self._trouble = error.message
                app.tell(error)
        finally:
            self._is_looking = False

    async def _listen(self) -> None:
        """Show what others wrote, and go on with a file that took the place of the one in use."""
        app = self._app
        try:
            if await app.ask(app.companion.changed_elsewhere):
                app.heard()
                await self.mind_the_clock()
        except Replaced:
            await app.ask(app.companion.reopen)
            await app.begin_sitting()
            app.heard()
            app.say("Another file has taken the place of the data file. This is what is in it.")

    async def mind_the_clock(self) -> None:
        """Warn if the clock is behind the last thing that was done."""
        warning = await self._app.ask(self._app.companion.clock_warning)
        if warning is not None:
            self._app.say(warning)
