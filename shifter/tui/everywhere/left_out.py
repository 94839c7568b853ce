"""What can't be used and is left out: settings, keys, themes, and files of suggestions."""

from contextlib import suppress
from typing import TYPE_CHECKING

from shifter.config import Config
from shifter.core.number_words import in_words
from shifter.errors import ShifterError

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_FEW = 3


class LeftOut:
    """Says what is wrong, as soon as the first frame is shown."""

    def __init__(self, app: "ShifterApp", config: Config) -> None:
        self._app = app
        self._untold = [ShifterError(config.heading, told) for told in config.problems]

    def tell(self, *problems: ShifterError) -> None:
        """Say what is wrong with settings or themes; before the first frame that has to wait."""
        if not self._app.first_frame.is_set():
            self._untold += problems
        elif problems:
            first, *others = problems
            more = f" And {in_words(len(others))} more: shifter doctor lists them."
            told = first.message + (more if others else "")
            self._app.notify(told, title=first.title, severity="warning", markup=False)

    def tell_what_waited(self) -> None:
        """Say what was wrong before the first frame."""
        self.tell(*self._untold)

    async def look_into_suggestions(self) -> None:
        """Say which of the user's files of suggestions can't be used."""
        app = self._app
        with suppress(ShifterError):  # A damaged data file is reported by whatever needs it.
            faults = await app.ask(app.companion.prompts.faults)
            if faults:
                files = "A file" if len(faults) == 1 else f"{len(faults)} files"
                title = f"{files} of suggestions skipped"
                text = "\n".join(f"{fault}." for fault in faults[:_FEW])
                app.notify(text, title=title, severity="warning", markup=False)
