"""The theme picker: the whole screen wears the theme under the cursor."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from shifter import theme_files
from shifter.theme_files import ThemeFile
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.lines import Line, Lines

_LOOK_EVERY = 1.0
_NAME_WIDTH = 22
_SAMPLE = ("level-1", "level-2", "level-3", "level-4")
_FOLLOW = ""
_ABOUT_FOLLOWING = "Light or dark, as the terminal's own background is."
_ABOUT_TEXTUALS = "A well-known theme, adjusted so that every text is readable."


class ThemeDialog(Dialog[str]):
    """Results in the name of the chosen theme; an empty one follows the terminal."""

    AUTO_FOCUS = "Lines"
    keys = (Key("enter", "Use it", "submit"), Key("esc", "Leave it", "leave"))

    def __init__(self, chosen: str | None, try_on: Callable[[str | None], object]) -> None:
        """`try_on` puts a theme on if it can be worn, or without a name the terminal's own."""
        super().__init__("Themes")
        self._chosen = chosen
        self._try_on = try_on
        self._saved = theme_files.saved(theme_files.own_folder())
        self._shelf = theme_files.all_themes()

    def compose_body(self) -> ComposeResult:
        lines = Lines(list(self._lines()))
        lines.move_to(self._chosen or _FOLLOW)
        yield lines
        yield Static(id="about", classes="hint")

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._look_again)
        self._tell(self.query_one(Lines).key or _FOLLOW)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        self._show(event.key)

    def on_lines_chosen(self) -> None:
        self.action_submit()

    async def answer(self) -> str:
        return self.query_one(Lines).key or _FOLLOW

    def _show(self, name: str) -> None:
        self._try_on(name or None)
        self._tell(name)

    def _tell(self, name: str) -> None:
        """Say what a theme is like."""
        if name == _FOLLOW:
            about = _ABOUT_FOLLOWING
        elif name in self._shelf.themes:
            about = self._shelf.themes[name].about
        else:
            about = _ABOUT_TEXTUALS
        self.query_one("#about", Static).update(Content(about))

    def _look_again(self) -> None:
        """Show files that were added, changed or removed since; a broken one changes nothing."""
        saved = theme_files.saved(theme_files.own_folder())
        if saved != self._saved:
            self._saved = saved
            shelf = theme_files.all_themes()
            found = {theme.path for theme in shelf.themes.values()}
            left = {path for path, _ in saved} - found
            broken = {it.name: it for it in self._shelf.themes.values() if it.path in left}
            self._shelf = shelf._replace(themes={**shelf.themes, **broken})
            self.query_one(Lines).show(list(self._lines()))

    def _lines(self) -> Iterator[Line]:
        yield Line(Content("light or dark, as the terminal is"), _FOLLOW)
        themes = self._shelf.themes.values()
        yours = sorted(theme for theme in themes if theme.is_own)
        yield from _group("Shifter's", [theme for theme in themes if not theme.is_own])
        if yours or self._shelf.problems:
            yield from _group("Yours", yours)
            yield from (Line(Content.styled(it, "$lit")) for it in self._shelf.problems)
        yield Line(Content(""))
        yield Line(Content.styled("Others", "$quiet"))
        for name in theme_files.TEXTUAL_THEMES:
            if name not in self._shelf.themes:
                yield Line(Content(name), name)


def _group(heading: str, themes: list[ThemeFile]) -> Iterator[Line]:
    yield Line(Content(""))
    yield Line(Content.styled(heading, "$quiet"))
    for theme in themes:
        yield Line(Content.assemble(theme.name.ljust(_NAME_WIDTH), *_sample(theme)), theme.name)


def _sample(theme: ThemeFile) -> Iterator[tuple[str, str]]:
    """Its heat levels, but for colours that only the terminal knows."""
    levels = [theme.colors[name] for name in _SAMPLE]
    known = [color for color in levels if not theme_files.is_of_the_terminal(color)]
    yield from (("██", color) for color in known)
    if not known:
        yield "16 colours", "$quiet"
