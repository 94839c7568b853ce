"""The theme for people who chose none: what suits the terminal, as far as that is known."""

import os

from shifter import paths, theme_files

_REMEMBERED = "background"


def default_theme() -> str:
    """The name of the theme: light or dark, as the terminal last reported."""
    if not has_many_colours():
        return theme_files.SIXTEEN
    return theme_files.LIGHT if _was_light() else theme_files.DARK


def has_many_colours() -> bool:
    """Whether there are more than sixteen colours, decided as Rich decides when it draws."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return True
    return os.environ.get("TERM", "").endswith(("-256color", "kitty"))


def remember(*, is_light: bool) -> bool:
    """Keep the terminal's answer for the next start; False if it is the same as before."""
    if is_light == _was_light():
        return False
    try:
        paths.make_folder(paths.state_folder())
        with open(_file(), "w", encoding="ascii") as file:
            file.write("light" if is_light else "dark")
    except OSError:
        return True  # The next start asks again.
    return True


def _was_light() -> bool:
    try:
        with open(_file(), encoding="ascii") as file:
            return file.read() == "light"
    except (OSError, UnicodeDecodeError):
        return False


def _file() -> str:
    return os.path.join(paths.state_folder(), _REMEMBERED)
