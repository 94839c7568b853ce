"""Every word that is really drawn, in every theme, on every screen, can be read."""

import pytest
from textual.app import App
from textual.color import Color

from shifter import theme_files
from shifter.tui.theming.contrast import contrast
from tests.tui.stage import Stage, press, settle

LEAST = dict.fromkeys(theme_files.all_themes().themes, 4.5) | {"lighthouse": 7.0}
del LEAST[theme_files.SIXTEEN]  # Only the terminal knows what its colours are.
LEAST |= {name: 4.5 for name in theme_files.TEXTUAL_THEMES if not name.startswith("ansi")}


def unreadable(app: App[None], least: float) -> list[str]:
    """The words with less contrast to what is below them."""
    found: list[str] = []
    for strip in app.screen._compositor.render_strips():  # noqa: SLF001 - what is really drawn
        for text, style, _ in strip:
            if not any(map(str.isalnum, text)) or style is None:
                continue
            color, ground = style.color, style.bgcolor
            if color is None or color.triplet is None or ground is None or ground.triplet is None:
                continue
            if contrast(Color(*color.triplet), Color(*ground.triplet)) < least:
                found.append(text)
    return found


@pytest.mark.long
async def test_every_word_can_be_read_in_every_theme(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(100, 36)) as pilot:
        await settle(pilot)
        for name, least in LEAST.items():
            assert app.looks.wear(name)
            for key in ("1", "2", "3", "4"):
                await press(pilot, key)
                assert unreadable(app, least) == [], (name, key)
