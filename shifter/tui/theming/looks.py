"""The theme the app wears: chosen, tried on, matched to the terminal, reloaded when saved."""

import os
from collections.abc import Callable

from textual.app import App
from textual.color import Color
from textual.message import Message
from textual.theme import Theme

from shifter import theme_files
from shifter.config import SKIPPED
from shifter.errors import ShifterError
from shifter.theme_files import ThemeProblem
from shifter.tui.default_theme import default_theme, remember
from shifter.tui.terminal.replies import Rgb
from shifter.tui.theming import textual_theme
from shifter.tui.theming.contrast import is_light


class BackgroundTold(Message):
    """The terminal told the colour of its own background."""

    def __init__(self, rgb: Rgb) -> None:
        super().__init__()
        self.rgb = rgb


class Looks:
    """Puts themes on an app; only a theme loaded here has all of shifter's colours."""

    def __init__(self, chosen: str | None) -> None:
        """Find the first theme before there is an app, whose drawing depends on it."""
        self.chosen = chosen
        self._worn = ""
        self._saved_at: dict[str, float | None] = {}
        self._broken: set[str] = set()
        self._problems: list[ShifterError] = []
        self._tell: Callable[[ShifterError], None] = self._problems.append
        names = dict.fromkeys(filter(None, (chosen, default_theme(), theme_files.DARK)))
        found = next((theme for theme in map(self._load, names) if theme is not None), None)
        self._first = found or self._usual()

    @property
    def begin_with_the_terminals_colours(self) -> bool:
        """Whether the first theme draws in the terminal's own colours, or nothing is coloured."""
        return self._first.ansi or bool(os.environ.get("NO_COLOR"))

    def dress(
        self, app: App[None], tell: Callable[[ShifterError], None], say: Callable[[str], None]
    ) -> None:
        """Put on the first theme before any style is read.

        `tell` gets what is wrong with a theme, and `say` that it was mended.
        """
        self._app, self._tell, self._say = app, tell, say
        app.register_theme(self._first)
        app.set_reactive(App.theme, self._first.name)
        if not os.environ.get("NO_COLOR"):
            app.set_reactive(App.ansi_color, None)  # From here on each theme decides.
        app.stylesheet.set_variables(app.get_css_variables())
        for problem in self._problems:
            tell(problem)

    def wear(self, name: str | None) -> bool:
        """Put on a theme, or without a name the one that suits the terminal; False if it can't."""
        name = name or default_theme()
        if name == self._worn:
            return True
        theme = self._load(name)
        if theme is None:
            return False
        self._app.register_theme(theme)
        self._app.theme = name
        return True

    def choose(self, name: str | None) -> None:
        """Put on a theme and keep to it; None is whatever suits the terminal."""
        if self.wear(name):
            self.chosen = name

    def take_off(self) -> None:
        """Go back to what was chosen, after others were tried on."""
        if not self.wear(self.chosen):
            self.wear(None)

    def terminal_told(self, background: Rgb) -> None:
        """Follow the terminal's background, where the user chose no theme."""
        if remember(is_light=is_light(Color(*background))) and self.chosen is None:
            self.wear(None)

    def look_again(self) -> None:
        """Reload the theme if its file was saved; a broken one changes nothing until it is mended.

        The one that was chosen may be broken, and another worn in its place.
        """
        for name in dict.fromkeys(filter(None, (self.chosen, self._worn))):
            if self._saved_at[name] == _saved_at(name):
                continue
            was_broken = name in self._broken
            theme = self._load(name)
            if theme is not None:
                self._app.register_theme(theme)
                self._app.set_reactive(App.theme, name)
                self._app.mutate_reactive(App.theme)
                if was_broken:
                    self._say(f"The theme {name} is in use.")
                return

    def _usual(self) -> Theme:
        """The theme that ships, where one in its place can't be used until it is saved again."""
        self._worn = theme_files.DARK
        return textual_theme.from_file(theme_files.usual())

    def _load(self, name: str) -> Theme | None:
        """Load a theme to put on; what is wrong with it is told once each time it is saved."""
        self._saved_at[name] = _saved_at(name)
        self._broken.add(name)
        try:
            theme = textual_theme.load(name)
        except ThemeProblem as problem:
            self._tell(problem)
            return None
        if theme is None:
            self._tell(ShifterError(SKIPPED, f"theme: {theme_files.no_such(name)}"))
            return None
        self._worn = name
        self._broken.remove(name)
        return theme


def _saved_at(name: str) -> float | None:
    """When the file of one of the user's own themes was saved; None for any other theme."""
    try:
        return os.stat(os.path.join(theme_files.own_folder(), f"{name}.toml")).st_mtime
    except OSError:
        return None
