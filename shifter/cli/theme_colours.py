"""The colours of a theme, for a picture."""

from collections.abc import Mapping

from shifter import theme_files
from shifter.theme_files import ThemeProblem


def theme_colours(name: str | None) -> Mapping[str, str]:
    """The colours of the theme with this name, or of the usual one if it has none to draw with.

    A theme that uses the terminal's own colours has no certain ones, and is drawn in the usual.
    """
    try:
        theme = theme_files.find(name or theme_files.DARK)
    except ThemeProblem:
        theme = None
    if theme is None or any(map(theme_files.is_of_the_terminal, theme.colors.values())):
        theme = theme_files.usual()
    return theme.colors
