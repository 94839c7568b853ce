"""Themes: readable wherever text stands, and told apart where they tell something."""

from itertools import combinations, pairwise

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from shifter import theme_files
from shifter.tui.theming import textual_theme
from shifter.tui.theming.contrast import contrast
from tests.tui.colour_vision import DEFICIENCIES, apart, lightness, seen_with

TEXT = ("foreground", "ink", "quiet", "accent", "lit", "done", "idea", "ended")
PAPER = ("background", "surface", "panel")
LEVELS = ("level-1", "level-2", "level-3", "level-4")
LEAST_CONTRAST, HIGH_CONTRAST, NEXT_LEVEL = 4.5, 7.0, 1.45
SET_OFF = 1.09
FROM_EMPTY = 1.55
"""A day of one shift is read against empty ground, beside which there is no other shade."""

SHELF = theme_files.all_themes()
SHIPPED = {name: textual_theme.from_file(file) for name, file in SHELF.themes.items()}
COLOURED = [theme for theme in SHIPPED.values() if not theme.ansi]
TEXTUALS = [
    textual_theme.from_textual(theme) for theme in BUILTIN_THEMES.values() if not theme.ansi
]
named = pytest.mark.parametrize("theme", [*COLOURED, *TEXTUALS], ids=lambda theme: theme.name)


def color(theme: Theme, name: str) -> Color:
    """As an app that wears the theme has it."""
    return Color.parse({**theme.to_color_system().generate(), **theme.variables}[name])


def test_the_contrast_is_computed_as_wcag_says() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def test_eight_themes_and_more_ship_for_dark_rooms_and_for_light() -> None:
    assert SHELF.problems == ()
    assert len(SHIPPED) >= 8
    assert SHIPPED[theme_files.DARK].dark
    assert not SHIPPED[theme_files.LIGHT].dark
    assert all(file.about for file in SHELF.themes.values())


@named
def test_every_text_can_be_read_wherever_it_stands(theme: Theme) -> None:
    for paper in PAPER:
        for text in TEXT:
            assert contrast(color(theme, text), color(theme, paper)) >= LEAST_CONTRAST, text
    for cursor in ("block-cursor", "block-cursor-blurred", "input-cursor"):
        below, above = color(theme, f"{cursor}-background"), f"{cursor}-foreground"
        if cursor != "input-cursor" or above in theme.variables:
            assert contrast(color(theme, above), below) >= LEAST_CONTRAST, cursor


@named
def test_a_field_is_seen_on_its_dialog_and_the_cursors_line_on_its_screen(theme: Theme) -> None:
    for paper in ("background", "surface"):
        assert contrast(color(theme, "panel"), color(theme, paper)) >= SET_OFF, paper


@named
def test_neighbouring_levels_are_told_apart(theme: Theme) -> None:
    shades = [color(theme, name) for name in ("background", *LEVELS)]
    for lower, higher in pairwise(shades):
        least = FROM_EMPTY if lower == shades[0] else NEXT_LEVEL
        assert contrast(lower, higher) >= least
    from_paper = [contrast(shade, shades[0]) for shade in shades]
    assert from_paper == sorted(from_paper)


def test_the_one_of_high_contrast_has_seven_to_one_everywhere() -> None:
    theme = SHIPPED["lighthouse"]
    for paper in PAPER:
        for text in TEXT:
            assert contrast(color(theme, text), color(theme, paper)) >= HIGH_CONTRAST


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_colour_blind_safe_one_tells_as_much_to_every_eye(deficiency: str) -> None:
    theme = SHIPPED["harbour"]
    seen = {name: seen_with(deficiency, color(theme, name)) for name in (*TEXT, *LEVELS, *PAPER)}
    for one, other in combinations(("quiet", "accent", "lit", "done", "ended"), 2):
        assert apart(seen[one], seen[other]) >= 12, (one, other)
    for lower, higher in pairwise([seen["background"], *(seen[level] for level in LEVELS)]):
        assert lightness(higher) - lightness(lower) >= 12


def test_the_terminals_own_sixteen_are_all_that_its_theme_uses() -> None:
    file = SHELF.themes[theme_files.SIXTEEN]
    assert all(theme_files.is_of_the_terminal(value) for value in file.colors.values())
    theme = SHIPPED[theme_files.SIXTEEN]
    assert theme.ansi
    for name in (*TEXT, *PAPER, *LEVELS):
        assert color(theme, name).ansi is not None


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light", theme_files.SIXTEEN])
def test_nothing_is_red_in_the_terminals_own_colours(name: str) -> None:
    theme = textual_theme.load(name)
    assert theme is not None
    for text in (*TEXT, *LEVELS):
        assert color(theme, text).ansi not in (1, 9), text


def test_the_names_of_textuals_themes_are_known_without_it() -> None:
    assert set(theme_files.TEXTUAL_THEMES) == set(BUILTIN_THEMES)


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_textuals_themes_get_all_of_our_colours(name: str) -> None:
    theme = textual_theme.load(name)
    assert theme is not None
    assert set(theme_files.COLORS) <= set(theme.variables)
