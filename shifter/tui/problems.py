"""What is wrong with the app's settings and themes, without opening it."""

from shifter import theme_files
from shifter.config import Config
from shifter.tui.keys import keymap


def settings_problems(config: Config) -> tuple[str, ...]:
    """A sentence for each setting and key that is left out."""
    return (*config.problems, *keymap.check(config.keys).problems)


def theme_problems(config: Config) -> tuple[str, ...]:
    """A sentence for each theme that can't be used, and for the one chosen if it does not exist."""
    problems = theme_files.all_themes().problems
    if config.theme is not None and not theme_files.is_known(config.theme):
        return (*problems, f"theme: there is no theme called {config.theme}.")
    return problems
