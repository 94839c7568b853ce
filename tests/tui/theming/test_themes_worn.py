"""Every word that is really drawn, in every theme, on every screen, can be read."""

import pytest
from textual.app import App
from textual.color import Color
from textual.widgets import Input, OptionList

from shifter import theme_files
from shifter.config import Config
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


@pytest.mark.parametrize("name", [theme_files.SIXTEEN, "ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_the_cursor_is_seen(lived_in: Stage, name: str) -> None:
    app = lived_in.app(Config(theme=name), screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", "a")
        field = app.screen.query_one(Input)
        (cursor,) = [style for text, style, _ in field.render_line(0) if style and style.reverse]
        # Whatever the terminal writes with becomes the ground.
        assert cursor.color is None or cursor.color.is_default
        assert cursor.bgcolor is None or cursor.bgcolor.is_default


@pytest.mark.parametrize("name", ["dusk", "celadon", theme_files.SIXTEEN])
async def test_what_is_chosen_in_the_palette_stands_out(lived_in: Stage, name: str) -> None:
    app = lived_in.app(Config(theme=name), screen="story")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", "down")
        found = app.screen.query_one(OptionList)
        grounds = [
            {style.bgcolor for text, style, _ in found.render_line(y) if style and text.strip()}
            for y in range(6)
        ]
        chosen, other = grounds[2] | grounds[3], grounds[0] | grounds[1] | grounds[4] | grounds[5]
        assert len(chosen) == 1
        assert not chosen & other


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
