"""The user's own keys, checked: Textual ignores what it does not know and drops what clashes."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.keys import Keys

from shifter.tui import commands
from shifter.tui.commands import Command

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super"})
_KEY_NAMES = frozenset(key.value for key in Keys)
_SCREENS: tuple[tuple[Command, ...], ...] = (
    commands.TODAY,
    commands.STREAKS,
    commands.IDEAS,
    commands.IDEA,
    commands.STORY,
)


class Keymap(NamedTuple):
    """The keys that can be used, by command, and what is wrong with the others."""

    good: dict[str, str]
    problems: tuple[str, ...]


def check(keys: Mapping[str, str]) -> Keymap:
    """Take each wish that names a command and a key which is free where that command works."""
    every = {command.id: command for screen in _SCREENS for command in screen}
    every |= {command.id: command for command in commands.EVERYWHERE}
    good: dict[str, str] = {}
    problems: list[str] = []
    for id, key in keys.items():
        if id not in every:
            problems.append(f"keys.{id}: there is no such command.")
        elif not _is_key(key):
            problems.append(f"keys.{id}: {key!r} is not a key.")
        else:
            good[id] = key
    for id in [id for id in good if _rival(id, good)]:
        rival = _rival(id, good)
        if rival is not None:
            problems.append(f"keys.{id}: {good.pop(id)} is already {rival.name}.")
    return Keymap(good, tuple(problems))


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable()
    *modifiers, name = key.split("+")
    is_named = name in _KEY_NAMES or (len(name) == 1 and name.isprintable())
    return is_named and _MODIFIERS.issuperset(modifiers)


def _rival(id: str, wishes: Mapping[str, str]) -> Command | None:
    """Another command that the same key would stand for on one of the screens."""
    for screen in _SCREENS:
        together = (*screen, *commands.EVERYWHERE)
        if not any(command.id == id for command in together):
            continue
        for command in together:
            keys = wishes.get(command.id, command.key).split(",")
            if command.id != id and wishes[id] in keys:
                return command
    return None
