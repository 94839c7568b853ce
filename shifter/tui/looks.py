"""The theme the app wears: chosen, tried on, fit to the terminal, reloaded when it is saved."""

import os
from collections.abc import Callable

from textual.app import App
from textual.color import Color
from textual.message import Message

from shifter import theme_files
from shifter.theme_files import ThemeProblem
from shifter.tui import theming
from shifter.tui.contrast import is_light
from shifter.tui.default_theme import default_theme, remember
from shifter.tui.replies import Rgb


class BackgroundTold(Message):
    """The terminal told the colour of its own background."""

    def __init__(self, rgb: Rgb) -> None:
        super().__init__()
        self.rgb = rgb


class Looks:
    """Puts themes on an app; only a theme that went through here has all of shifter's colours."""

    def __init__(self, app: App[None], chosen: str | None, tell: Callable[[str], None]) -> None:
        """Dress the app before any style is read; `tell` hears what is wrong with a theme."""
        self._app = app
        self._tell = tell
        self._worn = ""
        self._saved_at: float | None = None
        self.chosen = chosen
        self.problem: str | None = None
        for name in (chosen, default_theme(), theme_files.DARK):
            if name is not None and self._register(name):
                app.set_reactive(App.theme, name)
                app.stylesheet.set_variables(app.get_css_variables())
                return

    def wear(self, name: str | None) -> bool:
        """Put on a theme, or without a name the one that suits the terminal; False if it can't."""
        name = name or default_theme()
        if name == self._worn:
            return True
        if not self._register(name):
            return False
        self._app.theme = name
        return True

    def choose(self, name: str | None) -> None:
        """Put on a theme for good; None is whatever suits the terminal."""
        if self.wear(name):
            self.chosen = name

    def take_off(self) -> None:
        """Go back to what was chosen, after others were tried on."""
        self.wear(self.chosen)

    def terminal_told(self, background: Rgb) -> None:
        """Follow the terminal's background, where the user chose no theme."""
        if remember(is_light=is_light(Color(*background))) and self.chosen is None:
            self.wear(None)

    def look_again(self) -> None:
        """Put the theme on anew if its file was saved meanwhile; a broken one changes nothing."""
        if self._saved_at is None or self._saved_at == _saved_at(self._worn):
            return
        if self._register(self._worn):
            self._app.mutate_reactive(App.theme)

    def _register(self, name: str) -> bool:
        self.problem = None
        saved_at = _saved_at(name)
        try:
            theme = theming.load(name)
        except ThemeProblem as problem:
            self.problem = problem.message
        else:
            if theme is not None:
                self._app.register_theme(theme)
                self._worn, self._saved_at = name, saved_at
                return True
            self.problem = f"theme: there is no theme called {name}."
        if name == self._worn:
            self._saved_at = saved_at  # Told once for each time it is saved.
        self._tell(self.problem)
        return False


def _saved_at(name: str) -> float | None:
    """When the file of one of the user's own themes was saved; None for any other theme."""
    try:
        return os.stat(os.path.join(theme_files.own_folder(), f"{name}.toml")).st_mtime
    except OSError:
        return None
