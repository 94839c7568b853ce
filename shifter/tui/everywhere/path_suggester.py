"""Paths of files, completed as they are typed."""

import os
from functools import partial

from textual.suggester import Suggester

from shifter.tui.background import in_the_background


class PathSuggester(Suggester):
    """Suggests the first file or folder that begins as typed; `~` is the home folder."""

    def __init__(self) -> None:
        # Files come and go, and their names are case-sensitive.
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return await in_the_background(partial(_completed, value))


def _completed(typed: str) -> str | None:
    folder, begun = os.path.split(typed)
    if not begun:
        return None
    try:
        names = sorted(os.listdir(os.path.expanduser(folder) or "."))
    except OSError:
        return None
    name = next((name for name in names if name.startswith(begun)), None)
    return None if name is None else os.path.join(folder, name)
