"""Drawing ahead what the next start will show first, while nothing else is going on."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from shifter.companion import Companion
from shifter.config import Config
from shifter.errors import ShifterError
from shifter.tui.default_theme import default_theme
from shifter.tui.start.first_paint import first_paint
from shifter.tui.start.kept_picture import Picture, circumstances_of, keep_pictures

_DAYS = 4
"""Today, and the mornings until after a weekend."""

Ask = Callable[[Callable[[], list[Picture]]], Awaitable[list[Picture]]]
Size = tuple[int, int]


class Foresight:
    """Keeps pictures for the next start of the app on a data file."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._kept_in: str | None = None

    async def look(self, ask: Ask, companion: Companion, config: Config, size: Size) -> None:
        """Draw the pictures again if anything has changed since.

        `ask` runs a function on the companion's thread: one call a day, so that a key pressed in
        the meantime need not wait for all of them.
        """
        theme = config.theme or default_theme()
        with suppress(OSError, ShifterError):
            circumstances = circumstances_of(self._database, theme, size)
            if circumstances == self._kept_in:
                return
            self._kept_in = circumstances
            pictures: list[Picture] = []
            for ahead in range(_DAYS):
                pictures += await ask(partial(_pictures, companion, config, size, ahead))
            # A change made elsewhere in the meantime is seen at the next look.
            if circumstances == circumstances_of(self._database, theme, size):
                keep_pictures(theme, circumstances, pictures)


def _pictures(companion: Companion, config: Config, size: Size, ahead: int) -> list[Picture]:
    drawn = (
        (one.since.timestamp(), one.until.timestamp(), first_paint(one.view, config, *size))
        for one in companion.foreseen(ahead)
    )
    return [(since, until, text) for since, until, text in drawn if text is not None]
