"""Themes: readable wherever text stands, and reported by file and key where they are wrong."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from shifter.tui import theming
from shifter.tui.theme_folder import shipped_folder

LEAST_CONTRAST = 4.5
TEXT = ("foreground", "ink", "quiet", "accent", "lit", "done", "idea", "ended")
SHIPPED = theming.load_folder(shipped_folder())

GOOD = (Path(shipped_folder()) / "hearth.toml").read_text()


def color(theme: Theme, name: str) -> Color:
    value = theme.variables.get(name) or getattr(theme, name)
    assert isinstance(value, str)
    return Color.parse(value)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.r / 255, color.g / 255, color.b / 255)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_contrast_is_computed_as_wcag_says() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def test_a_dark_and_a_light_theme_ship_and_are_in_order() -> None:
    assert SHIPPED.problems == ()
    assert {(theme.name, theme.dark) for theme in SHIPPED.good} >= {
        ("hearth", True),
        ("daylight", False),
    }


@pytest.mark.parametrize("paper", ["background", "surface", "panel"])
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("theme", SHIPPED.good, ids=lambda theme: theme.name)
def test_every_text_can_be_read_wherever_it_stands(theme: Theme, text: str, paper: str) -> None:
    assert contrast(color(theme, text), color(theme, paper)) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", SHIPPED.good, ids=lambda theme: theme.name)
def test_each_heat_shade_stands_out_more_than_the_one_before(theme: Theme) -> None:
    paper = color(theme, "background")
    shades = [contrast(color(theme, f"level-{level}"), paper) for level in (1, 2, 3, 4)]
    assert shades == sorted(set(shades))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('ink = "#fffaf0"', 'ink = "warm"'), "mine.toml: colors.ink: 'warm' is not a colour"),
        (('ink = "#fffaf0"', ""), "mine.toml: colors.ink: a colour such as '#f2b53c' is needed"),
        (('ink = "#fffaf0"', "ink = 7"), "mine.toml: colors.ink: a colour such as"),
        (('ink = "#', 'inc = "#000"\nink = "#'), "mine.toml: colors.inc: there is no such colour"),
        (('name = "hearth"', 'name = "My own"'), "mine.toml: name: small letters"),
        (("dark = true", "dark = 1"), "mine.toml: dark: true or false"),
        (("[colors]", "[colours]"), "mine.toml: colors: a [colors] section"),
        (("[colors]", "[colors"), "mine.toml: "),
    ],
)
def test_a_wrong_theme_is_reported_by_file_and_key(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    (tmp_path / "mine.toml").write_text(GOOD.replace(*change))
    themes = theming.load_folder(str(tmp_path))
    assert themes.good == ()
    assert len(themes.problems) == 1
    assert themes.problems[0].startswith(said)


def test_a_wrong_theme_does_not_keep_the_others_out(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("name =")
    (tmp_path / "good.toml").write_text(GOOD.replace("hearth", "mine"))
    (tmp_path / "notes.txt").write_text("no theme")
    themes = theming.load_folder(str(tmp_path))
    assert [theme.name for theme in themes.good] == ["mine"]
    assert len(themes.problems) == 1


def test_a_folder_that_is_not_there_holds_no_theme(tmp_path: Path) -> None:
    assert theming.load_folder(str(tmp_path / "none")) == theming.Themes((), ())


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_other_themes_get_all_of_our_colours(name: str) -> None:
    colors = theming.own_colors_for(BUILTIN_THEMES[name])
    assert set(colors) == set(theming.OWN_COLORS)
    for value in colors.values():
        Color.parse(value)
