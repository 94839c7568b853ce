"""The start in its order: the terminal, the kept picture, the data file, and then the app."""

import gc
import os
import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is shown
if TYPE_CHECKING:
    from collections.abc import Iterator

    from shifter.companion import Companion
    from shifter.companion.safekeeping import Safekeeping
    from shifter.config import Config
    from shifter.core.views import TodayView
    from shifter.tui.terminal.driver import TerminalDriver
    from shifter.tui.terminal.terminal import Terminal

    Begun = tuple[Companion, TodayView]


def run_app(database: str, *, demo: bool) -> int:
    """Run the app until the user quits; see `shifter.tui.run`."""
    from shifter.tui.terminal.terminal import held_terminal

    # What is loaded stays loaded: garbage collection waits until the first frame is drawn.
    gc.disable()
    try:
        with held_terminal() as terminal:
            if terminal is not None:
                terminal.hush()
            screen = terminal if _shows_pictures() else None
            shown = _show_kept(database, screen) if screen and not demo else None
            config = _read_config()
            if terminal is not None and _follows_background(config):
                terminal.ask_background()
            begun = _begun(database, config, screen, shown) if screen else None
            return _run(database, config, terminal, begun, demo=demo)
    finally:
        gc.enable()


def _show_kept(database: str, terminal: "Terminal") -> str | None:
    """Show the picture kept for this moment, if there is one and it still holds."""
    picture = _kept(database)
    if picture is not None:
        terminal.take(picture)
    return picture


def _kept(database: str) -> str | None:
    from time import time

    from shifter.tui.start.kept_picture import kept_picture
    from shifter.tui.terminal.terminal import size

    try:
        return kept_picture(database, size(), time())
    except OSError:
        return None


def _drawn(view: "TodayView", config: "Config") -> str | None:
    from shifter.tui.start.first_paint import first_paint
    from shifter.tui.terminal.terminal import size

    return first_paint(view, config, *size())


def _follows_background(config: "Config") -> bool:
    from shifter.tui.default_theme import has_many_colours

    is_heard = "TEXTUAL_DRIVER" not in os.environ
    return is_heard and config.theme is None and has_many_colours()


def _read_config() -> "Config":
    from shifter.config import load_config
    from shifter.paths import config_file

    return load_config(config_file())


def _begun(
    database: str, config: "Config", terminal: "Terminal", shown: str | None
) -> "Begun | None":
    """The companion and its first view, which is shown from now on.

    None where the app has to open the file.
    """
    from shifter.companion import open_companion, opens_at_once
    from shifter.companion.diagnosis import diagnosed
    from shifter.errors import ShifterError
    from shifter.tui.start.waiting import Waiting

    if not opens_at_once(database):
        return None
    waiting = Waiting(terminal, database)
    companion = open_companion(database, config=config, meanwhile=waiting)
    try:
        with diagnosed(database):
            view = companion.today.view()
        # What was kept for this moment was drawn from this very view.
        picture = shown if shown is not None and shown == _kept(database) else _drawn(view, config)
    except BaseException as error:
        companion.close()
        if isinstance(error, ShifterError | OSError):
            # The app will meet the same error, and show it in words.
            return None
        raise
    if waiting.is_said or (shown is None and picture is not None):
        terminal.take(picture or "\x1b[2J")
    elif shown is not None and shown != picture:
        terminal.correct(picture or "")
    return companion, view


def _shows_pictures() -> bool:
    from shifter.plain_glyphs import terminal_encoding

    screen = sys.__stdout__
    if screen is None or not screen.isatty() or "TEXTUAL_DRIVER" in os.environ:
        return False
    return terminal_encoding() == "utf-8"


def _run(
    database: str,
    config: "Config",
    terminal: "Terminal | None",
    begun: "Begun | None",
    *,
    demo: bool,
) -> int:
    from shifter import paths
    from shifter.companion import half_written, open_companion
    from shifter.tui.start.waiting import Waiting
    from shifter.tui.start.without import without_unused

    with without_unused():
        from shifter.tui.app import ShifterApp
        from shifter.tui.drafts import Drafts
        from shifter.tui.start.foresight import Foresight

        driver = _driver(terminal)
    if driver is not None:
        driver.asks_background = _follows_background(config)
        driver.typed_before = _heard(terminal)
    # Opened here, since an interrupt still works while a busy file is waited for.
    waiting = None if begun else Waiting(terminal, database)
    companion, first_view = begun or (
        open_companion(database, config=config, meanwhile=waiting),
        None,
    )
    companion.is_shown()
    drafts = Drafts(None if demo else half_written(database))
    if terminal is not None:
        terminal.before_end = drafts.save
    app = ShifterApp(
        lambda: companion,
        config,
        first_view=first_view,
        demo=demo,
        config_path=None if demo else paths.config_file(),
        upkeep=None if demo else lambda: _safekeeping(database).keep(),
        foresight=None if demo or driver is None else Foresight(database),
        drafts=drafts,
        driver_class=driver,
    )
    if driver is not None:
        driver.first_frame = app.first_frame
    with _terminal_title("shifter"):
        try:
            app.run()
        finally:
            drafts.close()
    _safekeeping(database).leave()
    if app.trouble is not None:
        raise app.trouble
    return app.return_code or 0


def _heard(terminal: "Terminal | None") -> bytes:
    """What was typed so far; if the terminal told its background, the first theme suits that."""
    from textual.color import Color

    from shifter.tui.default_theme import remember
    from shifter.tui.terminal.replies import background_in
    from shifter.tui.theming.contrast import is_light

    typed = terminal.typed_so_far() if terminal else b""
    background = background_in(typed.decode(errors="replace"))
    if background is not None:
        remember(is_light=is_light(Color(*background)))
    return typed


def _safekeeping(database: str) -> "Safekeeping":
    from shifter.companion.safekeeping import Safekeeping

    return Safekeeping(database)


def _driver(terminal: "Terminal | None") -> "type[TerminalDriver] | None":
    """The driver between the app and its terminal; None leaves the choice to Textual."""
    if terminal is None or "TEXTUAL_DRIVER" in os.environ:
        return None
    from shifter.plain_glyphs import PlainGlyphs, terminal_encoding
    from shifter.tui.terminal.driver import TerminalDriver

    encoding = terminal_encoding()
    TerminalDriver.terminal = terminal
    if encoding != "utf-8":
        from rich.cells import get_character_cell_size

        TerminalDriver.plain_glyphs = PlainGlyphs(encoding, get_character_cell_size)
    return TerminalDriver


@contextmanager
def _terminal_title(title: str) -> "Iterator[None]":
    """Name the terminal's window, and give it its old name back."""
    terminal = sys.__stderr__
    if terminal is None or not terminal.isatty():
        yield
        return
    terminal.write(f"\x1b[22;0t\x1b]0;{title}\x07")
    terminal.flush()
    try:
        yield
    finally:
        terminal.write("\x1b[23;0t")
        terminal.flush()
