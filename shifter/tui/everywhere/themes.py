"""The theme, chosen while the screen wears it."""

from typing import TYPE_CHECKING

from shifter.tui.dialogs.theme import ThemeDialog

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp


async def choose_theme(app: "ShifterApp") -> None:
    """Choose a theme; the screen wears each one as the cursor moves to it."""
    name = await app.push_screen_wait(ThemeDialog(app.looks.chosen, app.looks.wear))
    if name is None:
        app.looks.take_off()
    else:
        await app.keep_setting("theme", name)
