"""What is wrong with the app's settings, without opening it."""

from collections.abc import Iterator

from shifter import theme_files
from shifter.config import Config
from shifter.errors import WrongUsage
from shifter.tui.keys import keymap


def settings_problems(config: Config) -> tuple[str, ...]:
    """A sentence for each setting and key that is left out."""
    chosen = _theme_problem(config.theme) if config.theme else ()
    return (*config.problems, *chosen, *keymap.check(config.keys).problems)


def _theme_problem(chosen: str) -> Iterator[str]:
    try:
        theme_files.check_name(chosen)
    except theme_files.ThemeProblem:
        yield f"theme: {chosen} can't be used, since its file has a fault."
    except WrongUsage:
        yield f"theme: {theme_files.no_such(chosen)}"
