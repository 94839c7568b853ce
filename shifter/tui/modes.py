"""The four screens and the palette's providers, each imported when first needed."""

from collections.abc import Callable
from typing import Any

from textual.command import Provider
from textual.screen import Screen


def today() -> Screen[None]:
    """The screen that the app starts on."""
    from shifter.tui.screens.today.screen import TodayScreen

    return TodayScreen()


def _streaks() -> Screen[None]:
    from shifter.tui.screens.streaks import StreaksScreen

    return StreaksScreen()


def _ideas() -> Screen[None]:
    from shifter.tui.screens.ideas import IdeasScreen

    return IdeasScreen()


def _story() -> Screen[None]:
    from shifter.tui.screens.story import StoryScreen

    return StoryScreen()


def _palette_of_commands() -> type[Provider]:
    from shifter.tui.everywhere.palette import CommandsProvider

    return CommandsProvider


def _palette_of_names() -> type[Provider]:
    from shifter.tui.everywhere.palette import NamesProvider

    return NamesProvider


def _palette_of_shifts() -> type[Provider]:
    from shifter.tui.everywhere.palette import ShiftsProvider

    return ShiftsProvider


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "streaks": _streaks,
    "ideas": _ideas,
    "story": _story,
}

PALETTE: set[type[Provider] | Callable[[], type[Provider]]] = {
    _palette_of_commands,
    _palette_of_names,
    _palette_of_shifts,
}
