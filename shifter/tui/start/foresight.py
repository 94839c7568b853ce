"""Getting ready, while nothing else is going on, for the next keys and for the next start."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from shifter.companion import Companion
from shifter.config import Config
from shifter.errors import ShifterError
from shifter.tui import garbage
from shifter.tui.default_theme import default_theme
from shifter.tui.start.first_paint import first_paint
from shifter.tui.start.kept_picture import Picture, circumstances_of, keep_pictures

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_DAYS = 4
"""Today, and the mornings until after a weekend."""


class Foresight:
    """Looks ahead for the app on a data file."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._kept_in: str | None = None

    async def look(self, app: "ShifterApp") -> None:
        """Work out what comes next and at the next start, while nobody does anything."""
        from shifter.tui.screens.base import ShifterScreen

        if app.is_at_rest and not app.is_at_work:
            get_ready(app)
            if isinstance(app.screen, ShifterScreen):
                await app.screen.look_ahead()
            await self._keep_pictures(app)

    async def _keep_pictures(self, app: "ShifterApp") -> None:
        """Draw what the next start will show first, if anything has changed since."""
        config, size = app.config, app.size
        theme = config.theme or default_theme()
        with suppress(OSError, ShifterError):
            circumstances = circumstances_of(self._database, theme, size)
            if circumstances == self._kept_in:
                return
            self._kept_in = circumstances
            pictures: list[Picture] = []
            for ahead in range(_DAYS):
                # One call a day: a key that is pressed in the meantime need not wait for all.
                if not app.is_at_rest:
                    self._kept_in = None
                    return
                pictures += await app.ask(_pictures, app.companion, config, size, ahead)
            # A change made elsewhere in the meantime is seen at the next look.
            if circumstances == circumstances_of(self._database, theme, size):
                keep_pictures(theme, circumstances, pictures)


def _pictures(
    companion: Companion, config: Config, size: tuple[int, int], ahead: int
) -> list[Picture]:
    drawn = (
        (one.since.timestamp(), one.until.timestamp(), first_paint(one.view, config, *size))
        for one in companion.foreseen(ahead)
    )
    return [(since, until, text) for since, until, text in drawn if text is not None]


def get_ready(app: "ShifterApp") -> None:
    """Load what the first dialog would be waited for: the code of one, and the styles of all.

    What the start has left behind, which nobody had time to collect, makes room for it.
    """
    from shifter.tui.dialogs import help as first

    styles = os.path.join(os.path.dirname(first.__file__), "dialogs.tcss")
    if not app.stylesheet.has_source(styles):
        app.stylesheet.read(styles)
        app.stylesheet.parse()
        garbage.collect_at_first_rest()
