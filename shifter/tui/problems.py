"""What is wrong with the settings of the app, without opening it."""

import os

from shifter import paths
from shifter.config import Config
from shifter.tui import keymap, theming
from shifter.tui.theme_folder import shipped_folder


def settings_problems(config: Config) -> tuple[str, ...]:
    """A sentence for each setting and key that was left out."""
    return (*config.problems, *keymap.check(config.keys).problems)


def theme_problems(config: Config) -> tuple[str, ...]:
    """A sentence for each theme that can't be used, and for one that is wanted but not there."""
    folders = (shipped_folder(), os.path.join(paths.config_folder(), "themes"))
    loaded = [theming.load_folder(folder) for folder in folders]
    problems = [problem for themes in loaded for problem in themes.problems]
    if config.theme is not None and not _is_there(config.theme, loaded):
        problems.append(f"theme: there is no theme called {config.theme}.")
    return tuple(problems)


def _is_there(name: str, loaded: list[theming.Themes]) -> bool:
    from textual.theme import BUILTIN_THEMES

    return name in BUILTIN_THEMES or any(
        theme.name == name for themes in loaded for theme in themes.good
    )
